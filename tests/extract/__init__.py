"""Pages of others, understood."""
