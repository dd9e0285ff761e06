"""An article can be passed on without anybody else being asked."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

from tests.conftest import MakeSite

_PIECE = """-- content/posts/2026-01-02-talks.md --
---
title: "Was it 100% “yes” & no?"
---
Text.
"""


def test_mail_has_the_title_and_the_address(make_site: MakeSite) -> None:
    site = make_site(_PIECE)
    site.build()
    page = site.rendered("/2026/01/talks/")
    found = re.search(r'href="(mailto:[^"]*)"', page)
    assert found
    link = html.unescape(found[1])
    assert " " not in link
    assert "+" not in link
    asked = parse_qs(urlsplit(link).query)
    title = "Was it 100% “yes” & no?"
    address = "https://example.org/2026/01/talks/"
    assert asked == {"subject": [title], "body": [f"{title}\r\n\r\n{address}"]}
    assert f'data-url="{address}"' in page


def test_what_needs_a_script_is_hidden_without_it(make_site: MakeSite) -> None:
    site = make_site(_PIECE)
    site.build()
    share = site.rendered("/2026/01/talks/").partition('class="share"')[2].partition("</div>")[0]
    assert share.count("<li hidden><button") == 2
    assert share.count("<button") == 2
    assert 'role="status"' in share


def test_theme_may_leave_it_out(make_site: MakeSite) -> None:
    site = make_site(
        _PIECE
        + """-- site.yaml --
title: Test
base_url: https://example.org/
theme: mine
-- themes/mine/theme.yaml --
name: mine
extends: default
-- themes/mine/templates/article.html --
{% extends "default/article.html" %}
{% block share_links %}{% endblock %}
"""
    )
    site.build()
    assert "share.js" not in site.rendered("/2026/01/talks/")
