"""The default theme as it is written."""
