"""Tests of ssg.extract."""
