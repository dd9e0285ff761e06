"""How often the pages of a site were read in a span: the file ``_data/views.yaml``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ssg.schema.decode import Decoder, integer, mapping_of, moment
from ssg.schema.record import key, record
from ssg.schema.report import Report
from ssg.schema.tree import Node

VIEWS = "views"
"""The name of the file in _data/, without its ending."""

MOST = 999_999_999
"""No page is read more often."""

_LONGEST = 1000
_HEAD = "# How often pages were read, the most read first. Written by: ssg views pull\n"
_PLAIN = re.compile(r"/[A-Za-z0-9/._~%-]*")


def _day(node: Node, report: Report) -> date:
    return moment(node, report).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewSnapshot:
    """How often pages were read in a span."""

    since: date | None = key(_day, "The first day of the span.", None)
    until: date | None = key(_day, "The last day of the span.", None)
    paths: Mapping[str, int] = key(
        mapping_of(integer(0, MOST)), "How often each path was read.", {}
    )


snapshot_decoder: Decoder[ViewSnapshot] = record(ViewSnapshot)
"""Decodes what _data/views.yaml says."""


def is_path(text: str) -> bool:
    """Tell whether this may be the path of a page; a counter is told anything."""
    return 0 < len(text) <= _LONGEST and text.isprintable()


def counts_of(data: object) -> dict[str, int]:
    """Return how often each path was read, as a file of _data/ that was checked says."""
    paths = data.get("paths") if isinstance(data, Mapping) else None
    return {path: int(count) for path, count in paths.items()} if paths else {}


def format_snapshot(snapshot: ViewSnapshot) -> str:
    """Return a snapshot as YAML, the most read first; the same views give the same text."""
    lines = [_HEAD]
    lines += [f"since: {snapshot.since}\n"] if snapshot.since else []
    lines += [f"until: {snapshot.until}\n"] if snapshot.until else []
    lines.append("paths:\n")
    for path, count in sorted(snapshot.paths.items(), key=lambda one: (-one[1], one[0])):
        named = path if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)
        lines.append(f"  {named}: {count}\n")
    return "".join(lines)
