"""GIF files without what is written into them besides pictures."""

from __future__ import annotations

_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
# How often an animation is repeated; other applications keep remarks there.
_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def without_remarks(data: bytes) -> bytes:
    """Return an animation without comments and the data of other programs.

    Raises:
        ValueError: it is no whole GIF.

    """
    try:
        return _kept(data)
    except IndexError:
        raise ValueError("the file ends too early") from None


def _kept(data: bytes) -> bytes:
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != _END:
        begin = at
        if data[at] == _EXTENSION:
            kind = data[at + 1]
            at = _after_blocks(data, at + 2)
            name = data[begin + 3 : begin + 14]
            wanted = kind == _CONTROL or (kind == _APPLICATION and name in _REPEATS)
        elif data[at] == _IMAGE:
            # Its place and size, its colours, the width of its codes, and its data.
            at = _after_blocks(data, at + 11 + _table(data[at + 9]))
            wanted = True
        else:
            raise ValueError("it holds what no GIF holds")
        if wanted:
            kept.append(data[begin:at])
    kept.append(bytes([_END]))
    return b"".join(kept)


def _table(flags: int) -> int:
    """Return how many bytes a table of colours takes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
