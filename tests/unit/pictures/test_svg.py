"""Drawings: their size, and that they hold nothing but a drawing."""

from __future__ import annotations

import pytest

from ssg.errors import Location, SsgError
from ssg.pictures.facts import facts
from tests.docs.pages import ROOT

_WHERE = Location("content/map.svg")
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def _size(attributes: str) -> tuple[int, int]:
    found = facts(f"{_HEAD} {attributes}></svg>".encode(), _WHERE)
    assert found.format == "svg"
    return found.width, found.height


def _complaints(inner: str, before: str = "") -> list[str]:
    try:
        facts(f"{before}{_HEAD} viewBox='0 0 9 9'>\n{inner}</svg>".encode(), _WHERE)
    except SsgError as failure:
        return [f"{one.location} {one.code}: {one.message}" for one in failure.diagnostics]
    return []


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("viewBox='0 0 720 405'", (720, 405)),
        ("viewBox='-5,-5,30.4,20'", (30, 20)),
        ("width='300' height='200' viewBox='0 0 3 2'", (300, 200)),
        ("width='300px' viewBox='0 0 3 2'", (300, 200)),
        ("height='1in' viewBox='0 0 2 1'", (192, 96)),
        ("width='100%' height='100%' viewBox='0 0 30 20'", (30, 20)),
        ("width='100%'", (300, 150)),
        ("viewBox='0 0 0 0'", (300, 150)),
        ("viewBox='a b c d'", (300, 150)),
        ("", (300, 150)),
    ],
)
def test_size_is_that_of_its_attributes_or_its_box(attributes: str, size: tuple[int, int]) -> None:
    assert _size(attributes) == size


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<g onclick='a()'/>",
        "<g ONLOAD='a()'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>",
        "<image href='https://example.org/pixel.png'/>",
        "<image xlink:href='//example.org/pixel.png'/>",
        "<image href='photo.jpg'/>",
        "<image href='data:image/svg+xml,x'/>",
        "<use href='other.svg#a'/>",
        "<a href='javascript:alert(1)'><g/></a>",
        "<a href=' java&#10;script:alert(1)'><g/></a>",
        "<a href='data:text/html,x'><g/></a>",
        "<a><set attributeName='href' to='javascript:alert(1)'/></a>",
        "<a><animate attributeName='xlink:href' values='javascript:alert(1)'/></a>",
        "<style>@import url(https://example.org/a.css);</style>",
        "<style>@im<!-- -->port 'https://example.org/a.css';</style>",
        "<style>@\\69mport 'https://example.org/a.css';</style>",
        "<style>g { fill: url( 'https://example.org/a.svg#a') }</style>",
        "<g style='fill:u\\72l(//example.org/a.svg)'/>",
        "<g fill='url(https://example.org/a.svg#b)'/>",
        "<?xml-stylesheet href='https://example.org/a.css'?>",
    ],
)
def test_what_runs_or_fetches_is_an_error_with_its_line(inner: str) -> None:
    said = _complaints(inner)[0]
    assert said.startswith("content/map.svg:2 images/unsafe-svg: the ")


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/a.dtd"> %a;]>',
    ],
)
def test_entities_are_an_error_before_they_are_read(before: str) -> None:
    (said,) = _complaints("<text>x</text>", before)
    assert "images/unsafe-svg: the drawing declares the entity" in said


@pytest.mark.parametrize(
    "inner",
    [
        "<a href='https://example.org/'><g/></a><use href='#a'/>",
        "<image href='data:image/png;base64,x'/>",
        "<style>g { fill: url(#a) } @media print { g { fill: url('#b') } }</style>",
        "<g fill='url( \"#a\" )'/><animate attributeName='cx' to='5'/>",
        "<title>on time</title><text>@import, he said; url(https://example.org/)</text>",
    ],
)
def test_drawing_alone_is_fine(inner: str) -> None:
    assert not _complaints(inner)


def test_document_type_without_entities_is_fine() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n'
    assert not _complaints("<g/>", f'<?xml version="1.0"?>\n<!-- made -->\n{doctype}')


def test_damaged_drawing_is_an_error_with_its_line() -> None:
    (said,) = _complaints("\n<g></h>")
    assert said == "content/map.svg:3 images/broken: the drawing is damaged: mismatched tag"


def test_drawings_of_the_demo_are_fine() -> None:
    drawings = list((ROOT / "content").rglob("*.svg"))
    assert len(drawings) > 5
    for one in drawings:
        assert facts(one.read_bytes(), Location(one.name)).width > 0
