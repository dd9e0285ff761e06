"""views in site.yaml: how often articles are read, and who counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssg.schema.decode import boolean, integer, web_url
from ssg.schema.record import key
from ssg.schema.report import Report
from ssg.schema.tree import Node


def _counter(node: Node, report: Report) -> str:
    value = web_url(node, report)
    if re.search(r"[?#@]", value):
        hint = "write it as https://CODE.goatcounter.com, and keep tokens out of this file"
        raise report.error(node, "wrong-url", f'"{value}" is not that of a counter', hint)
    return value.rstrip("/").removesuffix("/count")


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRules:
    """How often articles are read."""

    goatcounter: str = key(
        _counter,
        "The GoatCounter that counts, as `https://CODE.goatcounter.com`; nothing is counted "
        "without one.",
        "",
    )
    show: bool = key(boolean, "Show the number under an article where the counter tells it.", True)
    most_read: int = key(
        integer(0, 24),
        "How many of the most read articles the front page knows, where there is a snapshot.",
        5,
    )
