"""Clean HTML becomes the Markdown of this generator."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.escaping import escape, printable, visible, web_address
from ssg.extract.spans import BLOCKS, spans
from ssg.extract.surgery import fit

_DEEPEST = 12
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source)-([a-z0-9+-]{1,20})\b")


# A heading may end with attributes in braces, and a backslash alone doesn't keep it from that.
_OUTSIDE_CODE = re.compile(r"(?P<brace>\\\{)|\\.|(?P<ticks>`+).+?(?<!`)(?P=ticks)(?!`)")


def to_markdown(body: HtmlElement, base: str) -> str:
    """Return the blocks of an element as Markdown, links made full by the address of the page."""
    blocks = [_block(child, base, 0) for child in body.iterchildren(*BLOCKS, "hr")]
    return "\n\n".join(text for text in blocks if text)


def _block(element: HtmlElement, base: str, depth: int) -> str:
    tag = element.tag
    if depth > _DEEPEST:
        return escape(visible("".join(element.itertext())).strip(), begins_line=True)
    if tag in _HEADINGS:
        words = _OUTSIDE_CODE.sub(_braces, spans(element, base, one_line=True))
        # Signs at its end would be taken for a frame.
        words = re.sub(r"#+$", r"\\\g<0>", words)
        return f"{'#' * int(tag[1])} {words}" if words else ""
    if tag in ("ul", "ol"):
        return _list(element, base, depth)
    if tag == "dl":
        return _definitions(element, base, depth)
    if tag == "blockquote":
        return _prefixed(_flow(element, base, depth), "> ")
    if tag == "table":
        return _table(element, base)
    if tag == "pre":
        return _code_block(element)
    if tag == "figure":
        return _figure(element, base)
    if tag == "hr":
        return "* * *"
    return spans(element, base)


def _braces(match: re.Match[str]) -> str:
    return "&#123;" if match["brace"] else match[0]


def _flow(element: HtmlElement, base: str, depth: int) -> str:
    """Return what stands in a quotation or item, words of its own between its blocks."""
    written = ""
    words = etree.Element("p")
    words.text = fit(element.text or "")
    for child in [*element, None]:
        if child is not None and child.tag not in BLOCKS:
            words.append(deepcopy(child))
            continue
        parts = [spans(words, base)]
        parts += [_block(child, base, depth + 1)] if child is not None else []
        for part in filter(None, parts):
            # A list that begins at 1 may follow its words at once.
            close = child is not None and part is parts[-1] and part.startswith(("- ", "1. "))
            written += ("\n" if close and element.tag == "li" else "\n\n") + part
        words = etree.Element("p")
        words.text = fit((child.tail if child is not None else None) or "")
    return written.strip("\n")


def _prefixed(text: str, first: str, rest: str = "") -> str:
    rest = rest or first
    lines = text.split("\n")
    written = [first + lines[0], *((rest + line) for line in lines[1:])]
    return "\n".join(line.rstrip() for line in written) if text else ""


def _list(element: HtmlElement, base: str, depth: int) -> str:
    start = element.get("start", "")
    number = int(start) if start.isdecimal() and len(start) < 9 else 1
    items: list[str] = []
    for child in element.iterchildren("li", "ul", "ol"):
        # Some write a list within a list without an item around it.
        text = _flow(child, base, depth) if child.tag == "li" else _list(child, base, depth + 1)
        if not text:
            continue
        if child.tag != "li" and items:
            items[-1] += "\n" + _prefixed(text, "  " if element.tag == "ul" else "   ")
            continue
        sign = "- " if element.tag == "ul" else f"{number}. "
        items.append(_prefixed(text, sign, " " * len(sign)))
        number += 1
    loose = any("\n\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(items)


def _definitions(element: HtmlElement, base: str, depth: int) -> str:
    written: list[str] = []
    last = ""
    for child in element.iter("dt", "dd"):
        text = spans(child, base, one_line=True) if child.tag == "dt" else _flow(child, base, depth)
        if not text:
            continue
        if child.tag == "dd" and last:
            written[-1] += "\n" + _prefixed(text, ": ", "  ")
        else:
            written.append(text)
        last = child.tag
    return "\n\n".join(written)


def _table(element: HtmlElement, base: str) -> str:
    rows: list[list[str]] = []
    has_head = False
    for row in element.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            cells.append(_cell(cell, base))
            span = cell.get("colspan", "")
            cells += [""] * (min(int(span), 20) - 1 if span.isdecimal() and len(span) < 4 else 0)
        if any(cells):
            has_head = has_head or (not rows and row.find("th") is not None and len(row) > 1)
            rows.append(cells)
    if not rows:
        return ""
    width = max(map(len, rows))
    if not has_head:
        rows.insert(0, [""] * width)
    padded = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    lines.insert(1, f"|{'---|' * width}")
    caption = element.find("caption")
    words = spans(caption, base, one_line=True) if caption is not None else ""
    return "\n\n".join(text for text in (words, "\n".join(lines)) if text)


def _cell(cell: HtmlElement, base: str) -> str:
    parts = [
        spans(one, base, one_line=True, begins_line=False)
        for one in (cell, *cell.iter(*BLOCKS, "li"))
    ]
    return " ".join(filter(None, parts)).replace("|", r"\|")


def _code_block(element: HtmlElement) -> str:
    lines = printable("".join(element.itertext())).expandtabs(4).splitlines()
    # Whatever else may end a line ends one here, so that nothing leaves a quotation around it.
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    if not text:
        return ""
    fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
    code = element.find(".//code")
    classes = f"{element.get('class', '')} {code.get('class', '') if code is not None else ''}"
    language = _LANGUAGE.search(classes)
    return f"{fence}{language[1] if language else ''}\n{text}\n{fence}"


def _figure(element: HtmlElement, base: str) -> str:
    image = element.find(".//img")
    source = web_address(base, image.get("src", "")) if image is not None else ""
    if image is None or not source:
        return ""
    alt = escape(visible(image.get("alt", "")).strip())
    caption = visible(image.get("title", "")).strip()
    title = caption.replace("\\", "\\\\").replace('"', '\\"')
    credit = re.sub(r'["{}\\%]', "", visible(image.get("data-credit", ""))).strip()
    written = f'![{alt}]({source} "{title}")' if title else f"![{alt}]({source})"
    return written + (f'{{credit="{credit}"}}' if credit else "")
