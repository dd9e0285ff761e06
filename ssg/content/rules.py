"""What ``ssg`` adds to Markdown, each a rule over the tokens of a whole text."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from ssg.content.raw_html import rewrite_links
from ssg.content.reading import Reading
from ssg.model.body import Link
from ssg.text.slug import slugify
from ssg.text.urls import is_external

_TRAILING_ATTRIBUTES = re.compile(r"\s*(\{[^{}%]+\})\s*$")


def add_rules(md: MarkdownIt) -> None:
    """Let a Markdown parser make headings, figures, quotations and links as ``ssg`` wants them."""
    md.block.ruler.before("attr", "braces", _braces)
    md.core.ruler.at("normalize", _normalize)
    md.core.ruler.before("inline", "heading_attributes", _heading_attributes)
    md.core.ruler.at("inline", _inline)
    md.core.ruler.push("headings", _headings)
    md.core.ruler.push("empty_table_heads", _empty_table_heads)
    md.core.ruler.push("figures", _figures)
    md.core.ruler.push("quotations", _quotations)
    md.core.ruler.push("loose_shortcodes", _loose_shortcodes)
    md.core.ruler.push("links", _links)


def inline_text(token: Token) -> str:
    """Return the words of an inline token, without markup."""
    return "".join(
        child.content if child.type in ("text", "code_inline") else " "
        for child in token.children or []
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )


def _braces(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Keep a line such as ``{.a} and {.b}`` from being taken for attributes, and lost."""
    position = state.bMarks[start] + state.tShift[start]
    if silent or state.is_code_block(start) or not state.src.startswith("{", position):
        return False
    line = state.src[position : state.eMarks[start]].rstrip()
    try:
        last, attributes = parse(line)
    except ParseError:
        return False
    if attributes and last == len(line) - 1:
        return False
    return paragraph(state, start, end, silent)


def _normalize(state: StateCore) -> None:
    """Do what markdown-it does, but not to every line of a text that has its own line ends."""
    text = state.src.replace("\r\n", "\n").replace("\r", "\n")
    state.src = text.replace("\x00", "\ufffd")


def _inline(state: StateCore) -> None:
    """Read the text within blocks, keeping the line of each for messages."""
    reading: Reading = state.env["reading"]
    for token in state.tokens:
        if token.type == "inline":
            reading.line = token.map[0] if token.map else reading.line
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _heading_attributes(state: StateCore) -> None:
    """Read ``## Heading {#id .class}``."""
    for opening, content in pairwise(state.tokens):
        if opening.type != "heading_open":
            continue
        match = _TRAILING_ATTRIBUTES.search(content.content)
        if not match:
            continue
        try:
            _, attributes = parse(match[1])
        except ParseError:
            continue
        opening.attrs.update(attributes)
        content.content = content.content[: match.start()]


def _headings(state: StateCore) -> None:
    """Give every heading an id; the title of the page is the only heading of level 1."""
    reading: Reading = state.env["reading"]
    headings = [
        (token, content)
        for token, content in pairwise(state.tokens)
        if token.type == "heading_open"
    ]
    taken = {str(token.attrs["id"]) for token in state.tokens if "id" in token.attrs}
    numbers: dict[str, int] = {}
    for token, content in headings:
        if token.tag == "h1":
            token.tag = "h2"
        if "id" not in token.attrs:
            base = slugify(inline_text(content)) or "section"
            candidate, number = base, numbers.get(base, 1)
            while candidate in taken:
                number += 1
                candidate = f"{base}-{number}"
            numbers[base] = number
            token.attrs["id"] = candidate
            taken.add(candidate)
    for token in state.tokens:
        if token.type == "heading_close" and token.tag == "h1":
            token.tag = "h2"
    reading.ids |= taken


def _empty_table_heads(state: StateCore) -> None:
    """Make a plain cell of the head of a column without one: an empty head is read as one."""
    for index, token in enumerate(state.tokens):
        if token.type == "th_open" and not state.tokens[index + 1].content:
            token.tag = state.tokens[index + 2].tag = "td"


