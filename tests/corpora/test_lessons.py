"""What the real blogs taught, each in the smallest site that shows it."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest

from ssg.text.suggest import Nearby
from tests.conftest import MakeSite

POST = "-- content/posts/2026-01-01-talks.md --\n---\ntitle: Talks\n"
PATH = "/2026/01/talks/"


@pytest.mark.parametrize("nothing", ["", '""', "~", "''", "null"])
def test_optional_keys_may_be_left_empty_as_tools_that_export_leave_them(
    make_site: MakeSite, nothing: str
) -> None:
    keys = ("image", "tags", "date", "slug", "authors", "canonical", "draft", "section", "toc")
    site = make_site(POST + "".join(f"{key}: {nothing}\n" for key in keys) + "---\nText.\n")

    assert site.build().articles == 1


def test_a_required_key_may_not(make_site: MakeSite) -> None:
    site = make_site('-- content/posts/2026-01-01-talks.md --\n---\ntitle: ""\n---\nText.\n')

    assert "title: expected a text, found nothing" in site.complaints()


def test_the_empty_text_of_a_picture_stays_one(make_site: MakeSite) -> None:
    site = make_site(f'{POST}image: {{src: "https://example.org/a.png", alt: ""}}\n---\nText.\n')

    assert site.diagnostics() == ()


@pytest.mark.parametrize(
    ("markdown", "markup"),
    [
        ("[Annex](Annex A.pdf)", '<a href="Annex%20A.pdf">Annex</a>'),
        ("[Annex](/files/Annex A (final).pdf)", 'href="/files/Annex%20A%20(final).pdf"'),
        ('[Annex](/files/Annex A.pdf "Annex A")', '.pdf" title="Annex A">'),
        ("![Map](the map.PNG)", 'src="the%20map.PNG"'),
        ("[sic](as the minister said)", "[sic](as the minister said)"),
        ("[see](page 5.2)", "[see](page 5.2)"),
        ("[a](/x y) and (z)", '<a href="/x%20y">a</a> and (z)'),
    ],
)
def test_the_target_of_a_link_may_hold_blanks(
    make_site: MakeSite, markdown: str, markup: str
) -> None:
    site = make_site(f"{POST}---\n{markdown}\n")
    site.write({"site.yaml": "title: T\nbase_url: https://example.org/\nlinks: {broken: warn}\n"})

    site.build()

    assert markup in site.rendered(PATH)


def test_a_shortcode_works_between_tags(make_site: MakeSite) -> None:
    site = make_site(
        f"{POST}---\n"
        '<div class="row">\n'
        '  {% figure src="https://example.org/a.png" alt="A map" %}\n'
        '  {% note title="Mind" %}<a href="/about/">this</a>{% endnote %}\n'
        "</div>\n"
        "\n"
        "<pre>{% figure %}</pre>\n"
        "-- content/about.md --\n---\ntitle: About\n---\nWe.\n"
    )

    site.build()

    page = site.rendered(PATH)
    assert '<img src="https://example.org/a.png" alt="A map"' in page
    assert '<aside class="note" aria-label="Mind">' in page
    assert '<a href="/about/">this</a>' in page
    assert "<pre>{% figure %}</pre>" in page


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<div>\n{% figur src=x %}\n</div>", 'unknown shortcode "figur"'),
        ("<div>\n{% note %}\n</div>", 'the shortcode "note" has no end'),
        ('<div>\n{% figure src="x %}\n</div>', "a shortcode is not closed"),
    ],
)
def test_a_wrong_shortcode_between_tags_is_an_error_in_its_line(
    make_site: MakeSite, body: str, complaint: str
) -> None:
    (found,) = make_site(f"{POST}---\n{body}\n").diagnostics()

    assert complaint in found.message
    assert found.location
    assert (found.location.path, found.location.line) == ("content/posts/2026-01-01-talks.md", 5)


def test_quotation_marks_within_a_text_are_explained(make_site: MakeSite) -> None:
    site = make_site(f'{POST}---\n{{% figure src="x.png" alt="The "big" one" %}}\n')

    assert 'hint: write \\" for a quotation mark within a text' in site.complaints()


def test_a_link_to_an_old_path_leads_straight_to_the_new_one(make_site: MakeSite) -> None:
    site = make_site(
        f"{POST}aliases: /news/talks/\n---\n## Where\n\n"
        "-- content/posts/2026-01-02-more.md --\n---\ntitle: More\n---\n"
        "[Talks](/news/talks), [where](/news/talks/#where).\n"
    )

    site.build()

    page = site.rendered("/2026/01/more/")
    assert f'href="{PATH}"' in page
    assert f'href="{PATH}#where"' in page


def test_words_to_scroll_to_are_no_heading(make_site: MakeSite) -> None:
    site = make_site(f"{POST}---\n## Where\n\n[a](#:~:text=Where) [b](#where:~:text=Where)\n")

    assert site.diagnostics() == ()


def test_a_query_keeps_its_ampersands(make_site: MakeSite) -> None:
    site = make_site(f"{POST}---\n[a](/?a=1&copy=2)\n")

    site.build()

    assert 'href="/?a=1&amp;copy=2"' in site.rendered(PATH)


def test_a_broken_link_is_encoded_once(make_site: MakeSite) -> None:
    site = make_site(f"{POST}---\n[a](</files/a b.pdf>)\n")
    config = "title: T\nbase_url: https://example.org/blog/\nlinks: {broken: warn}\n"
    site.write({"site.yaml": config})

    site.build()

    assert 'href="/blog/files/a%20b.pdf"' in site.rendered(PATH)


def test_every_source_of_a_picture_is_a_link(make_site: MakeSite) -> None:
    site = make_site(
        f'{POST}---\n<img src="/a.png" srcset="/a.png 1x, /b.png 2x, https://x.org/c.png 3x">\n'
    )
    site.write({"content/static/a.png": b"a", "content/static/b.png": b"b"})
    site.write({"site.yaml": "title: T\nbase_url: https://example.org/blog/\n"})

    site.build()

    assert (
        '<img src="/blog/a.png" srcset="/blog/a.png 1x, /blog/b.png 2x, https://x.org/c.png 3x">'
    ) in site.rendered(PATH)


def test_an_alias_in_the_way_is_reported_in_its_line(make_site: MakeSite) -> None:
    site = make_site(
        f"{POST}aliases: [/old/]\n---\nText.\n-- content/old.md --\n---\ntitle: Old\n---\nText.\n"
    )

    (found,) = site.diagnostics()

    assert str(found.location) == "content/posts/2026-01-01-talks.md:3:11"
    assert found.hint == "take the alias out"


def test_a_site_of_another_host_needs_its_scheme(make_site: MakeSite) -> None:
    site = make_site(f"{POST}---\n[a](www.example.org/b)\n")

    assert 'hint: write "https://www.example.org/b" if it leaves the site' in site.complaints()


@pytest.mark.parametrize("name", ["talks.markdown", "talks.MD", "talks.mdx", "talks.html"])
def test_an_article_by_another_name_does_not_vanish(make_site: MakeSite, name: str) -> None:
    site = make_site(f"-- content/posts/2026-01-01-{name} --\n---\ntitle: Talks\n---\nText.\n")

    (found,) = site.diagnostics()

    assert found.code == "content/not-markdown"
    assert str(found.location) == f"content/posts/2026-01-01-{name}"
    assert 'rename it to "2026-01-01-talks.md"' in found.hint


def test_html_without_front_matter_is_a_file_like_others(make_site: MakeSite) -> None:
    site = make_site(f"{POST}---\n[Map](map.html)\n")
    site.write({"content/posts/map.html": "<!doctype html><title>Map</title>"})

    site.build()

    assert 'href="/posts/map.html"' in site.rendered(PATH)


def test_names_that_are_taken_apart_into_letters_and_marks_are_found(make_site: MakeSite) -> None:
    name = "Modèle"
    site = make_site(f"{POST}---\n[a]({normalize('NFC', name)}.pdf)\n")
    site.write({f"content/posts/{normalize('NFD', name)}.pdf": b"%PDF"})

    site.build()

    assert 'href="/posts/Mod%C3%A8le.pdf"' in site.rendered(PATH)


def test_a_guess_among_thousands_of_paths_is_quick() -> None:
    paths = [f"/press-releases/2019/{number:05}/the-minister-speaks/" for number in range(20_000)]
    nearby = Nearby([*paths, "/speeches/2020/01/opening-of-the-harbour/"])

    begin = time.process_time()
    guesses = {nearby.nearest("/speeches/2020/1/opening-of-teh-harbour/") for _ in range(20)}

    assert guesses == {"/speeches/2020/01/opening-of-the-harbour/"}
    assert time.process_time() - begin < 2
