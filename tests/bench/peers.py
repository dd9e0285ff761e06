"""The generators that are measured: how each is found and called."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable

from tests.bench.measure import Cost, run
from tests.bench.sites import ELEVENTY, HUGO, PELICAN, SSG, Layout

ROOT = Path(__file__).parents[2]
"""The folder of this checkout."""
SSG_COMMAND = (sys.executable, "-m", "ssg")
"""What starts its ssg, in that folder."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator that is there, and what it is told."""

    name: str
    """What tables call it."""
    version: str
    """Which one it is."""
    layout: Layout
    """How it wants its files."""
    command: Callable[[Path], Sequence[str]]
    """Returns what builds the site of a folder into ``public`` in it."""
    kept: tuple[str, ...] = ()
    """What it keeps for the next build, in the folder of the site."""
    checkout: bool = False
    """Whether it runs in this checkout, not in the folder of the site."""

    def build(self, root: Path) -> Cost:
        """Build the site of a folder, and return what that cost."""
        return run(self.command(root), ROOT if self.checkout else root)

    def forget(self, root: Path) -> None:
        """Remove all that it has made of a site."""
        for name in ("public", *self.kept):
            shutil.rmtree(root / name, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Peer:
    name: str
    asks: str
    layout: Layout
    options: Callable[[Path], Sequence[str]]
    kept: tuple[str, ...]


_PEERS = {
    "hugo": _Peer(
        "Hugo",
        "version",
        HUGO,
        lambda root: ("--quiet", "--cacheDir", str(root / ".cache")),
        ("resources", ".cache"),
    ),
    "eleventy": _Peer("Eleventy", "--version", ELEVENTY, lambda _root: ("--quiet",), (".cache",)),
    "pelican": _Peer("Pelican", "--version", PELICAN, lambda _root: ("--quiet",), ("cache",)),
}
PEERS = tuple(_PEERS)
"""The names of their commands."""


def find_peer(name: str, program: str) -> Generator | None:
    """Return the peer that a command starts; none where there is no such command."""
    path = shutil.which(program)
    if path is None:
        return None
    # Its folder changes, so the path must not depend on this one.
    place = str(Path(path).absolute())
    peer = _PEERS[name]
    said = subprocess.run([place, peer.asks], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d+\.\d+[\w.]*", said)
    return Generator(
        peer.name,
        number[0] if number else "?",
        peer.layout,
        lambda root: (place, *peer.options(root)),
        peer.kept,
    )


def ssg(*, search: bool) -> Generator:
    """Return the ssg of this checkout."""
    options = () if search else ("--no-search",)
    return Generator(
        "ssg with search" if search else "ssg",
        version("ssg"),
        SSG,
        lambda root: (*SSG_COMMAND, "build", "--quiet", "--site", str(root), *options),
        (".ssg",),
        checkout=True,
    )


def pagefind(root: Path) -> Cost:
    """Index the output of a site with Pagefind's command line, and return what that cost."""
    return run([get_executable(), "--site", str(root / "public"), "--quiet"], root)
