"""What a template sees of each page."""

from __future__ import annotations

from ssg.model.output import (
    ArchiveSubject,
    ArticleSubject,
    FrontSubject,
    PageSubject,
    TaxonomySubject,
    TermSubject,
)
from ssg.model.site import Preview
from ssg.render.pages import build_view
from ssg.render.views.front import FrontPage
from ssg.render.views.lists import ArchivePage, TaxonomyPage, TermPage
from ssg.render.views.pages import ArticlePage, StandalonePage
from tests.unit.relate.making import article
from tests.unit.render.making import context_of, pieces


def _article(
    front_matter: str = "", body: str = "", others: str = "", config: str = ""
) -> ArticlePage:
    context = context_of(article("2025-12-22-talks", front_matter, body) + others, config)
    path = "/2025/12/talks/"
    view = build_view(path, ArticleSubject(path), context)
    assert isinstance(view, ArticlePage)
    return view


def test_way_from_the_front_page_leads_over_the_section() -> None:
    crumbs = _article("section: World\n").breadcrumbs
    assert [(one.title, one.path) for one in crumbs] == [
        ("Home", "/"),
        ("World", "/sections/world/"),
        ("2025-12-22-talks", "/2025/12/talks/"),
    ]


def test_summary_is_the_standfirst_or_else_the_beginning() -> None:
    assert _article("standfirst: Two *stories*.\n", "Text.").description == "Two stories."
    assert _article("", "## Heading\n\nText.").description == "Text."


def test_dateline_is_left_out_of_every_summary_and_stays_in_the_text_and_the_standfirst() -> None:
    dated = "KYIV, Ukraine (AP) — The talks ended."
    text = article("2025-12-22-talks", "", dated)
    context = context_of(text)
    view = build_view("/2025/12/talks/", ArticleSubject("/2025/12/talks/"), context)
    assert isinstance(view, ArticlePage)
    assert (view.description, view.article.summary) == ("The talks ended.",) * 2
    assert '"description":"The talks ended."' in view.structured_data.replace('": "', '":"')
    assert context.feed_items.item(context.ask.latest("1")[0]).summary == "The talks ended."
    assert dated in view.body
    page = context_of(f"-- about.md --\n---\ntitle: A\n---\n{dated}\n")
    assert build_view("/about/", PageSubject("/about/"), page).description == "The talks ended."
    assert _article(f"standfirst: '{dated}'\n").description == dated


def test_copy_of_a_whole_text_is_known_under_its_original_and_not_indexed() -> None:
    source = (
        "kind: curated\nsource: {name: S, url: 'https://s.org/a', rights: %s, note: By leave.}\n"
    )
    for rights in ("full", "licensed"):
        view = _article(source % rights)
        assert (view.canonical, view.noindex) == ("https://s.org/a", True)
    for rights in ("link", "excerpt"):
        view = _article(source % rights)
        assert (view.canonical, view.noindex) == ("https://example.org/2025/12/talks/", False)


def test_canonical_of_ones_own_comes_first() -> None:
    assert _article("canonical: https://x.org/a\n").canonical == "https://x.org/a"


def test_links_of_the_body_lead_where_they_should() -> None:
    body = "[a](../about.md) ![b](a.png) {% note %}[c](#x){% endnote %}\n\n## X\n"
    others = "-- about.md --\n---\ntitle: A\n---\n-- posts/a.png --\nx\n"
    view = _article("", body, others)
    assert '<a href="/about/">a</a>' in view.body
    assert '<img src="/posts/a.png"' in view.body
    assert '<aside><a href="/2025/12/talks/#x">c</a></aside>' in view.body


def test_table_of_contents_nests_and_wants_enough_headings() -> None:
    body = "## One\n### One a\n### One b\n#### Deep\n## Two\n"
    toc = _article("", body).toc
    assert [(one.title, [child.title for child in one.children]) for one in toc] == [
        ("One", ["One a", "One b"]),
        ("Two", []),
    ]
    assert _article("toc: false\n", body).toc == ()
    assert _article("", "## One\n## Two\n").toc == ()
    assert len(_article("toc: true\n", "## One\n## Two\n").toc) == 2


def test_neighbours_are_those_before_and_after_in_time() -> None:
    others = article("2025-12-23-after") + article("2025-12-21-before") + article("2025-12-20-far")
    view = _article(others=others)
    assert view.previous
    assert view.next
    assert (view.previous.title, view.next.title) == ("2025-12-21-before", "2025-12-23-after")
    assert _article().previous is None
    assert _article().next is None


def test_corrections_come_latest_first() -> None:
    view = _article(
        "corrections:\n- {date: 2025-12-23, text: One.}\n- {date: 2025-12-24, text: '*Two*.'}\n"
    )
    assert [str(one.text) for one in view.corrections] == ["<em>Two</em>.", "One."]


