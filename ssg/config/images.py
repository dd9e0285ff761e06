"""What site.yaml says of pictures."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.schema.decode import one_of
from ssg.schema.record import key


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRules:
    """Pictures."""

    missing_alt: str = key(
        one_of("error", "warn"),
        "What a picture is of which nobody says what it shows: `error` or `warn`.",
        "error",
    )
