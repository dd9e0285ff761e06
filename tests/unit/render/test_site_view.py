"""What templates may ask of the site changes when its answer does, and not before."""

from __future__ import annotations

from ssg.model.output import ArticleSubject, FrontSubject, TermSubject
from ssg.render.pages import build_view
from ssg.render.views.front import FrontPage
from ssg.render.views.lists import TermPage
from ssg.render.views.pages import ArticlePage
from tests.unit.relate.making import article
from tests.unit.render.making import context_of

_WORLD = "section: World\n"
_SECTIONS = (
    article("2025-12-01-w", _WORLD)
    + article("2025-12-02-w2", _WORLD)
    + article("2025-12-03-a", "section: Arts\n")
    + article("2025-12-04-e", "section: economy\n")
)
_THREADS = (
    article("2025-12-01-old", "thread: Trade\n")
    + article("2025-12-02-talks", "thread: Talks\nupdated: 2025-12-09\n")
    + article("2025-12-05-new", "thread: Arms\n")
    + article("2025-12-03-before", "thread: Arms\n")
    + "-- threads/empty.md --\n---\ntitle: A thread to come\n---\n"
)


def test_sections_and_menu_come_by_name_whatever_their_size() -> None:
    view = context_of(_SECTIONS).view
    assert [one.name for one in view.sections] == ["Arts", "economy", "World"]
    assert [one.path for one in view.navigation] == [one.path for one in view.sections]


def test_section_without_articles_is_not_in_the_menu() -> None:
    view = context_of(_SECTIONS + "-- sections/press.md --\n---\ntitle: Press\n---\n").view
    assert "Press" not in [one.title for one in view.navigation]


def test_menu_of_site_yaml_keeps_its_order() -> None:
    menu = "navigation:\n- {title: World, url: /sections/world/}\n- {title: All, url: /archive/}\n"
    assert [one.title for one in context_of(_SECTIONS, menu).view.navigation] == ["World", "All"]


def test_terms_come_by_name_with_their_count_and_last_update() -> None:
    entries = context_of(_SECTIONS).view.terms("sections")
    assert [(one.term.name, one.count) for one in entries] == [
        *(("Arts", 1), ("economy", 1), ("World", 2)),
    ]
    assert [one.updated.day for one in entries if one.updated] == [3, 4, 2]


def test_letters_with_marks_stand_beside_those_without() -> None:
    text = article("2025-12-01-a", "tags: [Zug, Élysée, Elbe, États-Unis, Ökologie, Oslo]\n")
    names = [one.term.name for one in context_of(text).view.terms("tags")]
    assert names == ["Elbe", "Élysée", "États-Unis", "Ökologie", "Oslo", "Zug"]


def test_threads_come_by_their_last_update_and_those_without_articles_last() -> None:
    entries = context_of(_THREADS).view.terms("threads")
    assert [(one.term.name, one.count) for one in entries] == [
        *(("Talks", 1), ("Arms", 2), ("Trade", 1), ("A thread to come", 0)),
    ]
    assert [one.updated and one.updated.day for one in entries] == [9, 5, 1, None]


def test_threads_updated_at_one_moment_come_by_name() -> None:
    text = article("2025-12-01-a", "thread: zinc\n") + article("2025-12-01-b", "thread: arms\n")
    assert [one.term.name for one in context_of(text).view.terms("threads")] == ["Arms", "Zinc"]


def test_card_says_nothing_that_another_article_changes() -> None:
    one = article("2025-12-01-one", "tags: [Press]\nsection: World\nthread: Talks\n")
    more = one + article("2025-12-05-more", "tags: [Press]\nsection: World\nthread: Talks\n")
    before, after = context_of(one), context_of(more)
    path = "/2025/12/one/"
    assert before.cards.article(before.ask.article(path)) == after.cards.article(
        after.ask.article(path)
    )


def test_pages_that_count_the_articles_of_a_term_say_how_many() -> None:
    text = _THREADS + article("2025-12-10-lead")
    context = context_of(text)
    term = build_view("/threads/arms/", TermSubject("threads", "arms", 1), context)
    piece = build_view("/2025/12/new/", ArticleSubject("/2025/12/new/"), context)
    front = build_view("/", FrontSubject(1), context)
    assert isinstance(term, TermPage)
    assert isinstance(piece, ArticlePage)
    assert isinstance(front, FrontPage)
    assert piece.thread
    assert (term.count, piece.thread.count) == (2, 2)
    assert [(one.term.name, one.count) for one in front.threads] == [("Arms", 2)]
