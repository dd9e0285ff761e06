"""Datelines and bylines go, and real first words stay."""

from __future__ import annotations

import pytest

from ssg.text.dateline import without_dateline
from ssg.text.summary import summarise

_REST = "The talks ended without a result."

_OPENINGS = [
    "WASHINGTON — ",
    "WASHINGTON -- ",
    "WASHINGTON - ",
    "WASHINGTON –- ",
    "NEW YORK – ",
    "WASHINGTON—",
    "WASHINGTON ―",
    "HARTFORD, Conn. — ",
    "LIVINGSTON, N.J. — ",
    "ST. LOUIS — ",
    "WINSTON-SALEM, N.C. — ",
    "ROME — ",
    "THE HAGUE — ",
    "NEWPORT NEWS, Va. — ",
    "KYIV/MOSCOW — ",
    "WASHINGTON and BEIJING — ",
    "KYIV, Ukraine (AP) — ",
    "SEOUL, South Korea (AP) — ",
    "GENEVA (Reuters) - ",
    "LONDON, Dec 3 (Reuters) - ",
    "LONDON, Dec. 3, 2025 (Reuters) - ",
    "Beijing, 3 December — ",
    "(CNN) — ",
    "(CNN)",
    "(Reuters) - ",
    "BERLIN (dpa) - ",
    "Berlin/Paris (dpa) - ",
    "Köln, 3. Dezember (dpa) – ",
    "ZÜRICH (AFP/dpa) — ",
    "PARIS (AFP) — ",
    "Paris, le 3 décembre (AFP) — ",
    "MADRID, 3 dic (EFE) – ",
    "By Jane Smith and John Doe, Associated Press Writer ",
    "By JULIE PACE\nWASHINGTON (AP) — ",
    "By Jane Smith WASHINGTON — ",
    "By Jane Smith, Diplomatic Editor GENEVA (Reuters) - ",
    "By Jane Smith\n",
    "By Jane Smith | Reuters\n",
    "Von Max von Muster BERLIN (dpa) - ",
    "Updated at 5 p.m. ET ",
    "Updated at 5:30 pm on Dec. 3, 2025. ",
    "Updated 3 December 2025, 17:00\n",
    "Photo: A. Person / AP\n",
    "Share this article\nPhoto: AFP\nGENEVA (AP) — ",
]

_TRAPS = [
    "NATO — an alliance of thirty states — met.",
    "NATO — The alliance met.",
    "UNESCO — The organisation met.",
    "USA — The country votes.",
    "Ukraine — the war's cost is counted.",
    "Ukraine — The war's cost is counted.",
    "New York – In his first speech he said so.",
    "BREAKING NEWS — The talks ended.",
    "EXCLUSIVE — The talks ended.",
    "THE WAR — A history.",
    "WASHINGTON — the man, not the city — crossed the river.",
    "WASHINGTON is not amused — The talks ended.",
    "Washington (the city) — The talks ended.",
    "Ms. Rice (R) — The senator said so.",
    "Setting the tone for Congress — in which every bill must cite — was hard.",
    "By Monday evening the talks had ended.",
    "By Jane Smith's account, the talks ended.",
    "By John Major's time the party was tired.",
    "By Jane Smith and her team, a history.",
    "By New Year, WASHINGTON had decided.",
    "Von Anfang an war es so.",
    "Par ici, dit-il.",
    "Photo: the word alone makes a caption.",
    "Updated: Rick Santorum on Sunday tried to clarify.",
    "Updated figures show 5 percent more.",
    "Share this article with a friend, he said.",
    "(Applause) — The speaker went on.",
    "Reuters — The agency has a new editor.",
    "On Dec. 3 - The day of the vote - it rained.",
    "Well-known — The name of a house.",
    "2025 — The year of the talks.",
    "WASHINGTON —",
]


@pytest.mark.parametrize("opening", _OPENINGS)
def test_what_stands_before_the_first_words_goes(opening: str) -> None:
    assert without_dateline(opening + _REST) == _REST
    assert without_dateline(f"{opening}“Enough,” he said.") == "“Enough,” he said."


@pytest.mark.parametrize("text", _TRAPS)
def test_first_words_stay(text: str) -> None:
    assert without_dateline(text) == text


def test_agency_is_enough_before_a_small_letter() -> None:
    assert without_dateline("KYIV, Ukraine (AP) — iPhones fell.") == "iPhones fell."


def test_summary_begins_with_the_first_words() -> None:
    assert summarise(f"KYIV, Ukraine (AP) — {_REST}") == _REST
    assert summarise(f"By Jane Smith\n{_REST}") == _REST


def test_room_of_a_summary_is_that_of_the_text_without_the_dateline() -> None:
    assert summarise(f"KYIV, Ukraine (AP) — {_REST} {_REST}", len(_REST)) == _REST
