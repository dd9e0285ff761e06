"""Rules by which the tests read texts."""

from __future__ import annotations

from ssg.config.site import MarkdownRules
from ssg.content.settings import ParseSettings
from ssg.model.theme import Argument, Shortcode

_REQUIRED = Argument("text", required=True)
_OPTIONAL = Argument("text", required=False)
_FILE = Argument("file", required=True)

SETTINGS = ParseSettings(
    language="en",
    markdown=MarkdownRules(),
    unknown_keys="near",
    taxonomies=("people",),
    shortcodes={
        "figure": Shortcode({"src": _FILE, "alt": _REQUIRED, "caption": _OPTIONAL}, "none"),
        "note": Shortcode({"title": _OPTIONAL}, "required"),
        "document": Shortcode({"src": _FILE, "title": _REQUIRED}, "optional"),
        "quote": Shortcode({"author": _OPTIONAL}, "required"),
    },
    quoted_words=80,
)
"""A site in English with three shortcodes and a taxonomy of its own."""
