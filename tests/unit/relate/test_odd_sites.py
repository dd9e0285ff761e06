"""Related articles of sites of any size, and of articles nobody expects."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

import pytest

from ssg.config.site import RelatedRules
from ssg.model.site import Site
from ssg.relate.related import RelatedArticles
from tests.unit.relate.making import site_of, untitled

_SUBJECTS = {
    "talks": "ceasefire envoy negotiation front delegation mediator prisoner truce",
    "tariffs": "tariff steel quota duty import export customs surplus",
    "courts": "judge appeal verdict tribunal plaintiff ruling statute hearing",
    "music": "violin orchestra conductor symphony quartet rehearsal score opera",
}


def _text(subject: str, number: int, words: int = 40) -> str:
    chance = random.Random(f"{subject}{number}")
    own = _SUBJECTS[subject].split()
    return " ".join(chance.choices(own, k=words)) + f" alone{subject}{number}"


def _pieces(count: int) -> str:
    names = list(_SUBJECTS)
    made = []
    for number in range(count):
        subject = names[number % len(names)]
        day = date(2025, 12, 22) - timedelta(days=number)
        made.append(untitled(f"{day}-{subject}{number}", "", _text(subject, number)))
    return "".join(made)


def _cards(site: Site, rules: RelatedRules | None = None) -> dict[str, list[str]]:
    finder = RelatedArticles(site, rules or RelatedRules())
    return {one.slug: [c.article.slug for c in finder.related(one)] for one in site.articles}


@pytest.mark.parametrize("count", [1, 2, 3, 20, 80])
def test_sites_of_any_size_without_tags_have_cards_of_the_subject(count: int) -> None:
    cards = _cards(site_of(_pieces(count)))
    assert len(cards) == count
    for slug, shown in cards.items():
        assert slug not in shown
        assert len(shown) == len(set(shown)) <= 6
        if count >= 20:
            subject = slug.rstrip("0123456789")
            assert len(shown) >= 3
            assert {one.rstrip("0123456789") for one in shown} == {subject}


def test_an_empty_site_has_nothing_to_show() -> None:
    assert _cards(site_of("")) == {}


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    site = site_of(_pieces(40))
    finder = RelatedArticles(site, RelatedRules())
    backwards = {
        one.slug: [card.article.slug for card in finder.related(one)]
        for one in reversed(site.articles)
    }
    assert backwards == _cards(site)


def test_ties_go_to_the_latest_then_by_path() -> None:
    text = "ceasefire envoy negotiation"
    # Each says something of its own, so that they are no copies.
    bodies = [f"{text} {_SUBJECTS['courts']}"] + [
        f"{text} {' '.join(f'only{number}x{word}' for word in range(30))}" for number in range(5)
    ]
    days = ["2025-12-22", "2025-12-20", "2025-12-20", "2025-12-24", "2025-12-20", "2025-12-24"]
    names = ["asked", "c", "a", "e", "b", "d"]
    pieces = "".join(
        untitled(f"{day}-{name}", "", body)
        for day, name, body in zip(days, names, bodies, strict=True)
    )
    others = "".join(untitled(f"2024-01-{day:02}-x{day}", "", "violin") for day in range(1, 20))
    shown = _cards(site_of(pieces + others))["asked"]
    assert shown[:5] == ["d", "e", "a", "b", "c"]


@pytest.mark.parametrize("body", ["", "word", "…", "ceasefire", "{.x}", "# Heading", "1 2 3"])
def test_an_article_of_one_word_breaks_nothing(body: str) -> None:
    site = site_of(_pieces(20) + untitled("2025-12-22-odd", "", body))
    cards = _cards(site)
    assert len(cards["odd"]) <= 6
    assert all(len(shown) >= 3 for slug, shown in cards.items() if slug != "odd")


def test_an_article_of_a_hundred_thousand_words_finds_and_buries_nothing() -> None:
    chance = random.Random(3)
    own = _SUBJECTS["talks"].split()
    words = [
        chance.choice(own) if chance.random() < 0.2 else f"w{i % 20_000}" for i in range(10**5)
    ]
    text = "\n\n".join(" ".join(words[at : at + 200]) for at in range(0, len(words), 200))
    begin = time.process_time()
    site = site_of(_pieces(40) + untitled("2025-12-22-long", "", text))
    cards = _cards(site)
    assert time.process_time() - begin < 20
    assert cards["long"]
    assert {one.rstrip("0123456789") for one in cards["long"]} == {"talks"}
    assert sum("long" in shown for slug, shown in cards.items() if "talks" not in slug) == 0


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        ("שיחות הפסקת האש נערכו בז'נבה", "הפסקת האש נשמרת אחרי שיחות בז'נבה", "המכסים על פלדה עלו"),
        ("Переговоры о перемирии в Женеве", "Перемирие и переговоры в Женеве", "Пошлины на сталь"),
        ("停火 谈判 在 日内瓦 举行", "日内瓦 谈判 之后 停火", "钢铁 关税 上调"),
        ("محادثات وقف النار في جنيف", "وقف النار بعد محادثات جنيف", "رسوم الصلب ترتفع"),
    ],
)
def test_articles_in_another_script_are_compared(first: str, second: str, other: str) -> None:
    site = site_of(
        untitled("2025-12-22-one", "", first)
        + untitled("2025-12-21-two", "", second)
        + untitled("2025-12-20-three", "", other)
        + _pieces(8)
    )
    assert _cards(site)["one"][:1] == ["two"]


def test_hundreds_of_near_identical_articles_end_in_good_time() -> None:
    base = " ".join(f"notice{number}" for number in range(120))
    copies = "".join(
        untitled(
            f"copy{number}",
            f"date: {date(2024, 1, 1) + timedelta(days=number)}\n",
            f"{base} number{number}",
        )
        for number in range(500)
    )
    site = site_of(copies + _pieces(600))
    begin = time.process_time()
    cards = _cards(site)
    assert time.process_time() - begin < 20
    # A copy is the same piece, and no reader is served by six of them.
    assert all(len(cards[f"copy{number}"]) <= 1 for number in range(500))
    assert all(len(shown) >= 3 for slug, shown in cards.items() if "copy" not in slug)


def test_a_threshold_leaves_slots_empty() -> None:
    site = site_of(_pieces(40))
    loose = _cards(site, RelatedRules(threshold=0))
    strict = _cards(site, RelatedRules(threshold=0.999))
    assert all(len(shown) == 6 for shown in loose.values())
    assert not any(strict.values())


def test_what_the_editors_exclude_is_never_shown() -> None:
    pieces = _pieces(20)
    shown = _cards(site_of(pieces))["talks0"]
    excluded = pieces.replace(
        "-- posts/2025-12-22-talks0.md --\n---\n",
        f"-- posts/2025-12-22-talks0.md --\n---\nrelated_exclude: {shown[0]}\n",
    )
    again = _cards(site_of(excluded))["talks0"]
    assert shown[0] not in again
    assert again[: len(shown) - 1] == shown[1:]


def test_picks_come_first_in_their_order_and_only_once() -> None:
    pieces = _pieces(20)
    shown = _cards(site_of(pieces))["talks0"]
    picked = pieces.replace(
        "-- posts/2025-12-22-talks0.md --\n---\n",
        f"-- posts/2025-12-22-talks0.md --\n---\nrelated: [music3, {shown[1]}]\n",
    )
    again = _cards(site_of(picked))["talks0"]
    assert again[:2] == ["music3", shown[1]]
    assert len(again) == len(set(again))


_SOURCE = "kind: curated\nsource:\n  name: {}\n  url: {}\n"


def test_another_copy_of_the_same_original_is_left_out() -> None:
    url = "https://example.net/2025/talks-end-without-a-result"
    mine = untitled("2025-12-22-mine", _SOURCE.format("A", url), _text("talks", 90))
    theirs = untitled("2025-12-21-theirs", _SOURCE.format("B", url + "/"), _text("talks", 91))
    report = untitled("2025-12-20-report", _SOURCE.format("C", url + "-2"), _text("talks", 92))
    cards = _cards(site_of(mine + theirs + report + _pieces(20)))
    assert "theirs" not in cards["mine"]
    # Other outlets' reports of the same event are what a reader wants.
    assert "report" in cards["mine"]


def test_nearly_the_same_text_is_left_out_and_of_copies_one_is_shown() -> None:
    text = _text("talks", 95, 60)
    pieces = (
        untitled("2025-12-22-wire", "", text)
        + untitled("2025-12-21-reprint", "", text + " reprinted")
        + _pieces(20)
    )
    cards = _cards(site_of(pieces))
    assert "reprint" not in cards["wire"]
    for slug, shown in cards.items():
        assert not {"wire", "reprint"} <= set(shown), slug


def test_pieces_that_follow_each_other_in_a_ring_end() -> None:
    site = site_of(
        untitled("2025-12-20-a", "follows: c\n")
        + untitled("2025-12-21-b", "follows: a\n")
        + untitled("2025-12-22-c", "follows: b\n")
        + _pieces(20)
    )
    finder = RelatedArticles(site, RelatedRules())
    for one in site.articles:
        later = [found.slug for found in finder.next(one)]
        assert one.slug not in later
        assert len(later) <= 4
    ends = {one.slug: [n.slug for n in finder.next(one)] for one in site.articles}
    assert ends["a"] == ["b"]
    assert ends["b"] == ["c"]
