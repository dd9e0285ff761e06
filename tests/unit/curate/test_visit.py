"""One link visited, at hosts of every kind."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from itertools import pairwise

import pytest

from ssg.curate.asking import Asker
from ssg.curate.fetch import Fetcher, Limits
from ssg.curate.turns import RestingError, Turns
from ssg.curate.visit import Visitor
from ssg.extract.verdicts import Verdict
from tests.support.hosts import Answer, Behaviour, Host, pages, serve_hosts

_STORY = Answer(200, "<title>Talks fail</title><p>They failed.</p>")


def _resolve(host: str, _port: int) -> list[str]:
    if host == "nowhere.example":
        raise socket.gaierror
    return [host]


def _visit(url: str, seconds: float = 20.0, patience: float = 5.0, private: bool = True) -> Verdict:
    turns = Turns(0.0, time.monotonic, time.sleep, patience)
    with Fetcher("test", time.monotonic, Limits(10_000, seconds), private, _resolve) as fetcher:
        return Visitor(Asker(fetcher, turns, "ssg"), "surely-nothing").visit(url)


def _at(answers: Mapping[str, Answer], path: str = "/2025/talks") -> tuple[Verdict, Host]:
    return _behaving(pages(answers), path)


def _behaving(behave: Behaviour, path: str = "/2025/talks") -> tuple[Verdict, Host]:
    with serve_hosts(behave) as (host,):
        return _visit(host.url + path), host


def test_a_page_that_is_there_is_well() -> None:
    verdict, host = _at({"/2025/talks": _STORY})
    assert verdict == Verdict("ok", 200)
    assert host.asked("/2025/talks") == ["HEAD", "GET"]


def test_a_file_is_not_fetched() -> None:
    pdf = Answer(200, "x" * 50, {"Content-Type": "application/pdf"})
    verdict, host = _at({"/2025/talks": pdf})
    assert verdict == Verdict("ok", 200)
    assert host.asked("/2025/talks") == ["HEAD"]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_a_refused_head_is_no_answer(status: int) -> None:
    def behave(method: str, path: str) -> Answer:
        if path != "/2025/talks":
            return Answer(404)
        return Answer(status) if method == "HEAD" else _STORY

    assert _behaving(behave)[0] == Verdict("ok", 200)


@pytest.mark.parametrize(
    ("status", "state"),
    [(404, "gone"), (410, "gone"), (401, "untold"), (403, "untold"), (451, "untold"),
     (999, "untold"), (500, "server-error"), (502, "server-error")],
)  # fmt: skip
def test_statuses_are_told_apart(status: int, state: str) -> None:
    verdict, _ = _at({"/2025/talks": Answer(status)})
    assert (verdict.state, verdict.code) == (state, status)


def test_a_page_that_says_it_was_not_found_is_a_soft_404() -> None:
    page = Answer(200, "<title>Seite nicht gefunden | Die Zeitung</title>")
    assert _at({"/2025/talks": page})[0].state == "soft-404"


def test_a_deep_link_that_leads_home_is_a_soft_404() -> None:
    away = Answer(302, headers={"Location": "/"})
    home = Answer(200, "<title>The Paper</title>")
    assert _at({"/2025/talks": away, "/": home})[0].state == "soft-404"


def test_an_answer_that_any_address_gets_is_a_soft_404() -> None:
    def behave(_method: str, path: str) -> Answer:
        if path == "/robots.txt":
            return Answer(404)
        home = Answer(200, "<title>The Paper</title>")
        return home if path == "/" else Answer(200, "<title>Our archive has moved on</title>")

    assert _behaving(behave)[0].state == "soft-404"


def test_a_program_that_has_one_page_for_all_addresses_is_well() -> None:
    shell = Answer(200, "<title>The Paper</title><script src='/app.js'></script>")
    assert _behaving(pages({"/robots.txt": Answer(404)}, shell))[0].state == "ok"


def test_a_move_for_good_tells_the_new_address() -> None:
    answers = {
        "/2025/talks": Answer(301, headers={"Location": "/a/talks"}),
        "/a/talks": Answer(308, headers={"Location": "/b/talks"}),
        "/b/talks": Answer(302, headers={"Location": "/b/talks?today"}),
        "/b/talks?today": _STORY,
    }
    verdict, host = _at(answers)
    assert verdict == Verdict("moved", 301, f"{host.url}/b/talks")


def test_a_move_for_a_while_is_no_move() -> None:
    answers = {"/2025/talks": Answer(302, headers={"Location": "/b"}), "/b": _STORY}
    assert _at(answers)[0] == Verdict("ok", 200)


def test_a_move_to_nothing_is_gone() -> None:
    assert _at({"/2025/talks": Answer(301, headers={"Location": "/b"})})[0] == Verdict("gone", 404)


def test_redirects_without_end() -> None:
    away = Answer(302, headers={"Location": "/2025/talks"})
    assert _at({"/2025/talks": away})[0].state == "redirects"


def test_robots_txt_is_kept_to() -> None:
    robots = Answer(200, "User-agent: *\nDisallow: /2025/\n", {"Content-Type": "text/plain"})
    verdict, host = _at({"/robots.txt": robots, "/2025/talks": _STORY})
    assert verdict == Verdict("robots")
    assert [one.path for one in host.log] == ["/robots.txt"]


def test_robots_txt_of_a_host_on_the_way_is_kept_to() -> None:
    robots = Answer(200, "User-agent: ssg\nDisallow: /\n", {"Content-Type": "text/plain"})
    with serve_hosts(pages({"/robots.txt": robots})) as (closed,):
        away = Answer(302, headers={"Location": f"{closed.url}/x"})
        with serve_hosts(pages({}), pages({"/a": away})) as (_, host):
            assert _visit(f"{host.url}/a") == Verdict("robots")
        assert [one.path for one in closed.log] == ["/robots.txt"]


def test_nothing_is_asked_where_robots_txt_fails() -> None:
    verdict, host = _at({"/robots.txt": Answer(500), "/2025/talks": _STORY})
    assert verdict == Verdict("server-error", 500)
    assert {one.path for one in host.log} == {"/robots.txt"}


def test_a_host_that_is_busy_is_asked_again_when_it_says() -> None:
    asked: list[float] = []

    def behave(_method: str, path: str) -> Answer:
        if path != "/2025/talks":
            return Answer(404)
        asked.append(time.monotonic())
        return Answer(503, headers={"Retry-After": "1"}) if len(asked) == 1 else _STORY

    assert _behaving(behave)[0] == Verdict("ok", 200)
    assert asked[1] - asked[0] >= 1


def test_a_host_that_wants_long_rest_is_left_alone() -> None:
    busy = Answer(429, headers={"Retry-After": "3600"})
    with serve_hosts(pages({"/a": busy, "/b": _STORY})) as (host,):
        turns = Turns(0.0, time.monotonic, time.sleep)
        with Fetcher("test", time.monotonic, private=True) as fetcher:
            visitor = Visitor(Asker(fetcher, turns, "ssg"), "surely-nothing")
            assert visitor.visit(f"{host.url}/a") == Verdict("untold", 429)
            with pytest.raises(RestingError):
                visitor.visit(f"{host.url}/b")
        assert host.asked("/a") == ["HEAD"]
        assert host.asked("/b") == []


def test_silence_is_a_time_out() -> None:
    with serve_hosts(pages({"/robots.txt": Answer(404)}, Answer(200, seconds=3.0))) as (host,):
        assert _visit(f"{host.url}/2025/talks", seconds=1.0) == Verdict("timeout")


def test_a_host_that_does_not_exist_is_unknown() -> None:
    assert _visit("http://nowhere.example/a") == Verdict("unknown-host")


def test_a_host_that_nobody_answers_at_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.2", 0))
        assert _visit(f"http://127.0.0.2:{free.getsockname()[1]}/a") == Verdict("unreachable")


def test_plain_words_where_tls_is_expected_are_a_failure_of_tls() -> None:
    with serve_hosts(pages({})) as (host,):
        assert _visit(host.url.replace("http:", "https:") + "/a") == Verdict("tls")


def test_a_private_address_is_not_asked() -> None:
    with serve_hosts(pages({"/a": _STORY})) as (host,):
        assert _visit(f"{host.url}/a", private=False) == Verdict("private")
        assert host.log == []


def test_more_than_anybody_reads_is_enough() -> None:
    assert _at({"/2025/talks": Answer(200, "x" * 20_000)})[0].state == "ok"


@pytest.mark.parametrize(
    ("target", "state"),
    [
        ("mailto:a@b.example", "private"),
        ("javascript:alert(1)", "private"),
        ("http://[", "redirects"),
        ("//", "redirects"),
    ],
)
def test_a_redirect_to_nothing_of_the_web(target: str, state: str) -> None:
    away = Answer(302, headers={"Location": target})
    assert _at({"/2025/talks": away})[0].state == state


def test_a_redirect_within_a_host_may_hold_blanks() -> None:
    away = Answer(302, headers={"Location": "/a b"})
    assert _at({"/2025/talks": away, "/a%20b": _STORY})[0].state == "ok"


@pytest.mark.parametrize("delay", ["\u00b2", "\u0663", "-1", "9" * 5000, "soon"])
def test_a_robots_txt_with_odd_numbers_harms_nobody(delay: str) -> None:
    robots = Answer(200, f"User-agent: *\nCrawl-delay: {delay}\nDisallow: /closed\n")
    assert _at({"/robots.txt": robots, "/2025/talks": _STORY})[0].state == "ok"


@pytest.mark.parametrize("said", ["\u00b2", "-1", "soon", "Thu, 01 Jan 1970 00:00:00"])
def test_an_odd_time_of_rest_harms_nobody(said: str) -> None:
    asked: list[str] = []

    def behave(_method: str, path: str) -> Answer:
        if path != "/2025/talks":
            return Answer(404)
        asked.append(path)
        return Answer(503, headers={"Retry-After": said}) if len(asked) == 1 else _STORY

    assert _behaving(behave)[0].state == "ok"


def test_a_pause_that_robots_txt_asks_for_is_kept() -> None:
    robots = Answer(200, "User-agent: *\nCrawl-delay: 1\n")
    _, host = _at({"/robots.txt": robots, "/2025/talks": _STORY})
    moments = [one.began for one in host.log]
    assert min(later - one for one, later in pairwise(moments)) >= 1
