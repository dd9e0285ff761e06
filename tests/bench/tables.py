"""What was measured, as tables in Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from tests.bench.measure import Cost, exponent, median
from tests.bench.peers import Generator

Costs = dict[tuple[str, str], list[Cost]]
"""What builds cost, by what had changed and who built."""
Outputs = dict[str, tuple[int, int, int]]
"""Files, pages of HTML and their bytes, by who wrote them."""

COLD = "cold"
"""What had changed when nothing was there: all."""

_CHANGES = (COLD, "nothing changed", "one article edited", "one article added")
_PAIRS = (
    ("ssg", ", without search", "Hugo"),
    ("ssg with search", ", with search", "Hugo + Pagefind"),
)
_FIGURES: tuple[tuple[Callable[[Cost], float], str], ...] = (
    (lambda cost: cost.seconds, ".2f"),
    (lambda cost: cost.cpu, ".2f"),
    (lambda cost: cost.memory, ",.0f"),
)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield the name of each row, what had changed, who of ssg built and who beside it."""
    for change in _CHANGES:
        for own, how, other in _PAIRS:
            yield change + how, change, own, other
    for other in ("Eleventy", "Pelican"):
        yield f"{COLD}, without search", COLD, "ssg", other


def costs_table(costs: Costs) -> str:
    """Return medians, and what ssg needs in proportion to another."""
    lines = [
        "| build | beside | ssg, s | peer, s | ratio | ssg, CPU s | peer, CPU s | ratio "
        "| ssg, MB | peer, MB | ratio |",
        f"|---|---|{'---:|' * 9}",
    ]
    for name, change, own, other in _rows():
        ours, theirs = (_median(costs.get((change, who))) for who in (own, other))
        if theirs or (ours and other not in ("Eleventy", "Pelican")):
            figures = (_compared(ours, theirs, *one) for one in _FIGURES)
            cells = [name, other if theirs else "–", *chain.from_iterable(figures)]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def growth_table(measured: Mapping[int, Costs]) -> str:
    """Return the exponents with which costs grow with the number of articles."""
    lines = [
        "| build | ssg: time | CPU | memory | beside | time | CPU | memory |",
        "|---|---:|---:|---:|---|---:|---:|---:|",
    ]
    for name, change, own, other in _rows():
        ours, theirs = (
            {size: found for size, costs in measured.items() if (found := costs.get((change, who)))}
            for who in (own, other)
        )
        if theirs or (ours and other not in ("Eleventy", "Pelican")):
            cells = [name, *_exponents(ours), other if theirs else "–", *_exponents(theirs)]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def outputs_table(outputs: Outputs) -> str:
    """Return how much each generator wrote."""
    lines = ["| written by | files | of HTML | MB of HTML |", "|---|---:|---:|---:|"]
    for name, (files, pages, size) in outputs.items():
        lines.append(f"| {name} | {files:,} | {pages:,} | {size / 1e6:,.1f} |")
    return "\n".join(lines)


def machine(generators: Sequence[Generator]) -> str:
    """Return the date, the machine, and who is measured."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    versions = dict.fromkeys(
        f"{one.name.removesuffix(' with search')} {one.version}" for one in generators
    )
    return (
        f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores ({model}), {memory:.0f} GB; "
        f"{platform.system()}, Python {platform.python_version()}; {', '.join(versions)}."
    )


def _median(costs: list[Cost] | None) -> Cost | None:
    return median(costs) if costs else None


def _compared(
    ours: Cost | None, theirs: Cost | None, figure: Callable[[Cost], float], form: str
) -> tuple[str, str, str]:
    """Return a figure of both, and the ratio of the first to the second."""
    ratio = f"{figure(ours) / figure(theirs):.2f}" if ours and theirs else "–"
    one, other = (f"{figure(cost):{form}}" if cost else "–" for cost in (ours, theirs))
    return one, other, ratio


def _exponents(costs: Mapping[int, list[Cost]]) -> list[str]:
    if len(costs) < 2:
        return ["–"] * 3
    medians = {size: median(found) for size, found in costs.items()}
    return [
        f"n^{exponent([(size, figure(cost)) for size, cost in medians.items()]):.2f}"
        for figure, _form in _FIGURES
    ]
