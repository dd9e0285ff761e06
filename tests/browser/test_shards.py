"""A search index of several shards answers as one index would."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.browser.conftest import StaticServer
from tests.support.sites import DEFAULT_CONFIG, NOW, SiteUnderTest

_SECTIONS = ("World", "Culture", "Science")
_RARE = {
    3: "A merrowsmith wrote of the café.",
    20: "Nobody went to the cafe, and Übersee was far: 漢字 𐌰𐌱.",
    30: "![A zeppelin](https://pictures.example/x.png)",
    41: "The cafeteria had a merrow. Talks of tariffs went on and on.",
}
_HEAD = {
    5: "kind: curated\nsource: {name: Slate, url: https://slate.example/x}\n",
}


def _articles() -> dict[str, str]:
    """Return articles of six decades whose words are told apart by their numbers."""
    found = {}
    for number in range(48):
        year, month = 1962 + 60 * number // 48, 1 + number % 12
        words = " ".join(f"word{number * step % 29}" for step in range(1, 8 + number % 5))
        common = "Talks. " * (1 + number % 4) + "More of it. " * (number % 7)
        found[f"content/posts/{year}-{month:02}-10-piece-{number}.md"] = (
            f"---\ntitle: {'Talks of' if number % 6 == 0 else 'Piece'} number {number}\n"
            f"tags: [tag {number % 5}, tag {number % 3}]\nauthors: [Author {number % 4}]\n"
            f"section: {_SECTIONS[number % 3]}\n{_HEAD.get(number, '')}---\n"
            f"{common}{_RARE.get(number, '')} {words}\n"
        )
    return {**found, "content/about.md": "---\ntitle: About\n---\nTalks about word5.\n"}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory, static_server: StaticServer) -> tuple[str, str]:
    """Return the URLs of a site whose index has one shard, and of the same with several."""
    urls = []
    for size in (1000, 9):
        site = SiteUnderTest(tmp_path_factory.mktemp(f"shards{size}"))
        config = f"{DEFAULT_CONFIG}search: {{shard_size: {size}}}\n"
        site.write({"site.yaml": config, **_articles()})
        report = build(site.root, site.output, Options(now=NOW), lambda: 0.0)
        assert report.search
        assert (len(report.search.shards) == 1) if size == 1000 else len(report.search.shards) > 5
        urls.append(static_server(site.output))
    return urls[0], urls[1]


_ASK = """async ([query, asked]) => {
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.options({ baseUrl: "/" });
    await pagefind.filters();
    const found = [];
    for (const options of asked) {
        const { results, filters, totalFilters, unfilteredResultCount } =
            await pagefind.search(query, options);
        const documents = await Promise.all(results.map(async ({ score, data }) => {
            const { url, excerpt, meta } = await data();
            return [url, score.toFixed(4), excerpt, meta];
        }));
        found.push({ documents, filters, totalFilters, unfilteredResultCount });
    }
    return found;
}"""

_OPTIONS = [
    {},
    {"filters": {"section": {"any": ["World", "Science"]}, "tag": {"any": ["tag 1"]}}},
    {"sort": {"date": "desc"}},
    {"sort": {"date": "asc"}},
]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (None, 49),
        ("talks", 49),
        ("talk more", 41),
        ("word5 word7 piece", 4),
        ("merrowsmith", 1),
        ("merrowsmiths", 1),
        ("talks merrowsmith", 1),
        ("talks nowhere", 49),
        ("cafe", 3),
        ("café", 3),
        ("übersee", 1),
        ("漢字", 1),
        ("𐌰𐌱", 1),
        ("slate", 1),
        ("zeppelin", 1),
        ("t", 49),
        ('"number 12"', 1),
        ('"talks of tariffs"', 1),
    ],
)
def test_answers_are_those_of_one_index(
    query: str | None, count: int, homes: tuple[str, str], page: Page
) -> None:
    answers = []
    for home in homes:
        page.goto(f"{home}/about/")
        answers.append(page.evaluate(_ASK, [query, _OPTIONS]))
    one, several = answers
    assert len(several[0]["documents"]) == count
    assert several == one


def test_shards_are_merged_without_a_worker_too(homes: tuple[str, str], page: Page) -> None:
    page.goto(f"{homes[1]}/about/")
    count = page.evaluate(
        """async () => {
            const { createInstance } = await import("/pagefind/pagefind.js");
            const pagefind = createInstance({ noWorker: true });
            return (await pagefind.search("cafe")).results.length;
        }"""
    )
    assert count == 3


def test_search_page_shows_the_same(homes: tuple[str, str], page: Page) -> None:
    shown = []
    for home in homes:
        page.goto(f"{home}/search/?q=talks&section=World")
        expect(page.locator("[data-search-list] li")).to_have_count(10)
        status = page.locator("[data-search-status]").inner_text()
        filters = page.locator("[data-search-filters]").inner_text()
        page.get_by_role("button", name="More results").click()
        expect(page.locator("[data-search-list] li").nth(10)).to_be_visible()
        results = page.locator("[data-search-list]").inner_text()
        page.get_by_role("radio", name="Newest first").check(force=True)
        expect(page).to_have_url(f"{home}/search/?q=talks&section=World&sort=date")
        expect(page.locator("[data-search-list] [data-date]").first).to_contain_text("2018")
        shown.append((status, filters, results, page.locator("[data-search-list]").inner_text()))
    assert "results for “talks”" in shown[0][0]
    assert shown[0] == shown[1]


def test_page_without_a_search_asks_for_nothing(homes: tuple[str, str], page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{homes[1]}/")
    page.wait_for_load_state("networkidle")
    assert asked
    assert not [url for url in asked if "/pagefind/" in url or "search.js" in url]


def test_reader_fetches_only_the_words_that_are_asked_for(
    homes: tuple[str, str], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{homes[1]}/about/")
    page.evaluate(_ASK, ["merrowsmith", [{}]])
    assert len([url for url in asked if url.endswith(".pf_meta")]) == 1
    assert len([url for url in asked if url.endswith(".pf_fragment")]) == 1
    words = [url for url in asked if url.endswith(".pf_index")]
    assert len(words) == len(set(words))
