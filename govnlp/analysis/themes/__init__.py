"""Policy themes, instruments and commitments, found by lexicons."""
