"""site.yaml and theme.yaml as checked values."""
