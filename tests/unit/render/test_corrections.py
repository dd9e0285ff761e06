"""Corrections: on the article, in the list of all, in feeds, for search engines."""

from __future__ import annotations

import json
from itertools import pairwise

from ssg.model.output import ArticleSubject, CorrectionsSubject
from ssg.model.site import Preview
from ssg.render.pages import build_view
from ssg.render.views.lists import CorrectionsPage
from ssg.render.views.pages import ArticlePage
from tests.support.feeds import check_feed, errors
from tests.support.sites import NOW
from tests.unit.relate.making import article, site_of
from tests.unit.render.making import context_of, output_of, paths_of, texts, xml_of

_TALKS = article(
    "2025-12-22-talks",
    "updated: 2025-12-23\ncorrections:\n"
    '- {date: 2025-12-27 10:00, text: "So was *a [day](../about.md)*."}\n'
    "- {date: 2025-12-24, text: A name was wrong.}\n",
)
_CARS = article("2025-12-20-cars", "corrections: {date: 2025-12-26, text: Mended.}\n")
_ABOUT = "-- about.md --\n---\ntitle: About\n---\n"
_TEXT = _TALKS + _CARS + article("2025-12-21-plan") + _ABOUT


def _page(text: str, number: int = 1, config: str = "") -> CorrectionsPage:
    view = build_view("/corrections/", CorrectionsSubject(number), context_of(text, config))
    assert isinstance(view, CorrectionsPage)
    return view


def test_all_are_listed_latest_first_with_a_link_to_the_place() -> None:
    entries = _page(_TEXT).entries
    assert [(one.path, one.article.title) for one in entries] == [
        ("/2025/12/talks/#_correction-2", "2025-12-22-talks"),
        ("/2025/12/cars/#_correction-1", "2025-12-20-cars"),
        ("/2025/12/talks/#_correction-1", "2025-12-22-talks"),
    ]
    assert entries[0].correction.text == 'So was <em>a <a href="/about/">day</a></em>.'
    days = [one.correction.date for one in entries]
    assert all(later > earlier for later, earlier in pairwise(days))


def test_one_keeps_its_fragment_when_another_is_added() -> None:
    added = _TALKS.replace("corrections:\n", "corrections:\n- {date: 2025-12-29, text: More.}\n")
    before = {one.path: one.correction.text for one in _page(_TALKS + _ABOUT).entries}
    after = {one.path: one.correction.text for one in _page(added + _ABOUT).entries}
    assert before.items() < after.items()


def test_long_list_has_several_pages() -> None:
    assert [path for path in paths_of(_TEXT, "per_page: 2\n") if "corrections" in path] == [
        "/corrections/",
        "/corrections/page/2/",
        "/corrections/feed.xml",
        "/corrections/rss.xml",
        "/corrections/feed.json",
    ]
    second = _page(_TEXT, 2, "per_page: 2\n")
    assert (len(second.entries), second.noindex, second.pagination.newer) == (
        1,
        True,
        "/corrections/",
    )


def test_without_any_there_is_no_list_and_nobody_links_to_it() -> None:
    text = article("2025-12-21-plan")
    assert not [path for path in paths_of(text) if "corrections" in path]
    assert not context_of(text).view.corrections
    assert context_of(_TEXT).view.corrections


def test_those_of_what_is_not_published_are_not_listed() -> None:
    draft = article("2025-12-21-draft", "draft: true\ncorrections: {date: 2025-12-22, text: X.}\n")
    assert not [path for path in paths_of(draft) if "corrections" in path]
    context = context_of(draft + _CARS, preview=Preview(drafts=True))
    assert len(context.ask.corrections("1").corrections) == 2
    assert len(context.ask.latest_corrections()) == 1


def test_feeds_are_valid_and_hold_the_latest() -> None:
    for name in ("feed.xml", "rss.xml", "feed.json"):
        path = f"/corrections/{name}"
        assert errors(check_feed(output_of(path, _TEXT), path, "https://example.org/", NOW)) == []
    atom = xml_of("/corrections/feed.xml", _TEXT)
    assert texts(atom, "title") == ["Test: Corrections"]
    assert texts(atom, "entry/title")[0] == "Correction: 2025-12-22-talks"
    assert texts(atom, "entry/id")[0] == "https://example.org/2025/12/talks/#_correction-2"
    assert texts(atom, "entry/summary")[0] == "So was a day."
    assert "https://example.org/about/" in texts(atom, "entry/content")[0]
    assert texts(atom, "updated") == ["2025-12-27T10:00:00+00:00"]
    assert (
        len(
            texts(xml_of("/corrections/rss.xml", _TEXT, "feeds: {limit: 2}\n"), "channel/item/guid")
        )
        == 2
    )


def test_article_was_changed_when_it_was_updated_or_corrected_last() -> None:
    changed = {one.slug: one.changed.isoformat()[:16] for one in site_of(_TEXT).articles}
    assert changed == {
        "talks": "2025-12-27T10:00",
        "plan": "2025-12-21T00:00",
        "cars": "2025-12-26T00:00",
    }
    later = _CARS.replace("corrections", "updated: 2025-12-28\ncorrections")
    assert site_of(later).articles[0].changed.day == 28


def test_what_changed_last_is_told_to_engines_and_feeds() -> None:
    context = context_of(_TEXT)
    view = build_view("/2025/12/talks/", ArticleSubject("/2025/12/talks/"), context)
    assert isinstance(view, ArticlePage)
    node = json.loads(view.structured_data)["@graph"][0]
    assert node["dateModified"] == "2025-12-27T10:00:00+00:00"
    assert node["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "So was a day.",
            "datePublished": "2025-12-27T10:00:00+00:00",
            "url": "https://example.org/2025/12/talks/#_correction-2",
        },
        {
            "@type": "CorrectionComment",
            "text": "A name was wrong.",
            "datePublished": "2025-12-24T00:00:00+00:00",
            "url": "https://example.org/2025/12/talks/#_correction-1",
        },
    ]
    assert [one.id for one in view.corrections] == ["_correction-2", "_correction-1"]
    atom = xml_of("/feed.xml", _TEXT)
    assert texts(atom, "entry/updated")[0] == "2025-12-27T10:00:00+00:00"
    sitemap = xml_of("/sitemap.xml", _TEXT)
    urls = dict(zip(texts(sitemap, "url/loc"), texts(sitemap, "url/lastmod"), strict=False))
    assert urls["https://example.org/2025/12/talks/"].startswith("2025-12-27")
    assert "https://example.org/corrections/" in texts(sitemap, "url/loc")
    assert (
        "correction"
        not in json.loads(
            build_view("/2025/12/plan/", ArticleSubject("/2025/12/plan/"), context).structured_data
        )["@graph"][0]
    )
