"""The reference parts are there, each once, and say what the code says."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.docs.generate import names_in, parts, up_to_date
from tests.docs.pages import Page, pages
from tests.docs.reference.views import field_names


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_page_is_up_to_date(page: Page) -> None:
    assert page.text == up_to_date(page.text), "run: python -m tests.docs.generate"


def test_every_key_command_and_view_is_documented_once() -> None:
    there = Counter(name for page in pages() for name in names_in(page.text))
    assert there == Counter(dict.fromkeys(parts(), 1))


@pytest.mark.parametrize("name", sorted(parts()))
def test_nothing_in_a_part_lacks_its_meaning(name: str) -> None:
    rows = [line for line in parts()[name]().splitlines() if line.startswith("| `")]
    # A template may have no block, a shortcode no argument.
    if name not in ("blocks", "shortcodes"):
        assert all(not row.endswith("|  |") for row in rows), rows


def test_a_part_is_read_from_the_docstrings() -> None:
    made = parts()
    assert "| `reading_minutes` | number | Minutes to read it, at least one. |" in made["views"]()
    assert "| `site.latest(count)` | list of [ArticleCard](#articlecard) |" in made["site"]()
    assert (
        "| `kind` | `original`, `curated` or `link` | `original` |" in made["keys of FrontMatter"]()
    )
    assert "`--base-url TEXT`" in made["command build"]()


def test_every_view_field_has_a_row() -> None:
    made = parts()["pages"]() + parts()["views"]()
    for view, fields in field_names().items():
        _, _, section = made.partition(f"#### {view}\n")
        rows = section.split("\n#### ")[0]
        assert all(f"| `{field}` |" in rows for field in fields), view
