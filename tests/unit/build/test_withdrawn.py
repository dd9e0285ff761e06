"""What was withdrawn leaves a notice, and nothing of what it said, anywhere."""

from __future__ import annotations

import gzip
import json

import pytest

from ssg.build.project import open_project
from ssg.build.withdrawn import search_withdrawn
from ssg.errors import Diagnostic
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_PIECE = "content/posts/2025-12-22-affair/index.md"
_OTHER = "content/posts/2025-12-23-other.md"
_WITHDRAWN = 'withdrawn: {date: 2025-12-28, reason: "Our only source was wrong."}'
_SECRETS = ("Minister", "minister", "Xylophone", "xylophone", "who-took", "bribe")
_SITE = f"""
-- {_PIECE} --
---
title: The minister took the xylophone
standfirst: A standfirst on the *minister* and no others.
authors: [Xylophone Author]
section: Xylophone section
tags: [Xylophone tag, Shared]
thread: xylophone
image: {{src: xylophone.png, alt: A xylophone on a desk, caption: A xylophone., credit: Xylophone}}
aliases: [/old-affair/]
related: [other]
corrections: [{{date: 2025-12-23, text: It was a xylophone.}}]
extra: {{word: Xylophone}}
{_WITHDRAWN}
---
## Who took what

The minister took a bribe in May, two people who had seen it told us[^1]. ![A xylophone](/xylo.png)
![both](/both.png) [a file](xylophone.pdf) [other](../2025-12-23-other.md)

{{% note title="What we know of the minister" %}}
Nobody who was there has ever spoken of it to anybody else.
{{% endnote %}}

[^1]: They wished not to be named in print by anybody.
-- content/posts/2025-12-22-affair/xylophone.png --
xylophone
-- content/posts/2025-12-22-affair/xylophone.pdf --
xylophone
-- content/static/xylo.png --
xylophone
-- content/static/both.png --
both
-- {_OTHER} --
---
title: Another piece
tags: [Shared]
thread: going on
---
See [that](2025-12-22-affair/index.md#who-took-what), [old](/old-affair/) ![both](/both.png)
-- content/about.md --
---
title: About
---
We.
"""


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site(_SITE)
    monkeypatch.chdir(site.root)
    return site


