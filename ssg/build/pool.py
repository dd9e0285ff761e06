"""Work shared by processes."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, TypeVar, cast

from ssg.errors import SsgError, error

I = TypeVar("I")  # noqa: E741 - what goes in
O = TypeVar("O")  # noqa: E741 - what comes out
T = TypeVar("T")

Tool = Callable[[], T]
"""Makes what a process needs for its work; called once in each."""

START = "fork" if sys.platform == "linux" else "spawn"
"""How processes begin: as copies of this one where that is safe."""
# Many, so that none waits long for another at the end.
_CHUNKS_EACH = 32


def worker_count() -> int:
    """Return how many processes can work at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def in_chunks(
    items: Sequence[I],
    tool: Tool[T],
    work: Callable[[T, Sequence[I]], O],
    workers: int,
    start: str = "",
) -> Iterator[O]:
    """Yield what is made of some items, chunk by chunk, in their order.

    Args:
        items: the items; where processes are spawned, these can be pickled.
        tool: makes what the work needs; likewise.
        work: makes something of a chunk.
        workers: how many processes; with one, the work is done here.
        start: how processes begin; by default as :data:`START` says.

    Raises:
        SsgError: a process was killed.

    """
    if not items:
        return
    if workers < 2:
        yield work(tool(), items)
        return
    size = -(-len(items) // (workers * _CHUNKS_EACH))
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    context = multiprocessing.get_context(start or START)
    with ProcessPoolExecutor(workers, context, _begin, (tool, work)) as pool:
        try:
            yield from cast(Iterator[O], pool.map(_do, chunks))
        except BrokenProcessPool:
            raise _killed() from None
        except BaseException:
            # Whatever comes next, nobody still works at what failed.
            pool.shutdown(wait=True, cancel_futures=True)
            raise


@contextmanager
def aside(work: Callable[[], T], workers: int) -> Iterator[Callable[[], T]]:
    """Do some work in a process of its own, and give a function that waits for what comes of it.

    With one worker, or where processes are spawned, it is done here when it is waited for. If
    nobody waits for it, it is ended.

    Args:
        work: the work; what comes of it can be pickled.
        workers: how many processes may work at once.

    Raises:
        SsgError: from the function that was given: the process was killed. What the work raises
            is raised there as well.

    """
    if workers < 2 or START != "fork":
        yield work
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, sender), daemon=True)
    process.start()
    # Or the end of the process would go unnoticed.
    sender.close()
    try:
        yield partial(_told, receiver)
    finally:
        process.kill()
        process.join()
        receiver.close()


def _tell(work: Callable[[], object], sender: Connection) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        told = (True, work())
    except KeyboardInterrupt:
        return  # the parent says so
    except BaseException as failure:
        # Whatever it is, the parent knows better what to do about it.
        told = (False, failure)
    sender.send(told)


def _told(receiver: Connection) -> Any:
    try:
        done, found = receiver.recv()
    except EOFError:
        raise _killed() from None
    if not done:
        raise found
    return found


def _killed() -> SsgError:
    message = "a process of the build was killed"
    hint = "build with --jobs 1 if memory is short; the site is as it was"
    return error("build/killed", message, None, hint)


# What a process of the pool was given when it began: the only state of a module, because a pool
# hands its processes nothing else.
_given: list[Callable[[Sequence[object]], object]] = []


def _begin(tool: Tool[T], work: Callable[[T, Sequence[I]], O]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    made = tool()
    _given[:] = [lambda chunk: work(made, chunk)]  # type: ignore[arg-type]


def _end_with_parent() -> None:
    """End this process when the one that began it was killed: it would write on, and wait."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _do(chunk: Sequence[object]) -> object:
    return _given[0](chunk)
