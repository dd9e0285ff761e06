"""The article of a page as Markdown."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.blocks import Block, read_blocks
from ssg.extract.cleaning import clean
from ssg.extract.clipping import Metadata
from ssg.extract.evidence import gather_evidence
from ssg.extract.markdown import to_markdown
from ssg.extract.notes import take_notes, with_notes
from ssg.extract.passages import choose
from ssg.extract.pruning import pruned
from ssg.extract.surgery import fit
from ssg.extract.tree import base_of


def read_text(tree: HtmlElement, url: str, metadata: Metadata) -> str:
    """Return the article of a page as Markdown that is safe to publish; empty where there is none.

    Its title and its lead image are left out, being part of the metadata.

    Args:
        tree: the page.
        url: where it was found.
        metadata: what it says of itself.

    """
    base = base_of(tree, url)
    page = pruned(tree, base)
    notes = take_notes(page)
    evidence = gather_evidence(tree, page)
    blocks = choose(read_blocks(page, base), evidence, metadata, url)
    body = _gathered(blocks)
    # Some pages hold the text of their article for search engines alone.
    if len("".join(body.itertext())) < 0.3 * len(evidence.stated_text):
        body = _parted(evidence.stated_text)
    text = to_markdown(clean(body), base)
    return with_notes(text, [to_markdown(clean(_note(note)), base) for note in notes])


def _note(note: HtmlElement) -> HtmlElement:
    body = etree.Element("div")
    body.extend(block.element for block in read_blocks(note, ""))
    return body


def _parted(text: str) -> HtmlElement:
    body = etree.Element("div")
    for line in filter(str.strip, text.splitlines()):
        etree.SubElement(body, "p").text = fit(line)
    return body


def _gathered(blocks: list[Block]) -> HtmlElement:
    """Return the blocks as one element, headings from the second level on."""
    body = etree.Element("div")
    ranks = sorted({block.element.tag for block in blocks if block.kind == "heading"})
    begun = False
    for block in blocks:
        begun = begun or block.kind == "p"
        if block.kind == "heading":
            # A long one before the first words is a standfirst.
            rank = f"h{2 + min(ranks.index(block.element.tag), 4)}"
            block.element.tag = rank if begun or len(block.text) < 60 else "p"
        body.append(block.element)
    return body
