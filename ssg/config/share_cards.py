"""Share cards: the pictures that stand for articles elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.schema.decode import boolean, list_of, words
from ssg.schema.record import key


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCardRules:
    """Share cards."""

    enabled: bool = key(
        boolean, "Make a picture of the headline for every article without an image.", True
    )
    fonts: tuple[str, ...] = key(
        list_of(words),
        "Files of further fonts for letters that the theme's fonts lack, seen from the folder of "
        "site.yaml; the first that has a letter counts.",
        (),
    )
