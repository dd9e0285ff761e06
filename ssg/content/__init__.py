"""One source file understood, knowing nothing of the others."""
