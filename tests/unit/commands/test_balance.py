"""``ssg balance``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_PIECE = """
-- content/posts/2025-12-{day}-{name}.md --
---
title: {name}
{said}
---
Text.
"""


def _piece(day: int, name: str, *said: str) -> str:
    return _PIECE.format(day=day, name=name, said="\n".join(said))


def _curated(outlet: str, author: str) -> str:
    return (
        f"kind: curated\nsource: {{name: {outlet}, author: {author}, url: 'https://example.org/'}}"
    )


_SITE = (
    _piece(15, "a", _curated("Slate <&>", "A. Writer"), "thread: talks", "section: World")
    + _piece(22, "b", _curated("Slate <&>", "A. Writer"), "thread: talks", "tags: [oil, trade]")
    + _piece(22, "c", _curated("AP", "B. Writer"), "thread: gaza", "tags: oil")
    + _piece(23, "d", "authors: C. Editor", "section: World")
    + """
-- content/sources/slate.md --
---
title: Slate <&>
label: magazine
---
"""
)

_SHOWN = """\
15 December 2025 – 25 December 2025: 4 pieces, 1 of one's own

Outlets: 2, as concentrated as 1.8 of equal size; the three largest have 100%
pieces  share
     2    67%  Slate <&>
     1    33%  AP

Kinds of outlet: 1, as concentrated as 1.0 of equal size; the three largest have 100%; \
1 piece with none
pieces  share
     2   100%  magazine

Authors of the originals: 2, as concentrated as 1.8 of equal size; the three largest have 100%
pieces  share
     2    67%  A. Writer
     1    33%  B. Writer

Authors here: 1, as concentrated as 1.0 of equal size; the three largest have 100%; \
3 pieces with none
pieces  share
     1   100%  C. Editor

Sections: 1, as concentrated as 1.0 of equal size; the three largest have 100%; \
2 pieces with none
pieces  share
     2   100%  World

Tags: 2, as concentrated as 1.8 of equal size; the three largest have 100%; \
2 pieces with none
pieces  share
     2    67%  oil
     1    33%  trade

By week
pieces  own  outlets  effective
     1    0        1        1.0  week of 15 December 2025
     3    1        2        2.0  week of 22 December 2025

Threads with a single source: 1
its pieces  own  thread  outlet
         2    0  Talks   Slate <&>
"""


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site(_SITE)
    monkeypatch.chdir(site.root)
    return site


@pytest.mark.usefixtures("site")
def test_tables_say_who_speaks() -> None:
    assert run_here("balance", "--today", "2025-12-25") == (_SHOWN, 0)


@pytest.mark.usefixtures("site")
def test_since_begins_the_span() -> None:
    text, code = run_here("balance", "--today", "2025-12-25", "--since", "3d")
    assert code == 0
    assert text.startswith("22 December 2025 – 25 December 2025: 1 piece, 1 of one's own\n")


@pytest.mark.usefixtures("site")
def test_a_span_of_nothing_says_so() -> None:
    text, code = run_here("balance", "--today", "2026-12-25", "--since", "3d")
    assert (text, code) == ("22 December 2026 – 25 December 2026: 0 pieces, 0 of one's own\n", 0)


@pytest.mark.usefixtures("site")
def test_a_preview_ends_with_its_last_article() -> None:
    text, _ = run_here("balance", "--today", "2025-12-20", "--future")
    assert text.startswith("15 December 2025 – 23 December 2025: 4 pieces")


def test_a_blog_without_articles_has_a_report(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_site().root)
    text, code = run_here("balance", "--today", "2025-12-25")
    assert (text, code) == ("25 December 2025 – 25 December 2025: 0 pieces, 0 of one's own\n", 0)
    assert run_here("balance", "--format", "html")[1] == 0
    assert "Nothing was published" in Path("balance.html").read_text("utf-8")


def test_only_verbose_shows_long_tables_whole(site: SiteUnderTest) -> None:
    tags = ", ".join(f"t{number:02}" for number in range(20))
    site.edit("content/posts/2025-12-22-b.md", "tags: [oil, trade]", f"tags: [{tags}]")
    text, _ = run_here("balance", "--today", "2025-12-25")
    assert "  t10\nand 9 more; --verbose shows them\n" in text
    assert "  t19\n" in run_here("balance", "--today", "2025-12-25", "--verbose")[0]


@pytest.mark.usefixtures("site")
def test_json_holds_everything() -> None:
    text, code = run_here("balance", "--today", "2025-12-25", "--format", "json")
    assert code == 0
    said = json.loads(text)
    assert said["since"] == "2025-12-15T00:00:00+00:00"
    assert said["until"] == "2025-12-25T23:59:59+00:00"
    assert (said["pieces"], said["own"], said["unit"]) == (4, 1, "week")
    assert said["spreads"]["outlets"] == {
        "shares": [
            {"name": "Slate <&>", "pieces": 2, "share": 2 / 3, "over_time": [1, 1]},
            {"name": "AP", "pieces": 1, "share": 1 / 3, "over_time": [0, 1]},
        ],
        "without": 0,
        "top_three": 1.0,
        "effective": 1.8,
    }
    assert said["periods"][0] == {
        "begins": "2025-12-15",
        "pieces": 1,
        "own": 0,
        "outlets": 1,
        "effective": 1.0,
    }
    assert said["single_source"] == [
        {"thread": "Talks", "outlet": "Slate <&>", "pieces": 2, "own": 0}
    ]


@pytest.mark.usefixtures("site")
def test_html_is_written_where_it_is_told_and_stands_alone() -> None:
    given = ("balance", "--today", "2025-12-25", "--format", "html", "-o", "reports/of.html")
    assert run_here(*given) == ("wrote reports/of.html\n", 0)
    page = Path("reports/of.html").read_text("utf-8")
    assert "Slate &lt;&amp;&gt;" in page
    assert "<&>" not in page
    assert not re.search(r"<script|<link|@import|url\(|src=|href=", page)
    assert run_here(*given)[1] == 0
    assert Path("reports/of.html").read_text("utf-8") == page


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--since", "soon"), '--since: "soon": write 7d, 2w, 3m, 1y, or a date'),
        (("--since", "2027-01-01"), '--since: "2027-01-01": no time lies between'),
        (("--output", "a.html"), "--output is for --format html"),
    ],
)
def test_wrong_usage_is_told(given: tuple[str, ...], said: str) -> None:
    text, code = run_here("balance", "--today", "2025-12-25", *given)
    assert code == 2
    assert said in text


def test_a_file_that_cannot_be_written_is_told(site: SiteUnderTest) -> None:
    text, code = run_here("balance", "--format", "html", "-o", "site.yaml/of.html")
    assert code == 1
    assert text.startswith("error[report/cannot-write]: cannot write site.yaml/of.html: ")
    assert not list(site.root.glob(".of*"))
