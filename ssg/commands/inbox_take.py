"""``ssg inbox clip`` and ``ssg inbox skip``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from ssg.build.memory import CACHE
from ssg.commands.options import site_option, site_root
from ssg.console import say
from ssg.curate.inbox_state import InboxState, inbox_state
from ssg.errors import Diagnostic, SsgError
from ssg.text.words import counted

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
_WIDEST = 100_000

numbers_argument = click.argument("numbers", nargs=-1, required=True, metavar="N...")


@click.command("skip")
@numbers_argument
@site_option
@click.pass_obj
def skip_command(named: Path | None, numbers: tuple[str, ...], site: Path | None) -> int:
    """Take entries out of the inbox; 3-7 means all that wait from 3 to 7."""
    root = site_root(site or named)
    with inbox_state(root / CACHE) as state:
        chosen = chosen_numbers(numbers, state)
        state.mark(chosen, "skipped")
    say(f"{counted(len(chosen), 'piece')} skipped")
    return 0


def chosen_numbers(texts: Sequence[str], state: InboxState) -> list[int]:
    """Return the numbers of entries that were named, each once.

    Raises:
        UsageError: a text is neither a number nor a range of them.
        SsgError: with every single number that no entry has, or whose entry is no longer there.

    """
    waiting = state.numbers()
    chosen: dict[int, None] = {}
    problems: list[Diagnostic] = []
    for text in texts:
        match = _RANGE.fullmatch(text)
        if not match:
            raise click.UsageError(f'"{text}" is neither a number nor a range such as 3-7')
        first, last = int(match[1]), int(match[2] or match[1])
        if match[2]:
            chosen |= dict.fromkeys(one for one in waiting if first <= one <= last)
        elif first in waiting:
            chosen[first] = None
        else:
            said = state.state(first)
            message = f"number {first} {f'is {said} already' if said else 'is not in the inbox'}"
            hint = '"ssg inbox" lists the numbers'
            problems.append(Diagnostic("error", "inbox/no-entry", message, None, hint))
    if problems:
        raise SsgError(problems)
    return list(chosen)
