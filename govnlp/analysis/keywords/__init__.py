"""What sets texts apart: keyness, tf-idf, correspondence analysis."""
