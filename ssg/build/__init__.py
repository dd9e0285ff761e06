"""The steps of a build, and all that touches the disk."""
