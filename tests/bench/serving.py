"""How long an editor waits for ``ssg serve``: ``python -m tests.bench.serving``.

From the start to the first page, with what an earlier run has kept; and from a saved file to
the page that shows the change, fetched when the server tells of it as a browser does.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from signal import SIGINT

from tests.bench.corpus import Piece, edited
from tests.bench.measure import cpu_of, environment, memory_of, tree
from tests.bench.peers import ROOT, SSG_COMMAND, ssg
from tests.bench.sites import SSG, write_article, write_sites
from tests.bench.tables import machine

_PATIENCE = 600.0
_REST = 2.0
_IDLE = 0.1


@dataclass(frozen=True, slots=True)
class Waits:
    """What an editor waits for; the median of several times."""

    start: float
    """Seconds from the start to the front page."""
    told: float
    """Seconds from a saved file to the word that there is something new."""
    shown: float
    """Seconds from a saved file to the page that shows the change."""
    memory: float
    """MB that the server and all below it hold in the end."""


class Server:
    """A development server that was started."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        """Take over a process that listens, or will, on a port."""
        self.process = process
        self._port = port

    def page(self, path: str) -> str:
        """Return a page, waiting for the server to come up."""
        while self.process.poll() is None:
            connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                text = answer.read().decode()
            except ConnectionRefusedError:
                time.sleep(0.005)
                continue
            finally:
                connection.close()
            if answer.status != 200:
                raise RuntimeError(f"{path} answers {answer.status}")
            return text
        raise RuntimeError(f"the server ended with {self.process.returncode}")

    @contextmanager
    def events(self) -> Iterator[HTTPResponse]:
        """Listen to what open pages are told."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/_ssg/events")
            yield connection.getresponse()
        finally:
            connection.close()

    def rest(self) -> None:
        """Wait until it has nothing left to do, so that one save doesn't burden the next."""
        before = -1.0
        while (used := cpu_of(tree(self.process.pid))) - before > _IDLE:
            before = used
            time.sleep(_REST)


def measure(size: int, runs: int, folder: Path) -> Waits:
    """Return the waits for a site of so many articles, made in an empty folder."""
    root = folder / "site"
    piece = write_sites(size, {root: SSG})
    # What a build and a server keep is there from now on.
    ssg(search=True).build(root)
    with _serve(root) as server:
        server.page("/")
        server.rest()
    starts: list[float] = []
    for _ in range(runs):
        began = time.perf_counter()
        with _serve(root) as server:
            server.page("/")
            starts.append(time.perf_counter() - began)
    saves = []
    with _serve(root) as server:
        server.page(_path(piece))
        with server.events() as events:
            for number in range(runs):
                server.rest()
                saves.append(_save(server, events, root, piece, number))
        server.rest()
        memory = memory_of(tree(server.process.pid))
    told, shown = (statistics.median(times) for times in zip(*saves, strict=True))
    return Waits(statistics.median(starts), told, shown, memory)


@contextmanager
def _serve(root: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    options = ("--quiet", "--site", str(root), "--port", str(port))
    process = subprocess.Popen(
        [*SSG_COMMAND, "serve", *options],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Server(process, port)
    finally:
        process.send_signal(SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _save(
    server: Server, events: HTTPResponse, root: Path, piece: Piece, number: int
) -> tuple[float, float]:
    """Save a change; return the seconds until it was told, and until it was shown."""
    changed = edited(piece, number)
    new = changed.sentences[len(changed.sentences) // 2]
    began = time.perf_counter()
    write_article(root, SSG, changed)
    while line := events.readline():
        if line == b"event: reload\n":
            told = time.perf_counter() - began
            # What was told of may be less than the whole change.
            if new in server.page(_path(piece)):
                return told, time.perf_counter() - began
    raise RuntimeError("the server has hung up")


def _path(piece: Piece) -> str:
    return f"/{piece.date:%Y/%m}/{piece.name}/"


def _table(measured: Sequence[tuple[int, Waits]]) -> Iterator[str]:
    yield "| articles | start to page, s | saved to told, s | saved to shown, s | memory, MB |"
    yield "|---:|---:|---:|---:|---:|"
    for size, one in measured:
        cells = [f"{size:,}", *(f"{wait:.2f}" for wait in (one.start, one.told, one.shown))]
        yield f"| {' | '.join(cells)} | {one.memory:,.0f} |"


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.serving", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="of each measurement")
    parser.add_argument("--folder", type=Path, help="where the sites are made, and removed again")
    given = parser.parse_args()
    measured: list[tuple[int, Waits]] = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory(dir=given.folder) as made:
            measured.append((size, measure(size, given.runs, Path(made))))
        print(size, measured[-1][1], file=sys.stderr, flush=True)
    print(f"{machine([ssg(search=True)])}\n")
    print("\n".join(_table(measured)))


if __name__ == "__main__":
    main()
