"""``ssg explain`` says what a page is made of, and why an article is not there."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner

from ssg.cli import cli
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
Text.
-- content/posts/draft.md --
---
title: Draft
date: 2025-12-01
draft: true
---
Text.
-- content/posts/later.md --
---
title: Later
date: 2031-05-06 07:08
---
Text.
-- content/posts/over.md --
---
title: Over
date: 2025-12-01
expires: 2025-12-05
---
Text.
"""


def _explain(site: SiteUnderTest, about: str) -> Any:
    arguments = ["explain", about, "--site", str(site.root), "--format", "json", "--no-search"]
    done = CliRunner().invoke(cli, [*arguments, "--today", "2026-01-01"], catch_exceptions=False)
    return json.loads(done.stdout)


def test_page_says_what_it_read_and_why_it_was_made(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    assert _explain(site, "/2025/12/talks/")["made"] == ""
    site.build()
    found = _explain(site, "posts/2025-12-22-talks.md")
    assert found["path"] == "/2025/12/talks/"
    assert found["shows"] == "content/posts/2025-12-22-talks.md"
    assert found["because"] == "it was not there"
    assert {"article(/2025/12/talks/)", "related(/2025/12/talks/)"} <= set(found["reads"])


def test_change_is_named_before_and_after_the_build(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    site.edit("content/posts/2025-12-22-talks.md", "Text.", "Another text.")
    reason = "the answer to article(/2025/12/talks/) changed"
    assert _explain(site, "https://example.org/2025/12/talks/")["stale"] == reason
    site.build()
    found = _explain(site, "/2025/12/talks")
    assert (found["because"], found["stale"]) == (reason, "")


def test_article_that_is_not_published_says_why_and_until_when(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    assert _explain(site, "draft")["until"] == 'it is a draft; take "draft: true" out'
    later = _explain(site, "content/posts/later.md")
    assert (later["status"], later["until"]) == (
        *("scheduled", "it is scheduled for 2031-05-06 07:08 (UTC)"),
    )
    assert _explain(site, "posts/over.md")["until"].startswith("it expired at 2025-12-05 ")


def test_what_is_not_there_is_an_error_with_a_suggestion(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    arguments = ["explain", "/2025/12/talk/", "--site", str(site.root), "--no-search"]
    done = CliRunner().invoke(cli, arguments)
    assert done.exception is not None
    assert 'nothing stands at "/2025/12/talk/"' in str(done.exception)
    assert 'did you mean "/2025/12/talks/"?' in str(done.exception)
