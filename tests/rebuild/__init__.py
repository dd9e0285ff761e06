"""Builds that make only what they must."""
