"""Whatever a stranger writes, nothing in its HTML is alive."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssg.text.comment_html import comment_html

_TAGS = {"p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre"}
_PIECES = [
    *("<", ">", '"', "'", "[", "]", "(", ")", "!", "\n", "    ", "> ", "- ", "`", "&", "#", "x"),
    *("javascript:", "data:", "https://e.org", "onclick=", "script", "style", "{", "|", "&#106;"),
    *("\\", "<a href=", "<!--", "-->", "<![CDATA[", "mailto:a@b.c", "1. ", "*"),
]
_LINK = '<a href="https://example.org/" rel="nofollow ugc noopener">'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _assert_harmless(html: str) -> None:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for tag, attributes in reader.found:
        assert tag in _TAGS
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else {"start"})
        if tag == "a":
            assert (attributes["href"] or "").startswith(("http://", "https://"))
            assert attributes["rel"] == "nofollow ugc noopener"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("[x](https://example.org/)", f"<p>{_LINK}x</a></p>"),
        ("https://example.org/", f"<p>{_LINK}https://example.org/</a></p>"),
        ("> a\n\n- b", "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>"),
        ("```js\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        (r"\*no\* & &lt;", "<p>*no* &amp; &lt;</p>"),
        ("# no heading", "<p># no heading</p>"),
        ("![a](https://example.org/)", f"<p>!{_LINK}a</a></p>"),
        ("me@example.org", "<p>me@example.org</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("<img src=x onerror=y>", "<p>&lt;img src=x onerror=y&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,y)", "<p>[x](data:text/html,y)</p>"),
        ("[x](//evil.example/)", "<p>[x](//evil.example/)</p>"),
        ("[x](https://me:pw@evil.example/)", "<p>[x](https://me:pw@evil.example/)</p>"),
        ("a\u202eb\u2066c", "<p>abc</p>"),
        ("", ""),
    ],
)
def test_markdown_of_a_stranger(text: str, html: str) -> None:
    assert comment_html(text) == html
    _assert_harmless(html)


@given(
    st.lists(
        st.sampled_from(_PIECES),
        max_size=40,
    ).map("".join)
)
def test_no_mixture_comes_alive(text: str) -> None:
    _assert_harmless(comment_html(text))


@pytest.mark.parametrize(
    "text", ["[" * 40_000, "> " * 20_000, "- " * 20_000, "*a " * 15_000, "`" * 40_000 + "x"]
)
def test_nothing_takes_long(text: str) -> None:
    began = time.process_time()
    assert len(comment_html(text)) < 1_000_000
    assert time.process_time() - began < 5
