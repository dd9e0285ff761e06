"""The bytes of a page as a tree: in the right letters, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from ssg.text.urls import is_web_url

MOST_BYTES = 20_000_000
"""The largest page that is read. Pages of news have 2 MB at most, pictures written into them."""

_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_HEAD_BYTES = 16_384
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_LANGUAGE = re.compile(rb"""<html[^>]{0,500}?\blang\s*=\s*["']?\s*([a-z]{2})""", re.I)
# What browsers take a label for (WHATWG Encoding), where that is not what Python does.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "iso8859-8": "cp1255",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    # A page that can be searched for its charset isn't in one of these.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_LABELS = {"iso-8859-8-i": "cp1255", "logical": "cp1255", "x-sjis": "cp932", "utf8mb4": "utf-8"}
# Python knows many more, some of which run code pages of decades ago, zip or escapes.
_ALLOWED = re.compile(
    r"utf-8|cp125[0-8]|cp866|cp874|cp932|cp949|iso8859-(?:[2-7]|1[03456])|koi8-[ru]|gb18030"
    r"|big5(?:hkscs)?|euc_jp|iso2022_jp"
)
# What pages in a language were written in before UTF-8.
_OF_LANGUAGE = {
    language: encoding
    for encoding, languages in {
        "cp874": "th",
        "cp932": "ja",
        "cp949": "ko",
        "cp1250": "pl cs sk hu sl hr ro",
        "cp1251": "ru uk bg be mk sr",
        "cp1253": "el",
        "cp1254": "tr",
        "cp1255": "he iw yi",
        "cp1256": "ar fa ur",
        "cp1257": "lt lv et",
        "cp1258": "vi",
        "gb18030": "zh",
    }.items()
    for language in languages.split()
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_OTHER_FILES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"RIFF": "an image or recording",
    b"\x1f\x8b": "a compressed file",
    b"ID3": "a recording",
}


class UnreadablePageError(ValueError):
    """There is no page in these bytes; the message says what there is instead."""


def read_tree(data: bytes, charset: str = "") -> HtmlElement:
    """Return a page as a tree of elements, without comments, its letters decoded.

    The charset is the one that its server named. Entities and DTDs of XML mean nothing in HTML,
    and nothing is fetched; what is nested more deeply than a browser would go is cut off.

    Raises:
        UnreadablePageError: the bytes are too many, none, or another kind of file.

    """
    if len(data) > MOST_BYTES:
        raise UnreadablePageError(f"the page has more than {MOST_BYTES // 1_000_000} MB")
    for start, kind in _OTHER_FILES.items():
        if data.startswith(start):
            raise UnreadablePageError(f"it is {kind}, not a page")
    text = _NO_TEXT.sub("", decode_page(data, charset))
    if not text.strip():
        raise UnreadablePageError("the page is empty")
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        tree = None
    if tree is None:
        raise UnreadablePageError("there is no HTML in it")
    return tree


def decode_page(data: bytes, charset: str = "") -> str:
    """Return the text of a page.

    A byte order mark is always right. Next comes whatever is UTF-8 from end to end, since text in
    other charsets is never that by chance; then what the server says, then what the page says of
    itself, both only where they fit; and last what its language was written in before UTF-8.
    """
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    start = data[:_HEAD_BYTES]
    if b"\x1b$" not in start:  # shifts of ISO-2022-JP, which is ASCII to the letter
        try:
            return _without_marks(data)
        except UnicodeDecodeError:
            pass
    stated = [charset]
    stated += [
        found[1].decode() for one in (_META_CHARSET, _XML_CHARSET) if (found := one.search(start))
    ]
    # ISO-8859-1 is what servers say that were told nothing; a page that names another knows better.
    stated.sort(key=lambda label: _encoding(label) == "cp1252")
    for encoding in filter(None, map(_encoding, stated)):
        text = data.decode(encoding, "replace")
        # Some bytes are always broken; a tenth of all letters that aren't ASCII is another charset.
        if text.count("\ufffd") * 10 <= sum(byte > 127 for byte in data):
            return text
    language = _LANGUAGE.search(start)
    guess = _OF_LANGUAGE.get(language[1].decode().lower(), "cp1252") if language else "cp1252"
    return data.decode(guess, "replace")


def base_of(tree: HtmlElement, url: str) -> str:
    """Return the address from which the links of a page start."""
    for base in tree.iter("base"):
        joined = absolute(url, base.get("href", ""))
        if joined:
            return joined
    return url


def absolute(base: str, link: str) -> str:
    """Return a link of a page as a full URL of the web; empty where it is none."""
    try:
        joined = urljoin(base, "".join(link.split()))
    except ValueError:
        return ""
    return joined if is_web_url(joined) else ""


def _without_marks(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 without its mark: every other byte of markup is then zero."""
    start = data[:200]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 20 and not any(start[offset::2]):
            return data.decode(encoding, "replace")
    return data.decode("utf-8")


def _encoding(label: str) -> str:
    """Return Python's name of a charset as browsers understand its label; empty where unknown."""
    label = label.strip().strip("\"'").lower()
    try:
        name = _LABELS.get(label) or codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if _ALLOWED.fullmatch(name) else ""
