"""What holds of every small site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.build.produce import produce
from ssg.errors import Diagnostic, SsgError
from ssg.model.output import FileSubject
from ssg.model.site import Site
from ssg.relate.links import resolve_links
from ssg.relate.related import RelatedArticles
from ssg.render.context import render_context
from ssg.render.front import compose_front
from ssg.render.plan import check_collisions, copy_jobs, plan
from tests.unit.relate.making import config_of, site_of
from tests.unit.render.making import THEME

_NAMES = ("talks", "cars", "plan", "tariffs", "київ", "a b")
_TAGS = ("Ukraine", "ukraine", "Press freedom", "press-freedom", "平和", "C++")


@dataclass(frozen=True)
class _Piece:
    name: str
    day: int
    tags: tuple[str, ...]
    section: str
    draft: bool
    curated: bool
    links: tuple[int, ...]
    bundle: bool

    @property
    def file(self) -> str:
        stem = f"posts/2025-12-{self.day:02}-{self.name}"
        return f"{stem}/index.md" if self.bundle else f"{stem}.md"


_PIECES = st.lists(
    st.builds(
        _Piece,
        name=st.sampled_from(_NAMES),
        day=st.integers(1, 28),
        tags=st.lists(st.sampled_from(_TAGS), max_size=4).map(tuple),
        section=st.sampled_from(["", "World", "Economy"]),
        draft=st.booleans(),
        curated=st.booleans(),
        links=st.lists(st.integers(0, 9), max_size=4).map(tuple),
        bundle=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda piece: piece.name,
)


def _text(pieces: list[_Piece], links: bool) -> str:
    files: list[str] = []
    for piece in pieces:
        source = (
            "kind: curated\nsource: {name: Slate, url: https://example.net/a}\n"
            if piece.curated
            else ""
        )
        targets = [pieces[number % len(pieces)] for number in piece.links]
        up = "../../" if piece.bundle else "../"
        body = "".join(
            f"[to {target.name}](<{up}{target.file}>)\n\n" for target in targets if links
        )
        files.append(
            f"-- {piece.file} --\n---\ntitle: {piece.name}\ntags: {list(piece.tags)}\n"
            f"section: {piece.section}\ndraft: {piece.draft}\n{source}---\n## Part\n\n{body}"
        )
    return "".join(files)


def _outputs(site: Site) -> dict[str, bytes]:
    config = config_of("per_page: 2\nsearch: {enabled: false}\n")
    jobs = plan(site, config, THEME)
    links = resolve_links(site, {job.path for job in jobs}, "error")
    check_collisions((*jobs, *copy_jobs(links.assets)), "pagefind")
    if links.diagnostics:
        raise SsgError(links.diagnostics)
    context = render_context(site, config, THEME, links, RelatedArticles(site, config.related))
    return {
        job.path: produce(job, context).data
        for job in jobs
        if not isinstance(job.subject, FileSubject)
    }


@settings(max_examples=25)
@given(_PIECES)
def test_every_path_that_an_output_names_is_written(pieces: list[_Piece]) -> None:
    outputs = _outputs(site_of(_text([one for one in pieces if not one.draft], links=True)))
    paths = {*outputs, "/theme/style.css"}
    texts = {path: data for path, data in outputs.items() if not path.endswith(".png")}
    for path, data in texts.items():
        for found in re.findall(r"https://example\.org(/[^\s\"<>#?&\\]*)", data.decode()):
            assert unquote(found) in paths, (path, found)


@settings(max_examples=25)
@given(_PIECES)
def test_links_resolve_or_are_told(pieces: list[_Piece]) -> None:
    told: tuple[Diagnostic, ...] = ()
    try:
        _outputs(site_of(_text(pieces, links=True)))
    except SsgError as failure:
        told = failure.diagnostics
    drafts = {piece.file for piece in pieces if piece.draft}
    to_drafts = [
        pieces[number % len(pieces)].file
        for piece in pieces
        for number in piece.links
        if not piece.draft and pieces[number % len(pieces)].file in drafts
    ]
    assert bool(told) == bool(to_drafts)
    assert all("is not published" in one.message for one in told)


@settings(max_examples=15)
@given(_PIECES, st.integers(0, 7))
def test_order_of_files_does_not_count(pieces: list[_Piece], cut: int) -> None:
    shuffled = [*pieces[cut:], *reversed(pieces[:cut])]
    assert _outputs(site_of(_text(pieces, links=False))) == _outputs(
        site_of(_text(shuffled, links=False))
    )


@settings(max_examples=25)
@given(_PIECES)
def test_drafts_are_nowhere(pieces: list[_Piece]) -> None:
    outputs = _outputs(site_of(_text(pieces, links=False)))
    published = {piece.name for piece in pieces if not piece.draft}
    for piece in pieces:
        if piece.draft and piece.name not in published:
            assert not any(f">{piece.name}<".encode() in data for data in outputs.values())


@settings(max_examples=25)
@given(_PIECES)
def test_every_article_stands_on_the_front_pages_once(pieces: list[_Piece]) -> None:
    site = site_of(_text(pieces, links=False))
    front = compose_front(site)
    blocks = [one for _, articles in front.sections for one in articles]
    lead = [front.lead] if front.lead else []
    shown = [one.path for one in (*lead, *front.stories, *front.links, *blocks, *front.river)]
    assert sorted(shown) == sorted(site.by_path)
