"""Keys declared once: what they are called, how YAML becomes their value, what they mean."""
