"""Good samples of the formats, and a way to break them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.support.feeds import check_feed

SAMPLES = Path(__file__).parent / "samples"
BASE_URL = "https://example.org"
NOW = datetime(2025, 12, 23, tzinfo=UTC)


def findings_of_broken(sample: str, old: str, new: str) -> list[str]:
    """Replace the first `old` of a sample by `new` and return what is found."""
    good = (SAMPLES / sample).read_text(encoding="utf-8")
    assert old in good, f"{sample} has no {old!r} to break"
    return check_feed(good.replace(old, new, 1).encode(), sample, BASE_URL, NOW)
