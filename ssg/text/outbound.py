"""Links that leave the site: found in HTML, and given their archived copies where they are dead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssg.text.urls import is_web_url

_ANCHOR = re.compile(
    r"(?P<before><a\s(?:[^>]*?\s)?href\s*=\s*)"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))(?P<after>[^>]*>)",
    re.IGNORECASE,
)
_END = re.compile(r"</a\s*>", re.IGNORECASE)
_TITLE = re.compile(r"\stitle\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchiveWords:
    """What is said of a copy in an archive."""

    copy: str
    """The words of a link to it, beside the link that is dead."""
    title: str
    """What that is, for those who ask."""


def link_url(target: str) -> str:
    """Return the address that a link asks for, without its fragment; nothing where the link stays
    within the site or is none of the web.
    """
    text = target.strip()
    url = (f"https:{text}" if text.startswith("//") else text).partition("#")[0]
    if url[:8].lower().startswith(("http://", "https://")):
        scheme, _, rest = url.partition("://")
        url = f"{scheme.lower()}://{rest}"
    return url if url.isprintable() and is_web_url(url) else ""


def outbound_urls(markup: str) -> Iterator[str]:
    """Yield the address of every link in a piece of HTML that leaves the site."""
    for match in _ANCHOR.finditer(markup):
        if url := _url(match):
            yield url


def with_archives(
    markup: str, archives: Mapping[str, str], words: ArchiveWords, instead: bool
) -> str:
    """Return HTML with archived copies of the dead links in it.

    Args:
        markup: the HTML.
        archives: the copy of each address that is dead.
        words: what is said of a copy.
        instead: True puts the copy in the place of the link, False beside it.

    """
    parts: list[str] = []
    done = 0
    for match in _ANCHOR.finditer(markup):
        archive = archives.get(_url(match))
        if not archive or match.start() < done:
            continue
        if instead:
            new = _instead(match, archive, words)
            parts += [markup[done : match.start()], new]
            done = match.end()
        else:
            end = _END.search(markup, match.end())
            if end:
                parts += [markup[done : end.end()], f" {archive_link(archive, words)}"]
                done = end.end()
    return "".join([*parts, markup[done:]])


def archive_link(archive: str, words: ArchiveWords) -> str:
    """Return a link to an archived copy, to stand beside the link that is dead."""
    href, title = html.escape(archive), html.escape(words.title)
    return f'<a class="archived" href="{href}" title="{title}">{html.escape(words.copy)}</a>'


def _instead(match: re.Match[str], archive: str, words: ArchiveWords) -> str:
    titled = _TITLE.search(match["before"] + match["after"])
    title = "" if titled else f' title="{html.escape(words.title)}"'
    return f'{match["before"]}"{html.escape(archive)}"{title}{match["after"]}'


def _url(match: re.Match[str]) -> str:
    return link_url(html.unescape(match["double"] or match["single"] or match["bare"] or ""))
