"""The documentation: its generated parts, and tests that hold it to what the code does."""
