"""Share cards as pictures."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from ssg.errors import SsgError
from ssg.model.fonts import FontFile
from ssg.model.share_card import ShareCard
from ssg.pictures import typesetting
from ssg.pictures.fonts import font_of
from ssg.pictures.share_card import capitals, share_card
from ssg.pictures.typesetting import Type, missing_letters, settable, width_of
from tests.unit.pictures.design import design, with_accent

_CARD = ShareCard("No result in Florida", ("Slate", "World"), "The Draft", "today", "en", "ltr")
_TITLES = [
    "Talks",
    "The ministers agree on a budget that nobody has read, let alone costed, or will " * 3,
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherung",
    "השיחות בפלורידה הסתיימו ללא הסכם (BBC)",
    "Переговоры во Флориде завершились без результата",
    "Η κυβέρνηση συμφώνησε για τον προϋπολογισμό",
    "Việt Nam, Łódź, z\u0300 and a\u0308\u0323",
    "Who won? 🎉👩\u200d👩\u200d👧",
    "佛罗里达",
    "\u202e\u0000\u200b",
]


def _opened(card: ShareCard) -> Image.Image:
    picture = Image.open(BytesIO(share_card(card, design())))
    picture.load()
    return picture


def _ink(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Return how many dark pixels a part of a picture has."""
    return sum(picture.convert("L").crop(box).histogram()[:100])


@pytest.mark.parametrize("title", _TITLES)
def test_card_is_small_and_of_the_size_that_networks_show(title: str) -> None:
    data = share_card(replace(_CARD, title=title), design())
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 50_000


@pytest.mark.parametrize("title", _TITLES)
def test_nothing_reaches_the_margins(title: str) -> None:
    picture = _opened(replace(_CARD, title=title, masthead="The Second Draft " * 9))
    for box in ((0, 0, 60, 630), (1140, 0, 1200, 630), (0, 0, 1200, 50), (0, 600, 1200, 630)):
        assert _ink(picture, box) == 0


@pytest.mark.parametrize("title", _TITLES[:8])
def test_headline_labels_name_and_date_are_there(title: str) -> None:
    picture = _opened(replace(_CARD, title=title))
    for box in ((70, 160, 1130, 500), (70, 90, 1130, 135), (70, 540, 1130, 600)):
        assert _ink(picture, box) > 100


def test_equal_words_give_equal_bytes() -> None:
    assert share_card(_CARD, design()) == share_card(replace(_CARD), design())
    assert share_card(_CARD, design()) != share_card(replace(_CARD, title="Talks"), design())


def test_accent_is_that_of_the_theme() -> None:
    def has(accent: str, color: tuple[int, int, int]) -> bool:
        picture = Image.open(BytesIO(share_card(_CARD, with_accent(accent)))).convert("RGB")
        return color in {found for _, found in picture.getcolors() or []}

    assert has("#0a7", (0, 170, 119))
    assert has("rebeccapurple", (102, 51, 153))
    assert has("nonsense", (27, 26, 23))


def test_hebrew_begins_at_the_right() -> None:
    picture = _opened(replace(_CARD, title="שלום", labels=()))
    assert _ink(picture, (800, 110, 1130, 500)) > 1000
    assert _ink(picture, (70, 110, 600, 500)) == 0


@pytest.mark.parametrize("text", ["שלום", "Talks", "Переговоры", "(אב) 12 BBC"])
def test_text_is_set_without_fribidi_as_well(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = Type(design().headline, 60, 600, "ltr")
    with_it = width_of(text, kind)
    picture = share_card(replace(_CARD, title=text), design())
    font_of.cache_clear()
    monkeypatch.setattr("ssg.pictures.fonts.shapes", lambda: False)
    monkeypatch.setattr(typesetting, "shapes", lambda: False)
    try:
        assert width_of(text, kind) == pytest.approx(with_it, rel=0.1)
        without = Image.open(BytesIO(share_card(replace(_CARD, title=text), design())))
        assert _likeness(without, Image.open(BytesIO(picture))) > 0.75
    finally:
        font_of.cache_clear()


def _likeness(one: Image.Image, other: Image.Image) -> float:
    """Return how alike the ink of two cards is, in boxes of some letters."""
    small = [image.convert("L").resize((60, 32), Image.Resampling.BOX) for image in (one, other)]
    pairs = list(zip(*(bytes(image.tobytes()) for image in small), strict=True))
    apart: int = sum(abs(a - b) for a, b in pairs)
    ink: int = sum(255 - min(a, b) for a, b in pairs)
    return 1 - apart / ink


def test_letters_that_no_font_has_are_known_and_left_out() -> None:
    fonts = design().headline
    assert missing_letters("佛 talks 罗佛", fonts) == ("佛", "罗")
    assert missing_letters("Talks – “é” ß Ł Ж Ω ש ạ 🎉 1½€", fonts) == ()
    assert settable("佛罗 talks 🎉 end", fonts) == "talks end"
    assert settable("佛罗，", fonts) == ""


def test_capitals_follow_their_language() -> None:
    assert capitals("Straße", "de") == "STRASSE"
    assert capitals("Καθημερινή Αθηνών", "el") == "ΚΑΘΗΜΕΡΙΝΗ ΑΘΗΝΩΝ"
    assert capitals("istanbul", "tr") == "İSTANBUL"


def test_file_that_is_no_font_is_an_error() -> None:
    broken = FontFile("fonts/no.ttf", "no", b"no font")
    with pytest.raises(SsgError, match="fonts/unreadable"):
        share_card(_CARD, replace(design(), headline=(broken,)))
