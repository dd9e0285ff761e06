"""Tests of the checkers: each is shown a good sample and one broken per rule."""
