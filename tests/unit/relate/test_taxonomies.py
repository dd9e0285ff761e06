"""Names that mean one term, and names that only look alike."""

from __future__ import annotations

import pytest

from ssg.model.site import Term
from tests.unit.relate.making import article, complaints_of, site_of


def _terms(text: str, taxonomy: str = "tags", config: str = "") -> dict[str, Term]:
    return dict(site_of(text, config).taxonomies[taxonomy])


def test_articles_of_a_term_come_latest_first() -> None:
    text = article("2025-12-20-a", "tags: [Ukraine]\n") + article("2025-12-22-b", "tags: Ukraine\n")
    term = _terms(text)["ukraine"]
    assert (term.name, term.path) == ("Ukraine", "/tags/ukraine/")
    assert [one.slug for one in term.articles] == ["b", "a"]


def test_spellings_are_one_term_named_by_the_most_usual() -> None:
    tags = ["press freedom", "Press Freedom", "press-freedom", "Press Freedom"]
    text = "".join(
        article(f"2025-12-1{number}-a{number}", f"tags: [{tag}]\n")
        for number, tag in enumerate(tags)
    )
    term = _terms(text)["press-freedom"]
    assert (term.name, len(term.articles)) == ("Press Freedom", 4)


def test_term_said_twice_by_an_article_counts_once() -> None:
    (term,) = _terms(article("2025-12-22-a", "tags: [Ukraine, ukraine, Ukraine]\n")).values()
    assert len(term.articles) == 1


def test_page_of_a_term_names_it_and_stands_without_articles() -> None:
    page = "-- tags/nato.md --\n---\ntitle: NATO\n---\nThe alliance.\n"
    term = _terms(page + article("2025-12-22-a", "tags: [nato]\n"))["nato"]
    assert (term.name, len(term.articles)) == ("NATO", 1)
    assert not _terms(page)["nato"].articles


@pytest.mark.parametrize(
    ("one", "other"), [("C++", "C#"), ("Café", "Cafe"), ("U.S.", "U S"), ("R&D", "R D")]
)
def test_different_names_with_one_slug_collide(one: str, other: str) -> None:
    text = article("2025-12-22-a", f"tags: ['{one}']\n") + article(
        "2025-12-21-b", f"tags: ['{other}']\n"
    )
    (message,) = complaints_of(text)
    assert message.startswith(f'"{other}" and "{one}" both make /tags/')


def test_collision_is_told_once_however_often_it_comes() -> None:
    text = "".join(article(f"2025-12-1{day}-a{day}", "tags: [C++, 'C#']\n") for day in range(9))
    assert len(complaints_of(text)) <= 1


def test_name_without_letters_is_refused() -> None:
    assert complaints_of(article("2025-12-22-a", "tags: ['🔥', '...']\n")) == [
        '"🔥" in tags has neither letters nor digits',
        '"..." in tags has neither letters nor digits',
    ]


def test_section_source_and_authors_are_terms_too() -> None:
    text = article(
        "2025-12-22-a",
        "section: World\nkind: curated\nauthors: [Ada, Bo]\n"
        "source: {name: Slate, url: https://example.net/a}\n",
    )
    site = site_of(text)
    (only,) = site.articles
    assert (only.section, only.source) == ("world", "slate")
    assert only.terms["authors"] == ("ada", "bo")


def test_piece_of_ones_own_without_a_writer_is_by_the_authors_of_the_site() -> None:
    text = article("2025-12-22-a") + article(
        "2025-12-21-b", "kind: curated\nsource: {name: S, url: https://example.net/a}\n"
    )
    own, curated = site_of(text, "authors: [The editors]\n").articles
    assert own.terms["authors"] == ("the-editors",)
    assert curated.terms["authors"] == ()


def test_taxonomy_of_the_site_gathers_its_terms() -> None:
    text = article("2025-12-22-a", "people: [Steve Witkoff]\n")
    assert "steve-witkoff" in _terms(text, "people", "taxonomies: {people: {}}\n")


def test_terms_of_unpublished_articles_are_none() -> None:
    assert not _terms(article("2025-12-22-a", "draft: true\ntags: [Secret]\n"))


def test_two_pages_of_a_term_are_refused() -> None:
    pages = "".join(
        f"-- tags/{name} --\n---\ntitle: T\n---\n" for name in ("a.md", "a/index.md", "b/a.md")
    )
    assert complaints_of(pages) == ['"a" in tags has two pages'] * 2


@pytest.mark.parametrize("name", ["The Kremlin", "Kremlin", "a_b", "🔥"])
def test_page_of_a_term_is_named_by_its_slug(name: str) -> None:
    expected = f'the file name "{name}" is not the slug of a term'
    assert complaints_of(f"-- tags/{name}.md --\n---\ntitle: T\n---\n") == [expected]
