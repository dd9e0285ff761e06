"""The command tree. Machinery is imported by the command that needs it, when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

import ssg
from ssg.build.garbage import set_aside
from ssg.console import say, show
from ssg.errors import SsgError

_COMMANDS = {
    "balance": "ssg.commands.balance",
    "build": "ssg.commands.build",
    "check": "ssg.commands.check",
    "clean": "ssg.commands.clean",
    "clip": "ssg.commands.clip",
    "comments": "ssg.commands.comments",
    "digest": "ssg.commands.digest",
    "explain": "ssg.commands.explain",
    "inbox": "ssg.commands.inbox",
    "links": "ssg.commands.links",
    "new": "ssg.commands.new",
    "related": "ssg.commands.related",
    "serve": "ssg.commands.serve",
    "theme": "ssg.commands.theme",
    "threads": "ssg.commands.threads",
    "views": "ssg.commands.views",
}


class _Commands(click.Group):
    """Finds a command in its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's interface
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names; where there is none, suggest one."""
        from ssg.text.suggest import did_you_mean

        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            hint = did_you_mean(args[0], _COMMANDS) or f"there are {', '.join(sorted(_COMMANDS))}"
            raise click.UsageError(f'no command "{args[0]}"; {hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(ssg.__version__, "--version", prog_name="ssg")
def cli() -> None:
    """Build, serve and search a curated politics blog."""


def main() -> None:
    """Run the command line and exit.

    The exit code is 0 when all is done, 1 when the site is wrong, 2 for wrong usage, and 130
    when interrupted.
    """
    code = run(lambda: cli(prog_name="ssg", standalone_mode=False))
    # Or Python would look at all that a site is made of once more before it ends.
    set_aside()
    sys.exit(code)


def run(command: Callable[[], Any]) -> int:
    """Run a command and return its exit code, saying what went wrong."""
    try:
        result = command()
    except SsgError as failure:
        show(failure.diagnostics)
        return 1
    except click.ClickException as problem:
        problem.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; the site is as it was")
        return 130
    return result if isinstance(result, int) else 0
