"""Tests of plain functions over strings."""