def test_preview_of_a_draft_is_not_indexed() -> None:
    context = context_of(article("2025-12-22-talks", "draft: true\n"), preview=Preview(drafts=True))
    view = build_view("/2025/12/talks/", ArticleSubject("/2025/12/talks/"), context)
    assert isinstance(view, ArticlePage)
    assert (view.noindex, view.article.status) == (True, "draft")


def test_pages_of_the_river_lead_to_each_other() -> None:
    context = context_of(pieces(25), "per_page: 8\n")
    views = [build_view("/", FrontSubject(number), context) for number in (1, 2, 3)]
    first, second, third = (view for view in views if isinstance(view, FrontPage))
    assert (first.pagination.newer, first.pagination.older) == ("", "/page/2/")
    assert (second.pagination.newer, second.pagination.older) == ("/", "/page/3/")
    assert (third.pagination.newer, third.pagination.older) == ("/page/2/", "")
    assert (first.noindex, second.noindex) == (False, True)
    assert first.lead
    assert second.lead is None
    assert len(second.river) == 8


def test_page_of_a_term_shows_its_own_page_and_its_articles() -> None:
    text = (
        article("2025-12-22-a", "tags: [Ukraine]\n")
        + "-- tags/ukraine.md --\n---\ntitle: Ukraine\nstandfirst: The *war*.\n---\nMore.\n"
    )
    view = build_view("/tags/ukraine/", TermSubject("tags", "ukraine", 1), context_of(text))
    assert isinstance(view, TermPage)
    assert (view.title, str(view.standfirst), view.description) == (
        *("Ukraine", "The <em>war</em>.", "The war."),
    )
    assert str(view.body) == "<p>More.</p>\n"
    assert [one.title for one in view.articles] == ["2025-12-22-a"]
    assert view.feeds[0].path == "/tags/ukraine/feed.xml"
    assert (view.taxonomy.title, view.taxonomy.path) == ("Tags", "/tags/")


_OUTLETS = (
    article("2025-12-22-a", 'kind: curated\nsource: {name: slate, url: "https://e.org/a"}\n')
    + article("2025-12-21-b", 'kind: curated\nsource: {name: Slate, url: "https://e.org/b"}\n')
    + article("2025-12-20-c", 'kind: curated\nsource: {name: Reuters, url: "https://e.org/c"}\n')
    + "-- sources/slate.md --\n---\ntitle: Slate\nurl: https://www.slate.com/\n"
    + "feed: https://slate.com/feed\nlabel: left\n---\n"
    + "-- sources/npr.md --\n---\ntitle: NPR\n---\n"
)


def test_list_of_outlets_says_how_much_and_what_came_last() -> None:
    view = build_view("/sources/", TaxonomySubject("sources"), context_of(_OUTLETS))
    assert isinstance(view, TaxonomyPage)
    assert [
        (one.term.name, one.count, one.latest and one.latest.title, one.url, one.host)
        for one in view.outlets
    ] == [
        ("NPR", 0, None, "", ""),
        ("Reuters", 1, "2025-12-20-c", "", ""),
        ("Slate", 2, "2025-12-22-a", "https://www.slate.com/", "slate.com"),
    ]
    assert [one.term.name for one in view.terms] == ["NPR", "Reuters", "Slate"]


def test_list_of_other_terms_has_no_outlets() -> None:
    view = build_view("/tags/", TaxonomySubject("tags"), context_of(_OUTLETS))
    assert isinstance(view, TaxonomyPage)
    assert view.outlets == ()


def test_page_of_an_outlet_leads_to_its_home_and_its_feed() -> None:
    view = build_view("/sources/slate/", TermSubject("sources", "slate", 1), context_of(_OUTLETS))
    assert isinstance(view, TermPage)
    assert (view.url, view.feed) == ("https://www.slate.com/", "https://slate.com/feed")
    assert [one.path for one in view.feeds[:3]] == [
        f"/sources/slate/{name}" for name in ("feed.xml", "rss.xml", "feed.json")
    ]


def test_archive_of_a_month_shows_it_alone() -> None:
    context = context_of(article("2025-12-22-a") + article("2025-11-22-b"))
    view = build_view("/2025/12/", ArchiveSubject(2025, 12, 1), context)
    assert isinstance(view, ArchivePage)
    assert (view.period, view.title) == ("month", "December 2025")
    assert [one.title for one in view.articles] == ["2025-12-22-a"]
    assert [one.title for one in view.breadcrumbs] == ["Home", "Archive", "2025", "December 2025"]


def test_page_shows_its_text_and_knows_its_file() -> None:
    text = "-- about/team.md --\n---\ntitle: Team\nupdated: 2025-12-01\n---\nWe.\n"
    view = build_view("/about/team/", PageSubject("/about/team/"), context_of(text))
    assert isinstance(view, StandalonePage)
    assert (view.title, str(view.body), view.source_file) == (
        *("Team", "<p>We.</p>\n", "content/about/team.md"),
    )
    assert view.updated
    assert view.updated.utcoffset() is not None
