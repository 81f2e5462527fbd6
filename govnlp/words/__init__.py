"""From units of text to counted terms: segmentation, term matrix, statistics of words."""
