"""The demo as it is built."""
