"""Sites as they live: random small ones, and random changes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.property.parts import CONFIGS, PARTS, WORDS
from tests.support.sites import NOW

Edit = tuple[str, str, Any]
"""What is edited, of which article or file, and what it becomes."""

NAMES = tuple(f"piece{letter}" for letter in "abcdefghijklmno")
_SHOWN = (
    *("", "", "![A map](/map.png)", "![](/map.png){alt=none .wide}"),
    *("![A drawing](bundle/drawing.png) and ![a plan](bundle/plan.svg 'Plan')", "![](/map.png)"),
)
_TAGS = ("Ukraine", "Russia", "tariffs", "C++")


@dataclass(frozen=True)
class Piece:
    """An article."""

    title: int = 0
    day: int = -9
    words: int = 0
    slug: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    section: str = ""
    thread: str = ""
    source: str = ""
    rest: str = ""
    note: bool = False
    shown: int = 0
    link: int = 0
    pin: int = 0
    follows: int = 0
    translated: bool = False
    more: str = ""


_FIELDS: Mapping[str, st.SearchStrategy[Any]] = {
    "title": st.integers(0, 3),
    "day": st.sampled_from((-70, -40, -9, -8, -3, -1, 1, 3)),
    "words": st.integers(0, 15),
    "slug": st.sampled_from(("", "", "new-slug")),
    "tags": st.lists(st.sampled_from(_TAGS), max_size=3, unique=True).map(tuple),
    "author": st.sampled_from(("", "Ada", "Bo")),
    "section": st.sampled_from(("World", "World", "Economy", "")),
    "thread": st.sampled_from(("", "", "Talks", "Flood")),
    "source": st.sampled_from(("", "", "Slate", "Reuters")),
    "rest": st.sampled_from(
        ("", "", "draft: true", "expires: 2026-01-17", "pinned: true", "template: special")
    ),
    "note": st.booleans(),
    "shown": st.integers(0, len(_SHOWN) - 1),
    "link": st.integers(0, 20),
    "pin": st.integers(0, 40),
    "follows": st.integers(0, 40),
    "translated": st.booleans(),
    "more": st.sampled_from(
        (
            *(
                "",
                "",
                "updated: 2026-01-14",
                "aliases: [/old/NAME/]",
                "image: {src: bundle/drawing.png, alt: '', focus: top, narrow: /map.png}",
            ),
            *("image: {src: /map.png, alt: x, caption: '[a](piecea.md)'}", "standfirst: It *is*."),
            "corrections: [{date: 2026-01-13, text: '[a](pieceb.md)'}, {date: 2025-12-9, text: b}]",
            "corrections: {date: 2026-01-12, text: It was *so*.}",
            "image: {src: bundle/drawing.png, alt: x}\nwithdrawn: {date: 2026-01-14, reason: No.}",
            "aliases: /old/NAME/\nwithdrawn: {date: 2026-01-14, reason: It was not so.}",
        )
    ),
}
_PIECES: st.SearchStrategy[Piece] = st.builds(Piece, **_FIELDS)


@dataclass(frozen=True)
class LivingSite:
    """A site at a moment."""

    pieces: Mapping[str, Piece]
    """Its articles by name."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """Which of its forms each other file has."""
    base: str = "plain"
    """The theme that its own one extends."""
    config: int = 0
    """Which form site.yaml has."""
    setting: str = "one"
    """A setting of the theme."""
    days: int = 0
    """How much time has passed."""

    def files(self) -> dict[str, str]:
        """Return the files of the site; one without a text is not there."""
        theme = f"theme: {{name: own, settings: {{word: {self.setting}}}}}\n"
        base = "base_url: https://example.org/\nlinks: {broken: warn}\n"
        own = f"name: own\nextends: {self.base}\nsettings:\n  word: {{type: string, default: '', "
        files = {
            "site.yaml": CONFIGS[self.config] + base + theme,
            "themes/own/theme.yaml": own + "description: A word.}\n",
            "content/posts/bundle/index.md": "---\ntitle: Bundle\ndate: 2025-12-01\n---\n",
        }
        files |= {name: forms[self.parts.get(name, 0)] for name, forms in PARTS.items()}
        for name, piece in self.pieces.items():
            files[f"content/posts/{name}.md"] = "\n".join(self._lines(name, piece))
        return {name: text.replace("BASE", self.base) for name, text in files.items() if text}

    def _lines(self, name: str, piece: Piece) -> Iterator[str]:
        names = sorted(self.pieces)
        yield f"---\ntitle: {'A Piece' * (piece.title + 1)}\ntags: {list(piece.tags)}"
        yield f"date: {(NOW + timedelta(days=piece.day)).date()}"
        yield f"slug: {name}-{piece.slug}" if piece.slug else ""
        yield f"section: {piece.section}\nthread: {piece.thread}\n{piece.rest}"
        yield piece.more.replace("NAME", name)
        yield f"authors: [{piece.author}]"
        if piece.translated:  # no two in one language
            yield f"lang: de-{name}\ntranslation_key: same"
        if piece.source:
            url = f"https://slate.com/a/b-c{'/' if piece.title else ''}"
            yield f"kind: curated\nsource: {{name: {piece.source}, url: '{url}'}}"
        for key, number in (("related", piece.pin), ("follows", piece.follows)):
            other = names[number % len(names)]
            if number < len(names) and other != name:
                yield f"{key}: [{other}]" if key == "related" else f"{key}: {other}"
        words = (one for number, one in enumerate(WORDS) if piece.words >> number & 1)
        yield f"---\n## Part\n\n{' '.join(words)}"
        yield f"\n[other]({NAMES[piece.link % len(NAMES)]}.md#part)\n" if piece.link < 10 else ""
        yield "{% note %}See [the map](/map.png).{% endnote %}" if piece.note else ""
        yield _SHOWN[piece.shown]
        yield ""


LIVING_SITES = st.builds(
    LivingSite,
    st.dictionaries(st.sampled_from(NAMES), _PIECES, min_size=5, max_size=12),
    st.dictionaries(st.sampled_from(sorted(PARTS)), st.just(1), max_size=4),
    st.sampled_from(("plain", "plain", "plain", "default")),
)


@st.composite
def _edits(draw: st.DrawFn) -> Edit:
    kind = draw(st.sampled_from(("piece", "piece", "piece", "part", "part", "all")))
    if kind == "part":
        name = draw(st.sampled_from(sorted(PARTS)))
        return "part", name, draw(st.integers(0, len(PARTS[name]) - 1))
    if kind == "piece":
        name = draw(st.sampled_from((*_FIELDS, "gone", "moved", "new")))
        value = draw(_FIELDS.get(name, _PIECES))
        return name, draw(st.sampled_from(NAMES)), value
    what = draw(st.sampled_from(("config", "setting", "days", "days", "days")))
    return what, "", draw(st.integers(1, len(CONFIGS) - 1))


EDITS = _edits()


def edited(site: LivingSite, edit: Edit) -> LivingSite:
    """Return a site as an edit leaves it."""
    what, name, value = edit
    match what:
        case "part":
            return replace(site, parts={**site.parts, name: value})
        case "config":
            return replace(site, config=value)
        case "setting":
            return replace(site, setting=f"word{value}")
        case "days":
            return replace(site, days=site.days + value)
        case "new":
            return replace(site, pieces={**site.pieces, name: value})
    # Of the articles that are there, the one named or the next after it.
    there = min(site.pieces, key=lambda one: (one < name, one))
    rest = {one: piece for one, piece in site.pieces.items() if one != there}
    if what == "gone":
        return replace(site, pieces=rest) if rest else site
    if what == "moved":
        return replace(site, pieces={**rest, name: site.pieces[there]})
    piece = replace(site.pieces[there], **{what: value})
    return replace(site, pieces={**rest, there: piece})
