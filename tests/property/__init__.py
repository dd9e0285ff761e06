"""What holds of whatever there may be."""
