"""Where addresses stand in a file."""

from __future__ import annotations

from ssg.content.document import DocumentReader
from ssg.extract.linked import gathered, places_in
from ssg.model.document import SourceFile
from tests.unit.content.settings import SETTINGS

_TEXT = """---
title: Talks
standfirst: As [they say](https://say.example/).
canonical: https://canonical.example/a
source: {name: Slate, url: https://slate.example/a}
image: {src: map.png, alt: A map, caption: "Map: [us](https://map.example/)"}
corrections:
  - {date: 2025-12-23, text: "See [this](https://mend.example/)."}
---
See [one](https://one.example/a) and [more](https://one.example/a/b "c"), then
https://bare.example/x. Again [one](https://one.example/a#part), and [two][2].

<a class="x" href='https://html.example/?a=1&amp;b=2'>x</a> [at home](/about/)
[mail](mailto:a@b.example)

{% note %}Inside [it](https://note.example/).{% endnote %}

[Umlaut](https://de.example/Tür) ![picture](https://picture.example/a.png) [rel](//rel.example/a)

[2]: https://two.example/
"""


def test_every_address_is_found_where_it_stands() -> None:
    document = DocumentReader(SETTINGS).document(SourceFile("posts/a.md", _TEXT))
    found = gathered(places_in(document, _TEXT))
    lines = {url: [one.line for one in places] for url, places in found.items()}
    assert lines == {
        "https://slate.example/a": [5],
        "https://canonical.example/a": [4],
        "https://say.example/": [3],
        "https://map.example/": [6],
        "https://one.example/a": [10, 11],
        "https://one.example/a/b": [10],
        "https://bare.example/x": [11],
        "https://two.example/": [20],
        "https://html.example/?a=1&b=2": [13],
        "https://note.example/": [16],
        "https://de.example/T%C3%BCr": [18],
        "https://rel.example/a": [18],
        "https://mend.example/": [8],
    }
    place = found["https://one.example/a"][1]
    assert place.path == "content/posts/a.md"
    assert place.excerpt[place.column - 1 :].startswith("https://one.example/a#part")
