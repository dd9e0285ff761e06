"""Pictures and recordings of a page, whatever loads them late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement
from lxml.html.builder import E

from ssg.extract.boilerplate import naming
from ssg.extract.escaping import web_address
from ssg.extract.surgery import fit

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-url",
            "data-image", "data-hi-res-src", "data-large-file", "data-orig-file",
            "src")  # fmt: skip
_SETS = ("data-srcset", "data-lazy-srcset", "srcset", "data-sizes-srcset")
_PLACEHOLDER = re.compile(
    r"^data:|^about:|(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|pixel|1x1|"
    r"lazy|loading|grey|empty|default[-_]image)[\w-]*\.(?:gif|png|svg|jpe?g|webp)|\.svg$",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"-(?:icon|logo|avatar|emoji|smiley|badge|pixel|tracking|author|profile|headshot|mugshot|"
    r"portrait-small|share|social|sprite|gravatar)s?-"
)
_CREDIT = re.compile(
    r"-(?:credits?|copyright|source|photographer|agency|byline|author|rights|quelle|urheber|"
    r"autor)-"
)
_CREDIT_IN_TEXT = re.compile(
    r"[\s.–—|(/]*(?:(?:photo(?:graph)?|image|picture|credit|foto|bild|fotos|crédits?(?: photo)?|"
    r"imagen|fotografía|quelle|source)(?: credit)?(?: by)?\s*[:：]|©|\(c\))"
    r"\s*(?P<credit>[^.\n]{2,80}?)[\s.)]*$",
    re.IGNORECASE,
)
_SMALL, _LARGE = 80, 1700
_VIDEO_HOSTS = re.compile(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rumble\.com|"
    r"tiktok\.com|ok\.ru|bilibili\.com|twitch\.tv|soundcloud\.com|spotify\.com|podcasts\.apple\.com|acast\.com|"
    r"megaphone\.fm|c-span\.org|streamable\.com|odysee\.com|facebook\.com|instagram\.com)$"
)
_CHART_HOSTS = re.compile(
    r"(?:^|\.)(?:datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|documentcloud\.org|"
    r"scribd\.com|google\.com|arcgis\.com|statista\.com)$"
)
IMAGES = ("img", "amp-img", "picture")
"""The elements that show a picture."""


def source_of(image: HtmlElement, base: str) -> str:
    """Return the full address of a picture in a fair size; empty for a stand-in or ornament."""
    one = image if image.tag != "picture" else image.find(".//img")
    if one is not None:
        if _too_small(one) or _DECORATION.search(naming(one)):
            return ""
        for name in _SOURCES:
            value = one.get(name, "").strip()
            if value and not _PLACEHOLDER.search(value.split("?")[0]):
                address = web_address(base, value)
                if address:
                    return address
    family = image.getparent() if image.getparent() is not None else image
    sources = [one] if one is not None else []
    sources += list((image if image.tag == "picture" else family).iterchildren("source"))
    for source in sources:
        for name in _SETS:
            address = web_address(base, _from_set(source.get(name, "")))
            if address:
                return address
    return ""


def _too_small(image: HtmlElement) -> bool:
    sizes = [image.get(name, "").removesuffix("px") for name in ("width", "height")]
    return any(size.isdecimal() and int(size[:6]) < _SMALL for size in sizes if size)


def _from_set(text: str) -> str:
    """Return the largest source of a set that is not larger than a page needs."""
    best, best_width = "", -1
    for part in re.split(r",\s+|,(?=https?:|//)", text[:10_000].strip()):
        pieces = part.split()
        if not pieces or _PLACEHOLDER.search(pieces[0]):
            continue
        size = pieces[1] if len(pieces) > 1 else "0w"
        number = re.match(r"[\d.]{1,8}", size)
        width = int(float(number[0]) * (1 if size.endswith("w") else 600)) if number else 0
        if best_width < width <= _LARGE or not best or (best_width > _LARGE and width < best_width):
            best, best_width = pieces[0].rstrip(","), width
    return best


def figure_of(element: HtmlElement, base: str) -> HtmlElement | None:
    """Return the picture that an element holds, with its caption and credit; none for a stand-in.

    Args:
        element: an image, or what holds one with the words that belong to it.
        base: the address of the page.

    """
    image = next(element.iter(*IMAGES), None)
    source = source_of(image, base) if image is not None else ""
    if image is None or not source:
        return None
    shown = image if image.tag != "picture" else next(image.iter("img"), image)
    caption, credit = ("", "") if element.tag in IMAGES else _caption(element)
    alt = shown.get("alt", "").strip()
    attributes = {"src": source, "alt": alt, "title": caption, "data-credit": credit}
    attributes = {name: fit(value) for name, value in attributes.items()}
    return E.figure(E.img(**attributes))


def _caption(element: HtmlElement) -> tuple[str, str]:
    holder = element.find(".//figcaption")
    parts = list(_words_of(element if holder is None else holder, is_credit=False))
    caption = " ".join("".join(words for words, is_credit in parts if not is_credit).split())
    credit = " ".join("".join(words for words, is_credit in parts if is_credit).split())
    match = _CREDIT_IN_TEXT.search(caption)
    if match and not credit:
        caption, credit = caption[: match.start()].rstrip(" (|–—/"), match["credit"]
        caption += "." if caption and caption[-1].isalnum() and match[0].startswith(".") else ""
    credit = re.sub(
        r"^(?:photo|image|foto|bild|credit)(?: credit)?\s*[:：]\s*", "", credit, flags=re.I
    )
    return caption[:1000], credit.strip(" ()|/")[:200]


def _words_of(element: HtmlElement, is_credit: bool) -> Iterator[tuple[str, bool]]:
    """Yield the words of a caption, each with whether they say who made the picture."""
    yield element.text or "", is_credit
    for child in element:
        if isinstance(child.tag, str):
            named = child.tag in ("small", "cite") or bool(_CREDIT.search(naming(child)))
            yield from _words_of(child, is_credit or named)
        yield child.tail or "", is_credit


def recording_of(element: HtmlElement, base: str) -> HtmlElement | None:
    """Return a paragraph with a link to the video, sound or chart that an element shows."""
    source = element.get("src") or element.get("data-src") or element.get("data-lazy-src") or ""
    if element.tag in ("video", "audio"):
        inner = element.find("source")
        source = source or (inner.get("src", "") if inner is not None else "")
    if element.tag == "amp-youtube" and element.get("data-videoid"):
        source = f"https://www.youtube.com/watch?v={element.get('data-videoid')}"
    address = web_address(base, source)
    if not address:
        return None
    parts = urlsplit(address)
    host = parts.hostname or ""
    title = element.get("title") or element.get("aria-label") or ""
    if element.tag == "iframe":
        if host == "platform.twitter.com":
            number = parse_qs(parts.query).get("id", [""])[0]
            address = f"https://twitter.com/i/status/{number}" if number.isdecimal() else ""
        elif not (_VIDEO_HOSTS.search(host) or (title and _CHART_HOSTS.search(host))):
            return None
        if "google.com" in host and "/maps" not in parts.path:
            return None
    match = re.match(r"/embed/([\w-]{6,20})$", parts.path)
    if match and "youtube" in host:
        address = f"https://www.youtube.com/watch?v={match[1]}"
    match = re.match(r"/video/(\d{5,12})$", parts.path)
    if match and host == "player.vimeo.com":
        address = f"https://vimeo.com/{match[1]}"
    if not address:
        return None
    return E.p(E.a(fit(" ".join(title.split())[:200]) or host.removeprefix("www."), href=address))
