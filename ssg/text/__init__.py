"""Words, dates and slugs: plain functions over strings."""
