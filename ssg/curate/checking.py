"""Many links visited at once, and a ledger kept of them that survives whatever happens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import Empty, Queue, SimpleQueue
from threading import Event, Thread

from ssg.build.replacing import replace_file
from ssg.curate.turns import RestingError
from ssg.errors import error, reason_of
from ssg.extract.ledger import LEDGER, LinkRecord, format_ledger
from ssg.extract.link_rules import after_check, has_died
from ssg.extract.verdicts import Verdict
from ssg.text.urls import hostname

Visit = Callable[[str], Verdict]
"""Visits a link."""
Advance = Callable[[int, int], None]
"""Is told how many of how many are done."""

_WORKERS = 32
_SAVE_EVERY = 2.0
# What an address comes to on a machine that has lost its network.
_SILENCE = frozenset({"unknown-host", "unreachable", "timeout"})


class KeptLedger:
    """A ledger on the disk, written anew every few seconds while it changes."""

    def __init__(
        self, root: Path, records: Mapping[str, LinkRecord], clock: Callable[[], float]
    ) -> None:
        """Begin with what was read.

        Args:
            root: the folder of site.yaml.
            records: what the ledger says.
            clock: counts seconds.

        """
        self.records = dict(records)
        self._file = root / "content" / LEDGER
        self._clock = clock
        self._saved_at = clock()
        self._changed = False

    def set(self, url: str, record: LinkRecord) -> None:
        """Note what is known of an address."""
        self._changed |= self.records.get(url) != record
        self.records[url] = record

    def keep_only(self, urls: Iterable[str]) -> None:
        """Forget all addresses but some."""
        wanted = set(urls)
        self._changed |= not self.records.keys() <= wanted
        self.records = {url: one for url, one in self.records.items() if url in wanted}

    def tick(self) -> None:
        """Write it, if that is due."""
        if self._clock() - self._saved_at >= _SAVE_EVERY:
            self.save()

    def save(self) -> None:
        """Write it, if it changed: at any moment the file is the old one or the new one.

        Raises:
            SsgError: it can't be written.

        """
        if self._changed:
            _write(self._file, format_ledger(self.records))
            self._changed = False
        self._saved_at = self._clock()


@contextmanager
def kept_ledger(
    root: Path, records: Mapping[str, LinkRecord], clock: Callable[[], float]
) -> Iterator[KeptLedger]:
    """Give a ledger that is written in the end, whatever happens."""
    ledger = KeptLedger(root, records, clock)
    try:
        yield ledger
    finally:
        ledger.save()


@dataclass(slots=True)
class Checked:
    """What a run came to."""

    done: int = 0
    """How many links were checked."""
    put_off: list[str] = field(default_factory=list)
    """Links whose hosts want rest; they stay due."""
    died: list[str] = field(default_factory=list)
    """Links that count as dead since this run."""
    offline: bool = False
    """True where no host gave a sign of life: nothing was noted."""


def check_links(
    links: Sequence[str], ledger: KeptLedger, visit: Visit, today: date, advance: Advance
) -> Checked:
    """Visit links, many hosts at once, and note what became of each.

    Args:
        links: the addresses.
        ledger: what is known, and will be.
        visit: visits one; called by many threads.
        today: the day.
        advance: is told the progress.

    """
    report = Checked()
    silent: list[tuple[str, Verdict]] = []
    hosts = _by_host(links)
    alive = len(hosts) < 2
    with _at_work(hosts, visit) as results:
        for number in range(1, len(links) + 1):
            url, verdict = _next(results, ledger)
            if verdict is None:
                report.put_off.append(url)
            elif verdict.state in _SILENCE and not alive:
                silent.append((url, verdict))
            else:
                alive = alive or verdict.state not in ("robots", "private")
                _note(url, verdict, ledger, today, report)
            if alive:
                for held in silent:
                    _note(*held, ledger, today, report)
                silent.clear()
            ledger.tick()
            advance(number, len(links))
    report.offline = bool(silent)
    return report


def _note(url: str, verdict: Verdict, ledger: KeptLedger, today: date, report: Checked) -> None:
    before = ledger.records.get(url)
    after = after_check(before, verdict, today)
    ledger.set(url, after)
    report.done += 1
    if has_died(before, after):
        report.died.append(url)


Result = tuple[str, Verdict | None] | BaseException
"""A link and what became of it, none where it was put off; or what went wrong in a thread."""


def _next(results: Queue[Result], ledger: KeptLedger) -> tuple[str, Verdict | None]:
    while True:
        try:
            found = results.get(timeout=0.5)
        except Empty:
            ledger.tick()
            continue
        if isinstance(found, BaseException):
            raise found
        return found


@contextmanager
def _at_work(hosts: Sequence[Sequence[str]], visit: Visit) -> Iterator[Queue[Result]]:
    """Let threads visit the links of each host one after another, and give what they find."""
    waiting: SimpleQueue[Sequence[str]] = SimpleQueue()
    for links in hosts:
        waiting.put(links)
    results: Queue[Result] = Queue()
    ended = Event()

    def work() -> None:
        try:
            while not ended.is_set():
                for url in waiting.get_nowait():
                    if ended.is_set():
                        return
                    results.put((url, _visited(url, visit)))
        except Empty:
            return
        except BaseException as problem:  # the main thread raises it
            results.put(problem)

    # Nobody waits for them in the end: one may sit before a slow server.
    for _ in range(min(_WORKERS, len(hosts))):
        Thread(target=work, daemon=True).start()
    try:
        yield results
    finally:
        ended.set()


def _visited(url: str, visit: Visit) -> Verdict | None:
    try:
        return visit(url)
    except RestingError:
        return None


def _by_host(links: Iterable[str]) -> list[list[str]]:
    """Return links host by host, those of the hosts with most of them first."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in links:
        hosts[hostname(url)].append(url)
    return sorted(hosts.values(), key=len, reverse=True)


def _write(file: Path, text: str) -> None:
    try:
        replace_file(file, text.encode())
    except OSError as problem:
        message, hint = (
            f"cannot write the ledger: {reason_of(problem)}",
            "make room, or check your rights",
        )
        raise error("links/cannot-write", message, None, hint) from None
