"""The command line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ssg.cli import cli
from tests.docs.reference.tables import table


def command_names() -> list[str]:
    """Return the names of all commands; one within another is called by both their names."""
    return list(_names(cli, click.Context(cli)))


def command_part(name: str) -> str:
    """Return what a command says of itself, how it is called, and its options."""
    command: click.Command = cli
    inner = click.Context(cli, info_name="ssg")
    for word in name.split():
        assert isinstance(command, click.Group)
        found = command.get_command(inner, word)
        assert found
        command, inner = found, click.Context(found, info_name=word, parent=inner)
    usage = command.get_usage(inner).removeprefix("Usage: ")
    options = (one for one in command.params if isinstance(one, click.Option))
    records = (option.get_help_record(inner) for option in options)
    rows = [(f"`{option}`", text) for option, text in filter(None, records)]
    said = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    head = f"{said}\n\n```text\n{usage}\n```"
    return f"{head}\n\n{table(('option', 'meaning'), rows)}" if rows else head


def _names(group: click.Group, context: click.Context, above: str = "") -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield above + name
        if isinstance(command, click.Group):
            yield from _names(command, click.Context(command), f"{above}{name} ")
