"""From units of text to counted terms: segmentation, term matrix, frequency, dispersion, concordance, collocations."""
