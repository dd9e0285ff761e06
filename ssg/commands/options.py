"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any, TypeVar

import click

from ssg.build.load import find_root, load_config
from ssg.build.project import Options
from ssg.model.site import Preview
from ssg.text.dates import end_of_day, in_zone, parse_moment
from ssg.text.spans import parse_since
from ssg.text.urls import is_web_url

C = TypeVar("C", bound=Callable[..., Any])

site_option = click.option(
    "-s",
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of site.yaml; the nearest one upward from here otherwise.",
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write; public beside site.yaml otherwise.",
)
format_option = click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to report; JSON goes to standard output.",
)
private_option = click.option(
    "--allow-private",
    is_flag=True,
    help="Ask addresses too that are not of the public internet.",
)

_BUILD_OPTIONS = [
    site_option,
    click.option("--drafts", is_flag=True, help="Show drafts."),
    click.option("--future", is_flag=True, help="Show articles whose date has not come."),
    click.option("--expired", is_flag=True, help="Show articles whose time is over."),
    click.option("--base-url", default="", help="Where the site is published."),
    click.option("--today", default="", help="The date, or date and time, to build for."),
    click.option("--no-search", is_flag=True, help="Leave the search index out."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say more."),
]


def build_options(command: C) -> C:
    """Give a command the options of everything that makes the site."""
    for option in reversed(_BUILD_OPTIONS):
        command = option(command)
    return command


def site_root(site: Path | None) -> Path:
    """Return the folder of the site that was named, or the nearest one upward from here.

    Raises:
        UsageError: the folder that was named has no site.yaml.
        SsgError: none was named, and there is none.

    """
    if site is None:
        return find_root(Path.cwd())
    if not (site / "site.yaml").is_file():
        raise click.UsageError(f'no site.yaml in "{site}"')
    return site.resolve()


def shown_path(path: Path) -> Path:
    """Return a path as a message shows it: from here, where it lies below."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def parse_base_url(text: str) -> str:
    """Return a base URL that was named, or nothing.

    Raises:
        UsageError: it is no web address.

    """
    if text and (not is_web_url(text) or "?" in text or "#" in text):
        raise click.UsageError(f'--base-url: "{text}" is no address such as https://example.org/')
    return text


def moment_of(today: str, root: Path) -> datetime:
    """Return the moment to build for: the one that was named, or now.

    A date without a time means its last second, so that all its articles are out.

    Raises:
        UsageError: it is no date.

    """
    if not today:
        return datetime.now(UTC)
    return last_moment("--today", today, load_config(root).timezone)


def last_moment(option: str, text: str, zone: tzinfo) -> datetime:
    """Return the moment that an option names; of a date without a time its last second.

    Raises:
        UsageError: it is no date.

    """
    try:
        moment = parse_moment(text)
    except ValueError:
        raise click.UsageError(f'{option}: "{text}" is not a date such as 2025-12-22') from None
    return end_of_day(moment.date(), zone) if len(text.strip()) <= 10 else in_zone(moment, zone)


def beginning(since: str, until: datetime) -> datetime:
    """Return where a span begins that was named by ``--since``.

    Args:
        since: its length, or a date.
        until: where it ends.

    Raises:
        UsageError: it is neither.

    """
    try:
        return parse_since(since, until)
    except ValueError as problem:
        raise click.UsageError(f'--since: "{since}": {problem}') from None


def options_of(root: Path, **given: Any) -> Options:
    """Return what the options of a build say."""
    return Options(
        now=moment_of(given["today"], root),
        preview=Preview(given["drafts"], given["future"], given["expired"]),
        base_url=parse_base_url(given["base_url"]),
        search=not given["no_search"],
    )
