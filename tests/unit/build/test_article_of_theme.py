"""What surrounds the text of an article in the default theme."""

from __future__ import annotations

from datetime import timedelta

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest

_TALKS = "content/posts/2026-01-10-talks.md"
_ADA = "content/authors/ada-quill.md"
_TEXT = f"""\
-- {_TALKS} --
---
title: Talks
authors: [Ada Quill, B. Reed]
corrections: [{{date: 2026-01-12, text: It was noon.}}]
---
Envoys met.[^1]

{{% pullquote %}}
They met.
{{% endpullquote %}}

[^1]: In Florida.
-- content/posts/2026-01-11-plan.md --
---
title: Plan
authors: [B. Reed]
---
A plan.
-- {_ADA} --
---
title: Ada Quill
standfirst: Reads [the plan](../posts/2026-01-11-plan.md).
image: {{src: ada.png, alt: Ada Quill at a desk}}
---
She wrote before.
-- content/authors/ada.png --
png
"""
_PAGE = "2026/01/talks/index.html"
_BOX, _BODY = 'class="corrections"', 'class="prose article-body"'


def _site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_TEXT)
    site.build()
    return site


def test_correction_stands_over_the_text_for_a_week_and_under_it_from_then_on(
    make_site: MakeSite,
) -> None:
    site = _site(make_site)
    lately = site.rendered("/2026/01/talks/")
    assert lately.index(_BOX) < lately.index(_BODY)
    assert "byline-corrected" not in lately
    made = site.build(now=NOW + timedelta(days=5)).made
    later = site.rendered("/2026/01/talks/")
    assert set(made) == {_PAGE}
    assert later.index(_BOX) > later.index(_BODY)
    assert later.count(_BOX) == 1
    assert "byline-corrected" in later
    found = site.outputs()
    forget(site.root)
    site.build(now=NOW + timedelta(days=5))
    assert site.outputs() == found


def test_writers_are_introduced_in_the_words_of_their_page(make_site: MakeSite) -> None:
    site = _site(make_site)
    html = site.rendered("/2026/01/talks/")
    card = html.partition('class="authors"')[2].partition("</section>")[0]
    assert '<a class="author-name" href="/authors/ada-quill/">Ada Quill</a>' in card
    assert 'Reads <a href="/2026/01/plan/">the plan</a>.' in card
    assert 'src="/authors/ada.png" alt="Ada Quill at a desk"' in card
    assert "B. Reed" not in card, "there is nothing to say of them"
    assert 'class="authors"' not in site.rendered("/2026/01/plan/")


def test_page_is_made_again_when_a_writer_says_something_else_and_not_when_only_their_page_does(
    make_site: MakeSite,
) -> None:
    site = _site(make_site)
    site.edit(_ADA, "She wrote", "She spoke")
    assert _PAGE not in site.build().made
    site.edit(_ADA, "Reads [", "Read [")
    assert _PAGE in site.build().made
    site.edit(_ADA, "alt: Ada Quill at a desk", "alt: Ada Quill")
    assert _PAGE in site.build().made


def test_page_is_made_again_when_what_a_writer_links_to_has_moved(make_site: MakeSite) -> None:
    site = _site(make_site)
    site.edit("content/posts/2026-01-11-plan.md", "title: Plan", "title: Plan\nslug: schemes")
    assert _PAGE in site.build().made
    assert 'href="/2026/01/schemes/">the plan</a>' in site.rendered("/2026/01/talks/")


def test_notes_have_a_style_of_their_own_that_only_pages_with_notes_load(
    make_site: MakeSite,
) -> None:
    site = _site(make_site)
    assert "theme/notes.css" in site.rendered("/2026/01/talks/")
    assert "theme/notes.css" not in site.rendered("/2026/01/plan/")


def test_pull_quote_is_passed_over_by_screen_readers(make_site: MakeSite) -> None:
    html = _site(make_site).rendered("/2026/01/talks/")
    assert '<div class="pullquote" aria-hidden="true">' in html


def test_front_page_links_to_the_latest_correction(make_site: MakeSite) -> None:
    site = _site(make_site)
    assert '<a href="/2026/01/talks/#_correction-1">Talks</a>' in site.rendered("/")
    site.edit(_TALKS, "2026-01-12", "2026-01-13")
    assert "index.html" in site.build().made
    assert "13 January 2026" in site.rendered("/").partition("front-corrected")[2]
