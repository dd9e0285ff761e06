"""Bodies become valid HTML, whatever stands on the line of a shortcode."""

from __future__ import annotations

import pytest

from tests.unit.relate.making import site_of
from tests.unit.render.making import context_of

_NOTE = "<aside>Mind.</aside>"
_IMAGE = '<img src="https://x.org/b.png" alt="B">'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Envoys {% note %}Mind.{% endnote %} met.", f"<p>Envoys </p>\n{_NOTE}\n<p> met.</p>\n"),
        ("{% note %}Mind.{% endnote %} They met.", f"{_NOTE}\n<p> They met.</p>\n"),
        ("Envoys met. {% note %}Mind.{% endnote %}", f"<p>Envoys met. </p>\n{_NOTE}\n"),
        (
            "A {% note %}Mind.{% endnote %}{% note %}Mind.{% endnote %}",
            f"<p>A </p>\n{_NOTE}\n{_NOTE}\n",
        ),
        ("- A {% note %}Mind.{% endnote %}", f"<ul>\n<li>A {_NOTE}</li>\n</ul>\n"),
        ("A {% figure src='https://x.org/b.png' alt='B' %} c.", f"<p>A {_IMAGE} c.</p>\n"),
    ],
)
def test_shortcode_ends_the_paragraph_in_which_it_stands(text: str, html: str) -> None:
    site = f"-- posts/2025-12-22-talks.md --\n---\ntitle: Talks\n---\n{text}\n"
    (article,) = site_of(site).articles
    document = article.document
    assert context_of(site).bodies.html(document.content.body, document.path) == html
