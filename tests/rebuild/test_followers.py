"""What happened next is found again when one of those that say so moves in time."""

from __future__ import annotations

from tests.conftest import MakeSite

_FOLLOWER = """\
-- content/posts/{name}.md --
---
title: {name}
date: 2025-12-05
follows: tax
---
"""
# So many that the others are not all near to what is asked about.
_OTHERS = "".join(
    f"-- content/posts/2025-11-{number % 28 + 1:02}-o{number}.md --\n---\ntitle: O{number}\n---\n"
    "Of a levy.\n"
    for number in range(40)
)
_BETWEEN = "-- content/posts/2025-12-02-between.md --\n---\ntitle: Between\n---\n"
_TAX = "-- content/posts/2025-12-01-tax.md --\n---\ntitle: Tax\n---\nOf a levy.\n"
_TEXT = _TAX + _OTHERS + _BETWEEN


def test_follower_that_was_left_out_is_shown_once_it_is_earlier(make_site: MakeSite) -> None:
    names = ("acorn", "beetle", "cherry", "dragon", "elbow", "flower")
    site = make_site(_TEXT + "".join(_FOLLOWER.format(name=name) for name in names))
    site.build()
    assert "flower" not in site.rendered("/2025/12/tax/")
    site.edit("content/posts/flower.md", "2025-12-05", "2025-12-04")
    site.build()
    assert "flower" in site.rendered("/2025/12/tax/")
