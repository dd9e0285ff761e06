"""Threads: their pages, the way through them, and what happened next."""

from __future__ import annotations

import re

import pytest

from ssg.config.site import RelatedRules
from ssg.relate.related import RelatedArticles
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.unit.relate.making import article, site_of

_SENTENCE = "Envoys met in Geneva about the Dniester ceasefire and its observers."
_OTHERS = (
    "Harbour dues rose in Rotterdam, and shippers complained to the ministry of transport.",
    "A court in Lisbon heard appeals by teachers whose pensions had been cut.",
    "Snow closed the Brenner motorway; lorries waited for two nights at the border.",
    "The museum in Oslo lends its ships to Dublin while the hall is rebuilt.",
)


def _next(text: str, slug: str, config: str = "") -> list[str]:
    site = site_of(text, config)
    finder = RelatedArticles(site, RelatedRules())
    asked = next(one for one in site.articles if one.slug == slug)
    return [one.slug for one in finder.next(asked)]


def _page(site: SiteUnderTest, path: str) -> str:
    site.build()
    return site.rendered(path)


def _post(name: str, front_matter: str = "", body: str = "") -> str:
    return article(name, front_matter, body).replace("-- posts/", "-- content/posts/")


_TALKS = "".join(
    _post(f"2025-{day}-{name}", "thread: ukraine-talks\n")
    for day, name in (("11-20", "first"), ("12-01", "second"), ("12-22", "third"))
)


def _links(html: str) -> list[str]:
    return re.findall(r'href="/(\d{4}/\d\d/[a-z]+)/"', html)


def _main(html: str) -> str:
    return html.partition('class="timeline"')[2].partition("</main>")[0]


def test_timeline_comes_latest_first(make_site: MakeSite) -> None:
    html = _page(make_site(_TALKS), "/threads/ukraine-talks/")
    assert _links(_main(html)) == ["2025/12/third", "2025/12/second", "2025/11/first"]


def test_thread_names_its_first_piece_and_its_count(make_site: MakeSite) -> None:
    facts = _page(make_site(_TALKS), "/threads/ukraine-talks/").partition("timeline")[0]
    assert "3 articles" in facts
    assert _links(facts)[-1:] == ["2025/11/first"]


def test_thread_is_as_new_as_the_latest_change_in_it(make_site: MakeSite) -> None:
    site = make_site(_TALKS)
    path = "/threads/ukraine-talks/"
    assert re.search(r"Last updated\s+<time[^>]*>22 December 2025", _page(site, path))
    site.edit("content/posts/2025-11-20-first.md", "thread:", "updated: 2026-01-02\nthread:")
    assert re.search(r"Last updated\s+<time[^>]*>2 January 2026", _page(site, path))


def test_thread_has_feeds_and_says_so(make_site: MakeSite) -> None:
    site = make_site(_TALKS)
    html = _page(site, "/threads/ukraine-talks/")
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert (site.output / "threads/ukraine-talks" / name).is_file()
        assert f'href="/threads/ukraine-talks/{name}"' in html


def test_page_of_a_thread_gives_its_title_and_standfirst(make_site: MakeSite) -> None:
    page = "title: The talks\nstandfirst: Who meets *whom*."
    text = f"{_TALKS}-- content/threads/ukraine-talks.md --\n---\n{page}\n---\n"
    html = _page(make_site(text), "/threads/ukraine-talks/")
    assert re.search(r"<h1[^>]*>The talks</h1>", html)
    assert "Who meets <em>whom</em>." in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ukraine-talks", "Ukraine talks"),
        ("Talks on Ukraine", "Talks on Ukraine"),
        ("g20", "G20"),
        ("iPhone tariffs", "iPhone tariffs"),
        ("переговоры", "Переговоры"),
    ],
)
def test_thread_without_a_page_is_named_in_words(written: str, shown: str) -> None:
    (term,) = (
        site_of(article("2025-12-22-a", f"thread: {written}\n")).taxonomies["threads"].values()
    )
    assert (term.name, term.document) == (shown, None)


