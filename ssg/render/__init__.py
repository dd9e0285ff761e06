"""What is written to each path, and what a template sees of it."""
