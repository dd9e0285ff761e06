"""Work on other outlets' pages: fetched, collected, watched. Touches disk and network."""
