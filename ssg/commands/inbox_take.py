"""``ssg inbox clip`` and ``ssg inbox skip``."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ssg.build.load import load_config
from ssg.build.memory import CACHE
from ssg.commands.options import private_option, site_option, site_root
from ssg.console import say, show, show_facts
from ssg.curate.extras import require_extras
from ssg.curate.inbox_state import InboxState, inbox_state
from ssg.errors import Diagnostic, SsgError
from ssg.text.words import counted

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")

numbers_argument = click.argument("numbers", nargs=-1, required=True, metavar="N...")


@click.command("clip")
@numbers_argument
@site_option
@click.option("--yes", is_flag=True, help="Write the drafts without asking.")
@private_option
@click.pass_obj
def clip_command(
    named: Path | None, numbers: tuple[str, ...], site: Path | None, yes: bool, allow_private: bool
) -> int:
    """Make drafts of the pages that entries lead to, as "ssg clip" does.

    They get the section and the tags of their feed. A page that fails stops no other.
    """
    require_extras("ssg inbox clip")
    from ssg.curate.clip_entries import offer_entry, write_entry
    from ssg.curate.fetch import Fetcher, user_agent

    if not yes and not sys.stdin.isatty():
        raise click.UsageError("nobody can be asked, since this is no terminal: add --yes")
    root = site_root(site or named)
    agent = user_agent(load_config(root).base_url)
    problems: list[Diagnostic] = []
    with (
        inbox_state(root / CACHE) as state,
        Fetcher(agent, time.monotonic, private=allow_private) as fetcher,
    ):
        for number in chosen_numbers(numbers, state):
            try:
                offer = offer_entry(number, root, state, fetcher, datetime.now(UTC))
                show_facts(offer.facts)
                if yes or click.confirm("Write the draft?", default=True, err=True):
                    path = write_entry(number, root, state, offer)
                    say(
                        f"wrote {path.relative_to(root)}, a draft: set draft to false to publish it"
                    )
            except SsgError as failure:
                problems.extend(
                    replace(one, message=f"{number}: {one.message}") for one in failure.diagnostics
                )
    show(problems)
    return int(bool(problems))


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
