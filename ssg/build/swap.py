"""Putting a new folder in the place of an old one, so that at every moment one of them is there."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def replace_folder(new: Path, place: Path, spare: Path) -> None:
    """Move a folder to a place; what stood there becomes a spare folder once the new one is in.

    On another disk there is no spare folder: what stood there is removed.

    Linux and macOS exchange the two in one step. Elsewhere the old folder is moved aside first,
    for the blink of an eye between two renames.
    """
    old = new.with_name(new.name + ".old")
    if not place.exists():
        new.rename(place)
        return
    if _exchange(new, place):
        new.rename(old)
    else:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
    shutil.rmtree(spare, ignore_errors=True)
    try:
        old.rename(spare)
    except OSError:
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            done = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            libc = ctypes.CDLL(None, use_errno=True)
            done = libc.renamex_np(first, second, _RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError):
        return False
    return bool(done == 0)
