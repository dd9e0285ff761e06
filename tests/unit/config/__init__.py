"""Tests of site.yaml and theme.yaml."""
