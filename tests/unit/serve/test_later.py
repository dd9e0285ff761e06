"""What can wait is done when things are quiet, or when somebody waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from queue import Empty, Queue

import pytest

from ssg.serve.later import Later

_PATIENCE = 20.0

Started = Callable[[float], tuple[Later, Queue[float]]]


@pytest.fixture
def started() -> Iterator[Started]:
    """Return what starts something that notes when it is done."""
    laters: list[Later] = []

    def start(quiet: float) -> tuple[Later, Queue[float]]:
        done = Queue[float]()
        laters.append(Later(quiet, lambda: done.put(time.monotonic())))
        laters[-1].start()
        return laters[-1], done

    yield start
    for one in laters:
        one.stop()


def test_work_is_done_once_things_are_quiet(started: Started) -> None:
    later, done = started(0.2)
    begun = time.monotonic()
    later.want()
    assert done.get(timeout=_PATIENCE) - begun >= 0.2
    with pytest.raises(Empty):
        done.get(timeout=0.4)


def test_disturbance_puts_work_off_and_asks_for_none(started: Started) -> None:
    later, done = started(0.5)
    later.disturb()
    with pytest.raises(Empty):
        done.get(timeout=0.7)
    later.want()
    time.sleep(0.2)
    disturbed = time.monotonic()
    later.disturb()
    assert done.get(timeout=_PATIENCE) - disturbed >= 0.5


def test_who_waits_for_the_work_has_it_done_at_once(started: Started) -> None:
    later, done = started(3600)
    later.want()
    later.hurry()
    assert done.get(timeout=_PATIENCE)
