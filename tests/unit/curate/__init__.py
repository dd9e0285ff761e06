"""Tests of ``ssg/curate``."""