def _figures(state: StateCore) -> None:
    """Make a figure of a picture that stands alone and has a title: the title is its caption."""
    for index, content in enumerate(state.tokens):
        children = content.children or []
        if content.type != "inline" or len(children) != 1 or children[0].type != "image":
            continue
        image = children[0]
        caption = str(image.attrs.pop("title", "") or "")
        credit = str(image.attrs.pop("credit", "") or "")
        if not (caption or credit) or state.tokens[index - 1].type != "paragraph_open":
            continue
        opening, closing = state.tokens[index - 1], state.tokens[index + 1]
        opening.type, opening.tag, opening.hidden = "figure_open", "figure", False
        closing.type, closing.tag, closing.hidden = "figure_close", "figure", False
        opening.attrs["class"] = "figure"
        closing.meta = {"caption": _figcaption(caption, credit)}


def _figcaption(caption: str, credit: str) -> str:
    parts = (("caption", caption), ("credit", credit))
    spans = (f'<span class="{name}">{html.escape(text)}</span>' for name, text in parts if text)
    return f"<figcaption>{' '.join(spans)}</figcaption>"


def _quotations(state: StateCore) -> None:
    """Make a figure of a block quote whose last paragraph begins with a dash: its attribution."""
    stack: list[int] = []
    for index, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            stack.append(index)
        elif token.type == "blockquote_close" and stack:  # a footnote within one loses its half
            opening = stack.pop()
            if index - opening > 4 and state.tokens[index - 1].type == "paragraph_close":
                _attribute(state.tokens, opening, index)


def _attribute(tokens: list[Token], opening: int, closing: int) -> None:
    paragraph, content = tokens[closing - 3], tokens[closing - 2]
    children = content.children or []
    if paragraph.type != "paragraph_open" or not children:
        return
    first = children[0]
    match = re.match(r"(?:[—–]|--)\s*", first.content) if first.type == "text" else None
    if not match:
        return
    first.content = "— " + first.content[match.end() :]
    tokens[opening].meta = {"attributed": True}
    tokens[closing].meta = {"attributed": True}
    paragraph.type, paragraph.tag = "attribution_open", "figcaption"
    tokens[closing - 1].type, tokens[closing - 1].tag = "attribution_close", "figcaption"


def _loose_shortcodes(state: StateCore) -> None:
    """Take the paragraph away from shortcodes that stand alone in one."""
    for index, token in enumerate(state.tokens):
        if not token.children or token.children[0].type != "shortcode_open":
            continue
        depth, alone = 0, True
        for child in token.children:
            depth -= child.type == "shortcode_close"
            if not depth and child.type == "text" and child.content.strip():
                alone = False
            if not depth and child.type not in (
                "shortcode_open",
                "shortcode_close",
                "text",
                "softbreak",
                "hardbreak",
            ):
                alone = False
            depth += child.type == "shortcode_open"
        if alone and state.tokens[index - 1].type == "paragraph_open":
            state.tokens[index - 1].hidden = state.tokens[index + 1].hidden = True


def _links(state: StateCore) -> None:
    """Turn the targets of links within the site into values that know where they stand."""
    reading: Reading = state.env["reading"]
    line = 0
    for token in state.tokens:
        if token.map:
            line = token.map[0]
        if token.type == "html_block":
            _html_links(token, reading, line)
        for child in token.children or ():
            if child.type == "html_inline":
                _html_links(child, reading, line)
            if child.attrs:
                _attribute_links(child, reading, line)
            if child.type == "image":
                _require_alt(child, reading, line)


def _attribute_links(token: Token, reading: Reading, line: int) -> None:
    for name in ("href", "src"):
        target = str(token.attrs.get(name, ""))
        if name in token.attrs and not is_external(target):
            token.meta["link"] = Link(target, reading.place(target, line))
    if "id" in token.attrs:
        reading.ids.add(str(token.attrs["id"]))


def _require_alt(token: Token, reading: Reading, line: int) -> None:
    """Note a picture of which nobody says what it shows; ``{alt=none}`` says that it is nothing."""
    if not (token.content.strip() or token.attrs.get("alt")):
        target = str(token.attrs.get("src", ""))
        link = token.meta.get("link")
        reading.lacks_alt(target, link.location if link else reading.place(target, line))


def _html_links(token: Token, reading: Reading, line: int) -> None:
    links: list[Link] = []

    def hole(target: str) -> str | None:
        if is_external(target) or not target:
            return None
        links.append(Link(target, reading.place(target, line)))
        return f"\x01{len(links) - 1}\x01"

    # The sign that marks the holes may stand in a text by accident, where it means nothing.
    token.content, ids = rewrite_links(token.content.replace("\x01", ""), hole)
    reading.ids |= ids
    token.meta["links"] = links
