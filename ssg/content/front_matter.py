"""Front matter, decoded strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from ssg.content.settings import ParseSettings
from ssg.content.source import SourceParts
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.front_matter import FrontMatter, TermFrontMatter
from ssg.schema.decode import Decoder, list_of, words
from ssg.schema.record import record
from ssg.schema.report import Invalid, Report, Unknown
from ssg.schema.tree import Source, compose_keys

F = TypeVar("F")

Decoded = tuple[F, Mapping[str, Location], tuple[Diagnostic, ...]]
"""The front matter, where its keys stand, and warnings."""


def front_matter_decoder(settings: ParseSettings) -> Decoder[FrontMatter]:
    """Return the decoder of the front matter of articles and pages."""
    return record(
        FrontMatter, free=settings.taxonomies, free_field="terms", free_decoder=list_of(words)
    )


term_decoder: Decoder[TermFrontMatter] = record(TermFrontMatter)


def decode_front_matter(
    path: str, parts: SourceParts, decode: Decoder[F], unknown: str
) -> Decoded[F]:
    """Return the front matter of a file.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(f"content/{path}", parts.yaml, parts.yaml_line)
    node = compose_keys(parts.yaml, source, "front-matter/invalid-yaml")
    report = Report(source, "front-matter", cast(Unknown, unknown))
    try:
        front_matter = decode(node, report)
    except Invalid:
        raise SsgError(report.diagnostics) from None
    if any(one.severity == "error" for one in report.diagnostics):
        raise SsgError(report.diagnostics)
    return front_matter, report.positions, tuple(report.diagnostics)
