"""What looks odd and is fine builds well."""

from __future__ import annotations

import time

import pytest

from tests.conftest import MakeSite

_ARTICLE = "---\ntitle: Talks — “fine”\ntags: [Ukraine]\n---\nFirst line\nsecond line.\n\n- item\n"


@pytest.mark.parametrize(
    "data",
    [
        _ARTICLE.encode("utf-8-sig"),
        _ARTICLE.replace("\n", "\r\n").encode(),
        _ARTICLE.replace("\n", "\r\n").encode("utf-8-sig"),
        _ARTICLE.replace("\n", "\r").encode(),
        b"\n\n" + _ARTICLE.encode(),
        _ARTICLE.rstrip("\n").encode(),
    ],
    ids=["a byte order mark", "CRLF", "both", "CR", "blank lines before", "no last line end"],
)
def test_bytes_of_another_editor_make_the_same_page(light_site: MakeSite, data: bytes) -> None:
    path = "content/posts/2025-12-22-talks.md"
    plain, odd = light_site(name="plain"), light_site(name="odd")
    plain.write({path: _ARTICLE.encode()})
    odd.write({path: data})
    plain.build()
    odd.build()
    assert odd.outputs() == plain.outputs()


@pytest.mark.parametrize("name", ["site.yaml", "themes/own/theme.yaml", "content/_data/a.yaml"])
def test_other_files_may_have_a_byte_order_mark_and_crlf_too(
    make_site: MakeSite, name: str
) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\ntheme: own\n"
        "-- themes/own/theme.yaml --\nname: own\nextends: default\n"
        "-- content/_data/a.yaml --\na: 1\nb: 2\n"
    )
    text = (site.root / name).read_text()
    site.write({name: text.replace("\n", "\r\n").encode("utf-8-sig")})
    assert site.diagnostics() == ()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("🕊️ Peace? 🔥", "🕊️ Peace? 🔥"),
        ("שלום עולם", "שלום עולם"),
        ("السلام عليكم", "السلام عليكم"),
        ("'...'", "…"),
        ("'?!'", "?!"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("x" * 2000, "x" * 2000),
        ("{{ site.title }} {% note %}", "{{ site.title }} {% note %}"),
    ],
)
def test_title_may_be_anything_when_the_file_name_makes_a_slug(
    light_site: MakeSite, title: str, shown: str
) -> None:
    site = light_site(
        f"-- content/posts/2025-12-22-talks.md --\n---\ntitle: '{title.strip(chr(39))}'\n---\n"
    )
    site.build(search=True)
    html = site.rendered("/2025/12/talks/")
    assert shown in html.replace("&#34;", '"')
    assert "<script>alert" not in html
    site.rendered("/feed.xml")


@pytest.mark.parametrize("name", ["Ж", "北京", "हिन्दी", "שלום", "a b", "a%20b", "ünïcödé", "UPPER"])
def test_file_may_have_any_name_with_letters(light_site: MakeSite, name: str) -> None:
    site = light_site(
        f"-- content/posts/2025-12-22-{name}.md --\n---\ntitle: T\ntags: ['{name}']\n---\n"
        f"[self](<2025-12-22-{name.replace('%', '%25')}.md>)\n"
    )
    assert site.build().articles == 1


def test_five_megabytes_build_in_time(light_site: MakeSite) -> None:
    site = light_site("-- content/posts/2025-12-22-talks.md --\n---\ntitle: T\n---\n")
    sentences = 'A sentence of a "very long" piece that somebody pasted. ' * 20
    paragraph = f"{sentences}See [it](2025-12-22-talks.md).\n\n"
    path = site.root / "content/posts/2025-12-22-talks.md"
    path.write_text(path.read_text() + paragraph * (5_000_000 // len(paragraph)))
    began = time.process_time()
    site.build(search=True)
    assert time.process_time() - began < 20
    assert len(site.rendered("/2025/12/talks/")) > 5_000_000
    assert len(site.rendered("/")) < 100_000


def test_thousand_tags_build_in_time(make_site: MakeSite) -> None:
    tags = ", ".join(f"tag {number}" for number in range(1000))
    site = make_site(
        f"-- content/posts/2025-12-22-talks.md --\n---\ntitle: T\ntags: [{tags}]\n---\n"
        "-- site.yaml --\ntitle: Test\nbase_url: https://example.org/\n"
        "taxonomies: {tags: {feeds: false}}\n"
    )
    began = time.process_time()
    site.build()
    assert time.process_time() - began < 30
    assert "/tags/tag-999/" in site.rendered("/2025/12/talks/")
    assert "T" in site.rendered("/tags/tag-999/")


def test_article_may_be_empty_but_for_its_title(light_site: MakeSite) -> None:
    site = light_site("-- content/posts/2025-12-22-talks.md --\n---\ntitle: T\n---\n")
    site.build()
    assert "T" in site.rendered("/2025/12/talks/")


def test_many_articles_at_one_moment_keep_their_order(light_site: MakeSite) -> None:
    text = "".join(
        f"-- content/posts/2025-12-22-{name}.md --\n---\ntitle: {name}\n---\n" for name in "cab"
    )
    site = light_site(text)
    site.build()
    atom = site.rendered("/feed.xml")
    assert atom.index("/a/") < atom.index("/b/") < atom.index("/c/")
