"""Tests of how pages of outlets are understood."""
