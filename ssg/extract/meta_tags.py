"""What a page says of itself in its meta tags."""

from __future__ import annotations

from lxml.html import HtmlElement

from ssg.extract.claims import Claims


def read_meta_tags(tree: HtmlElement) -> Claims:
    """Return the contents of all meta tags, by the name in lower case: ``meta og:title``.

    RDFa, which names a property of any element, counts as well. The names that several
    vocabularies have for one thing are left apart: the order of trust knows them all.
    """
    found: dict[str, list[str]] = {}
    for element in tree.iter():
        content = element.get("content") or (element.get("value") if element.tag == "meta" else "")
        if not content or element.get("itemprop"):
            continue
        stated = element.get("property") or ""
        if element.tag == "meta":
            stated = " ".join(
                filter(None, (stated, element.get("name"), element.get("http-equiv")))
            )
        for name in dict.fromkeys(stated.lower().split()):
            found.setdefault(f"meta {_plain(name)}", []).append(content)
    return {place: tuple(texts) for place, texts in found.items()}


def _plain(name: str) -> str:
    """Return a name without the prefixes that mean nothing: ``og:article:author``, ``dc:date``."""
    name = name.replace("og:article:", "article:").replace("dcterms", "dc")
    return name.replace("dc:", "dc.") if name.startswith("dc:") else name
