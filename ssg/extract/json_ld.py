"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from ssg.extract.claims import Claims, folded, plain
from ssg.extract.json_text import read_json
from ssg.extract.tree import absolute

_Node = dict[str, Any]

_MOST_NODES = 5_000
# A page's own article stands on top, in a graph, or as what a page is about; lists name others.
_LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage", "@included")
_OTHER_POSTINGS = {"JobPosting"}
_RANKS = {
    **dict.fromkeys(("Article", "Report", "BlogPosting", "ScholarlyArticle", "TechArticle"), 1),
    **dict.fromkeys(("PodcastEpisode", "RadioEpisode", "TVEpisode", "Episode", "Review"), 2),
    **dict.fromkeys(("VideoObject", "AudioObject", "CreativeWork", "DigitalDocument"), 3),
    **dict.fromkeys(("WebPage", "ItemPage", "AboutPage", "MedicalWebPage"), 4),
}
_PAGE = 4
_ORGANISATIONS = re.compile(r"Organi[sz]ation|Corporation|Brand|Agency|Publisher|WebSite")


def read_json_ld(tree: HtmlElement, url: str) -> Claims:
    """Return what the JSON-LD of a page says of its article.

    Of several articles it is the one that names the address of the page or its headline, else
    the most specific. Where there is none, what is said of the page itself comes under
    ``json-ld page …``.
    """
    top = [value for script in _scripts(tree) for value in read_json(script)]
    nodes = list(_nodes(top, everywhere=False))
    known = _by_id(_nodes(top, everywhere=True))
    ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
    claims: dict[str, tuple[str, ...]] = {}
    articles = [(rank, node) for rank, node in ranked if rank < _PAGE]
    if articles:
        shown = folded(" ".join(tree.xpath("//title//text() | //h1//text()"))[:2000])
        best = min(articles, key=lambda one: (_strangeness(one[1], url, shown), one[0]))
        claims.update(_claims(best[1], known, "json-ld"))
    for rank, node in ranked:
        if rank == _PAGE:
            claims.update(_claims(node, known, "json-ld page"))
            break
    sites = [node for node in nodes if "WebSite" in _types(node)]
    claims["json-ld site name"] = tuple(_texts([site.get("name") for site in sites]))
    return claims


def _scripts(tree: HtmlElement) -> list[str]:
    return [
        script.text or ""
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]


def _nodes(values: list[Any], *, everywhere: bool) -> Iterator[_Node]:
    """Yield the objects of JSON-LD: those on top, or everywhere."""
    waiting = list(reversed(values))
    left = _MOST_NODES
    while waiting and left:
        left -= 1
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            yield value
            waiting += [one for key, one in value.items() if everywhere or key in _LEADS_ON][::-1]


def _by_id(nodes: Iterator[_Node]) -> dict[str, _Node]:
    """Return the fullest object of every identifier."""
    known: dict[str, _Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(known.get(name, ())):
            known[name] = node
    return known


def _types(node: _Node) -> list[str]:
    return [re.split(r"[/#:]", name)[-1] for name in _texts(node.get("@type"))]


def _rank(node: _Node) -> int | None:
    ranks = [_RANKS.get(name) for name in _types(node)] + [
        0
        for name in _types(node)
        if name.endswith(("Article", "Posting", "BlogPost"))
        and name not in _OTHER_POSTINGS
        and name not in _RANKS
    ]
    return min((rank for rank in ranks if rank is not None), default=None)


def _strangeness(node: _Node, url: str, shown: str) -> int:
    """Return how little an article has to do with the page: its address, its headline."""
    own = {_bare(absolute(url, link)) for link in _links(node)}
    headline = folded(plain(next(iter(_texts(node.get("headline") or node.get("name"))), "")))
    return (_bare(url) not in own) + 2 * (not headline or headline[:60] not in shown)


def _claims(node: _Node, known: dict[str, _Node], place: str) -> Claims:
    def at(field: str) -> Any:
        return _resolved(node.get(field), known)

    people: list[str] = []
    organisations: list[str] = []
    for field in ("author", "creator", "contributor"):
        if people and field == "creator":
            continue  # the same once more
        for one in _each(at(field)):
            kind = " ".join(_types(one)) if isinstance(one, dict) else ""
            (organisations if _ORGANISATIONS.search(kind) else people).extend(_names(one, known))
    images = [one for field in ("image", "primaryImageOfPage") for one in _each(at(field))]
    image = next((one for one in images if isinstance(one, dict)), {})
    pictures = [link for one in [*images, at("thumbnailUrl")] for link in _pictures(one)]
    claims = {
        "headline": [*_texts(node.get("headline")), *_texts(node.get("name"))],
        "alternative": _texts(node.get("alternativeHeadline")),
        "description": _texts(node.get("description")),
        "author": people,
        "organisation": organisations,
        "publisher": _names(at("publisher"), known) or _names(at("sourceOrganization"), known),
        "url": _links(node),
        "language": _texts(node.get("inLanguage")) or _names(at("inLanguage"), known),
        "image": pictures,
        "caption": _texts(image.get("caption")) or _texts(image.get("description")),
        "credit": _texts(image.get("creditText"))
        or [name for field in ("author", "creator") for name in _names(image.get(field), known)]
        or _texts(image.get("copyrightNotice")),
        "keywords": [text for one in _each(at("keywords")) for text in _names(one, known)],
        "about": [text for one in _each(at("about")) for text in _names(one, known)],
        "section": _texts(node.get("articleSection")),
    }
    dates = ("datePublished", "dateCreated", "uploadDate", "dateModified")
    claims.update({field: _texts(node.get(field)) for field in dates})
    return {f"{place} {field}": tuple(texts) for field, texts in claims.items() if texts}


def _resolved(value: Any, known: dict[str, _Node]) -> Any:
    """Return a value with objects in place of references to them."""
    if isinstance(value, list):
        return [_resolved(one, known) if not isinstance(one, list) else one for one in value]
    if isinstance(value, dict) and isinstance(name := value.get("@id"), str):
        return {**known.get(name, {}), **value}
    return value


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    """Return the texts of a value that is one, a list of them, or one with its language."""
    found = []
    for one in _each(value):
        if isinstance(one, dict):
            one = one.get("@value")
        if isinstance(one, bool) or not isinstance(one, str | int | float):
            continue
        found.append(str(one))
    return found


def _names(value: Any, known: dict[str, _Node]) -> list[str]:
    """Return the names of persons and things: texts, or objects that have one."""
    found = []
    for one in _each(value):
        if isinstance(one, dict):
            one = _resolved(one, known)
            given = " ".join(_texts(one.get("givenName")) + _texts(one.get("familyName")))
            found += _texts(one.get("name")) or ([given] if given else [])
        else:
            found += _texts(one)
    return found


def _links(node: _Node) -> list[str]:
    found = _texts(node.get("url"))
    for page in _each(node.get("mainEntityOfPage")):
        found += (
            (_texts(page.get("@id")) + _texts(page.get("url"))) if isinstance(page, dict) else []
        )
        found += _texts(page)
    return [link for link in found if link.strip() and link.lower() != "true"]


def _pictures(value: Any) -> list[str]:
    found = []
    for one in _each(value):
        if isinstance(one, dict):
            found += _texts(one.get("url")) or _texts(one.get("contentUrl"))
        else:
            found += _texts(one)
    return found


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/$", "", url)
