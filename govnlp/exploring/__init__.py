"""One screen for a first look: documents, terms, concordance, keyness and themes."""
