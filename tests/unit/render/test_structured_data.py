"""What search engines are told of a page."""

from __future__ import annotations

import json
from typing import Any

from ssg.model.output import ArticleSubject, FrontSubject, NotFoundSubject
from ssg.render.pages import build_view
from tests.support.jsonld import check_jsonld
from tests.support.sites import NOW
from tests.unit.relate.making import article
from tests.unit.render.making import context_of


def _graph(text: str, config: str = "") -> list[dict[str, Any]]:
    path = "/2025/12/talks/"
    view = build_view(path, ArticleSubject(path), context_of(text, config))
    html = f'<script type="application/ld+json">{view.structured_data}</script>'
    assert check_jsonld(html, path, NOW) == []
    found: list[dict[str, Any]] = json.loads(view.structured_data)["@graph"]
    return found


def test_article_is_described() -> None:
    text = article(
        "2025-12-22-talks",
        "authors: [Ada]\ntags: [Ukraine]\nsection: World\nimage: {src: /a.png, alt: A}\n"
        "standfirst: Two </script> stories.\nupdated: 2025-12-23\n",
    )
    node, crumbs = _graph(text + "-- static/a.png --\nx\n")
    assert node["@type"] == "NewsArticle"
    assert node["headline"] == "2025-12-22-talks"
    assert node["author"] == [
        {"@type": "Person", "name": "Ada", "url": "https://example.org/authors/ada/"}
    ]
    assert (node["datePublished"], node["dateModified"]) == (
        *("2025-12-22T00:00:00+00:00", "2025-12-23T00:00:00+00:00"),
    )
    assert node["image"] == ["https://example.org/a.png"]
    assert (node["articleSection"], node["keywords"]) == ("World", ["Ukraine"])
    assert [one["item"] for one in crumbs["itemListElement"]][-1] == node["url"]


def test_curated_article_is_by_its_writer_or_outlet_and_based_on_the_original() -> None:
    source = "kind: curated\nsource: {name: Slate, url: 'https://slate.com/a'%s}\n"
    node = _graph(article("2025-12-22-talks", source % ", author: Fred"))[0]
    assert node["author"] == [{"@type": "Person", "name": "Fred"}]
    assert node["isBasedOn"]["url"] == "https://slate.com/a"
    node = _graph(article("2025-12-22-talks", source % ""))[0]
    assert node["author"] == [{"@type": "Organization", "name": "Slate"}]


def test_site_is_described_on_its_front_page() -> None:
    for config, searchable in (("", True), ("search: {enabled: false}\n", False)):
        view = build_view("/", FrontSubject(1), context_of("", config))
        (node,) = json.loads(view.structured_data)["@graph"]
        assert (node["@type"], node["name"]) == ("WebSite", "Test")
        assert ("potentialAction" in node) is searchable


def test_page_for_unknown_paths_says_nothing() -> None:
    view = build_view("/404.html", NotFoundSubject(), context_of(""))
    assert view.structured_data == ""
