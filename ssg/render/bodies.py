"""Bodies become HTML once every link is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from ssg.model.body import Body, Link, Picture, ShortcodeCall
from ssg.model.links import ResolvedLinks
from ssg.model.theme import ArgumentType
from ssg.render.embeds import embed_view
from ssg.render.image_views import FindImage, with_facts
from ssg.render.reads import UNNOTED, Reads
from ssg.render.views.embed import EmbedView
from ssg.render.views.parts import ImageView
from ssg.templating.environment import Templates
from ssg.templating.picture import picture_markup
from ssg.text.elements import BLOCKS
from ssg.text.outbound import ArchiveWords, link_url, outbound_urls, with_archives
from ssg.text.urls import BaseUrl

IN_TEXT = "(min-width: 40rem) 37rem, 100vw"
"""How wide a picture is shown in a text: as wide as its lines are on a wide screen."""

_BLOCK = re.compile(rf"\s*<(?!br\b)(?:{'|'.join(BLOCKS)})\b")
_EMPTY = re.compile(r"<p>\s*</p>\n?")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Fills the holes of bodies: links by where they lead, shortcodes by their templates."""

    links: ResolvedLinks
    """Where links lead."""
    templates: Templates
    """The templates of shortcodes."""
    base: BaseUrl
    """Where the site is published."""
    archive: Callable[[str], str]
    """Returns the archived copy of an address elsewhere that is dead; nothing of all others."""
    image: FindImage
    """Returns what is known of a picture of the site."""
    instead: bool = False
    """Put an archived copy in the place of a link that is dead, not beside it."""
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
        return Markup(self._with_archives(self._joined(body, document)))

    def url(self, target: Link | str, document: str) -> str:
        """Return the URL of a link in a document."""
        path = target if isinstance(target, str) else self.links.path(document, target)
        return self._to_url(path)

    def elsewhere(self, url: str) -> tuple[str, str]:
        """Return where a link leads that leaves the site, and the archived copy to show beside it;
        that may be empty.
        """
        copy = self.archive(link_url(url)) if url else ""
        return (copy or url, "") if self.instead else (url, copy)

    def archive_words(self) -> ArchiveWords:
        """Return what is said of an archived copy."""
        words = self.templates.words
        return ArchiveWords(words("links.archived"), words("links.archived_title"))

    def _joined(self, body: Body, document: str) -> str:
        if all(isinstance(part, str) for part in body.parts):
            return "".join(map(str, body.parts))
        found, is_split = "", False
        for part in body.parts:
            # As plain text: a piece of markup would escape what stands before it.
            piece = str(self._part(part, document))
            if isinstance(part, ShortcodeCall) and _BLOCK.match(piece) and _in_paragraph(found):
                piece, is_split = f"</p>\n{piece.strip()}\n<p>", True
            found += piece
        return _EMPTY.sub("", found) if is_split else found

    def _with_archives(self, html: str) -> str:
        archives = {url: copy for url in outbound_urls(html) if (copy := self.archive(url))}
        if not archives:
            return html
        return with_archives(html, archives, self.archive_words(), self.instead)

    @property
    def _to_url(self) -> Callable[[str], str]:
        return self.base.absolute if self.full_urls else self.base.link

    def _part(self, part: str | Link | Picture | ShortcodeCall, document: str) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Picture):
            view = self._view(part, document)
            return picture_markup(view, self._to_url, IN_TEXT, attributes=dict(part.attributes))
        if isinstance(part, Link):
            return str(escape(self.url(part, document)))
        return self._shortcode(part, document)

    def _shortcode(self, call: ShortcodeCall, document: str) -> str:
        declared = self.templates.theme.shortcodes[call.name].arguments
        given = {
            name: self._argument(value, declared[name].type, document)
            for name, value in call.arguments.items()
        }
        body = Markup(self._joined(call.body, document))
        context = {
            "feed": self.full_urls,
            **dict.fromkeys(declared, ""),
            **given,
            "body": body,
        }
        name = f"shortcodes/{call.name}.html"
        return self.templates.render(name, context, str(call.location), call.location)

    def _argument(
        self, value: str | Link | Picture, kind: ArgumentType, document: str
    ) -> str | ImageView | EmbedView:
        if isinstance(value, Link):
            return self.url(value, document)
        if isinstance(value, Picture):
            return self._view(value, document)
        if kind == "embed":
            return embed_view(value)
        return ImageView(value, "", Markup(), "") if kind == "image" else value

    def _view(self, picture: Picture, document: str) -> ImageView:
        path = self.links.path(document, picture.src)
        view = with_facts(ImageView(path, picture.alt, Markup(), ""), self.image)
        # Readers of feeds get the one file, at its full URL.
        return replace(view, path=self._to_url(path), sources=()) if self.full_urls else view


def _in_paragraph(html: str) -> bool:
    """Tell whether what follows would stand in a paragraph, where no block may."""
    last = max(html.rfind("<p>"), html.rfind("<p "))
    return last > html.rfind("</p>")
