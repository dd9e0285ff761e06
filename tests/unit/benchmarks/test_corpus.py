"""Articles that are made up."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from ssg.text.stop_words import stop_words
from tests.bench.corpus import SECTIONS, Piece, edited, markdown, picture, pieces


@pytest.fixture(scope="module")
def made() -> list[Piece]:
    """Make 200 articles."""
    return list(pieces(200))


def test_the_same_articles_are_made_again(made: list[Piece]) -> None:
    assert list(pieces(200)) == made


def test_articles_to_be_added_leave_the_others_as_they_are(made: list[Piece]) -> None:
    more = list(pieces(200, 2))
    assert more[:200] == made
    assert [one.number for one in more[200:]] == [200, 201]


def test_articles_are_of_the_kind_that_is_promised(made: list[Piece]) -> None:
    assert {len(one.text.split()) for one in made} == {800}
    assert {len(set(one.tags)) for one in made} == {4}
    assert 200 < len({tag for one in made for tag in one.tags}) <= 300
    assert 20 < len({one.author for one in made}) <= 30
    assert len({one.outlet for one in made}) == 12
    assert {one.section for one in made} == set(SECTIONS)
    assert len({one.title for one in made}) == 200


def test_common_words_are_common(made: list[Piece]) -> None:
    counts = Counter(word for one in made for word in one.text.lower().split())
    total = sum(counts.values())
    common = sum(counts[word] for word in stop_words("en"))
    assert 0.3 < common / total < 0.6
    assert sum(1 for count in counts.values() if count == 1) > 5_000


def test_names_keep_their_capitals_within_sentences(made: list[Piece]) -> None:
    inner = [word for word in made[0].sentences[1].split()[1:] if word[0].isupper()]
    assert len(inner) >= 1


def test_an_edit_changes_one_sentence_another_way_each_time(made: list[Piece]) -> None:
    first, second = edited(made[0], 1), edited(made[0], 2)
    differences = [
        [place for place, pair in enumerate(zip(*both, strict=True)) if pair[0] != pair[1]]
        for both in (
            (made[0].sentences, first.sentences),
            (first.sentences, second.sentences),
        )
    ]
    assert differences == [[20], [20]]


def test_the_text_has_what_articles_have(made: list[Piece]) -> None:
    text = markdown(made[10], lambda number: f"to-{number}.md")
    assert text.count("\n## ") == 2
    assert text.count("\n> ") == 1
    assert text.count("](https://") == 3
    assert text.count(f"](to-{made[10].earlier}.md)") == 1
    assert "](/pictures/a10.png)" in text


def test_the_first_article_links_to_none_before_it(made: list[Piece]) -> None:
    assert "to-" not in markdown(made[0], lambda number: f"to-{number}.md")
    assert all(one.earlier < one.number for one in islice(made, 1, None))


def test_few_articles_have_a_picture_and_each_its_own(made: list[Piece]) -> None:
    assert sum(1 for one in made if one.picture) == 20
    assert picture(1) != picture(2)
    assert picture(1).startswith(b"\x89PNG")
    assert len(picture(1)) < 1_000
