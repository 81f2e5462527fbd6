"""From files to a corpus: reading, blocks, articles, metadata, people, places and spun text."""
