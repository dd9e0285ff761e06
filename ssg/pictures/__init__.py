"""Pictures: bytes and values in, the bytes of pictures out, without touching disk or network."""
