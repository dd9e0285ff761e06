"""The rules of each feed format, one format a file."""
