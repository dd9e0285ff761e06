"""The part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_NEGATIVE, _TEXT, _ARRAY = 1, 3, 4


def decode(data: bytes) -> Any:
    """Return what was encoded, arrays as lists.

    Raises:
        ValueError: it holds something else.

    """
    value, end = _item(data, 0)
    if end != len(data):
        raise ValueError("there is more than one item")
    return value


def encode(value: int | str | list[Any]) -> bytes:
    """Return a value in the shortest form."""
    return b"".join(_parts(value))


def _item(data: bytes, at: int) -> tuple[Any, int]:
    kind, small = data[at] >> 5, data[at] & 31
    if small < 24:
        number, at = small, at + 1
    else:
        end = at + 1 + (1 << (small - 24))
        number, at = int.from_bytes(data[at + 1 : end], "big"), end
    if kind == 0:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise ValueError(f"type {kind} is none that Pagefind writes")
    items = []
    for _ in range(number):
        item, at = _item(data, at)
        items.append(item)
    return items, at


def _parts(value: int | str | list[Any]) -> Iterator[bytes]:
    if isinstance(value, int):
        yield _head(0, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    elif isinstance(value, str):
        data = value.encode()
        yield _head(_TEXT, len(data)) + data
    else:
        yield _head(_ARRAY, len(value))
        for item in value:
            yield from _parts(item)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power, "big")
