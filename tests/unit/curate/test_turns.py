"""Turns at hosts."""

from __future__ import annotations

from collections import defaultdict
from threading import Lock, Thread

import pytest

from ssg.curate.turns import RestingError, Turns


class _Time:
    """A clock that is moved by whoever sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def _begin(turns: Turns, time: _Time, host: str) -> float:
    with turns.turn(host):
        began = time.now
        time.now += 0.5
    return began


def test_a_pause_lies_between_two_turns_at_a_host() -> None:
    time = _Time()
    turns = Turns(1.0, time.clock, time.sleep)
    assert [_begin(turns, time, "a") for _ in range(3)] == [0.0, 1.5, 3.0]


def test_another_host_waits_for_nobody() -> None:
    time = _Time()
    turns = Turns(1.0, time.clock, time.sleep)
    assert [_begin(turns, time, host) for host in "abc"] == [0.0, 0.5, 1.0]


def test_a_host_may_ask_for_longer_pauses() -> None:
    time = _Time()
    turns = Turns(1.0, time.clock, time.sleep)
    turns.slow("a", 5.0)
    turns.slow("b", 9999.0)
    assert [_begin(turns, time, "a") for _ in range(2)] == [5.0, 10.5]
    began = _begin(turns, time, "b")
    assert _begin(turns, time, "b") == began + 30.5


def test_a_rest_is_waited_for_if_it_is_short() -> None:
    time = _Time()
    turns = Turns(1.0, time.clock, time.sleep, patience=60.0)
    turns.rest("a", 60.0)
    assert _begin(turns, time, "a") == 60.0
    turns.rest("a", 61.0)
    with pytest.raises(RestingError):
        _begin(turns, time, "a")
    assert _begin(turns, time, "b") == 60.5


def test_threads_have_turns_one_after_another() -> None:
    turns = Turns(0.0, lambda: 0.0, lambda _: None)
    inside: dict[str, int] = defaultdict(int)
    most: dict[str, int] = defaultdict(int)
    lock = Lock()

    def work(host: str) -> None:
        for _ in range(200):
            with turns.turn(host):
                with lock:
                    inside[host] += 1
                    most[host] = max(most[host], inside[host])
                with lock:
                    inside[host] -= 1

    threads = [Thread(target=work, args=(host,)) for host in "aaabbb"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == {"a": 1, "b": 1}
