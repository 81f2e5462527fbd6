"""Slogans, abbreviations with their members, coined terms."""
