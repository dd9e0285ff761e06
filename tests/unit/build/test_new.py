"""New articles and sites; nothing that is there is overwritten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from ssg.build.new import new_article, new_site
from ssg.errors import SsgError
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_NOW = datetime(2025, 12, 22, 9, 30)


@pytest.mark.parametrize(
    "title",
    [
        "Talks in Florida",
        'A "quoted" title: with a colon, #signs, [brackets] & more',
        "No",
        "12:30",
        "- dash",
        "it's '",
        "Київ — 平和 🕊️ שלום",
        "x" * 300,
    ],
)
def test_new_article_is_a_draft_with_its_title(make_site: MakeSite, title: str) -> None:
    site = make_site()
    path = new_article(site.root, title, _NOW, "World: affairs", ["C++", "No", "a, b"])
    front_matter = yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
    assert front_matter["title"] == title
    assert front_matter["tags"] == ["C++", "No", "a, b"]
    assert front_matter["section"] == "World: affairs"
    assert front_matter["draft"] == "true"
    assert path.name.startswith("2025-12-22-")
    assert len(path.name.encode()) < 255
    assert site.diagnostics() == ()


def test_new_article_overwrites_nothing(make_site: MakeSite) -> None:
    site = make_site()
    path = new_article(site.root, "Talks", _NOW, "", [])
    path.write_text("mine")
    with pytest.raises(SsgError, match="the file is there already"):
        new_article(site.root, "Talks", _NOW, "", [])
    assert path.read_text() == "mine"


@pytest.mark.parametrize("title", ["...", "🔥", "—"])
def test_title_without_letters_makes_no_file(make_site: MakeSite, title: str) -> None:
    with pytest.raises(SsgError, match="makes no file name"):
        new_article(make_site().root, title, _NOW, "", [])


def test_new_site_builds_without_a_complaint(tmp_path: Path) -> None:
    written = new_site(tmp_path / "blog", 'My: "Blog"', _NOW)
    assert (tmp_path / "blog" / "site.yaml") in written
    site = SiteUnderTest(tmp_path / "blog")
    report = site.build()
    assert report.warnings == ()
    assert report.articles >= 2
    assert "My: &#34;Blog&#34;" in site.rendered("/")


def test_new_site_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear …")
    with pytest.raises(SsgError, match="is there and not empty"):
        new_site(tmp_path, "Blog", _NOW)
    with pytest.raises(SsgError, match="is there and not empty"):
        new_site(tmp_path / "letter.txt", "Blog", _NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
