"""The lead image of a page: where it is, what it shows, who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from ssg.extract.claims import Claims, all_of, first, plain
from ssg.extract.clipping import ClippedImage
from ssg.extract.prose import text_of
from ssg.extract.shown import is_around
from ssg.extract.tree import absolute
from ssg.extract.trust import IMAGES

# Pictures of the outlet itself, of nobody, of nothing: told by a folder, or by the file's name.
_NO_PICTURES = re.compile(r"/(?:logos?|favicons?|sprites?|avatars?|gravatar|placeholders?)/", re.I)
_NO_PICTURE = re.compile(
    r"(?:^|[_.-])(?:logos?\d*|favicon|sprites?|placeholder|default|blank|spacer|pixel|avatars?|"
    r"gravatar|icons?|opengraph-image|og-(?:default|image-default)|apple-touch-icon|share-?image|"
    r"social-?(?:card|share|default)|fallback|no-?image|dummy|1x1|tracking|beacon|amp-logo|"
    r"site-?(?:logo|image)|banner-ad)(?:[_.@-]|$)|\.svg$",
    re.I,
)
_SOURCES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-hi-res-src",
    "data-srcset",
    "srcset",
    "src",
)
_CREDIT = re.compile(
    r"credit|copyright|source|photographer|byline|autor|author|agency|agence|firma|a_m_m|rights|"
    r"quelle|fotograf",
    re.I,
)
_CREDIT_WORD = (
    r"(?:photo(?:graph(?:s|y)?)?|image|picture|illustration|foto(?:graf(?:ia|ía)?)?|bild(?:quelle)?|"
    r"quelle|crédits?(?:\sphoto)?|credits?|source|fuente|imagem|crédito|immagine|beeld|zdjęcie|"
    r"צילום|צילומים|תמונה)"
)
_CREDIT_IN_TEXT = re.compile(
    rf"[(\[]\s*{_CREDIT_WORD}\s*(?:by|:|von|di|de)?\s*(?P<a>[^()\[\]]{{2,80}})[)\]]\.?\s*$"
    rf"|(?:^|(?<=[.!?»”\"\s|]))\s*{_CREDIT_WORD}(?:\s+(?:by|von|di)|\s*:)\s*(?P<b>[^:]{{2,80}})$"
    r"|\((?P<e>[^()]{2,60}\b(?:photo|foto)|[^()]{2,60}\bvia\s[^()]{2,30}|[^()]{0,40}/[^()]{2,40})\)\.?$"
    r"|[|(]?\s*©\s*(?P<c>[^()|]{2,80})\)?$"
    r"|(?<=[.|])\s*(?P<d>[^.|()]{2,40}/[^.|()]{2,40})$",
    re.I,
)
_FILE = re.compile(r"(?:_w?\d+|-\d+x\d+|@\dx|[._-](?:large|small|medium|jumbo|\d{2,4}))+$", re.I)


def lead_image(tree: HtmlElement, claims: Claims, base: str) -> ClippedImage | None:
    """Return the lead image; nothing where a page has none, or only the sign of its outlet."""
    shown = list(islice(_pictures(tree, base), 100))
    src = next(
        (
            link
            for stated in all_of(claims, IMAGES)
            if (link := absolute(base, stated)) and is_picture(link)
        ),
        "",
    )
    twin = next((one for link, one in shown if src and _same(link, src)), None)
    if not src and shown:
        src, twin = shown[0]
    if not src:
        return None
    alt = first(claims, ("meta og:image:alt", "meta twitter:image:alt"))
    caption, credit = first(claims, ("json-ld caption",)), first(claims, ("json-ld credit",))
    if twin is None and shown and not (caption or alt):
        twin = _lead_figure(tree, shown)
    if twin is not None:
        alt = plain(twin.get("alt") or "") or alt
        shown_caption, shown_credit = _caption(twin)
        caption, credit = shown_caption or caption, shown_credit or credit
    if not credit:
        caption, credit = split_credit(caption)
    return ClippedImage(src, alt[:500], caption[:1000], credit[:200])


def is_picture(url: str) -> bool:
    """Tell whether an address may be that of a picture of something, not of a logo or pixel."""
    parts = urlsplit(url)
    file = unquote(parts.path).rsplit("/", 1)[-1]
    return not (_NO_PICTURE.search(file) or _NO_PICTURES.search(parts.path))


def split_credit(caption: str) -> tuple[str, str]:
    """Split the words under an image into what they say and who made it."""
    match = _CREDIT_IN_TEXT.search(caption)
    if not match:
        return caption, ""
    credit = next(filter(None, match.groups()))
    return caption[: match.start()].rstrip(" |–—-("), credit.strip(" .)")


def _pictures(tree: HtmlElement, base: str) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the pictures of the article with their addresses."""
    for image in islice(tree.iter("img", "amp-img"), 500):
        if is_around(image) or _is_small(image):
            continue
        for name in _SOURCES:
            stated = (image.get(name) or "").strip().split(",")[0].split(" ")[0]
            link = absolute(base, stated) if stated and not stated.startswith("data:") else ""
            if link and is_picture(link):
                yield link, image
                break


