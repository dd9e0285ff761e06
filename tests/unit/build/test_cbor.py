"""What Pagefind writes is read, and written again to the byte."""

from __future__ import annotations

from typing import Any

import pytest

from ssg.build.cbor import decode, encode


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (1000000000000, "1b000000e8d4a51000"),
        (-1, "20"),
        (-1000, "3903e7"),
        ("", "60"),
        ("ü水", "65c3bce6b0b4"),
        ([], "80"),
        ([1, [2, "a"], -3], "830182026161" + "22"),
        (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
    ],
)
def test_values_and_their_bytes(value: Any, data: str) -> None:
    assert encode(value) == bytes.fromhex(data)
    assert decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["f5", "a0", "0000"])
def test_what_pagefind_does_not_write_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"type \d|more than one"):
        decode(bytes.fromhex(data))
