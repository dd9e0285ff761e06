"""The ledger of links as YAML."""

from __future__ import annotations

import time
from datetime import date

import pytest
import yaml

from ssg.errors import SsgError, format_diagnostic
from ssg.extract.ledger import LinkRecord, archives_of, format_ledger, parse_ledger

_DAY = date(2026, 1, 15)
_FULL = LinkRecord(
    state="gone",
    code=410,
    good=date(2025, 12, 1),
    checked=_DAY,
    failing=date(2026, 1, 1),
    failures=3,
    dead=_DAY,
    to="https://example.org/new?a=1&b=2#c",
    archive="https://web.archive.org/web/20251201000000/https://example.org/old",
    sought=_DAY,
    due=date(2026, 1, 22),
)
_ODD = [
    "https://example.org/",
    "https://example.org/a:",
    "https://example.org/a,b[c]{d}",
    "https://example.org/it's?x=%20&y=#",
    "https://example.org/ein-zwölf/ソース",
    'https://example.org/"quoted"',
    "https://example.org/back\\slash",
    "https://example.org/" + "long/" * 400,
    "https://example.org/" + "lang/ü" * 400,
    "http://[::1]:8080/a",
    "https://example.org/a!b|c>d*e&f%g@h`i",
    "https://example.org/~user/-",
]


def test_what_is_written_is_read() -> None:
    ledger = {"https://example.org/old": _FULL, **dict.fromkeys(_ODD, LinkRecord(state="ok"))}
    text = format_ledger(ledger)
    assert parse_ledger(text, "content/_links.yaml") == ledger
    assert set(yaml.safe_load(text)) == set(ledger)


def test_it_is_sorted_and_says_no_more_than_is_known() -> None:
    ledger = {
        "https://example.org/b": LinkRecord(state="ok", code=200, good=_DAY, checked=_DAY),
        "https://example.org/a": LinkRecord(state="robots"),
    }
    assert format_ledger(ledger) == format_ledger(dict(reversed(ledger.items())))
    assert format_ledger(ledger) == (
        "# What is known of the links that leave this site. Written by: ssg links check\n"
        "https://example.org/a:\n"
        "  state: robots\n"
        "https://example.org/b:\n"
        "  state: ok\n"
        "  code: 200\n"
        "  good: 2026-01-15\n"
        "  checked: 2026-01-15\n"
    )


def test_an_empty_ledger_is_one() -> None:
    assert parse_ledger(format_ledger({}), "x") == {}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("https://example.org/:\n  state: [ok\n", "ledger/invalid-yaml", 2),
        ("https://example.org/:\n  state: well\n", "ledger/unknown-value", 2),
        ("https://example.org/:\n  state: ok\n  cod: 1\n", "ledger/unknown-key", 3),
        ("https://example.org/:\n  state: ok\n  good: soon\n", "ledger/wrong-date", 3),
        ("https://example.org/:\n  state: ok\n  to: javascript:x\n", "ledger/wrong-url", 3),
        ("https://example.org/:\n  state: ok\n  code: many\n", "ledger/wrong-type", 3),
        ("https://example.org/:\n  code: 200\n", "ledger/missing-key", 2),
        ("https://example.org/: ok\n", "ledger/wrong-type", 1),
        ("- https://example.org/\n", "ledger/wrong-type", 1),
        ("# head\nnowhere:\n  state: ok\n", "ledger/wrong-name", 2),
        ("https://a.org/: {state: ok}\nhttps://a.org/: {state: ok}\n", "ledger/duplicate-key", 2),
    ],
)
def test_what_is_wrong_has_its_place(text: str, code: str, line: int) -> None:
    with pytest.raises(SsgError) as caught:
        parse_ledger(text, "content/_links.yaml")
    (problem,) = caught.value.diagnostics
    assert problem.code == code, format_diagnostic(problem)
    assert problem.location
    assert (problem.location.path, problem.location.line) == ("content/_links.yaml", line)


def test_copies_are_those_of_the_dead() -> None:
    ledger = {
        "https://a.org/": _FULL,
        "https://b.org/": LinkRecord(state="ok", archive="https://archive.example/b"),
        "https://c.org/": LinkRecord(state="gone", dead=_DAY),
    }
    assert archives_of(ledger) == {"https://a.org/": _FULL.archive}


def test_ten_thousand_links_are_quick() -> None:
    record = LinkRecord(state="ok", code=200, good=_DAY, checked=_DAY, due=_DAY)
    ledger = {f"https://www.example{n % 900}.org/2025/{n}.html": record for n in range(10_000)}
    began = time.process_time()
    text = format_ledger(ledger)
    written = time.process_time()
    assert parse_ledger(text, "x") == ledger
    # Ten times what it takes, for machines with other things to do.
    assert written - began < 3
    assert time.process_time() - written < 30
