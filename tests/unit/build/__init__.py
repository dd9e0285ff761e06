"""Tests of builds as a whole."""
