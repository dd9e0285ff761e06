"""``ssg links check`` over a site whose links lead to hosts on loopback."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from ssg.build.ledger import load_ledger
from ssg.extract.ledger import LinkRecord
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.hosts import Answer, Host, pages, serve_hosts
from tests.support.sites import SiteUnderTest

_PAGE = Answer(200, "<title>Story</title>")


class _Blog:
    """A blog with links to a host, checked on days of one's choice."""

    def __init__(self, site: SiteUnderTest, host: Host, answers: dict[str, Answer]) -> None:
        self.site = site
        self.host = host
        self.answers = answers
        site.write(
            {
                "site.yaml": "title: Test\nbase_url: https://example.org/\n"
                "links:\n  pause: 0\n  timeout: 5\n"
                f"  archive_lookup: {host.url}/lookup\n  archive_save: {host.url}/save/\n",
                "content/posts/2025-12-22-talks.md": "---\ntitle: Talks\n---\n"
                f"See [a]({host.url}/a), [own](https://example.org/x)\nand [b]({host.url}/b#c).\n",
                "content/posts/2025-12-21-draft.md": "---\ntitle: Draft\ndraft: true\n---\n"
                f"See [d]({host.url}/d).\n",
            }
        )

    def check(self, *options: str, day: str = "2026-01-01") -> tuple[str, int]:
        """Check the links on a day."""
        return run_here("links", "check", "--allow-private", "--today", day, *options)

    def report(self, *options: str, day: str = "2026-01-01") -> dict[str, Any]:
        """Check the links on a day, and return the report in JSON."""
        found: dict[str, Any] = json.loads(
            self.check("--format", "json", "--quiet", *options, day=day)[0]
        )
        return found

    def ledger(self) -> dict[str, LinkRecord]:
        """Return what is known, by path."""
        known = load_ledger(self.site.root)
        return {url.removeprefix(self.host.url): one for url, one in known.items()}


@pytest.fixture
def blog(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Blog]:
    answers = {"/a": _PAGE, "/b": _PAGE, "/d": _PAGE}
    with serve_hosts(pages(answers)) as (host,):
        blog = _Blog(make_site(), host, answers)
        monkeypatch.chdir(blog.site.root)
        yield blog


def test_links_of_what_is_published_are_visited(blog: _Blog) -> None:
    text, code = blog.check()
    assert (text, code) == ("2 links, 2 checked on 2026-01-01: 2 ok\n", 0)
    assert blog.ledger().keys() == {"/a", "/b"}


def test_links_of_drafts_are_visited_if_wanted(blog: _Blog) -> None:
    assert blog.report("--drafts")["checked"] == 3
    blog.check(day="2026-01-02")
    assert blog.ledger().keys() == {"/a", "/b", "/d"}, "what is known of a draft is kept"


def test_only_what_is_due_is_visited(blog: _Blog) -> None:
    blog.answers["/b"] = Answer(404)
    assert blog.report()["checked"] == 2
    assert blog.report(day="2026-01-02")["checked"] == 0
    assert blog.report(day="2026-01-03")["checked"] == 1
    assert blog.report(day="2026-01-31")["checked"] == 2
    assert blog.report("--all", day="2026-02-01")["checked"] == 2


def test_a_link_that_is_gone_is_told_with_its_line(blog: _Blog) -> None:
    blog.answers["/b"] = Answer(404)
    text, code = blog.check()
    assert code == 0, "one failure is no death"
    row = next(line for line in text.splitlines() if "/b" in line)
    assert row.split("  ")[0] == "failing: gone 404"
    assert "content/posts/2025-12-22-talks.md:5  " in row
    assert row.endswith("since 2026-01-01; is checked again on 2026-01-03")


def test_a_death_is_told_once_by_the_exit_code(blog: _Blog) -> None:
    blog.answers["/b"] = Answer(410)
    days = ("2026-01-01", "2026-01-03", "2026-01-08", "2026-01-15")
    assert [blog.check(day=day)[1] for day in days] == [0, 0, 1, 0]
    text, _ = blog.check(day="2026-01-15")
    assert "dead: gone 410" in text
    assert "replace it, or run: ssg links check --archive" in text


def test_a_link_that_moved_is_told_with_its_new_address(blog: _Blog) -> None:
    blog.answers["/b"] = Answer(301, headers={"Location": "/a"})
    text, code = blog.check()
    assert code == 0
    assert f"write {blog.host.url}/a" in text


def test_what_cannot_be_told_is_counted_and_listed_if_wanted(blog: _Blog) -> None:
    blog.answers["/b"] = Answer(403)
    assert blog.check() == ("2 links, 2 checked on 2026-01-01: 1 untold, 1 ok\n", 0)
    assert "open it yourself" in blog.check("--verbose")[0]


