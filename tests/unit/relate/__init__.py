"""Tests of documents becoming a site."""
