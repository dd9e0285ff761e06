"""What a command costs: time, CPU and memory of all its processes. For Linux."""

from __future__ import annotations

import math
import os
import select
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.02
# To look takes so much of the time at most: what is looked at stands still meanwhile.
_PART = 0.05
_PROC = Path("/proc")
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
_ENDED = (FileNotFoundError, ProcessLookupError)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    seconds: float
    """From start to end."""
    cpu: float
    """Seconds of CPU of it and all processes that it waited for."""
    memory: float
    """Peak resident MB of it and all processes below it, together."""

    def then(self, other: Cost) -> Cost:
        """Return the cost of both, one after the other."""
        return Cost(
            self.seconds + other.seconds, self.cpu + other.cpu, max(self.memory, other.memory)
        )


class CommandError(Exception):
    """A command failed; the message ends with what it said last."""


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder, and return what it cost.

    Raises:
        CommandError: it did not end well.

    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        memory = _watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace")[-2_000:]
            raise CommandError(f"{' '.join(command)} ended with {process.returncode}\n{last}")
    return Cost(seconds, used.ru_utime + used.ru_stime, memory)


def environment() -> dict[str, str]:
    """Return the environment of what is measured: this one, in which Python keeps what it compiled,
    as it does wherever a program is installed.
    """
    return {name: value for name, value in os.environ.items() if name != _UNCOMPILED}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        statistics.median(one.seconds for one in costs),
        statistics.median(one.cpu for one in costs),
        statistics.median(one.memory for one in costs),
    )


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """Return the exponent with which a cost grows: the slope in logarithms, by least squares.

    Args:
        points: sizes with their costs; at least two, none of them 0.

    """
    logarithms = [(math.log(size), math.log(cost)) for size, cost in points]
    return statistics.linear_regression(*zip(*logarithms, strict=True)).slope


def tree(process: int) -> list[int]:
    """Return a process and all those below it that are alive."""
    found = [process]
    for one in found:
        for thread in _listed(_PROC / str(one) / "task"):
            found += map(int, _read(thread / "children").split())
    return found


def memory_of(processes: Sequence[int], above: float = 0) -> float:
    """Return the resident MB of some processes, or 0 when they are surely not above some figure.

    Pages that processes share count once.
    """
    resident = sum(_field(one, "status", "VmRSS") for one in processes)
    if len(processes) == 1 or resident <= above:
        return resident if resident > above else 0
    # Looking up what is shared takes time, and the result is never more than the plain sum.
    return sum(_field(one, "smaps_rollup", "Pss") for one in processes)


def cpu_of(processes: Sequence[int]) -> float:
    """Return the seconds of CPU that living processes have used."""
    used = 0
    for one in processes:
        # The second field is a name in parentheses, which may hold anything.
        fields = _read(_PROC / str(one) / "stat").rpartition(")")[2].split()
        used += sum(map(int, fields[11:13]))
    return used / os.sysconf("SC_CLK_TCK")


def _watch(process: int) -> float:
    """Return the peak memory of a process and all below it, once it has ended."""
    peak, pause = 0.0, _INTERVAL
    ended = os.pidfd_open(process)
    try:
        while not select.select([ended], [], [], pause)[0]:
            began = time.perf_counter()
            peak = max(peak, memory_of(tree(process), peak), _field(process, "status", "VmHWM"))
            pause = max(_INTERVAL, (time.perf_counter() - began) / _PART)
    finally:
        os.close(ended)
    return peak


def _field(process: int, file: str, name: str) -> float:
    """Return a figure of a process in MB; 0 when it has ended."""
    for line in _read(_PROC / str(process) / file).splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    return 0


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except _ENDED:
        return ""


def _listed(folder: Path) -> Iterator[Path]:
    try:
        yield from folder.iterdir()
    except _ENDED:
        return
