"""Tests of ``ssg.extract``."""
