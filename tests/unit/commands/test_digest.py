"""``ssg digest``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SITE = """
-- site.yaml --
title: The <Draft>
base_url: https://example.org/blog/
description: Politics & procedure.
-- content/posts/2025-12-15-before.md --
---
title: Before
---
Text.
-- content/posts/2025-12-16-talks.md --
---
title: Talks & “talk”
date: 2025-12-16 09:00
standfirst: Both sides met again in a hotel by the sea, and each of them told its own \
press what the [other](2025-12-22-oil/index.md) had said.
section: World
thread: talks
kind: curated
source:
  name: Slate
  url: https://slate.com/a?b=1&c=2
  author: A. Columnist
---
Text.
-- content/posts/2025-12-22-oil/index.md --
---
title: Who pays for the oil
date: 2025-12-22 09:00
section: World
authors: [B. Editor, C. Editor]
image:
  src: oil.jpg
  alt: A tanker "at" anchor.
  credit: The harbour
---
Nobody knows.
-- content/posts/2025-12-22-oil/oil.jpg --
x
-- content/posts/2025-12-20-note.md --
---
title: A note
---
Text of the note.
"""

_TEXT = """\
The <Draft>
===========

22 December 2025, 3 articles

World
-----

Who pays for the oil
By B. Editor, C. Editor · 22 December 2025
Nobody knows.
https://example.org/blog/2025/12/oil/

Talks & “talk”
Slate · A. Columnist · 16 December 2025
Both sides met again in a hotel by the sea, and each of them told its
own press what the other had said.
https://example.org/blog/2025/12/talks/
The original: https://slate.com/a?b=1&c=2

More
----

A note
20 December 2025
Text of the note.
https://example.org/blog/2025/12/note/

