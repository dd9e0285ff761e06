"""Every code of a complaint stands in docs/errors.md, and no other."""

from __future__ import annotations

import re

import pytest

from tests.conftest import MakeSite
from tests.docs.codes import all_codes, decoding_rooms
from tests.docs.pages import first_cells, page

_CODE = re.compile(r"`([a-z-]+/[a-z0-9-]+)`")


def _documented() -> list[str]:
    cells = first_cells(page("docs/errors.md").text)
    return [code for cell in cells for code in _CODE.findall(cell)]


def test_codes_are_those_of_the_source() -> None:
    documented = _documented()
    assert sorted(documented) == sorted(set(documented)), "a code stands twice"
    assert set(documented) == all_codes()


def test_rooms_that_are_decoded_are_known() -> None:
    found, known = decoding_rooms()
    assert found == known


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "docs/errors.md",
            "title: A\ndate: 2025-12-01\nsection: World\nkind: original\ntaggs: [ukraine]\n---\n",
        ),
        (
            "CONTRIBUTING.md",
            "title: A\ndate: 2025-12-01\nsection: World\nkind: original\n---\n\n[x](nowhere.md)\n",
        ),
    ],
)
def test_the_example_is_what_ssg_says(name: str, text: str, make_site: MakeSite) -> None:
    site = make_site()
    site.write({"content/posts/talks.md": f"---\n{text}"})
    (example,) = (block.text for block in page(name).blocks() if block.text.startswith("error["))
    assert site.complaints() == example.rstrip("\n")
