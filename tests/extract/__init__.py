"""Whole pages of outlets, read as an editor would read them."""
