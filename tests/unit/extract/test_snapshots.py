"""What a web archive answers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from ssg.extract.snapshots import (
    ArchiveError,
    closest_snapshot,
    lookup_url,
    save_url,
    saved_snapshot,
)

_SERVICE = "https://archive.example/wayback/available"


def _body(**closest: Any) -> bytes:
    known = {"available": True, "status": "200", "url": "http://web.example/web/2/http://a.org/"}
    return json.dumps({"archived_snapshots": {"closest": {**known, **closest}}}).encode()


def test_the_nearest_copy_is_asked_for_by_address_and_day() -> None:
    url = "https://a.org/x?y=1&z=ü"
    assert lookup_url(_SERVICE, url, date(2025, 12, 1)) == (
        f"{_SERVICE}?url=https%3A%2F%2Fa.org%2Fx%3Fy%3D1%26z%3D%C3%BC&timestamp=20251201"
    )


def test_a_copy_is_found() -> None:
    assert closest_snapshot(_body(), _SERVICE) == "https://web.example/web/2/http://a.org/"


@pytest.mark.parametrize(
    "body",
    [
        b'{"url": "a", "archived_snapshots": {}}',
        _body(available=False),
        _body(status="404"),
        _body(url="javascript:alert(1)"),
        _body(url="https://a.org/\nx"),
        _body(url=17),
    ],
)
def test_there_is_none(body: bytes) -> None:
    assert closest_snapshot(body, _SERVICE) == ""


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b"[" * 100_000, b"\xff"])
def test_this_is_no_answer(body: bytes) -> None:
    with pytest.raises(ArchiveError):
        closest_snapshot(body, _SERVICE)


def test_a_copy_that_was_made_is_where_the_answer_says() -> None:
    save = "https://web.example/save/"
    asked = save_url(save, "https://a.org/")
    assert asked == "https://web.example/save/https://a.org/"
    copy = "https://web.example/web/20260101000000/https://a.org/"
    assert saved_snapshot(asked, "/web/20260101000000/https://a.org/", save) == copy
    assert saved_snapshot(copy, "", save) == copy
    assert saved_snapshot(asked, "", save) == ""
