"""What a page shows at the head of its article is told from what surrounds it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssg.extract.clipping import Metadata
from ssg.extract.metadata import read_metadata
from ssg.extract.prose import listed, text_of
from ssg.extract.tree import read_tree

_TEXT = f"<p>{'Many things happened on that day, and nobody saw them. ' * 4}</p>"
_DAY = date(2026, 3, 12)


def _read(body: str, title: str = "Water gets dearer") -> Metadata:
    page = f"<html lang=en><head><meta charset=utf-8><title>{title}</title></head><body>{body}"
    return read_metadata(read_tree(page.encode()), "https://news.example.org/water")


@pytest.mark.parametrize(
    "body",
    [
        # themes whose wrappers are called as if they stood beside the article
        "<div class='content-sidebar-wrap has-sidebar'><h1>Water gets dearer</h1>"
        "<p class=entry-meta>March 12, 2026 by <span class=entry-author>Jane Doe</span></p>"
        f"{_TEXT}</div><div class=sidebar>By John Roe <time datetime=2026-05-01></time></div>",
        "<div class=elementor-widget-container><h1>Water gets dearer</h1></div>"
        "<div class=elementor-widget-container><span class=item--type-author>Jane Doe</span>"
        f"<time>March 12, 2026</time></div><div class=elementor-widget-container>{_TEXT}</div>",
        "<form method=post><h1>Water gets dearer</h1><span id=lblDate>12 March 2026</span>"
        f"<span id=lblAuthor>Jane Doe</span>{_TEXT}</form>",
        # dates and names where outlets put them
        "<div class=dateline>March 12, 2026</div><h1>Water gets dearer</h1>"
        f"<address>By Jane Doe</address>{_TEXT}<p>The fair opens on May 1, 2026.</p>",
        f"<h1>Water gets dearer</h1><p>Posted on 12 March 2026 by Jane Doe in Politics</p>{_TEXT}",
        f"<h1>Water gets dearer</h1><p>By Jane Doe</p><p>Mar 12, 2026</p>{_TEXT}",
        "<h1>Water gets dearer</h1><div class=byline>Jane Doe - Example - Mar 12, 2026</div>",
        "<h1>Water gets dearer</h1><ul class=authors><li>Jane Doe<li>Senior reporter</ul>"
        f"<p>Updated March 14, 2026, first published March 12, 2026</p>{_TEXT}",
        "<article><h1>Water gets dearer</h1><div class=author>By <a>Jane Doe</a></div>"
        f"<time datetime=2026-03-12></time>{_TEXT}</article>"
        "<div class=card><span class=byline>By John Roe</span><time datetime=2026-09-09></div>",
    ],
)
def test_the_head_of_an_article_is_read(body: str) -> None:
    found = _read(body)
    assert (found.title, found.authors) == ("Water gets dearer", ("Jane Doe",))
    assert found.published == _DAY


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Water gets dearer</h1><p>By the time it rained, nobody cared.</p>{_TEXT}",
        f"<h1>Water gets dearer</h1>{_TEXT}<div class=author-bio>Jane Doe covers water</div>",
        f"<h1>Water gets dearer</h1><li>Von der Leyen kündigt Reform an</li>{_TEXT}",
        f"<article><h1>Water gets dearer</h1>{_TEXT}</article><a rel=author>John Roe</a>",
        f"<h1>Water gets dearer</h1>{_TEXT}<div id=comments><b class=author>Jane Doe</b></div>",
    ],
)
def test_what_is_no_byline_names_nobody(body: str) -> None:
    assert _read(body).authors == ()


def test_a_change_alone_counts_only_where_nothing_else_is_known() -> None:
    updated = "<h1>Water gets dearer</h1><p>Updated: March 14, 2026</p>"
    assert _read(updated).published == date(2026, 3, 14)
    both = f"{updated}<p class=date>March 12, 2026 18:04</p>"
    assert _read(both).published == datetime(2026, 3, 12, 18, 4)


def test_a_badge_is_none_of_the_heading() -> None:
    assert _read("<h1>Water gets dearer <b>Exclusive</b></h1>").title == "Water gets dearer"


def test_the_title_of_a_drawing_is_none_of_the_page() -> None:
    assert _read("<svg><title>Close</title></svg><p>x").title == "Water gets dearer"


def test_words_are_read_block_by_block() -> None:
    tree = read_tree(b"<div><p>One</p><p>t<b>w</b>o,<script>x</script> three</p></div>")
    assert text_of(tree) == "One two, three"
    names = read_tree(b"<div><span>Jane Doe</span><span>Reporter</span> and <b>John Roe</b></div>")
    assert listed(names) == "Jane Doe, Reporter and John Roe"
