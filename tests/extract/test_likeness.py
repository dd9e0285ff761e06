"""The same text is known again, and two reports of one event are told apart."""

from __future__ import annotations

from ssg.extract.likeness import likeness, shingles

_REPORT = (
    "The commission voted on Monday to put new limits on drones that are made abroad. Two of its "
    "members dissented, and said that the rules would raise prices for farmers and police. The "
    "chairman called the vote a matter of national security. Makers have ninety days to answer."
)
_OTHER = (
    "Foreign drones face new limits after a vote of the commission on Monday. Its chairman spoke "
    "of national security; two members were against it, because police departments and farms "
    "would have to pay more. Companies may respond within three months of publication."
)


def _compare(one: str, other: str) -> float:
    return likeness(shingles(one), shingles(other))


def test_a_text_is_like_itself_whatever_its_signs() -> None:
    assert _compare(_REPORT, _REPORT.upper().replace(".", " –")) == 1.0


def test_an_excerpt_stands_in_the_whole_text() -> None:
    assert _compare(_REPORT[:160], _REPORT) > 0.9


def test_a_changed_sentence_leaves_a_text_alike() -> None:
    changed = _REPORT.replace("Monday", "Tuesday") + " An appeal is expected."
    assert _compare(_REPORT, changed) > 0.7


def test_two_reports_of_one_event_are_not_alike() -> None:
    assert _compare(_REPORT, _OTHER) < 0.05


def test_a_common_phrase_is_no_likeness() -> None:
    assert _compare("The talks will go on next week in Geneva.", _REPORT) == 0.0
    assert _compare("", "") == 0.0


def test_scripts_without_blanks_are_compared_sign_by_sign() -> None:
    text = "会談は月曜日に東京で終わり、次の会合は来月に開かれる予定だ。"
    assert _compare(text, text.replace("月曜日", "火曜日")) > 0.5
    assert _compare(text, "首相は新しい予算案について記者団に説明した。野党は反対している。") == 0.0
