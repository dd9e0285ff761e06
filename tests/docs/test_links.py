"""Everything that a page refers to is there."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from urllib.parse import unquote

import pytest

from tests.docs.pages import ROOT, Page, first_cells, page, pages
from tests.docs.reference.commands import command_names

_ALL = pytest.mark.parametrize("one", pages(), ids=lambda one: one.name)
_PATH = re.compile(r"(?:ssg|tests|docs|themes|content|\.ci)/[\w./-]*")


@_ALL
def test_links_lead_somewhere(one: Page) -> None:
    for target in one.targets():
        if target.startswith(("http://", "https://")):
            continue
        path, _, fragment = unquote(target).partition("#")
        file = (one.path.parent / path).resolve() if path else one.path
        assert file.exists(), f"{one.name} links to {target}"
        assert file.is_relative_to(ROOT), f"{one.name} links to {target}"
        if fragment:
            assert fragment in Page(file).anchors(), f"{one.name} links to {target}"


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_that_are_named_are_there(name: str) -> None:
    """In pages about the project itself; in the others they are files of the reader's blog."""
    for code in page(name).code():
        if _PATH.fullmatch(code) and "NAME" not in code:
            assert (ROOT / code).exists(), f"{name} names {code}"


@_ALL
def test_commands_that_are_named_are_there(one: Page) -> None:
    for code in one.code():
        verb = re.match(r"ssg ([a-z]+)", code)
        assert not verb or verb[1] in command_names(), f"{one.name} names {code}"


@_ALL
def test_modules_that_are_named_are_there(one: Page) -> None:
    for code in one.code():
        module = re.search(r"python -m ([\w.]+)", code)
        assert not module or importlib.util.find_spec(module[1]), f"{one.name} names {code}"


def test_rooms_are_those_that_imports_are_held_to() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = contract["tool"]["importlinter"]["contracts"][0]["layers"]
    blocks = [block.text for block in page("ARCHITECTURE.md").blocks()]
    (rooms,) = (text for text in blocks if text.startswith("cli "))
    assert [re.split(" {2,}", line)[0] for line in rooms.splitlines()] == layers


def test_dependencies_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["curate"]]
    wanted = {re.split(r"[<>=\[]", one)[0] for one in named}
    section = page("ARCHITECTURE.md").text.split("## Dependencies")[1].split("\n## ")[0]
    assert set(first_cells(section)) == wanted


def test_every_page_is_reached_from_the_readme() -> None:
    targets = {target.partition("#")[0] for target in page("README.md").targets()}
    assert {one.name for one in pages() if one.name != "README.md"} <= targets


def test_pages_that_complaints_name_are_there() -> None:
    for path in (ROOT / "ssg").rglob("*.py"):
        for name in re.findall(r"docs/[\w-]+\.md", path.read_text("utf-8")):
            assert (ROOT / name).is_file(), f"{path.relative_to(ROOT)} names {name}"
