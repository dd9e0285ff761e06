"""What a theme says of the pictures that are made for a site."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssg.schema.decode import list_of, text, words
from ssg.schema.record import key
from ssg.schema.report import Report
from ssg.schema.tree import Node


def _color(node: Node, report: Report) -> str:
    value = text(node, report)
    if re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value
    message = f'"{value}" is not a colour that pictures can have'
    raise report.error(node, "unknown-value", message, "write six digits, as #fbfaf6")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRules:
    """Fonts and colours of share cards and icons."""

    headline: tuple[str, ...] = key(
        list_of(words), "Font files of headlines; a letter is of the first that has it."
    )
    label: tuple[str, ...] = key(list_of(words), "Font files of small words, likewise.")
    paper: str = key(_color, "The ground.", "#ffffff")
    ink: str = key(_color, "Letters and rules.", "#000000")
