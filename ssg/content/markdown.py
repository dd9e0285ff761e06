"""Markdown becomes HTML with holes for what only the whole site knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ssg.content.destinations import destination_plugin
from ssg.content.html_shortcodes import html_shortcode_plugin
from ssg.content.plain_links import PLAIN_TARGET, plain_link_plugin
from ssg.content.raw_html import leading_text, plain_text
from ssg.content.reading import Reading
from ssg.content.renderer import Hole, Renderer, fill
from ssg.content.rules import add_rules, inline_text
from ssg.content.settings import ParseSettings
from ssg.content.shortcode import shortcode_plugin
from ssg.content.signs import add_signs, quotes_of
from ssg.errors import Diagnostic, Location
from ssg.model.body import Body, Content, Heading
from ssg.text.words import count_words

# Its blank comes last, for a search is fast that begins with a text.
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')

PLAIN_LINK = re.compile(PLAIN_TARGET)
"""A link that is written as it stands; taking it apart to see that takes ten times as long."""


class _Parser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Return a link as HTML holds it."""
        return url if PLAIN_LINK.fullmatch(url) else super().normalizeLink(url)


class Markdown:
    """A Markdown reader, set once and used for many texts."""

    def __init__(self, settings: ParseSettings, language: str) -> None:
        """Set up a reader of texts in a language by the rules of a site."""
        rules = settings.markdown
        self._missing_alt = settings.missing_alt
        options: dict[str, Any] = {
            "html": rules.raw_html,
            "typographer": rules.typographer,
            "linkify": rules.linkify,
            "xhtmlOut": False,
            "quotes": list(quotes_of(language)),
            "maxNesting": 100,  # what is nested deeper is left out without a word
        }
        md = _Parser("commonmark", options, renderer_cls=Renderer)
        md.enable(["table", "strikethrough"])
        if rules.typographer:
            md.enable(["replacements", "smartquotes"])
            add_signs(md, language)
        if rules.linkify:
            md.enable("linkify")
            assert md.linkify is not None
            md.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
            # Few texts can hold an address, and to search one for them takes longer than all the
            # rest of reading it.
            test = md.linkify.test
            md.linkify.pretest = _may_hold_address
            md.linkify.test = lambda text: _may_hold_address(text) and test(text)
        md.use(footnote_plugin).use(deflist_plugin).use(attrs_plugin).use(attrs_block_plugin)
        md.use(destination_plugin).use(plain_link_plugin).use(shortcode_plugin, settings.shortcodes)
        md.use(html_shortcode_plugin, settings.shortcodes)
        add_rules(md)
        # The plugin brings its own; ours are plain, for notes stand in no landmark of the page.
        md.add_render_rule("footnote_block_open", Renderer.footnote_block_open)
        md.add_render_rule("footnote_block_close", Renderer.footnote_block_close)
        self._md = md
        # A title is a text, not Markdown: only its quotes and dashes are set.
        self._title = MarkdownIt("zero", options)
        if rules.typographer:
            self._title.enable(["replacements", "smartquotes"])
            add_signs(self._title, language)

    def title(self, text: str) -> str:
        """Return a plain text with typographic quotes and dashes."""
        tokens = self._title.parseInline(" ".join(text.split()))
        return "".join(child.content for child in tokens[0].children or ()) if tokens else ""

    def inline(self, text: str, path: str, where: Location) -> tuple[Body, Sequence[Diagnostic]]:
        """Return a short text from front matter as HTML without a paragraph, and what is wrong."""
        if not text:
            return Body(), ()
        reading = Reading(path, text, 1, where, self._missing_alt)
        holes: list[Hole] = []
        env: dict[str, Any] = {"reading": reading, "holes": holes}
        html = self._md.renderInline(" ".join(text.split()), env)
        return fill(html, holes), reading.problems

    def content(
        self, text: str, path: str, first_line: int
    ) -> tuple[Content, Sequence[Diagnostic]]:
        """Return a whole text, understood, and what is wrong in it.

        Args:
            text: the Markdown.
            path: the file, for messages.
            first_line: the line of the file on which the text begins.

        """
        reading = Reading(path, text, first_line, missing_alt=self._missing_alt)
        holes: list[Hole] = []
        env: dict[str, Any] = {"reading": reading, "holes": holes}
        tokens = self._md.parse(text, env)
        html = self._md.renderer.render(tokens, self._md.options, env)
        words = plain_text(html)
        content = Content(
            body=fill(html, holes),
            headings=tuple(_headings(tokens)),
            ids=frozenset(reading.ids | set(_ID.findall(html))),
            text=words,
            lead=leading_text(html),
            word_count=count_words(words),
        )
        return content, reading.problems


def _may_hold_address(text: str) -> bool:
    return "//" in text or (":" in text and "mailto:" in text.lower())


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    return [
        Heading(int(token.tag[1]), str(token.attrs["id"]), inline_text(tokens[index + 1]).strip())
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
