"""The first page of a section is a front of its own."""

from __future__ import annotations

from ssg.model.output import TermSubject
from ssg.render.pages import build_view
from ssg.render.views.front import SectionFront
from ssg.render.views.lists import TermPage
from tests.unit.relate.making import article
from tests.unit.render.making import context_of

_CURATED = "kind: curated\nsource: {name: Slate, url: https://example.net/a}\n"
_WORLD = "section: World\n"


def _page(text: str, number: int = 1, config: str = "", slug: str = "world") -> TermPage:
    subject = TermSubject("sections", slug, number)
    view = build_view(f"/sections/{slug}/", subject, context_of(text, config))
    assert isinstance(view, TermPage)
    return view


def _front(text: str, config: str = "") -> SectionFront:
    front = _page(text, config=config).front
    assert front
    return front


def _pieces(count: int) -> str:
    return "".join(article(f"2025-12-{day:02}-a{day}", _WORLD) for day in range(1, count + 1))


def test_pinned_piece_of_the_section_leads_it() -> None:
    text = _pieces(3) + article("2025-01-01-old", f"{_WORLD}pinned: true\n")
    text += article("2025-12-30-other", "section: Press\npinned: true\n")
    assert _front(text).lead.path == "/2025/01/old/"


def test_latest_of_ones_own_leads_before_what_others_wrote() -> None:
    front = _front(_pieces(2) + article("2025-12-30-theirs", _WORLD + _CURATED))
    assert front.lead.path == "/2025/12/a2/"
    assert [one.path for one in front.links] == ["/2025/12/theirs/"]


def test_every_piece_of_the_first_page_stands_there_once() -> None:
    front = _front(_pieces(12), "per_page: 10\n")
    shown = [front.lead, *front.lead_thread, *front.stories, *front.links, *front.rest]
    paths = [one.path for one in shown]
    assert paths == [f"/2025/12/a{day}/" for day in range(12, 2, -1)]


def test_later_pages_are_lists_of_all() -> None:
    page = _page(_pieces(12), 2, "per_page: 10\n")
    assert page.front is None
    assert [one.path for one in page.articles] == ["/2025/12/a2/", "/2025/12/a1/"]


def test_threads_of_the_section_are_those_with_two_of_its_pieces() -> None:
    def told(day: int, thread: str, section: str) -> str:
        more = f"section: {section}\nthread: {thread}\n"
        return article(f"2025-11-{day:02}-{thread}{day}", more)

    text = _pieces(1) + told(1, "arms", "World") + told(2, "arms", "World")
    text += told(3, "gas", "World") + told(4, "gas", "Press") + told(5, "gas", "Press")
    (thread,) = _front(text).threads
    assert (thread.term.slug, thread.count) == ("arms", 2)
    assert [one.path for one in thread.latest] == ["/2025/11/arms2/", "/2025/11/arms1/"]


def test_tag_has_no_front() -> None:
    subject = TermSubject("tags", "gas", 1)
    view = build_view("/tags/gas/", subject, context_of(article("2025-12-01-a", "tags: Gas\n")))
    assert isinstance(view, TermPage)
    assert view.front is None
