"""Sites in other languages, and pieces in several, with the default theme."""

from __future__ import annotations

import json
import re

import pytest

from ssg.text.locales import direction_of
from tests.conftest import MakeSite
from tests.support.feeds import check_feed
from tests.support.hebrew_site import HEBREW_SITE

_SITE = "-- site.yaml --\ntitle: Test\nbase_url: https://example.org/\nlanguage: {language}\n{more}"
_POSTS = """\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
lang: en
translation_key: talks
section: World
---
Envoys met.
-- content/posts/2025-12-21-gespraeche.md --
---
title: Die "Gespräche"
lang: de
translation_key: talks
section: World
standfirst: In "Florida".
---
Er sagte: "Nein."
-- content/posts/2025-12-20-sihot.md --
---
title: שיחות
lang: he
section: World
---
הם נפגשו.
"""


@pytest.mark.parametrize("language", ["de", "es", "fr", "he", "de-AT", "en-GB"])
def test_sites_in_the_languages_of_the_theme_have_nothing_to_warn_of(
    make_site: MakeSite, language: str
) -> None:
    site = make_site(_SITE.format(language=language, more="") + _POSTS)
    assert site.build().warnings == ()
    direction = direction_of(language)
    for path in ("/", "/2025/12/talks/", "/archive/", "/404.html"):
        assert f'<html lang="{language}" dir="{direction}">' in site.rendered(path)


def test_a_language_that_the_theme_lacks_is_a_warning_and_english_serves(
    make_site: MakeSite,
) -> None:
    site = make_site(_SITE.format(language="pl", more="") + _POSTS)
    (warning,) = site.build().warnings
    assert warning.message == 'no words in the language "pl": readers see English ones'
    assert warning.location
    assert warning.location.path == "themes/default/translations/pl.yaml"
    assert "Archive" in site.rendered("/")
    assert "grudnia" in site.rendered("/")


def test_a_theme_of_the_site_can_bring_a_language(make_site: MakeSite) -> None:
    theme = "-- themes/mine/theme.yaml --\nname: mine\nextends: default\n"
    words = "-- themes/mine/translations/pl.yaml --\nnav.archive: Archiwum\n"
    words += "articles_one: '{count} tekst'\narticles_few: '{count} teksty'\n"
    words += "articles_many: '{count} tekstów'\n"
    site = make_site(_SITE.format(language="pl", more="theme: mine\n") + theme + words + _POSTS)
    (warning,) = site.build().warnings
    assert warning.message.startswith("not translated, so that readers see English: title.home,")
    assert ", articles_" not in warning.message
    assert "3 teksty" in site.rendered("/archive/")


def test_warnings_are_said_again_where_nothing_changed(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="pl", more="") + _POSTS)
    assert site.build().warnings == site.build().warnings != ()


def test_a_piece_in_another_language_says_so_and_the_page_around_it_does_not(
    make_site: MakeSite,
) -> None:
    site = make_site(_SITE.format(language="en", more="") + _POSTS)
    site.build()
    page = site.rendered("/2025/12/gespraeche/")
    assert '<html lang="en" dir="ltr">' in page
    assert '<h1 class="article-title" lang="de">Die „Gespräche“</h1>' in page
    assert '<p class="standfirst" lang="de">In „Florida“.</p>' in page
    assert '<div class="prose article-body" lang="de">\n<p>Er sagte: „Nein.“</p>' in page
    assert '<meta property="og:locale" content="de_DE">' in page
    assert '<meta property="og:locale:alternate" content="en_US">' in page
    assert '<article class="article" lang' not in page
    assert 'class="prose article-body" lang="he" dir="rtl"' in site.rendered("/2025/12/sihot/")
    assert 'rtl.css"' not in page
    assert "rtl.css?" in site.rendered("/2025/12/sihot/")


def test_lists_say_the_language_of_each_piece(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="en", more="") + _POSTS)
    site.build()
    listed = site.rendered("/2025/12/")
    assert '<p class="row-title" lang="de"><a' in listed
    assert '<p class="row-title" lang="he" dir="rtl"><a' in listed
    assert '<p class="row-title"><a href="/2025/12/talks/"' in listed


def test_translations_are_linked_in_the_page_and_its_head(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="en", more="") + _POSTS)
    site.build()
    for path, other in (("talks", "Deutsch"), ("gespraeche", "English")):
        page = site.rendered(f"/2025/12/{path}/")
        assert re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page) == [
            ("en", "https://example.org/2025/12/talks/"),
            ("x-default", "https://example.org/2025/12/talks/"),
            ("de", "https://example.org/2025/12/gespraeche/"),
        ]
        assert re.findall(r'hreflang="\w+" lang="\w+" dir="ltr" [^>]+>(\w+)</a>', page) == [other]
    assert "hreflang" not in site.rendered("/2025/12/sihot/")


def test_machines_are_told_the_language_and_the_translations(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="en", more="") + _POSTS)
    site.build()

    def article(path: str) -> dict[str, object]:
        found = re.search(
            r'<script type="application/ld\+json">(.*?)</script>', site.rendered(path)
        )
        assert found
        node: dict[str, object] = json.loads(found[1])["@graph"][0]
        return node

    original = "https://example.org/2025/12/talks/"
    german = "https://example.org/2025/12/gespraeche/"
    assert article("/2025/12/gespraeche/")["inLanguage"] == "de"
    assert article("/2025/12/gespraeche/")["translationOfWork"] == {
        "@type": "NewsArticle",
        "@id": f"{original}#article",
        "url": original,
        "inLanguage": "en",
    }
    assert article("/2025/12/talks/")["workTranslation"] == [
        {
            "@type": "NewsArticle",
            "@id": f"{german}#article",
            "url": german,
            "inLanguage": "de",
        }
    ]
    sitemap = site.rendered("/sitemap.xml")
    assert f'hreflang="de" href="{german}"' in sitemap
    assert sitemap.count("xhtml:link ") == 6


def test_feeds_say_the_language_of_the_site_and_of_each_other_piece(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="en", more="") + _POSTS)
    site.build()
    assert '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">' in site.rendered("/feed.xml")
    assert site.rendered("/feed.xml").count('<entry xml:lang="de">') == 1
    assert site.rendered("/feed.xml").count("<entry>") == 1
    assert site.rendered("/rss.xml").count("<dc:language>he</dc:language>") == 1
    feed = json.loads(site.rendered("/feed.json"))
    assert (feed["language"], [one.get("language") for one in feed["items"]]) == (
        "en",
        [None, "de", "he"],
    )
    for path in ("feed.xml", "rss.xml", "sitemap.xml"):
        data = (site.output / path).read_bytes()
        assert check_feed(data, path, "https://example.org/") == []


def test_titles_of_feeds_are_put_together_as_the_language_does(make_site: MakeSite) -> None:
    site = make_site(_SITE.format(language="fr", more="") + _POSTS)
    site.build()
    assert "<title>Test\u00a0: World</title>" in site.rendered("/sections/world/feed.xml")


def test_scripts_count_as_the_language_does(make_site: MakeSite) -> None:
    site = make_site(HEBREW_SITE)
    site.build(search=True)
    text = re.search(r"data-search-text>\n(.*?)\n</script>", site.rendered("/search/"), re.DOTALL)
    assert text
    assert list(json.loads(text[1])["filtered"]) == ["one", "two", "other"]