def test_only_threads_are_named_by_their_slugs_in_words() -> None:
    site = site_of(article("2025-12-22-a", "tags: [co-operation]\n"))
    assert site.term("tags", "co-operation").name == "co-operation"


def test_article_shows_the_ones_before_and_after_in_its_thread(make_site: MakeSite) -> None:
    between = _post("2025-12-10-another")
    html = _page(make_site(_TALKS + between), "/2025/12/second/")
    nav = re.findall(r'rel="(prev|next)" href="([^"]+)"', html)
    assert nav == [("prev", "/2025/11/first/"), ("next", "/2025/12/third/")]
    assert 'class="kicker-thread" href="/threads/ukraine-talks/"' in html


def test_article_alone_in_its_thread_shows_those_of_the_site(make_site: MakeSite) -> None:
    text = _post("2025-12-22-a", "thread: lone\n") + _post("2025-12-21-b")
    html = _page(make_site(text), "/2025/12/a/")
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', html) == [("prev", "/2025/12/b/")]


def test_what_happened_next_comes_from_the_thread_in_order_of_time() -> None:
    text = _TALKS.replace("content/", "")
    assert _next(text, "first") == ["second", "third"]
    assert _next(text, "third") == []


def test_what_happened_next_comes_from_those_that_follow() -> None:
    text = article("2025-12-20-a") + article("2025-12-21-b", "follows: a\n")
    assert _next(text, "a") == ["b"]
    assert _next(text, "b") == []


def test_what_happened_next_is_found_where_the_match_is_strong() -> None:
    others = "".join(article(f"2025-12-0{day}-o{day}", "", _OTHERS[day % 4]) for day in range(1, 9))
    talks = article("2025-12-20-a", "", f"{_SENTENCE} {_OTHERS[0]}") + article(
        "2025-12-22-b", "", f"{_SENTENCE} {_OTHERS[1]}"
    )
    assert _next(others + talks, "a") == ["b"]
    assert _next(others + talks, "b") == []


def test_what_is_excluded_did_not_happen_next() -> None:
    text = article("2025-12-20-a", "thread: t\nrelated_exclude: b\n") + article(
        "2025-12-21-b", "thread: t\n"
    )
    assert _next(text, "a") == []


def test_drafts_did_not_happen_yet() -> None:
    text = article("2025-12-20-a", "thread: t\n") + article(
        "2025-12-21-b", "thread: t\ndraft: true\n"
    )
    assert _next(text, "a") == []


def test_articles_that_follow_each_other_in_a_ring_are_shown_once() -> None:
    text = "".join(
        article(f"2025-12-2{number}-{name}", f"follows: {followed}\n")
        for number, (name, followed) in enumerate((("a", "c"), ("b", "a"), ("c", "b")))
    )
    assert {slug: _next(text, slug) for slug in "abc"} == {"a": ["b"], "b": ["c"], "c": ["a"]}


def test_what_happened_next_stands_apart_from_the_related(make_site: MakeSite) -> None:
    html = _page(make_site(_TALKS), "/2025/11/first/")
    section = html.partition('class="happened-next"')[2].partition("</section>")[0]
    assert _links(section) == ["2025/12/second", "2025/12/third"]
    assert not set(_links(section)) & set(_links(html.partition('class="related"')[2][:2000]))


def test_front_page_tells_of_threads(make_site: MakeSite) -> None:
    other = "".join(_post(f"2025-12-0{day}-o{day}", "thread: gas\n") for day in range(1, 4))
    lone = _post("2025-12-03-lone", "thread: lone\n")
    html = _page(make_site(_TALKS + other + lone), "/")
    lead = html.partition('class="lead-thread"')[2].partition("</section>")[0]
    assert _links(lead) == ["2025/12/second", "2025/11/first"]
    threads = html.partition('class="threads-list"')[2].partition("</section>")[0]
    assert re.findall(r'href="(/threads/[^"]+)"', threads) == ["/threads/gas/"]
