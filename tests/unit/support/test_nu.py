"""The markup check, on pages of known faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.nu import CheckerError, check_html

GOOD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)">
<style>@layer base { a { color: red; &:hover { color: blue } } }</style></head>
<body><search><form action="/search/"><input name="q" aria-label="Search"></form></search>
<div id="menu" popover>Menu</div><button popovertarget="menu">Menu</button>
<p>Words<br /> and words.</p></body></html>
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of good files, with a name that has to be escaped in a URL."""
    folder = tmp_path / "built site"
    (folder / "tags").mkdir(parents=True)
    (folder / "index.html").write_text(GOOD)
    (folder / "tags/Ü.html").write_text(GOOD)
    (folder / "icon.svg").write_text(SVG)
    (folder / "style.css").write_text("@layer base { a { colour: red } }")
    return folder


def test_good_files_pass(folder: Path) -> None:
    assert check_html(folder) == []


def test_faults_are_found_in_all_files_at_once(folder: Path) -> None:
    (folder / "index.html").write_text(
        GOOD.replace("<p>", "<ul><p>x</p></ul><section></section><p>")
    )
    (folder / "tags/Ü.html").write_text(GOOD.replace("Words", '<a href="a b">x</a>'))
    (folder / "icon.svg").write_text(SVG.replace("<path ", '<path foo="x" '))
    found = "\n".join(sorted(check_html(folder)))
    assert "icon.svg:1: Attribute “foo” not allowed on element “path”" in found
    assert "index.html:7: Element “p” not allowed as child of element “ul”" in found
    assert "index.html:7: Section lacks heading." in found
    assert "tags/Ü.html:7: Bad value “a b” for attribute “href”" in found
    assert found.count("\n") == 3


def test_a_folder_without_html_is_no_clean_result(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="no HTML files to check"):
        check_html(tmp_path)


def test_a_checker_that_fails_is_no_clean_result(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.support.nu.JVM_OPTIONS", ("-XX:NoSuchOption",))
    with pytest.raises(CheckerError, match="NoSuchOption"):
        check_html(folder)
