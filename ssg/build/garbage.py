"""Cycles of objects that nobody holds any more, and when to look for them.

A site is hundreds of thousands of objects that live long and hardly a cycle among them. Python
looks at all of them again and again while they are made.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cycles of objects alone: few are made, and looking for them costs a tenth of it all."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def set_aside() -> None:
    """Never look again at what is there now, until it is tidied."""
    gc.freeze()


def tidy() -> None:
    """Collect what nobody holds of all there is, and set aside what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
