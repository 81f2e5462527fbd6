"""The quantitative statements of a corpus."""
