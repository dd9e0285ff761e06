"""A static site generator for curated politics blogs."""

__version__ = "0.1.0"
