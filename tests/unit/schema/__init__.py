"""Tests of strict decoding."""
