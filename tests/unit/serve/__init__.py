"""Tests of what is written to each path."""
