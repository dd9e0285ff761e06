"""Where the places of a page disagree, the most trusted is believed."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime

import pytest

from ssg.extract.clipping import Metadata
from ssg.extract.metadata import read_metadata
from ssg.extract.tree import read_tree

_URL = "https://news.example.org/politics/talks-end"


def _read(head: str = "", body: str = "", url: str = _URL, html: str = "<html>") -> Metadata:
    page = f"<!DOCTYPE html>{html}<head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_metadata(read_tree(page.encode()), url)


def _ld(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def _article(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **fields}


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Talks end without a text | Example News", "Example News"),
        ("Talks end without a text - Example News", "Example News"),
        ("Talks end without a text — The Example News", "Example News"),
        ("Talks end without a text | World | Example News", "Example News"),
        ("Talks end without a text | World news | Example News", "Example News"),
        ("Example News: Talks end without a text", "Example News"),
        ("Talks end without a text « Example News", "Example News"),
        ("Opinion | Talks end without a text - Example News", "Example News"),
        ("Talks end without a text | news.example.org", ""),
        ("Talks end without a text", ""),
    ],
)
def test_a_title_stands_without_its_outlet(title: str, site: str) -> None:
    head = f"<title>{title}</title>" + (site and f'<meta property=og:site_name content="{site}">')
    assert _read(head).title == "Talks end without a text"


@pytest.mark.parametrize(
    "title", ["Rail strike: what now?", "Paris - London by night train", "A | B: a love story"]
)
def test_marks_within_a_title_stay(title: str) -> None:
    head = (
        f"<title>{title} | Example News</title><meta property=og:site_name content='Example News'>"
    )
    assert _read(head, f"<h1>{title}</h1>").title == title


def test_the_heading_counts_where_the_page_confirms_it() -> None:
    head = (
        "<title>Talks end without a text - Example News</title>"
        "<meta property=og:title content='You will not believe what the envoys forgot'>"
    )
    found = _read(head, "<h1>Talks end without a text</h1>")
    assert found.title == "Talks end without a text"


def test_a_heading_that_nothing_confirms_does_not() -> None:
    head = "<meta property=og:title content='Talks end without a text'>"
    assert _read(head, "<h1>Politics</h1>").title == "Talks end without a text"


def test_the_sign_over_the_shop_is_no_headline() -> None:
    head = "<title>Example News</title><meta property=og:title content='Example News'>"
    body = (
        "<h1><a href='/'>Example News</a></h1><article><h1>Talks end without a text</h1></article>"
    )
    assert _read(head, body).title == "Talks end without a text"


def test_the_line_over_a_heading_is_none_of_it() -> None:
    head = "<meta property=og:title content='Envoys leave the island early'>"
    body = "<h1><span>Talks</span> <span>Envoys leave the island early</span></h1>"
    assert _read(head, body).title == "Envoys leave the island early"


def test_a_title_may_not_be_endless() -> None:
    found = _read(f"<title>{'word ' * 2_000}</title>")
    assert len(found.title) <= 300
    assert found.title.endswith("…")


def test_titles_are_one_line_of_plain_text() -> None:
    head = (
        "<meta property=og:title content='&lt;b&gt;A&lt;/b&gt;&#10;---&#13;draft: &#8238;true&#7;'>"
    )
    assert _read(head).title == "A --- draft: true"


def test_templates_in_a_title_are_plain_text() -> None:
    assert (
        _read("<title>{{ 7 * 7 }} {% raw %} &amp;amp; more</title>").title
        == "{{ 7 * 7 }} {% raw %} & more"
    )


def test_publication_counts_before_changes() -> None:
    head = _ld(_article(headline="Talks", dateModified="2026-03-14", datePublished="2026-03-12"))
    assert _read(head).published == date(2026, 3, 12)


def test_changes_are_better_than_nothing() -> None:
    assert _read(_ld(_article(headline="Talks", dateModified="2026-03-14"))).published == date(
        2026, 3, 14
    )


def test_an_address_decides_between_dates() -> None:
    head = (
        _ld(_article(headline="Talks", datePublished="2026-05-01T10:00:00Z"))
        + "<meta property=article:published_time content=2026-03-12T18:04:00Z>"
    )
    found = _read(head, url="https://news.example.org/2026/03/12/talks")
    assert found.published == datetime(2026, 3, 12, 18, 4, tzinfo=UTC)


def test_an_address_alone_tells_the_day() -> None:
    assert _read(url="https://news.example.org/2026/03/12/talks").published == date(2026, 3, 12)


def test_dates_beside_other_articles_do_not_count() -> None:
    body = (
        "<h1>Talks</h1><p class=byline>By Jane Doe</p><p>" + "word " * 60 + "</p>"
        "<div class=related><time datetime=2026-05-01>May 1</time> By John Roe</div>"
    )
    found = _read("", body)
    assert found.published is None
    assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "author",
    [
        "Jane Doe",
        ["Jane Doe"],
        {"@type": "Person", "name": "Jane Doe"},
        {"@type": "Person", "name": ["Jane Doe"]},
        {"@type": "Person", "givenName": "Jane", "familyName": "Doe"},
        {"@id": "#jane"},
        [
            {"@type": "Organization", "name": "Example News"},
            {"@type": "Person", "name": "Jane Doe"},
        ],
        {"@type": "Person", "name": "By Jane Doe, Example News"},
    ],
)
def test_authors_come_in_all_shapes(author: object) -> None:
    publisher = {"@type": "Organization", "name": "Example News"}
    graph = [
        _article(headline="Talks", author=author, publisher=publisher),
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
    ]
    assert _read(_ld({"@context": "https://schema.org", "@graph": graph})).authors == ("Jane Doe",)


def test_the_article_of_the_page_counts_among_several() -> None:
    others = [
        _article(headline=f"Other {n}", url=f"https://news.example.org/{n}") for n in range(3)
    ]
    own = _article(headline="Talks end", mainEntityOfPage={"@id": _URL}, author="Jane Doe")
    assert _read(_ld([*others, own])).authors == ("Jane Doe",)


def test_lists_of_other_articles_do_not_count() -> None:
    other = _article(headline="Other", author="John Roe")
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    assert _read(_ld(listed)).authors == ()


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Talks end", "author": "Jane Doe",}',
        '<!-- {"@type": "NewsArticle", "headline": "Talks end", "author": "Jane Doe"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Talks end", '
        '"author": "Jane Doe"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Talks\nend", "author": "Jane Doe"};',
        '{"@type": "NewsArticle", "headline": "Talks end", "x": "it\\\'s", "author": "Jane Doe"}',
        '{"@type": "NewsArticle"\n, "headline": "Talks end"\n"author": "Jane Doe"}',
        '{"@type": "WebSite"}'
        '{"@type": "NewsArticle", "headline": "Talks end", "author": "Jane Doe"}',
        '{"@type": "NewsArticle", "headline": "Talks end", "x": "a "quote"", '
        '"author": {"name": "Jane Doe"}}',
        '{"@type": "NewsArticle", "headline": "Talks end", '
        '"author": [{"name": "Jane Doe"}], "cut": "of',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Talks end&quot;, "
        "&quot;author&quot;: &quot;Jane Doe&quot;}",
    ],
)
def test_broken_json_is_mended(script: str) -> None:
    found = _read(_ld(script))
    assert (found.title, found.authors) == ("Talks end", ("Jane Doe",))


@pytest.mark.parametrize(
    "value",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "",
        "null",
        "7",
        '"text"',
        '[[[{"@type": 7}]]]',
        '{"@type": ["NewsArticle", 7, null], "headline": {"a": [1]}, '
        '"author": [[["x"]], 7, true, null]}',
        '{"@graph": {"@type": "NewsArticle", "@id": ["x"], '
        '"image": [[]], "datePublished": {"a": 1}}}',
        '{"@id": "a", "@type": "NewsArticle", "author": {"@id": "a"}, "publisher": {"@id": "a"}}',
        "1" * 10_000,
        "\n" * 100_000 + '"',
    ],
)
def test_hostile_json_harms_nothing(value: str) -> None:
    start = time.process_time()
    found = _read(_ld(value) + "<title>Talks end without a text</title>")
    assert found.title == "Talks end without a text"
    assert found.authors == ()
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ("<link rel=canonical href=/talks>", "https://news.example.org/talks"),
        (
            "<link rel=canonical href=https://news.example.org/talks#top>",
            "https://news.example.org/talks",
        ),
        (
            "<meta property=og:url content=https://news.example.org/talks>",
            "https://news.example.org/talks",
        ),
        (_ld(_article(headline="x", url="/talks")), "https://news.example.org/talks"),
        ("<link rel=canonical href='javascript:alert(1)'>", _URL),
        ("<link rel=canonical href='data:text/html,x'>", _URL),
        ("<link rel=canonical href=ftp://news.example.org/x>", _URL),
        ("<link rel=canonical href=https://news.example.org/>", _URL),
        ("<link rel=canonical href=https://news.example.org/en/>", _URL),
        ("<link rel=canonical href='../../x'>", "https://news.example.org/x"),
        (
            "<link rel=canonical href=https://news.example.org/another>"
            f"<meta property=og:url content={_URL}>",
            _URL,
        ),
        ("", _URL),
    ],
)
def test_the_canonical_address_is_one_of_the_web(head: str, canonical: str) -> None:
    assert _read(head).url == canonical


def test_without_an_address_the_page_gives_it() -> None:
    head = "<link rel=canonical href=https://news.example.org/talks>"
    assert _read(head, url="").url == "https://news.example.org/talks"
    assert _read("<link rel=canonical href=/talks>", url="").url == ""


@pytest.mark.parametrize(
    "src",
    [
        "https://news.example.org/logo.png",
        "https://news.example.org/assets/site-logo.svg",
        "https://news.example.org/img/1x1.gif",
        "https://news.example.org/avatar/jane.jpg",
        "https://news.example.org/og-default.png",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
    ],
)
def test_signs_and_pixels_are_no_lead_image(src: str) -> None:
    assert _read(f"<meta property=og:image content='{src}'>").image is None


@pytest.mark.parametrize(
    ("figcaption", "caption", "credit"),
    [
        ("A bridge. Photo: Jane Doe/EP", "A bridge.", "Jane Doe/EP"),
        ("A bridge (Photo by Jane Doe/EP)", "A bridge", "Jane Doe/EP"),
        ("A bridge. © Jane Doe", "A bridge.", "Jane Doe"),
        ("A bridge. <span class=credit>Foto: Jane Doe</span>", "A bridge.", "Jane Doe"),
        ("Photograph: Jane Doe/EP", "", "Jane Doe/EP"),
        ("A bridge at dawn", "A bridge at dawn", ""),
        ("גשר בזריחה. צילום: פלוני אלמוני", "גשר בזריחה.", "פלוני אלמוני"),
    ],
)
def test_the_words_under_an_image_are_told_from_its_credit(
    figcaption: str, caption: str, credit: str
) -> None:
    image_and_words = f"<img src=/bridge.jpg alt='Over it'><figcaption>{figcaption}</figcaption>"
    body = f"<h1>x</h1><figure>{image_and_words}</figure>"
    image = _read("", body).image
    assert image is not None
    assert (image.src, image.alt) == ("https://news.example.org/bridge.jpg", "Over it")
    assert (image.caption, image.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("head", "html", "language"),
    [
        ("", "<html lang=en-us>", "en-US"),
        ("", "<html lang=zh-Hant-TW>", "zh-TW"),
        ("<meta property=og:locale content=pt_BR>", "<html>", "pt-BR"),
        ("<meta http-equiv=content-language content='de, en'>", "<html>", "de"),
        (_ld(_article(headline="x", inLanguage="fr-FR")), "<html>", "fr-FR"),
        ("", "<html lang='{{ lang }}'>", ""),
        ("", "<html lang='english'>", ""),
    ],
)
def test_a_language_is_a_tag(head: str, html: str, language: str) -> None:
    assert _read(head, html=html).language == language


def test_letters_speak_louder_than_the_template() -> None:
    body = "<p>" + "שר האוצר הציג הבוקר לממשלה את הצעת התקציב לשנה הבאה " * 3 + "</p>"
    assert _read("", body, html="<html lang=en>").language == "he"


def test_tags_are_words_for_readers() -> None:
    keywords = "Ports, ports, News, REPI:INTAG, a{b, Example News, #Trade, " + "x" * 90
    head = (
        "<meta property=og:site_name content='Example News'>"
        f"<meta name=keywords content='{keywords}'>"
    )
    assert _read(head).tags == ("Ports", "Trade")
    many = ", ".join(f"Tag {chr(97 + n)}" for n in range(26))
    assert len(_read(f"<meta name=keywords content='{many}'>").tags) == 10


def test_a_standfirst_is_no_beginning_of_the_text() -> None:
    text = "The envoys left the island on Tuesday without the text they had come for, " * 3
    assert (
        _read(f"<meta name=description content='{text[:90]}…'>", f"<p>{text}</p>").standfirst == ""
    )
    assert (
        _read("<meta name=description content='They will meet again.'>").standfirst
        == "They will meet again."
    )


def test_a_page_that_says_nothing_gives_nothing() -> None:
    assert _read(url="") == Metadata(url="")


def test_a_page_without_end_is_read_in_time() -> None:
    start = time.process_time()
    _read("", "<div class=byline>" * 200 + "<p class=date>By 12 March</p>" * 50_000)
    _read("", "<h1>x" * 20_000)
    _read("", "<h1>x</h1><div class=related>" + "<a class=date>12 March</a>" * 50_000)
    _read("<meta name=author content='" + "By a, " * 50_000 + "'>")
    assert time.process_time() - start < 10