def _texts(site: SiteUnderTest) -> dict[str, str]:
    """Return what every file of the output says, unpacked where packed."""
    return {
        path: (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode(
            "utf-8", "replace"
        )
        for path, data in site.outputs().items()
    }


def _left(site: SiteUnderTest) -> list[str]:
    return [
        path
        for path, text in _texts(site).items()
        if any(secret in text or secret in path for secret in _SECRETS)
    ]


def test_nothing_of_it_is_left_but_a_notice(site: SiteUnderTest) -> None:
    site.build(search=True)
    assert _left(site) == []
    notice = site.rendered("/2025/12/affair/")
    assert "Our only source was wrong." in notice
    assert 'datetime="2025-12-28' in notice
    assert '<meta name="robots" content="noindex">' in notice
    assert "/2025/12/affair/" in site.rendered("/old-affair/")


def test_nothing_of_it_is_left_where_it_stood_before(site: SiteUnderTest) -> None:
    site.edit(_PIECE, _WITHDRAWN, "draft: false")
    site.build(search=True)
    assert len(_left(site)) > 15
    site.edit(_PIECE, "draft: false", _WITHDRAWN)
    site.build(search=True)
    assert _left(site) == []
    found = site.outputs()
    site.build(search=True, clean=True)
    assert site.outputs() == found
    # And back again.
    site.edit(_PIECE, _WITHDRAWN, "draft: false")
    site.build(search=True)
    assert "The minister took the xylophone" in site.rendered("/2025/12/affair/")
    assert "/_redirects" not in site.outputs()


def test_no_list_counts_it(site: SiteUnderTest) -> None:
    report = site.build(search=True)
    assert report.articles == 1
    assert report.search
    assert report.search.documents == 2
    assert "1 article" in site.rendered("/tags/shared/")
    assert "/2025/12/affair/" not in site.rendered("/sitemap.xml")
    assert site.rendered("/feed.xml").count("<entry>") == 1
    assert not (site.output / "corrections").exists()


def test_undated_page_can_be_withdrawn_too(site: SiteUnderTest) -> None:
    site.edit("content/about.md", "title: About", f"title: A xylophone\n{_WITHDRAWN}")
    assert site.build().pages == 0
    assert "Our only source was wrong." in site.rendered("/about/")
    assert _left(site) == []


def test_links_lead_to_the_notice_and_are_complained_of(site: SiteUnderTest) -> None:
    found = site.diagnostics()
    html = site.rendered("/2025/12/other/")
    assert html.count('href="/2025/12/affair/"') == 2
    assert [(one.severity, one.code, str(one.location)) for one in found] == [
        ("warning", "links/withdrawn", f"{_OTHER}:6:12"),
        ("warning", "links/withdrawn", f"{_OTHER}:6:61"),
        ("warning", "links/withheld", "content/static/xylo.png"),
    ]


def test_pins_to_it_are_left_out_and_complained_of(site: SiteUnderTest) -> None:
    site.edit(_OTHER, "thread: going on", "related: [affair]\nfollows: 2025-12-22-affair")
    said = [one.message for one in site.diagnostics() if one.code == "related/left-out"]
    assert said == ['"affair" was withdrawn', '"2025-12-22-affair" was withdrawn']


def test_file_that_another_piece_shows_stays(site: SiteUnderTest) -> None:
    site.build()
    assert "both.png" in site.outputs()
    assert "xylo.png" not in site.outputs()
    site.edit(_OTHER, "/both.png", "../static/xylo.png")
    site.build()
    assert "xylo.png" in site.outputs()
    assert "both.png" not in site.outputs()


def test_hosts_are_told_which_addresses_are_gone(site: SiteUnderTest) -> None:
    site.build(base_url="https://example.org/blog/")
    assert site.rendered("/_redirects").splitlines() == [
        "/blog/2025/12/affair/ /blog/2025/12/affair/index.html 410!",
        "/blog/old-affair/ /blog/2025/12/affair/index.html 410!",
    ]
    assert site.rendered("/withdrawn.map") == "/blog/2025/12/affair/ 1;\n"
    site.write({"content/static/_redirects": "/a /b 301\n"})
    site.build()
    assert site.rendered("/_redirects") == "/a /b 301\n"


def test_address_with_odd_signs_is_quoted_for_servers(site: SiteUnderTest) -> None:
    site.edit(_PIECE, "thread: xylophone", "path: '/a b/ü;.html'")
    site.build()
    assert site.rendered("/withdrawn.map") == '"/a b/ü;.html" 1;\n'
    assert "/a%20b/%C3%BC" in site.rendered("/_redirects")


def test_draft_that_says_so_is_no_notice(site: SiteUnderTest) -> None:
    site.edit(_PIECE, "thread: xylophone", "draft: true")
    site.edit(_OTHER, "[that](2025-12-22-affair/index.md#who-took-what), [old](/old-affair/)", "")
    site.build()
    assert not (site.output / "2025/12/affair").exists()
    assert "_redirects" not in site.outputs()


def _found(site: SiteUnderTest) -> list[Diagnostic]:
    site.build(search=True)
    project = open_project(site.root, site.options)
    return search_withdrawn(project.site, site.output)[0]


def test_search_of_the_output_finds_nothing_where_nothing_is(site: SiteUnderTest) -> None:
    assert _found(site) == []


@pytest.mark.parametrize(
    "text",
    [
        "As we wrote, the minister took the xylophone.",
        "a **bribe in** May, two [people](https://x.org/) who",
        "They WISHED not to be named!",
        "nobody who was there has “ever spoken”",
        "*A* standfirst on the minister",
        '<p title="A xylophone on a desk">x</p>',
    ],
)
def test_search_finds_what_a_file_says(site: SiteUnderTest, text: str) -> None:
    site.write({"themes/own/theme.yaml": "name: own\nextends: default\n"})
    site.write({"site.yaml": "title: T\nbase_url: https://example.org/\ntheme: own\n"})
    site.write({"content/_data/leak.yaml": json.dumps({"text": text})})
    foot = "{{ site.data('leak').text | safe }}"
    site.write({"themes/own/templates/404.html": foot, "content/static/note.txt": text})
    assert {str(one.location) for one in _found(site)} == {"404.html", "note.txt"}


def test_search_finds_what_another_piece_has_from_it_wherever_that_stands(
    site: SiteUnderTest,
) -> None:
    said = "Nobody who was there has *ever* spoken of it to anybody else."
    site.edit(_OTHER, "See", f"{said} See")
    found = _found(site)
    assert {one.code for one in found} == {"withdrawn/found", "withdrawn/quoted"}
    files = {str(one.location) for one in found}
    assert {_OTHER, "2025/12/other/index.html", "feed.xml", "rss.xml", "feed.json"} <= files
    assert any(one.startswith("pagefind/fragment/") for one in files)


def test_five_words_that_another_piece_happens_to_say_are_no_find(site: SiteUnderTest) -> None:
    site.edit(_OTHER, "See", "Who knows: two people who had seen nothing. See")
    assert _found(site) == []
    site.edit(_OTHER, "nothing. See", "it told us so. See")
    assert {one.code for one in _found(site)} == {"withdrawn/found", "withdrawn/quoted"}


def test_whole_sentence_is_no_chance_however_short(site: SiteUnderTest) -> None:
    site.edit(_PIECE, "Nobody who was there", "It was never his own. Nobody who was there")
    site.edit(_OTHER, "See", "Ada said it was never his own. See")
    assert {one.code for one in _found(site)} == {"withdrawn/found", "withdrawn/quoted"}


def test_short_headline_counts_where_nothing_stands_beside_it(site: SiteUnderTest) -> None:
    site.edit(_PIECE, "title: The minister took the xylophone", "title: Affair")
    site.edit(_OTHER, "See", "An affair of state. See")
    assert _found(site) == []
    site.write({"content/static/list.json": '["Affair"]', "content/static/a.html": "<b>Affair</b>"})
    assert {str(one.location) for one in _found(site)} == {"list.json", "a.html"}
    # Of another piece it is the headline too.
    site.edit("content/about.md", "title: About", "title: Affair")
    assert _found(site) == []


def test_check_searches_a_build_of_its_own(site: SiteUnderTest) -> None:
    site.build(search=True)
    before = site.outputs()
    shown, code = run_here("check", "--withdrawn")
    assert (shown.partition(",")[0], code) == ("1 withdrawn piece", 0)
    assert "nothing of them is left" in shown
    assert site.outputs() == before
    # It leaves what builds keep as it was.
    assert not site.build(search=True).made
    site.write({"content/static/note.txt": "The minister took the xylophone"})
    shown, code = run_here("check", "--withdrawn", "--format", "json")
    (found,) = json.loads(shown)["diagnostics"]
    assert (found["code"], found["location"]["path"], code) == ("withdrawn/found", "note.txt", 1)
    # What is there already is clean still.
    assert run_here("check", "--withdrawn", "--output", "public")[1] == 0
    assert run_here("check", "--output", "public")[1] == 2
