"""Comments that are kept with the site: shown, and remade no further than they reach."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.jsonld import check_jsonld
from tests.support.nu import check_html
from tests.support.sites import NOW

_FILES = """
-- content/posts/2025-12-22-talks.md --
---
title: Talks
tags: [Ukraine]
---
They met.
-- content/posts/2025-12-21-tariffs.md --
---
title: Tariffs
tags: [Ukraine]
---
They rose.
"""
_TALKS = "content/_data/comments/2025-12-22-talks.yaml"
_PATH = "/2025/12/talks/"
_ONE = "- {id: %s, date: 2025-12-22 10:00, author: %s, text: %s}\n"
_ISSO = "title: T\nbase_url: https://example.org/\ncomments: {provider: isso, url: https://c.example/}\n"
_HOSTILE = """\
- id: 1
  author: <img src=x onerror=alert(1)>
  url: https://evil.example/"onmouseover="alert(1)
  date: 2025-12-22
  text: |
    <script>alert(1)</script> <b onclick="x()">bold</b> [a](javascript:alert(1))
    <style>*{display:none}</style> ![p](https://evil.example/pixel.png) <div><div><ul>
"""


def test_comments_show_below_their_article(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({_TALKS: _ONE % ("a", "Ada", "I was *there*")})
    site.build()
    html = site.rendered(_PATH)
    assert '<li class="comment" id="comment-a">' in html
    assert "<p>I was <em>there</em></p>" in html
    assert '<p class="comments-count label">1 comment</p>' in html
    assert '<time datetime="2025-12-22T10:00:00+00:00">22 December 2025, 10:00</time>' in html
    assert "comments.js" not in html
    assert '"commentCount":1' in html
    assert check_jsonld(html, _PATH, NOW) == []
    assert "comments" not in site.rendered("/2025/12/tariffs/")
    assert check_html(site.output) == []


def test_a_new_comment_remakes_its_article_alone(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.build()
    site.write({_TALKS: _ONE % ("a", "Ada", "One")})
    assert set(site.build().made) == {"2025/12/talks/index.html"}
    site.write({_TALKS: _ONE % ("a", "Ada", "One") + _ONE % ("b", "Bob", "Two")})
    report = site.build()
    assert set(report.made) == {"2025/12/talks/index.html"}
    assert "comments(/2025/12/talks/)" in next(iter(report.made.values()))
    assert set(site.build().made) == set()
    built = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == built
    site.remove(_TALKS)
    assert set(site.build().made) == {"2025/12/talks/index.html"}
    assert "comment-a" not in site.rendered(_PATH)


def test_an_article_without_comments_shows_none(make_site: MakeSite) -> None:
    site = make_site(_FILES.replace("title: Talks\n", "title: Talks\ncomments: false\n"))
    site.write({"site.yaml": _ISSO, _TALKS: _ONE % ("a", "Ada", "One")})
    site.build()
    assert "comment" not in site.rendered(_PATH)
    site.edit("content/posts/2025-12-22-talks.md", "comments: false\n", "")
    site.build()
    html = site.rendered(_PATH)
    assert "Earlier comments" in html
    assert 'data-comments="isso"' in html


def test_no_other_host_is_named_where_a_browser_would_ask_it(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({"site.yaml": _ISSO})
    site.build()
    html = site.rendered(_PATH)
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]*c\.example", html)
    assert re.search(r'<script type="module" src="/theme/comments\.js\?v=\w+"></script>', html)
    assert "comments.js" not in site.rendered("/")


def test_nothing_hostile_comes_through(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({_TALKS: _HOSTILE.replace('"onmouseover="alert(1)', "")})
    site.build()
    html = site.rendered(_PATH)
    comments = html[html.index('class="comments"') : html.index("print-only")]
    tags = set(re.findall(r"<([a-z0-9]+)", comments))
    assert tags <= {"h2", "div", "p", "ol", "li", "a", "bdi", "time", "br"}
    assert not re.search(r"<[^>]*(?:onerror|onclick|javascript:|style)[^>]*>", comments)
    assert (
        '<a class="comment-author" rel="nofollow ugc noopener" href="https://evil.example/">'
        in html
    )
    assert "</script> <b" not in html
    assert check_html(site.output) == []


def test_an_address_that_would_break_out_is_escaped(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({_TALKS: _HOSTILE})
    site.build()
    assert 'href="https://evil.example/&#34;onmouseover=&#34;alert(1)"' in site.rendered(_PATH)


def test_mistakes_stop_a_build_each_time(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({_TALKS: "- {id: a, date: 2025-12-22, tekst: x}\n"})
    first = site.complaints()
    assert 'error[comments/unknown-key]: 0: unknown key "tekst"' in first
    assert f"{_TALKS}:1:29" in first
    assert site.complaints() == first
    site.write({_TALKS: _ONE % ("a", "Ada", "One")})
    assert site.complaints() == ""


def test_comments_of_no_article_are_told(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    stray = "content/_data/comments/2025-12-22-talk.yaml"
    site.write({stray: _ONE % ("a", "Ada", "One")})
    said = site.complaints()
    assert "warning[comments/no-article]" in said
    assert 'rename it to "_data/comments/2025-12-22-talks.yaml"' in said
    site.write({"content/_data/comments/notes.txt": "x"})
    assert "error[data/unknown-format]" in site.complaints()


def test_they_are_no_data_of_the_site(make_site: MakeSite) -> None:
    theme = "{{ site.data('comments/2025-12-22-talks') is none }}"
    site = make_site(_FILES)
    site.write({_TALKS: _ONE % ("a", "Ada", "One")})
    site.write(
        {
            "site.yaml": "title: T\nbase_url: https://example.org/\ntheme: mine\n",
            "themes/mine/theme.yaml": "name: mine\nextends: default\n",
            "themes/mine/templates/page.html": theme,
            "content/about.md": "---\ntitle: A\n---\n",
        }
    )
    site.build()
    assert site.rendered("/about/").strip() == "True"


def test_structured_data_keeps_to_a_few(make_site: MakeSite) -> None:
    site = make_site(_FILES)
    site.write({_TALKS: "".join(_ONE % (f"c{n}", "Ada", "x") for n in range(30))})
    site.build()
    html = site.rendered(_PATH)
    assert '"commentCount":30' in html
    assert html.count('"@type":"Comment"') == 20


def test_what_loads_comments_is_small(project_root: Path) -> None:
    static = project_root / "themes/default/static"
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in static.glob("*.*s")}
    assert sizes["comments.js"] < 2_000
    assert sizes["site.js"] + sizes["comments.js"] < 6_000
