"""Documents become a site: who is published, where, and next to whom."""
