"""Duties: who must do what, to what measure, by when."""
