"""Style sheets as browsers get them: without what is written for those who edit them."""

from __future__ import annotations

import re

# A remark or an indent within these is none.
_KEPT = rb"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^)\n]*\)|/\*!.*?\*/)"""
_REMARKS = re.compile(_KEPT + rb"| ?/\*(?!!)(?:.*?\*/|.*)", re.DOTALL)
_INDENTS = re.compile(_KEPT + rb"|\n(?P<indent>\s+)", re.DOTALL)


def without_remarks(sheet: bytes) -> bytes:
    """Return a style sheet without comments, indents and blank lines.

    A comment that begins with ``/*!`` stays: it may be a licence.
    """
    # A remark may be all that holds two words apart.
    bare = _REMARKS.sub(lambda found: found["kept"] or b" ", sheet)
    return _INDENTS.sub(lambda found: found["kept"] or b"\n", bare).lstrip()
