"""The real blogs build: every article, every link, and nothing wrong but what is listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from ssg.build.project import Options, open_project
from ssg.errors import SsgError
from tests.corpora.conftest import NOW, SEARCHED, Built
from tests.corpora.prepare import BLOGS, HERE, Blog, faults_of, prepare
from tests.support.sitecheck import dead_links

ARTICLES = {"18f": 509, "mlaw-sg": 1899, "digital-canada": 326}

RESOLVED = {"18f": 869, "mlaw-sg": 2703, "digital-canada": 22}
"""How many links and pictures within each blog lead somewhere; each target once an article."""

EXAMPLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "18f": {
        "/2017/09/20/managing-custom-software-development-in-government-when-youre-not-a-"
        "software-engineer/": (
            # Another post, by the path it always had.
            'href="/18f/2017/01/11/the-best-way-to-build-big-is-to-start-small/"',
        ),
        # The name of this file is no slug of ours; its old path holds all the same.
        "/2021/05/11/we_asked_our_coworkers_why_did_you_join_18f/": (
            '<img class="height-card-lg" src="/18f/assets/blog/peterson_ben.jpg"',
        ),
        # A shortcode between tags.
        "/2017/09/05/ficam-partners-with-federalist/": (
            '<figure class="icon-list-image"><img src="/18f/assets/blog/money_coins.svg" alt=""',
        ),
        # A shortcode on several lines.
        "/2018/07/19/taking-the-ato-process-from-6-months-to-30-days/": (
            '<a href="/18f/assets/blog/ato/ato-kanban.png"><img src',
            'src="/18f/assets/blog/ato/ato-completion-date-graph.png"',
        ),
    },
    "mlaw-sg": {
        "/announcements/2021/06/new-operator-of-moneylenders-credit-bureau/": (
            # A post and a section, by old paths without a slash at their ends.
            'href="/mlaw/press-releases/2018/06/designation-of-credit-bureau-under-the-revised-'
            'moneylenders-act/"',
            'href="/mlaw/sections/announcements/"',
        ),
        # A file whose name holds blanks.
        "/press-releases/2019/03/new-bill-to-enhance-ip-dispute-resolution-in-singapore/": (
            'href="/mlaw/files/news/press-releases/2019/03/Annex%20A%20-%20Public%20Consultation'
            "%20on%20Draft%20Intellectual%20Property%20Dispute%20Resolution%20Bill.pdf",
        ),
        # A list that goes on after what stands between its items.
        "/replies/2009/11/singapore-government-responds-to-the-white-paper-on-the-repression-of-"
        "political-freedoms-in/": ('<ol start="6">', '<ol start="7">'),
    },
    "digital-canada": {
        # One path with accents leads to another.
        "/2019/08/30/évaluer-les-besoins-en-formation-du-gouvernement-pour-lavenir-de-la-"
        "prestation-de-services-numériques/": (
            'href="/canada/2018/11/01/chers-coll%C3%A8gues-quelle-est-la-formation-num%C3%A9rique-'
            'dont-vous-avez-besoin/"',
        ),
        "/2018/02/15/a-conducting-user-research-with-nrcan/": (
            'href="/canada/2018/02/15/b-colocating-with-nrcan/"',
        ),
    },
}

# What another generator would have read, and what a browser would: not for a reader's eyes.
_RESIDUE = re.compile(
    r"""\{%|%\}|\{\{|\}\}|\{:|\{[.#]|\]\(|&(?-i:[a-z]{2,8});|
    </?(?:a|b|br|div|em|figure|i|img|li|ol|p|span|strike|strong|sup|table|u|ul)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CODE = re.compile(r"<!--.*?-->|<(pre|code|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def test_every_post_is_published(built: Built) -> None:
    posts = [place for place in built.blog.files(built.corpus) if place.endswith(".md")]

    assert built.report.articles == len(posts) == ARTICLES[built.blog.name]
    for article in built.project.site.articles:
        assert (built.output / article.path[1:] / "index.html").is_file()


def test_search_finds_every_post(built: Built) -> None:
    if built.blog.name != SEARCHED:
        assert built.report.search is None
        return

    assert built.report.search
    assert built.report.search.documents == ARTICLES[SEARCHED]
    assert (built.output / "pagefind" / "pagefind.js").is_file()


def _faults() -> list[tuple[str, str]]:
    return sorted(
        {(blog.name, fault.error) for blog in BLOGS.values() for fault in faults_of(blog)}
    )


@pytest.mark.parametrize(("name", "code"), _faults())
def test_what_is_broken_is_reported_where_it_is(
    name: str, code: str, shared_root: Path, tmp_path: Path
) -> None:
    blog = BLOGS[name]
    left = [fault for fault in faults_of(blog) if fault.error == code]
    mended = [fault for fault in faults_of(blog) if fault.error != code]
    files = {file for fault in left for file in (fault.file, *fault.beside)}
    prepare(blog, shared_root / "corpora" / name, tmp_path / "site", mended, files)

    with pytest.raises(SsgError) as failure:
        open_project(tmp_path / "site", Options(now=NOW, search=False))

    found = [
        (one.code, one.location.path, one.location.line)
        for one in failure.value.diagnostics
        if one.location
    ]
    assert sorted(found) == sorted((code, f"content/{one.file}", one.line) for one in left)


def test_links_that_lead_nowhere_are_those_that_are_listed(built: Built) -> None:
    found: Counter[str] = Counter()
    for warning in built.report.warnings:
        if warning.code == "images/no-alt":
            continue
        assert warning.code == "links/broken", warning
        assert warning.location
        assert warning.location.line
        assert warning.location.excerpt
        found[unquote(warning.message.split('"')[1])] += 1

    assert found == _listed(built.blog, "links.txt")


def test_pages_have_no_dead_links_but_those(built: Built) -> None:
    listed = {re.split("[?#]", target)[0] for target in _listed(built.blog, "links.txt")}
    # A path without a slash before it is seen from the page.
    relative = tuple(f"/{target}" for target in listed if target and not target.startswith("/"))

    dead = {line.partition(": ")[2] for line in dead_links(built.output, built.base_path)}
    dead = {path for path in dead if not (relative and path.endswith(relative))}

    assert dead == {re.sub("/{2,}", "/", target) for target in listed if target.startswith("/")}


def test_links_within_a_blog_lead_where_they_should(built: Built) -> None:
    assert len(built.project.context.bodies.links.paths) == RESOLVED[built.blog.name]
    for path, examples in EXAMPLES[built.blog.name].items():
        page = built.page(path)
        for example in examples:
            assert example in page


def test_no_sign_of_another_generator_is_left_but_those_that_are_listed(built: Built) -> None:
    found: Counter[str] = Counter()
    for article in built.project.site.articles:
        document = article.document
        body = re.sub("<[^>]*>", "", _CODE.sub(" ", document.content.body.markup()))
        for text in (document.title, document.details.standfirst_text, unescape(body)):
            found.update(f"{sign} {document.path}" for sign in _RESIDUE.findall(text))

    assert found == _listed(built.blog, "residue.txt")


def _listed(blog: Blog, file: str) -> Counter[str]:
    """Return what a file lists, each line a number and a thing; the comments are its reasons."""
    path = HERE / blog.name / file
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    pairs = (line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    return Counter({thing: int(number) for number, thing in pairs})
