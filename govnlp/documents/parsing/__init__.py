"""From lines to blocks and articles, and what they say of the document."""
