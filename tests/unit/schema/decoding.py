"""Decoding a piece of YAML for a test."""

from __future__ import annotations

from typing import TypeVar

from ssg.errors import SsgError
from ssg.schema.decode import Decoder
from ssg.schema.report import Invalid, Report, Unknown
from ssg.schema.tree import Source, compose

T = TypeVar("T")


def decoded(yaml_text: str, decode: Decoder[T], unknown: Unknown = "error") -> T:
    """Return what a decoder makes of a text; raises with what it complains of."""
    value, report = decoded_with_report(yaml_text, decode, unknown)
    if report.diagnostics or value is None:
        raise SsgError(report.diagnostics)
    return value


def decoded_with_report(
    yaml_text: str, decode: Decoder[T], unknown: Unknown = "error"
) -> tuple[T | None, Report]:
    """Return what a decoder makes of a text, and its complaints."""
    source = Source("site.yaml", yaml_text)
    node = compose(yaml_text, source, "site/invalid-yaml")
    assert node is not None
    report = Report(source, "site", unknown)
    try:
        return decode(node, report), report
    except Invalid:
        return None, report


def complaint(yaml_text: str, decode: Decoder[T], unknown: Unknown = "error") -> str:
    """Return the message of the first complaint."""
    _, report = decoded_with_report(yaml_text, decode, unknown)
    return report.diagnostics[0].message if report.diagnostics else ""
