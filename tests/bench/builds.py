"""What builds cost, beside those of other generators: ``python -m tests.bench.builds``.

The same articles are written as a site of each generator. All are built in turn, several times
over; the tables show medians. Figures are also told one by one, as they come, on standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from tests.bench.corpus import Piece, edited, pieces
from tests.bench.measure import Cost
from tests.bench.peers import PEERS, Generator, find_peer, pagefind, ssg
from tests.bench.sites import write_article, write_sites
from tests.bench.tables import (
    COLD,
    Costs,
    Outputs,
    costs_table,
    growth_table,
    machine,
    outputs_table,
)

_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """A generator with a site of its own."""

    generator: Generator
    """The generator."""
    root: Path
    """The folder of its site."""


def measure(size: int, runs: int, generators: Sequence[Generator], folder: Path) -> Costs:
    """Return what all builds of a site of so many articles cost.

    Args:
        size: how many articles.
        runs: how often each build is measured.
        generators: who builds.
        folder: an empty one for the sites.

    """
    subjects = [Subject(one, _root(folder, one)) for one in generators]
    middle = write_sites(size, {one.root: one.generator.layout for one in subjects})
    # Made now, so that nothing is made while builds are measured.
    added = list(islice(pieces(size, runs), size, None))
    costs: Costs = {}
    for _ in range(runs):
        for subject in subjects:
            subject.generator.forget(subject.root)
            _build(subject, COLD, size, costs)
    # Eleventy and Pelican are compared cold alone.
    editors = [one for one in subjects if one.generator.name in ("ssg", "ssg with search", "Hugo")]
    for number in range(runs):
        for change, step in _changes(editors, middle, added[number], number):
            step()
            for subject in editors:
                _build(subject, change, size, costs)
    return costs


def _changes(
    subjects: Sequence[Subject], middle: Piece, new: Piece, number: int
) -> list[tuple[str, Callable[[], None]]]:
    def write(piece: Piece) -> None:
        for one in subjects:
            write_article(one.root, one.generator.layout, piece)

    def add() -> None:
        write(replace(new, date=datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)))

    return [
        ("nothing changed", lambda: None),
        ("one article edited", lambda: write(edited(middle, number))),
        ("one article added", add),
    ]


def _build(subject: Subject, change: str, size: int, costs: Costs) -> None:
    name = subject.generator.name
    cost = _told(change, name, size, lambda: subject.generator.build(subject.root))
    costs.setdefault((change, name), []).append(cost)
    if name == "Hugo":
        indexed = _told(change, "Pagefind", size, lambda: pagefind(subject.root))
        costs.setdefault((change, "Hugo + Pagefind"), []).append(cost.then(indexed))


def _told(change: str, name: str, size: int, do: Callable[[], Cost]) -> Cost:
    # What was written before must not be carried to the disk at the cost of this one.
    os.sync()
    cost = do()
    figures = f"{cost.seconds:8.2f} s {cost.cpu:8.2f} s CPU {cost.memory:8.0f} MB"
    print(f"{size:>7,}  {change:<20} {name:<16} {figures}", file=sys.stderr, flush=True)
    return cost


def _root(folder: Path, generator: Generator) -> Path:
    return folder / generator.name.replace(" ", "-")


def _outputs(folder: Path, generators: Sequence[Generator]) -> Outputs:
    outputs: Outputs = {}
    for one in generators:
        files = [file for file in (_root(folder, one) / "public").rglob("*") if file.is_file()]
        html = [file for file in files if file.suffix == ".html"]
        outputs[one.name] = (len(files), len(html), sum(one.stat().st_size for one in html))
    return outputs


def _generators(given: argparse.Namespace) -> list[Generator]:
    found = [] if given.without_ssg else [ssg(search=False), ssg(search=True)]
    for name in given.peers:
        peer = find_peer(name, getattr(given, name))
        if peer:
            found.append(peer)
        else:
            print(f"Left out, since there is no command {getattr(given, name)}: {name}.\n")
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.builds", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each build")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=PEERS, help="beside ssg")
    parser.add_argument("--without-ssg", action="store_true", help="measure the peers alone")
    for name in PEERS:
        parser.add_argument(f"--{name}", default=name, metavar="PATH", help="its command")
    parser.add_argument("--folder", type=Path, help="where the sites are made, and removed again")
    return parser.parse_args()


def main() -> None:
    """Measure, and print tables in Markdown."""
    given = _arguments()
    generators = _generators(given)
    print(f"{machine(generators)}\n", flush=True)
    measured: dict[int, Costs] = {}
    # The first, small site brings programs into memory and is not shown.
    for size in (_WARM_UP, *given.sizes):
        with tempfile.TemporaryDirectory(dir=given.folder) as made:
            folder = Path(made)
            runs = 1 if size == _WARM_UP else given.runs
            costs = measure(size, runs, generators, folder)
            if size != _WARM_UP:
                measured[size] = costs
                print(f"### {size:,} articles\n\n{costs_table(costs)}\n")
                print(f"{outputs_table(_outputs(folder, generators))}\n", flush=True)
    if len(measured) > 1:
        print(f"### Growth\n\n{growth_table(measured)}")


if __name__ == "__main__":
    main()