def test_links_that_are_no_longer_there_leave_the_ledger(blog: _Blog) -> None:
    blog.check()
    blog.site.edit("content/posts/2025-12-22-talks.md", f"[b]({blog.host.url}/b#c)", "b")
    blog.check()
    assert blog.ledger().keys() == {"/a"}


def test_the_same_check_leaves_the_same_bytes(blog: _Blog) -> None:
    blog.check()
    file = blog.site.root / "content" / "_links.yaml"
    before = file.read_bytes()
    blog.check("--all")
    assert file.read_bytes() == before


def test_private_addresses_are_not_asked_unless_wanted(blog: _Blog) -> None:
    text, code = run_here("links", "check", "--today", "2026-01-01")
    assert code == 0
    assert "readers cannot follow it" in text
    assert blog.host.log == []


def test_a_machine_without_a_network_kills_nothing(blog: _Blog) -> None:
    with socket.socket() as one, socket.socket() as other:
        ports = []
        for number, free in enumerate((one, other), 100):
            free.bind((f"127.0.0.{number}", 0))
            ports.append(free.getsockname()[1])
        text = blog.site.root / "content/posts/2025-12-22-talks.md"
        links = (f"[x](http://127.0.0.{n}:{port}/)" for n, port in enumerate(ports, 100))
        text.write_text("---\ntitle: Talks\n---\n" + " ".join(links))
        said, code = blog.check()
    assert code == 1
    assert "error[links/offline]" in said
    assert blog.ledger() == {}


def _copy(url: str) -> Answer:
    closest = {"available": True, "status": "200", "url": url}
    return Answer(200, json.dumps({"archived_snapshots": {"closest": closest}}))


def _no_copy() -> Answer:
    return Answer(200, json.dumps({"archived_snapshots": {}}))


def _lookups(blog: _Blog) -> list[str]:
    return [one.path for one in blog.host.log if one.path.startswith("/lookup")]


def _serving_archive(blog: _Blog) -> None:
    """Let the host have a copy of /a and none of /b."""

    def behave(_method: str, path: str) -> Answer:
        if path.startswith("/lookup"):
            return _copy("http://web.example/web/1/a") if "%2Fa" in path else _no_copy()
        if path.startswith("/save/"):
            return Answer(200, headers={"Content-Location": "/web/2/b"})
        return blog.answers.get(path, Answer(404))

    blog.host.behave = behave


def test_copies_are_asked_for_and_kept(blog: _Blog) -> None:
    _serving_archive(blog)
    text, code = blog.check("--archive")
    assert code == 0
    assert "1 archived copies found, 0 made, 1 links without" in text
    assert blog.ledger()["/a"].archive == "http://web.example/web/1/a"
    assert blog.ledger()["/b"].archive == ""
    assert len(_lookups(blog)) == 2
    assert all("timestamp=20260101" in one for one in _lookups(blog))
    blog.check("--archive", day="2026-01-02")
    assert len(_lookups(blog)) == 2, "neither is asked for again so soon"


def test_copies_are_made_where_told(blog: _Blog) -> None:
    _serving_archive(blog)
    blog.check("--archive", "--save")
    assert blog.ledger()["/b"].archive == f"{blog.host.url}/web/2/b"
    assert [one.path for one in blog.host.log if "/save/" in one.path] == [
        f"/save/{blog.host.url}/b"
    ]


def test_an_archive_that_fails_is_not_asked_on(blog: _Blog) -> None:
    blog.site.write(
        {
            f"content/posts/2025-12-1{n}-more.md": f"---\ntitle: M{n}\nslug: m{n}\n---\n"
            f"[x]({blog.host.url}/x{n})\n"
            for n in range(9)
        }
    )
    text, _ = blog.check("--archive")
    assert "the archive was not asked on: status 404" in text
    assert len(_lookups(blog)) == 5


def test_save_without_archive_is_wrong_usage(blog: _Blog) -> None:
    text, code = blog.check("--save")
    assert code == 2
    assert "--save goes with --archive" in text


def test_a_broken_ledger_is_told_before_anything_is_asked(blog: _Blog) -> None:
    blog.site.write({"content/_links.yaml": "https://a.example/: {state: good}\n"})
    text, code = blog.check()
    assert code == 1
    assert "error[ledger/unknown-value]" in text
    assert blog.host.log == []


def test_links_of_a_host_that_wants_rest_are_put_off_and_stay_due(blog: _Blog) -> None:
    blog.answers["/a"] = Answer(429, headers={"Retry-After": "3600"})
    text, code = blog.check()
    assert code == 0
    assert "1 link put off: their hosts want rest" in text
    assert blog.ledger().keys() == {"/a"}
    assert blog.host.asked("/b") == []
    blog.answers["/a"] = _PAGE
    assert blog.report(day="2026-01-01")["checked"] == 1
    assert blog.ledger()["/b"].state == "ok"
