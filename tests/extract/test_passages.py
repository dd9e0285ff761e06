"""What belongs to an article is kept, and what stands elsewhere on its page is left out.

In these pages, passages of the article say that they belong, and others that they stand elsewhere.
"""

from __future__ import annotations

import json

import pytest

from ssg.extract.clipping import ClippedImage, Metadata
from tests.extract.rendering import URL, clipped

_P = (
    "<p>This paragraph belongs to the article, as does the sentence after it. The council counted "
    "the votes for nine hours, and counted them once more on the day that followed.</p>"
)
_CARD = (
    "<article><h3><a href='/x'>A headline that stands elsewhere</a></h3><p>The words under it, "
    "which stand elsewhere too, whatever the extractor may think of them.</p></article>"
)
_TEASER = "<p>Elsewhere, another piece has as many words as this one needs to look like prose.</p>"


def _many(number: int, wrap: str = "{}", first: int = 0) -> str:
    return "".join(
        wrap.format(_P.replace("nine hours", f"{n} hours of the long day"))
        for n in range(first, first + number)
    )


_PAGES = {
    "a wall of names on every paragraph": "<article><div class='body'>"
    + _many(6).replace("<p>", "<p class='paywall'>")
    + "</div></article><div class='paywall-modal'><p>Elsewhere, pay.</p></div>",
    "widgets around all": "<div class='elementor'><div class='elementor-widget'><div>"
    + _many(4)
    + "</div></div><div class='elementor-widget author-box'><p>Elsewhere, she wrote a book about "
    "the bridges of the north.</p></div></div>",
    "cards after it": f"<main><div>{_many(5)}</div><section>{_CARD * 4}</section></main>",
    "a box within it": f"<article>{_many(2)}<section class='b'><h3>Más información</h3><ul><li>"
    f"<a href='/x'>Elsewhere</a></li></ul></section><h3>This belongs</h3>"
    f"{_many(2, first=5)}</article>",
    "a list of links within it": f"<article>{_many(2)}<ul><li><a href='/a'>Elsewhere, one more "
    f"story</a></li><li><a href='/b'>Elsewhere, the next story</a></li></ul>"
    f"{_many(3, first=5)}</article>",
    "hidden for those who don't pay": f"<article>{_P}<div style='display:none'>"
    f"{_many(14)}</div><div hidden><p>Elsewhere.</p></div></article>",
    "a second piece": f"<div><article id='1'><h1>One</h1><div class='t'>{_many(3)}</div></article>"
    f"<article id='2'><h1>Two</h1><div class='t'>{_TEASER * 2}</div></article></div>",
    "chunks": _many(6, "<div class='chunk'><div class='text'>{}</div></div>")
    + "<div class='chunk'><div class='links'><h2>Read more</h2><p><a href='/x'>Elsewhere</a></p>"
    "</div></div>",
    "asides": f"<article>{_many(3)}<aside><p>Elsewhere, a box.</p></aside>"
    f"{_many(2, first=5)}</article>",
    "calls": f"<article>{_many(3)}<p>Sign up for our newsletter, elsewhere.</p><p>© 2026 "
    f"Elsewhere</p>{_many(2, first=5)}<p>Jane Doe is a reporter at Elsewhere.</p></article>",
    "a live blog": "<main><ul class='key-events'><li><a href='#1'>Elsewhere</a></li></ul>"
    + _many(9, "<article class='entry'><time>10:00</time><h2>It belongs</h2>{}</article>")
    + "</main>",
}


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES)
def test_the_article_alone_is_kept(page: str) -> None:
    text = clipped(
        f"<html><body><nav><a href='/'>Elsewhere</a></nav><h1>A count</h1>{page}"
        "<footer>Elsewhere</footer></body></html>",
        Metadata(url=URL, title="A count", authors=("Jane Doe",)),
    ).lower()
    assert "elsewhere" not in text
    assert text.count("belong") == page.count("belong")


def test_a_stated_body_says_where_the_article_ends() -> None:
    body = " ".join(f"Sentence {n} of the text that belongs to the article." for n in range(30))
    paragraphs = "".join(f"<p>{body[at : at + 250]}</p>" for at in range(0, len(body), 250))
    stated = json.dumps({"@type": "NewsArticle", "articleBody": body})
    text = clipped(
        f"<html><head><script type='application/ld+json'>{stated}</script></head><body><article>"
        f"{paragraphs}{_TEASER}</article></body></html>"
    )
    assert text.count("belongs") >= 28
    assert "Elsewhere" not in text


def test_a_body_that_only_engines_see_is_read() -> None:
    body = "\n\n".join(f"Sentence {n} belongs to it & <more>. {'Words. ' * 20}" for n in range(9))
    stated = json.dumps({"@type": "NewsArticle", "articleBody": body.replace("<more>", "more")})
    text = clipped(
        f"<html><head><script type='application/ld+json'>{stated}</script></head>"
        "<body><div id='app'>Loading…</div></body></html>"
    )
    assert text.count("belongs") == 9


def test_title_standfirst_and_lead_image_stand_in_the_metadata_alone() -> None:
    metadata = Metadata(
        url=URL,
        title="A count",
        standfirst="It took long.",
        image=ClippedImage("https://herald.example/img/lead.jpg?w=9"),
    )
    text = clipped(
        "<html><body><article><h1>A count</h1><p class='standfirst'>It took long.</p>"
        f"<figure><img src='/img/lead.jpg?w=800'></figure>{_many(3)}"
        f"<figure><img src='/img/other.jpg'></figure>{_many(1, first=5)}</article></body></html>",
        metadata,
    )
    assert text.startswith("This paragraph belongs")
    assert "lead.jpg" not in text
    assert "other.jpg" in text


def test_a_standfirst_that_is_the_first_paragraph_stays() -> None:
    first = "The council counted the votes for nine hours on Tuesday, and then once more."
    text = clipped(
        f"<html><body><article><div class='text'><p>{first}</p>{_many(3)}</div></article></body>",
        Metadata(url=URL, title="A count", standfirst=first),
    )
    assert text.startswith(first)


def test_the_same_page_gives_the_same_text() -> None:
    page = f"<html><body><article>{_many(5)}</article>{_CARD * 3}</body></html>"
    assert len({clipped(page) for _ in range(3)}) == 1
