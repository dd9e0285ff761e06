"""Views are asked of a GoatCounter or taken from a table, and stand in a file whole or not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from ssg.model.views import snapshot_decoder
from ssg.schema.report import Report
from ssg.schema.tree import Source, compose_keys
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.goatcounter import GoatCounter, counting
from tests.support.sites import SiteUnderTest

_SNAPSHOT = "content/_data/views.yaml"


@pytest.fixture
def counter() -> Iterator[GoatCounter]:
    with counting() as one:
        yield one


@pytest.fixture
def site(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, counter: GoatCounter
) -> SiteUnderTest:
    site = make_site(f"""-- site.yaml --
title: Test
base_url: https://example.org/
views: {{goatcounter: "{counter.url}/"}}
""")
    monkeypatch.chdir(site.root)
    monkeypatch.setenv("GOATCOUNTER_TOKEN", "secret")
    return site


def _pull(*options: str) -> tuple[str, int]:
    return run_here("views", "pull", "--allow-private", *options)


def _snapshot(site: SiteUnderTest) -> str:
    return (site.root / _SNAPSHOT).read_text("utf-8")


def test_pull_writes_what_was_counted(site: SiteUnderTest, counter: GoatCounter) -> None:
    counter.counts = {"/2026/01/talks": 7, "/about": 12, 'wow: "click"': 99, "/a b#c": 1}
    counter.events = {'wow: "click"'}
    until = datetime.now(UTC).date()
    assert _pull("--days", "7") == (f"wrote {_SNAPSHOT}: 3 paths, 20 views\n", 0)
    assert _snapshot(site) == (
        "# How often pages were read, the most read first. Written by: ssg views pull\n"
        f"since: {until - timedelta(days=6)}\n"
        f"until: {until}\n"
        "paths:\n"
        "  /about: 12\n"
        "  /2026/01/talks: 7\n"
        '  "/a b#c": 1\n'
    )
    asked = parse_qs(urlsplit(counter.asked[0]).query)
    assert asked == {
        "start": [str(until - timedelta(days=6))],
        "end": [str(until)],
        "limit": ["100"],
    }
    assert counter.headers[0]["authorization"] == "Bearer secret"
    assert counter.headers[0]["content-type"] == "application/json"


def test_pull_asks_for_more_until_there_is_none(site: SiteUnderTest, counter: GoatCounter) -> None:
    counter.counts = {f"/p{number}": number for number in range(1, 8)}
    counter.most = 3
    text, code = _pull("--format", "json")
    assert (code, json.loads(text)["paths"]) == (0, 7)
    left_out = [parse_qs(urlsplit(one).query).get("exclude_paths") for one in counter.asked]
    assert left_out == [None, ["7,6,5"], ["7,6,5,4,3,2"]]
    assert _snapshot(site).splitlines()[-7:] == [f"  /p{n}: {n}" for n in range(7, 0, -1)]


def test_what_a_stranger_counted_is_left_out(site: SiteUnderTest, counter: GoatCounter) -> None:
    counter.counts = {"/a": 1, "/" + "x" * 2000: 2, "/b\u0000": 3, "/c\ud800": 4, "/d\n# e": 5}
    assert _pull()[1] == 0
    assert _snapshot(site).endswith("paths:\n  /a: 1\n")


def test_pull_of_a_counter_that_repeats_itself_ends(
    site: SiteUnderTest, counter: GoatCounter
) -> None:
    hit = {"path_id": 1, "path": "/a", "count": 2, "event": False}
    counter.instead = (200, json.dumps({"hits": [hit], "more": True}).encode(), {})
    assert _pull()[1] == 0
    assert len(counter.asked) == 2
    assert "  /a: 2\n" in _snapshot(site)


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ((200, b"<html>", {}), "error[views/not-understood]"),
        ((200, b"[]", {}), "error[views/not-understood]"),
        ((200, b"[" * 100_000, {}), "error[views/not-understood]"),
        ((200, b"\xff", {}), "error[views/not-understood]"),
        ((200, b'{"hits": [3]}', {}), "error[views/not-understood]"),
        ((200, b'{"hits": [{"path": "/a"}]}', {}), "error[views/not-understood]"),
        (
            (200, b'{"hits": [{"path": "/a", "path_id": 1, "count": -1}]}', {}),
            "error[views/not-understood]",
        ),
        ((403, b"{}", {}), "error[views/no-token]"),
        ((429, b"{}", {}), "error[views/unreachable]"),
        ((302, b"", {"Location": "https://evil.example/"}), "error[views/unreachable]"),
    ],
)
def test_pull_that_comes_to_nothing_leaves_all_as_it_was(
    instead: tuple[int, bytes, dict[str, str]],
    said: str,
    site: SiteUnderTest,
    counter: GoatCounter,
) -> None:
    site.write({_SNAPSHOT: "paths: {/a: 1}\n"})
    counter.instead = instead
    text, code = _pull()
    assert code == 1
    assert text.startswith(said)
    assert "secret" not in text
    assert len(counter.asked) == 1
    assert _snapshot(site) == "paths: {/a: 1}\n"


def test_pull_that_breaks_off_halfway_leaves_all_as_it_was(
    site: SiteUnderTest, counter: GoatCounter
) -> None:
    site.write({_SNAPSHOT: "paths: {/a: 1}\n"})
    counter.counts = {"/b": 2, "/c": 3}
    counter.most = 1
    counter.answers = 1
    text, code = _pull()
    assert (code, len(counter.asked)) == (1, 2)
    assert "answers 500" in text
    assert _snapshot(site) == "paths: {/a: 1}\n"


@pytest.mark.usefixtures("site")
def test_pull_with_another_token_is_refused(
    monkeypatch: pytest.MonkeyPatch, counter: GoatCounter
) -> None:
    monkeypatch.setenv("GOATCOUNTER_TOKEN", "wrong")
    text, code = _pull()
    assert code == 1
    assert text.startswith(f"error[views/no-token]: {counter.url} does not take the token (401)")


@pytest.mark.usefixtures("site")
def test_pull_without_a_token_asks_nobody(
    monkeypatch: pytest.MonkeyPatch, counter: GoatCounter
) -> None:
    monkeypatch.delenv("GOATCOUNTER_TOKEN")
    text, code = _pull()
    assert code == 1
    assert text.startswith("error[views/no-token]: no token in the environment variable")
    assert counter.asked == []


@pytest.mark.usefixtures("site")
def test_pull_from_within_a_network_must_be_allowed(counter: GoatCounter) -> None:
    text, code = run_here("views", "pull")
    assert code == 1
    assert "error[views/unreachable]" in text
    assert "--allow-private" in text
    assert counter.asked == []


def test_pull_without_a_counter_says_where_to_name_one(site: SiteUnderTest) -> None:
    site.write({"site.yaml": "title: T\nbase_url: https://example.org/\n"})
    text, code = _pull()
    assert code == 1
    assert text.startswith("error[views/no-counter]")
    assert "site.yaml" in text


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("/a/,3\n/b/,5\n", {"/a/": 3, "/b/": 5}),
        ("path,count\n/a/,3\n", {"/a/": 3}),
        ("\ufeffTitle,Page,Views\nA,/a/,3\nA,/a/,4\n", {"/a/": 7}),
        ('"/a, b/",3\n\n', {"/a, b/": 3}),
        ("", {}),
    ],
)
def test_table_becomes_the_snapshot(
    table: str, expected: dict[str, int], site: SiteUnderTest
) -> None:
    site.write({"views.csv": table})
    text, code = run_here("views", "import", "views.csv", "--format", "json")
    assert code == 0, text
    assert json.loads(text)["views"] == sum(expected.values())
    source = Source(_SNAPSHOT, _snapshot(site))
    node = compose_keys(_snapshot(site), source, "data/invalid-yaml")
    assert snapshot_decoder(node, Report(source, "data")).paths == expected


def test_table_that_is_none_is_told_line_by_line(site: SiteUnderTest) -> None:
    site.write({"views.csv": f"path,count\n/a/,many\n,3\n/b/,-1\n/c/,5\n/d/,{'9' * 5000}\n"})
    text, code = run_here("views", "import", "views.csv")
    assert code == 1
    assert text.count("error[views/wrong-table]") == 4
    assert "views.csv:2" in text
    assert '"many" is not a count' in text
    assert "a line without a path" in text
    assert not (site.root / _SNAPSHOT).exists()


def test_disk_that_refuses_is_told(site: SiteUnderTest) -> None:
    site.write({"views.csv": "/a/,3\n", "content/_data": "a file where a folder is needed"})
    text, code = run_here("views", "import", "views.csv")
    assert code == 1
    assert "error[views/cannot-write]" in text
