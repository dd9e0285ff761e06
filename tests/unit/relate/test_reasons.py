"""A card says why it is there, in words that stand in both articles."""

from __future__ import annotations

from ssg.config.site import RelatedRules
from ssg.model.related import Related
from ssg.relate.related import RelatedArticles
from tests.unit.relate.making import site_of, untitled

_OTHERS = "".join(
    untitled(f"2025-11-{number:02}-other{number}", "", f"violin{number} orchestra tariff steel")
    for number in range(1, 12)
)


def _card(one: str, other: str, front_matter: str = "") -> Related:
    site = site_of(
        untitled("2025-12-22-alpha", front_matter, one)
        + untitled("2025-12-21-beta", front_matter, other)
        + _OTHERS
    )
    finder = RelatedArticles(site, RelatedRules())
    return next(one for one in finder.related(site.articles[0]) if one.article.slug == "beta")


def test_reasons_are_names_that_both_share() -> None:
    card = _card(
        "On Sunday the envoy Steve Witkoff met delegates in Geneva.",
        "Nobody but Steve Witkoff knows what was said in Geneva.",
    )
    assert card.why == "terms"
    assert {"Steve Witkoff", "Geneva"} <= set(card.reasons)
    assert set(card.reasons) <= {"Steve Witkoff", "Geneva", "said", "Sunday"}


def test_reasons_stand_in_both_articles() -> None:
    one = "Delegates discussed prisoners, the Dniester ceasefire and its observers."
    other = "Observers watch a ceasefire along the Dniester; no prisoners were freed."
    for reason in _card(one, other).reasons:
        assert reason.casefold() in one.casefold()
        for word in reason.casefold().split():
            assert word.rstrip("s") in other.casefold()


def test_there_are_three_at_most_and_none_twice() -> None:
    text = "Geneva Dniester ceasefire observers prisoners delegates exchange corridor mandate"
    reasons = _card(text, text.replace("mandate", "quorum")).reasons
    assert len(reasons) == 3
    assert len({one.casefold() for one in reasons}) == 3


def test_of_a_pair_and_its_words_the_pair_is_named() -> None:
    reasons = _card("A Dniester ceasefire holds.", "The Dniester ceasefire fails.").reasons
    assert reasons == ("Dniester ceasefire",) or not any(
        one != other and one.casefold() in other.casefold() for one in reasons for other in reasons
    )


def test_possessives_are_taken_off() -> None:
    reasons = _card("It is Witkoff’s plan.", "It was Witkoff’s idea.").reasons
    assert "Witkoff" in reasons


def test_tags_are_named_as_they_are_shown() -> None:
    card = _card("one thing", "another matter", "tags: [Peace in Ukraine]\n")
    assert "Peace in Ukraine" in card.reasons


def test_a_thread_is_reason_enough() -> None:
    card = _card("one thing", "another matter", "thread: ukraine-talks\n")
    assert (card.why, card.reasons) == ("thread", ())


def test_a_pick_needs_no_reason() -> None:
    site = site_of(untitled("2025-12-22-a", "related: b\n") + untitled("2025-12-20-b"))
    (card,) = RelatedArticles(site, RelatedRules()).related(site.articles[0])
    assert (card.why, card.reasons, card.score) == ("pinned", (), 1.0)


def test_words_of_another_script_are_reasons_too() -> None:
    card = _card("Переговоры о перемирии прошли в Женеве", "В Женеве снова идут переговоры")
    assert {one.casefold() for one in card.reasons} >= {"переговоры", "женеве"}
