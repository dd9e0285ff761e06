"""The ledger of links, ``content/_links.yaml``: what is known of every address linked to."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from ssg.errors import SsgError
from ssg.extract.states import STATES
from ssg.schema.decode import integer, mapping_of, one_of, web_url
from ssg.schema.record import key, record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node, Source, compose_keys
from ssg.text.dates import parse_moment

LEDGER = "_links.yaml"
"""The name of the ledger, below content/."""

_HEAD = "# What is known of the links that leave this site. Written by: ssg links check\n"
_PLAIN = re.compile(r"https?://[A-Za-z0-9/.:?=&%_~+,;@!$()*'\[\]-]*[A-Za-z0-9/_=-]")
# YAML takes no longer text for a key unless that is marked as one.
_LONGEST_KEY = 1000


def _day(node: Node, report: Report) -> date:
    value = str(node.value)
    try:
        return parse_moment(value).date()
    except ValueError:
        message, hint = f'"{value}" is not a date', "write it as 2025-12-22"
        raise report.error(node, "wrong-date", message, hint) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """What is known of an address."""

    state: str = key(one_of(*STATES), "What the last check came to.")
    code: int = key(integer(0, 999), "The status of HTTP that it was answered with.", 0)
    good: date | None = key(_day, "The day on which it was last seen well.", None)
    checked: date | None = key(_day, "The day of the last check.", None)
    failing: date | None = key(_day, "The first day of the failures since it was well.", None)
    failures: int = key(integer(0, 9999), "On how many days it failed since.", 0)
    dead: date | None = key(_day, "Since when it counts as dead.", None)
    to: str = key(web_url, "The address to which it moved for good.", "")
    archive: str = key(web_url, "Its copy in an archive.", "")
    sought: date | None = key(_day, "The day on which an archive had no copy.", None)
    due: date | None = key(_day, "The day of the next check.", None)


UNCHECKED = LinkRecord(state="unchecked")
"""What is known of an address that was not checked so far."""

Ledger = Mapping[str, LinkRecord]
"""What is known, by address."""

_FIELDS = tuple((one.name, one.default) for one in dataclasses.fields(LinkRecord))


def parse_ledger(text: str, path: str) -> dict[str, LinkRecord]:
    """Return what a ledger says.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, text)
    node = compose_keys(text, source, "ledger/invalid-yaml")
    report = Report(source, "ledger")
    found: dict[str, LinkRecord] = {}
    with suppress(Invalid):
        found = mapping_of(record(LinkRecord), check_url)(node, report)
    if report.diagnostics:
        raise SsgError(report.diagnostics)
    return found


def format_ledger(ledger: Ledger) -> str:
    """Return a ledger as YAML: sorted by address, one line for each thing that is known."""
    lines = [_HEAD]
    for url in sorted(ledger):
        named = _text(url)
        lines.append(f"? {named}\n:\n" if len(named) > _LONGEST_KEY else f"{named}:\n")
        one = ledger[url]
        for name, default in _FIELDS:
            value = getattr(one, name)
            if value != default:
                lines.append(f"  {name}: {_text(value) if isinstance(value, str) else value}\n")
    return "".join(lines)


def archives_of(ledger: Ledger) -> dict[str, str]:
    """Return the archived copies of the addresses that are known to be dead."""
    return {url: one.archive for url, one in ledger.items() if one.dead and one.archive}


def check_url(name: str) -> str:
    """Return what is wrong with the name of an entry; nothing where it is a web address."""
    return "" if re.match(r"https?://.", name) else f'"{name}" is not a web address'


def _text(value: str) -> str:
    """Return a text as YAML; what JSON writes is YAML."""
    if _PLAIN.fullmatch(value) or value.replace("-", "").isalnum():
        return value
    return json.dumps(value, ensure_ascii=False)
