"""A translation that comes, goes or changes makes the pages that link to it, and no others."""

from __future__ import annotations

import pytest

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_KEY = "translation_key: talks\n"
_SITE = f"""\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
section: World
{_KEY}---
Envoys met in Florida.
-- content/posts/2025-12-21-flood.md --
---
title: Flood
section: Economy
---
Water rose at night.
-- content/about.md --
---
title: About
---
We.
"""
_GERMAN = "content/posts/2025-12-22-gespraeche.md"
_WRITTEN = f"---\ntitle: Gespräche\nlang: de\n{_KEY}---\nUnterhändler trafen sich.\n"
_TALKS, _OTHER = "2025/12/talks/index.html", "2025/12/gespraeche/index.html"
_LINK = '<link rel="alternate" hreflang="de" href="https://example.org/2025/12/gespraeche/">'


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.build()
    return site


def _built(site: SiteUnderTest) -> set[str]:
    """Build; return what was made, once it is what a build from nothing makes."""
    made = set(site.build().made)
    found = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == found
    return made


def test_a_new_translation_makes_the_pages_that_it_belongs_to(site: SiteUnderTest) -> None:
    site.write({_GERMAN: _WRITTEN})
    made = _built(site)
    assert made >= {_TALKS, _OTHER, "sitemap.xml"}
    assert "about/index.html" not in made
    assert _LINK in site.rendered("/2025/12/talks/")


def test_a_translation_that_goes_takes_its_links_along(site: SiteUnderTest) -> None:
    site.write({_GERMAN: _WRITTEN})
    site.build()
    site.edit(_GERMAN, "lang: de", "lang: de\ndraft: true")
    made = _built(site)
    assert made >= {_TALKS, "sitemap.xml"}
    assert "about/index.html" not in made
    assert "hreflang" not in site.rendered("/2025/12/talks/")


def test_words_of_a_translation_leave_the_original_alone(site: SiteUnderTest) -> None:
    # An undated page, for articles stand beside one another for other reasons.
    site.edit("content/about.md", "title: About", "title: About\ntranslation_key: about")
    page = "content/ueber.md"
    site.write({page: "---\ntitle: Über\nlang: de\ntranslation_key: about\n---\nWir.\n"})
    site.build()
    site.edit(page, "Wir.", "Wir selbst.")
    made = _built(site)
    assert "ueber/index.html" in made
    assert "about/index.html" not in made


def test_another_language_makes_every_page_that_names_it(site: SiteUnderTest) -> None:
    site.write({_GERMAN: _WRITTEN})
    site.build()
    site.edit(_GERMAN, "lang: de", "lang: de-AT")
    assert _built(site) >= {_TALKS, _OTHER, "sitemap.xml"}
    assert 'hreflang="de-AT"' in site.rendered("/2025/12/talks/")


def test_translations_of_one_article_stand_not_beside_it(make_site: MakeSite) -> None:
    text = "tags: [Ukraine]\nthread: Talks\n"
    same = "The ceasefire line is watched by monitors with cameras along the river every night.\n"
    pieces = "".join(
        f"-- content/posts/2025-12-{20 + day}-{name}.md --\n"
        f"---\ntitle: {name}\n{text}{more}---\n{same}"
        for day, (name, more) in enumerate(
            [("a", _KEY), ("b", f"{_KEY}lang: de\n"), ("c", ""), ("d", "")]
        )
    )
    site = make_site(pieces)
    site.build()
    page = site.rendered("/2025/12/a/")
    around = page.split('class="happened-next"')[1].split('class="article-foot"')[0]
    assert "/2025/12/c/" in around
    assert "/2025/12/b/" not in around
