"""Bodies become HTML once every link is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from ssg.model.body import Body, Link, ShortcodeCall
from ssg.model.links import ResolvedLinks
from ssg.render.reads import UNNOTED, Reads
from ssg.templating.environment import Templates
from ssg.text.urls import BaseUrl


@dataclass(frozen=True, slots=True)
class Bodies:
    """Fills the holes of bodies: links by where they lead, shortcodes by their templates."""

    links: ResolvedLinks
    """Where links lead."""
    templates: Templates
    """The templates of shortcodes."""
    base: BaseUrl
    """Where the site is published."""
    full_urls: bool = False
    """Write full URLs, for feeds."""
    reads: Reads = UNNOTED
    """Notes whose bodies are asked for."""

    def absolute(self) -> Bodies:
        """Return the same, writing full URLs."""
        return replace(self, full_urls=True)

    def html(self, body: Body, document: str) -> Markup:
        """Return a body of a document as HTML.

        Raises:
            SsgError: the template of a shortcode fails.

        """
        self.reads.note("text", document)
        if all(isinstance(part, str) for part in body.parts):
            return Markup("".join(map(str, body.parts)))
        return Markup("".join(self._part(part, document) for part in body.parts))

    def url(self, target: Link | str, document: str) -> str:
        """Return the URL of a link in a document."""
        path = target if isinstance(target, str) else self.links.path(document, target)
        return self._to_url(path)

    @property
    def _to_url(self) -> Callable[[str], str]:
        return self.base.absolute if self.full_urls else self.base.link

    def _part(self, part: str | Link | ShortcodeCall, document: str) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Link):
            return str(escape(self.url(part, document)))
        return self._shortcode(part, document)

    def _shortcode(self, call: ShortcodeCall, document: str) -> str:
        declared = self.templates.theme.shortcodes[call.name].arguments
        given = {
            name: self.url(value, document) if isinstance(value, Link) else value
            for name, value in call.arguments.items()
        }
        context = {**dict.fromkeys(declared, ""), **given, "body": self.html(call.body, document)}
        name = f"shortcodes/{call.name}.html"
        return self.templates.render(name, context, str(call.location), call.location)
