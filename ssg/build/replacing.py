"""A file put in the place of what stood there, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file; at any moment it is the old one or the new one.

    Raises:
        OSError: it can't be written, and is as it was.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Hidden, so that it is no file of the site should it stay behind.
    part = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()
