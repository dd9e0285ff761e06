"""Checkers of a built site: markup, feeds, structured data, accessibility, and a browser."""
