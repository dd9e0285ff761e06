"""The small files of a site: robots.txt, the OPML list of sources, redirects."""

from __future__ import annotations

from html import escape

from ssg.model.output import AliasSubject
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