def _is_small(image: HtmlElement) -> bool:
    sizes = [re.match(r"\d+", image.get(name) or "") for name in ("width", "height")]
    return any(size and int(size[0][:6]) < 100 for size in sizes)


def _lead_figure(tree: HtmlElement, shown: list[tuple[str, HtmlElement]]) -> HtmlElement | None:
    """Return the picture of the first figure, where it stands before the text begins."""
    figures = [one for _, one in shown if _figure(one) is not None]
    if not figures:
        return None
    long = (one for one in tree.iter("p") if len(text_of(one)) > 150 and not is_around(one))
    text, place = next(long, None), figures[0]
    for one in tree.iter():
        if one is text:
            return None
        if one is place:
            return figures[0]
    return None


def _figure(image: HtmlElement) -> HtmlElement | None:
    for one in image.iterancestors():
        if one.tag == "figure" or re.search(
            r"caption|(?:^|[\s_-])(?:figure|media|image|photo)(?:$|[\s_-])", one.get("class") or ""
        ):
            return one if len(text_of(one)) < 1500 else None
        if one.tag in ("article", "main", "body"):
            return None
    return None


def _caption(image: HtmlElement) -> tuple[str, str]:
    """Return the words under an image, and who made it."""
    figure = _figure(image)
    if figure is None:
        return "", ""
    credit = next(
        (
            text_of(one)
            for one in figure.iter("span", "cite", "small", "div", "p", "em", "i")
            if _CREDIT.search(named := one.get("class") or one.get("itemprop") or "")
            and "caption" not in named.lower()
            and text_of(one)
        ),
        "",
    )
    captions = list(figure.iter("figcaption")) or [
        one for one in figure.iterdescendants() if "caption" in (one.get("class") or "")
    ]
    caption = plain(text_of(captions[0])) if captions else ""
    if not caption or not credit:
        caption, found = split_credit(caption)
        credit = credit or found
    credit = plain(credit)
    if credit and caption.endswith(credit):
        caption = caption[: -len(credit)].rstrip(" |–—-(")
    caption = re.sub(rf"\s*(?:{_CREDIT_WORD}|credit\s?\.\.\.)\s*:?$", "", caption, flags=re.I)
    credit = re.sub(
        rf"^\W*(?:{_CREDIT_WORD}(?:\s(?:by|von|di)\b|\s*[:.]+)|©)\s*", "", credit, flags=re.I
    )
    return caption, credit.strip(" .)")


def _same(one: str, other: str) -> bool:
    """Tell whether two addresses are those of one picture in different sizes."""
    return one == other or bool(_marks(one) & _marks(other))


def _marks(url: str) -> set[str]:
    """Return what an address calls its picture: the file without its size, long keys on the way."""
    path = unquote(unquote(urlsplit(url).path + "?" + urlsplit(url).query))
    parts = [part for part in re.split(r"[/?&=]", path) if part]
    marks = set()
    for part in parts:
        stem = (
            part.rsplit(".", 1)[0]
            if re.search(r"\.(?:jpe?g|png|webp|avif|gif)$", part, re.I)
            else ""
        )
        if stem:
            marks.add(_FILE.sub("", stem) or stem)
        marks.update(re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,}|[0-9a-zA-Z]{20,}", part))
    return {mark for mark in marks if len(mark) > 3 and not mark.isdigit()}
