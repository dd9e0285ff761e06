"""Pictures: bytes of a file become facts about it, and other bytes to publish."""
