"""What commands cost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench.measure import CommandError, Cost, median, run, tree

# Says when it holds its memory, and holds it until it hears the end of its input.
_HUNDRED = "import sys; kept = bytearray(b'x') * (100 << 20); print(flush=True); sys.stdin.read()"
# Long enough to be looked at on a busy machine too.
_HELD = 1.5
_CHILDREN = f"""
import subprocess, sys, time
command = [sys.executable, "-c", {_HUNDRED!r}]
children = [
    subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for _ in range(int(sys.argv[1]))
]
for one in children:
    one.stdout.readline()
time.sleep({_HELD})
for one in children:
    one.communicate()
"""


def cost_of(program: str, *arguments: str) -> Cost:
    """Run a program of Python."""
    return run([sys.executable, "-c", program, *arguments], Path.cwd())


def test_the_memory_of_a_child_counts() -> None:
    assert 105 < cost_of(_CHILDREN, "1").memory < 140


def test_the_memory_of_all_children_counts_together() -> None:
    assert 205 < cost_of(_CHILDREN, "2").memory < 260


def test_memory_that_processes_share_counts_once() -> None:
    forked = (
        "import os, time; kept = bytearray(b'x') * (100 << 20); "
        f"os.fork(); time.sleep({_HELD}); "
        "os._exit(0)"
    )
    assert 105 < cost_of(forked).memory < 160


def test_the_memory_of_who_measures_does_not_count() -> None:
    kept = bytearray(b"x") * (100 << 20)
    assert cost_of(f"import time; time.sleep({_HELD})").memory < 50
    assert kept


def test_the_cpu_of_a_child_counts() -> None:
    busy = "import time\nwhile time.process_time() < 0.4: pass"
    cost = cost_of(
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    )
    assert 0.4 <= cost.cpu < 1
    assert cost.seconds >= 0.4


def test_a_failure_says_what_the_command_said() -> None:
    with pytest.raises(CommandError, match=r"ended with 3\n(.|\n)*no such thing"):
        cost_of("print('no such thing'); raise SystemExit(3)")


def test_each_figure_has_its_own_median() -> None:
    costs = [Cost(1, 5, 30), Cost(3, 4, 10), Cost(2, 9, 20)]
    assert median(costs) == Cost(2, 5, 20)


def test_costs_one_after_the_other_add_up() -> None:
    assert Cost(1, 2, 30).then(Cost(3, 4, 20)) == Cost(4, 6, 30)


def test_a_process_without_children_is_its_own_tree() -> None:
    assert tree(os.getpid())[0] == os.getpid()
