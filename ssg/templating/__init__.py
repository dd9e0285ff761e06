"""Jinja as themes use it."""
