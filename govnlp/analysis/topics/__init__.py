"""Topics: clusters of units that use the same words."""
