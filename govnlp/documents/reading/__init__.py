"""From bytes to lines: a reader per format."""
