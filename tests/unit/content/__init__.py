"""Tests of reading one source file."""
