"""``ssg serve``."""

from __future__ import annotations

import time
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from ssg.build.load import load_config
from ssg.build.project import Options
from ssg.commands.options import build_options, moment_of, parse_base_url, site_root
from ssg.console import say, show
from ssg.errors import SsgError
from ssg.model.site import Preview
from ssg.serve.server import open_listener, serve
from ssg.serve.session import Change, Session
from ssg.text.words import counted

_PORT = 8000

INTERRUPTED = 130
"""The exit code after Ctrl-C."""


@click.command("serve")
@build_options
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port to serve on; the first free one from {_PORT} otherwise.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def command(
    site: Path | None,
    host: str,
    port: int | None,
    open_browser: bool,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Show the site in a browser and keep it up to date while you write.

    Drafts and articles whose date has not come are shown too, with a badge. Nothing is written
    into the output folder.
    """
    began = time.perf_counter()
    root = site_root(site)
    listener = open_listener(host, _PORT if port is None else port, exact=port is not None)
    address = f"http://{_shown(host)}:{listener.getsockname()[1]}"
    url = address + _base_path(root, parse_base_url(given["base_url"]))
    fixed = moment_of(given["today"], root) if given["today"] else None
    options = Options(
        now=fixed or datetime.now(UTC),
        preview=Preview(drafts=True, future=True, expired=given["expired"]),
        base_url=url,
        search=not given["no_search"],
        live=True,
    )
    session = Session(root, options, lambda: fixed or datetime.now(UTC))

    def tell(change: Change) -> None:
        if change == "errors":
            show(session.state.errors)
        elif not quiet:
            say(f"{datetime.now():%H:%M:%S}  {'styles' if change == 'css' else 'updated'}")

    def ready() -> None:
        if not quiet:
            say(f"{_pieces(session)} at {url} (Ctrl-C ends)")
        if verbose:
            say(f"ready in {time.perf_counter() - began:.2f} s")
        if open_browser:
            webbrowser.open(url)

    try:
        serve(session, listener, tell, ready)
    except KeyboardInterrupt:
        say("stopped")
        return INTERRUPTED
    return 0


def _pieces(session: Session) -> str:
    project = session.state.project
    if project is None:
        return "nothing good yet"
    return counted(len(project.site.articles), "article")


def _base_path(root: Path, base_url: str) -> str:
    try:
        return urlsplit(base_url or load_config(root).base_url).path.rstrip("/") + "/"
    except SsgError:
        # The page says what is wrong with site.yaml; once it is mended, its path counts.
        return "/"


def _shown(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return "localhost"
    return f"[{host}]" if ":" in host else host
