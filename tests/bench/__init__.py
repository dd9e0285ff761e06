"""Measurements; scripts that are run by hand."""
