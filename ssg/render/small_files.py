"""The small files of a site: robots.txt, the OPML list of sources, redirects, what is gone."""

from __future__ import annotations

import re
from html import escape

from ssg.model.output import AliasSubject, GoneSubject, output_path
from ssg.render.context import RenderContext
from ssg.render.xml import document, element


def render_robots(context: RenderContext) -> bytes:
    """Return robots.txt: everything may be read, and the sitemaps stand here."""
    sitemaps = "\n".join(
        f"Sitemap: {context.base.absolute(path)}" for path in ("/sitemap.xml", "/news-sitemap.xml")
    )
    return f"User-agent: *\nDisallow:\n\n{sitemaps}\n".encode()


def render_opml(context: RenderContext) -> bytes:
    """Return the outlets that the blog draws on, as OPML 2.0 for feed readers."""
    outlines = []
    for term, _, _ in context.ask.terms("sources"):
        page = term.document.front_matter if term.document else None
        home = page.url if page and page.url else context.base.absolute(term.path)
        attributes = {"text": term.name, "title": term.name}
        if page and page.feed:
            attributes |= {"type": "rss", "xmlUrl": page.feed, "htmlUrl": home}
        else:
            attributes |= {"type": "link", "url": home}
        outlines.append(element("outline", attributes=attributes))
    if not outlines:  # a list must hold something: the blog itself
        name, home = context.config.title, context.base.absolute("/")
        attributes = {"text": name, "title": name, "type": "rss", "htmlUrl": home}
        attributes["xmlUrl"] = context.base.absolute("/feed.xml")
        outlines.append(element("outline", attributes=attributes))
    title = element("title", context.config.title)
    parts = [element("head", [title]), element("body", outlines)]
    return document(element("opml", parts, {"version": "2.0"}))


def render_gone(subject: GoneSubject, context: RenderContext) -> bytes:
    """Return what tells a host to answer with 410 where something was withdrawn.

    A file ``_redirects`` names for every address the page to show; a map holds the addresses
    alone, for ``map`` of nginx and ``RewriteMap`` of Apache.
    """
    link = context.base.link
    if subject.kind == "redirects":
        lines = [
            f"{link(path)} {link('/' + output_path(page))} 410!"
            for page, aliases in context.ask.gone()
            for path in (page, *aliases)
        ]
    else:
        # Servers compare what they have decoded.
        root = link("/").rstrip("/")
        lines = [f"{_map_key(root + page)} 1;" for page, _ in context.ask.gone()]
    return "".join(f"{line}\n" for line in lines).encode()


def _map_key(path: str) -> str:
    if not re.search(r"[\s;{}\"'\\$]", path):
        return path
    return '"' + re.sub(r'(["\\])', r"\\\1", path) + '"'


def render_alias(subject: AliasSubject, context: RenderContext) -> bytes:
    """Return a page that sends its reader on, without a script."""
    link = escape(context.base.link(subject.target))
    full = escape(context.base.absolute(subject.target))
    return (
        f'<!doctype html>\n<html lang="{escape(context.config.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{full}</title>\n'
        f'<link rel="canonical" href="{full}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n'
        f'<body><p><a href="{link}">{full}</a></p></body>\n</html>\n'
    ).encode()
