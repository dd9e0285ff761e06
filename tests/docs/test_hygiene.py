"""Pages hold for every reader, wherever and whoever that is."""

from __future__ import annotations

import re
import struct

import pytest

from tests.docs.pages import ROOT, Page, pages

_HOSTS = r"pypi\.org|pythonhosted|npmjs|crates\.io|proxy\.golang|deb\.debian"
_MACHINE_PATHS = r"(?<![\w.])/(?:work|tmp|root|home|opt|usr|Users)/"
_MOST_BYTES = 300_000


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
@pytest.mark.parametrize("pattern", [_HOSTS, _MACHINE_PATHS])
def test_page_names_no_registry_and_no_machine(page: Page, pattern: str) -> None:
    assert not re.search(pattern, page.text)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_page_ends_in_a_line_end_and_has_one_title(page: Page) -> None:
    lines = page.text.splitlines()
    assert page.text.endswith("\n")
    assert not any(line != line.rstrip() for line in lines)
    outside_code = re.sub(r"^```.*?^```", "", page.text, flags=re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"^# ", outside_code, re.MULTILINE)) == 1


@pytest.mark.parametrize("name", ["front.png", "front-dark.png"])
def test_pictures_are_small(name: str) -> None:
    data = (ROOT / "docs" / "images" / name).read_bytes()
    width, _height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert width == 1280
    assert len(data) <= _MOST_BYTES
