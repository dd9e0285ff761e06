"""The command line."""

from __future__ import annotations

import click

from ssg.cli import cli
from tests.docs.reference.tables import table


def command_names() -> list[str]:
    """Return the names of all commands."""
    return cli.list_commands(click.Context(cli))


def command_part(name: str) -> str:
    """Return what a command says of itself, how it is called, and its options."""
    context = click.Context(cli, info_name="ssg")
    command = cli.get_command(context, name)
    assert command
    inner = click.Context(command, info_name=name, parent=context)
    usage = command.get_usage(inner).removeprefix("Usage: ")
    options = (one for one in command.params if isinstance(one, click.Option))
    records = (option.get_help_record(inner) for option in options)
    rows = [(f"`{option}`", text) for option, text in filter(None, records)]
    said = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    return f"{said}\n\n```text\n{usage}\n```\n\n{table(('option', 'meaning'), rows)}"
