"""Pages, feeds and addresses of others, understood without touching disk or network."""