--
Everything is at https://example.org/blog/
Politics & procedure.
"""


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site(_SITE)
    monkeypatch.chdir(site.root)
    return site


def _digest(*given: str) -> tuple[str, int]:
    return run_here("digest", "--today", "2025-12-22", *given)


def _html() -> str:
    return Path("digests/digest-2025-12-22.html").read_text("utf-8")


@pytest.mark.usefixtures("site")
def test_the_plain_text_says_what_was_published() -> None:
    text, code = _digest()
    assert code == 0
    assert text.startswith("3 pieces: The <Draft>: Who pays for the oil\nwrote ")
    assert Path("digests/digest-2025-12-22.txt").read_text("utf-8") == _TEXT
    assert all(len(line) <= 72 for line in _TEXT.splitlines())


@pytest.mark.usefixtures("site")
def test_the_html_is_made_for_mail_programs() -> None:
    _digest()
    html = _html()
    assert "<title>The &lt;Draft&gt;: Who pays for the oil</title>" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "prefers-color-scheme: dark" in html
    assert 'bgcolor="#fbfaf6"' in html
    assert "max-width:600px" in html
    assert not re.search(r"<script|<link|@import|url\(|display:\s*(?:flex|grid)", html)
    assert html.index(">Talks &amp; “talk” · A note") < html.index("<h1")


@pytest.mark.usefixtures("site")
def test_every_address_is_in_full() -> None:
    _digest()
    found = set(re.findall(r'(?:href|src)="([^"]*)"', _html()))
    assert found == {
        "https://example.org/blog/",
        "https://example.org/blog/sections/world/",
        "https://example.org/blog/2025/12/oil/",
        "https://example.org/blog/2025/12/oil/oil.jpg",
        "https://example.org/blog/2025/12/talks/",
        "https://example.org/blog/2025/12/note/",
        "https://slate.com/a?b=1&amp;c=2",
    }


@pytest.mark.usefixtures("site")
def test_a_picture_has_its_words_and_its_credit() -> None:
    _digest()
    assert 'alt="A tanker &#34;at&#34; anchor."' in _html()
    assert "Picture: The harbour</p>" in _html()


def test_a_drawing_is_left_out_since_mail_programs_show_none(site: SiteUnderTest) -> None:
    site.edit("content/posts/2025-12-22-oil/index.md", "oil.jpg", "oil.svg")
    site.write({"content/posts/2025-12-22-oil/oil.svg": "<svg/>"})
    assert _digest()[1] == 0
    assert "<img" not in _html()


@pytest.mark.usefixtures("site")
def test_an_outlet_is_named_and_linked() -> None:
    _digest()
    assert re.search(
        r'<a class="ink" href="https://slate\.com/a\?b=1&amp;c=2" [^>]*>Slate</a> · A\. Columnist',
        _html(),
    )


@pytest.mark.usefixtures("site")
def test_pieces_can_be_grouped_by_thread() -> None:
    text, _ = _digest("--group", "thread", "--format", "json")
    assert json.loads(text)["groups"] == [
        {"name": "Talks", "pieces": 1},
        {"name": "", "pieces": 2},
    ]


def test_the_report_in_json_names_the_files(site: SiteUnderTest) -> None:
    text, code = _digest("--output", "mail", "--format", "json")
    assert code == 0
    html = site.root / "mail" / "digest-2025-12-22.html"
    assert json.loads(text) == {
        "subject": "The <Draft>: Who pays for the oil",
        "preheader": "Talks & “talk” · A note",
        "since": "2025-12-15T23:59:59+00:00",
        "until": "2025-12-22T23:59:59+00:00",
        "pieces": 3,
        "groups": [{"name": "World", "pieces": 2}, {"name": "", "pieces": 1}],
        "files": {"html": "mail/digest-2025-12-22.html", "text": "mail/digest-2025-12-22.txt"},
        "html_bytes": html.stat().st_size,
    }


@pytest.mark.usefixtures("site")
def test_until_ends_the_span_and_names_the_files() -> None:
    text, code = _digest("--until", "2025-12-16", "--since", "1d", "--format", "json")
    assert code == 0
    said = json.loads(text)
    assert said["until"] == "2025-12-16T23:59:59+00:00"
    assert said["pieces"] == 1
    assert said["preheader"].startswith("Both sides met again")
    assert Path("digests/digest-2025-12-16.txt").is_file()


@pytest.mark.usefixtures("site")
def test_equal_calls_write_equal_bytes() -> None:
    _digest()
    before = _html()
    _digest()
    assert _html() == before


def test_an_empty_span_is_an_error_and_writes_nothing(site: SiteUnderTest) -> None:
    text, code = run_here("digest", "--today", "2026-12-22")
    assert code == 1
    assert text == (
        "error[digest/empty]: nothing was published from 2026-12-15 23:59 to 2026-12-22 23:59\n"
        "  hint: name an earlier --since\n\n1 error\n"
    )
    assert not (site.root / "digests").exists()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--since", "week"), '--since: "week": write 7d'),
        (("--until", "soon"), '--until: "soon" is not a date such as 2025-12-22'),
        (("--since", "2025-12-20", "--until", "2025-12-19"), "no time lies between"),
        (("--group", "tag"), "'tag' is not one of 'section', 'thread'"),
    ],
)
def test_wrong_usage_is_told(given: tuple[str, ...], said: str) -> None:
    text, code = _digest(*given)
    assert code == 2
    assert said in text


def test_sixty_pieces_fit_and_more_than_mail_programs_show_is_told(make_site: MakeSite) -> None:
    long = "A majority wanted more time, and the minority less of it. " * 4
    pieces = "".join(
        f"-- content/posts/2025-12-22-a-committee-sends-a-bill-back-to-the-floor-{number}.md --\n"
        f"---\ntitle: A committee sends bill {number} back to the floor after a night of votes\n"
        f"standfirst: {long}\nsection: World\nauthors: A. Editor\nkind: curated\n"
        f"source:\n  name: The Outlet\n  author: A. Writer\n"
        f"  url: https://example.com/politics/2025/12/22/a-committee-sends-a-bill-back-{number}\n"
        "---\nText.\n"
        for number in range(100)
    )
    site = make_site(pieces)
    text, code = run_here("digest", "--site", str(site.root), "--today", "2025-12-22")
    assert code == 0
    assert "warning[digest/large]: digest-2025-12-22.html has " in text
    for number in range(60, 100):
        site.remove(
            f"content/posts/2025-12-22-a-committee-sends-a-bill-back-to-the-floor-{number}.md"
        )
    text, code = run_here(
        "digest", "--site", str(site.root), "--today", "2025-12-22", "--format", "json"
    )
    assert json.loads(text)["pieces"] == 60
    assert json.loads(text)["html_bytes"] < 100_000


def test_a_theme_may_have_templates_and_words_of_its_own(site: SiteUnderTest) -> None:
    site.write(
        {
            "themes/mine/theme.yaml": "name: mine\nextends: default\n",
            "themes/mine/translations/en.yaml": 'digest.subject: "{headline}"\n',
            "themes/mine/templates/digest.txt": (
                '{% extends "default/digest.txt" %}\n'
                "{% block footer %}Leave: <{{ digest.count }}>{% endblock %}\n"
            ),
        }
    )
    site.edit("site.yaml", "description:", "theme: mine\ndescription:")
    text, code = _digest("--format", "json")
    assert code == 0
    assert json.loads(text)["subject"] == "Who pays for the oil"
    written = Path("digests/digest-2025-12-22.txt").read_text("utf-8")
    assert written.endswith("\n\nLeave: <3>\n")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("templates/digest.html", "{{ digest.subjct }}", "error[template/undefined]"),
        ("templates/digest.txt", "{% if %}", "error[template/syntax]"),
        ("translations/en.yaml", 'digest.subject: "{titel}"', "error[template/wrong]"),
    ],
)
def test_what_is_wrong_in_a_theme_is_told(
    file: str, text: str, said: str, site: SiteUnderTest
) -> None:
    site.write(
        {
            "themes/mine/theme.yaml": "name: mine\nextends: default\n",
            f"themes/mine/{file}": text + "\n",
        }
    )
    site.edit("site.yaml", "description:", "theme: mine\ndescription:")
    shown, code = _digest()
    assert code == 1
    assert said in shown
    assert not (site.root / "digests").exists()


def test_a_build_is_not_touched_by_it(site: SiteUnderTest) -> None:
    site.build()
    before = site.outputs()
    _digest()
    report = site.build()
    assert report.counts.written == 0
    assert site.outputs() == before
    assert not any("digest" in name for name in before)
