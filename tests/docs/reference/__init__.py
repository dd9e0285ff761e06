"""The reference parts of the documentation, made of the code."""
