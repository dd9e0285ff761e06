"""Articles are counted where site.yaml names a counter, and nowhere else."""

from __future__ import annotations

from html import unescape

import pytest

from ssg.model.site import Preview
from tests.conftest import MakeSite

_SITE = """-- site.yaml --
title: Test
base_url: https://example.org/blog/
views: {goatcounter: "https://press.goatcounter.com/count"}
-- content/posts/2026-01-02-talks.md --
---
title: Talks
---
Text.
-- content/posts/2026-01-03-draft.md --
---
title: Draft
draft: true
---
"""


def test_article_names_its_counter_and_its_path(make_site: MakeSite) -> None:
    site = make_site(_SITE)
    site.build()
    html = site.rendered("/2026/01/talks/")
    assert 'data-counter="https://press.goatcounter.com"' in html
    assert 'data-path="/blog/2026/01/talks/"' in html
    forms = '{"one":"{count} view","other":"{count} views"}'
    assert forms in unescape(html).replace(": ", ":").replace(", ", ",")
    for path in ("/", "/archive/", "/404.html"):
        assert "goatcounter" not in site.rendered(path)


def test_number_is_not_asked_for_where_it_is_not_shown(make_site: MakeSite) -> None:
    site = make_site(_SITE.replace('/count"', '", show: false'))
    site.build()
    html = site.rendered("/2026/01/talks/")
    assert "data-counter" in html
    assert "data-forms" not in html


def test_draft_is_not_counted(make_site: MakeSite) -> None:
    site = make_site(_SITE)
    site.build(preview=Preview(drafts=True))
    assert "data-counter" not in site.rendered("/2026/01/draft/")


def test_editor_who_looks_at_the_blog_is_not_counted(make_site: MakeSite) -> None:
    site = make_site(_SITE)
    site.build(live=True)
    assert "data-counter" not in site.rendered("/2026/01/talks/")


def test_nothing_is_counted_unless_it_is_wanted(make_site: MakeSite) -> None:
    site = make_site(_SITE.replace("views:", "# views:"))
    site.build()
    assert "counter" not in site.rendered("/2026/01/talks/")
    assert "views" not in site.rendered("/2026/01/talks/")


@pytest.mark.parametrize(
    "address", ["press", "https://press.goatcounter.com/?token=x", "https://a@press.example/"]
)
def test_address_that_is_none_of_a_counter_is_told(address: str, make_site: MakeSite) -> None:
    site = make_site(_SITE.replace("https://press.goatcounter.com/count", address))
    assert site.complaints().startswith("error[site/wrong-url]: views.goatcounter: ")
