"""Tests of ``ssg.curate``."""
