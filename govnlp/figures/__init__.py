"""From tables to figures and reports: style, axes-level plots, saving with provenance, report pages."""
