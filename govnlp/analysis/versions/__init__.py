"""Text that documents share."""
