"""``ssg clip``."""

from __future__ import annotations

import re
import secrets
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.build.project import Options
from ssg.commands.options import shown_path, site_option, site_root
from ssg.console import say, show_facts
from ssg.curate.extras import require_extras
from ssg.model.front_matter import RIGHTS
from ssg.text.urls import is_web_url
from ssg.text.words import counted

if TYPE_CHECKING:
    from ssg.curate.blog import Blog
    from ssg.curate.fetch import Fetcher
    from ssg.curate.page import Page
    from ssg.curate.take_up import Offer
    from ssg.extract.draft import Choices, Draft

_WHOLE = ("full", "licensed")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORT = 8017
_INTERRUPTED = 130


@click.command("clip")
@click.argument("source", required=False, default="", metavar="URL|FILE.html|-")
@site_option
@click.option("--url", default="", help="The address of a page that was saved.")
@click.option("--full", is_flag=True, help="Take the whole text, by a right that you name.")
@click.option(
    "--rights", type=click.Choice(RIGHTS), help="By what right it stands here; excerpt otherwise."
)
@click.option("--note", default="", help="A note on the use: who gave permission, which licence.")
@click.option("--section", default="", help="The section of the draft.")
@click.option("--tag", "tags", multiple=True, help="A tag of the draft; may be given again.")
@click.option("--yes", is_flag=True, help="Write the draft without asking.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of your own network too.")
@click.option("--listen", is_flag=True, help="Take pages from a bookmarklet in your browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port to listen on; the first free one from {_PORT} otherwise.",
)
def command(
    source: str,
    site: Path | None,
    url: str,
    full: bool,
    rights: str | None,
    note: str,
    section: str,
    tags: tuple[str, ...],
    yes: bool,
    allow_private: bool,
    listen: bool,
    port: int | None,
) -> int:
    """Make a draft of a page of another outlet, with its source and its first sentences.

    The page is fetched, or read from a file or, with "-", from standard input.
    """
    require_extras("ssg clip")
    _check(source, url, listen, yes, port)
    root = site_root(site)
    chosen, why = _rights(full, rights, note, asks=not listen and source != "-")
    choices = _choices(chosen, why, section, tags)
    if listen:
        return _listen(root, choices, allow_private, port)
    from ssg.curate.blog import read_blog
    from ssg.curate.take_up import refuse_known, take_up, write_draft

    now = datetime.now(UTC)
    blog = read_blog(root, Options(now))
    _warn(blog)
    refuse_known(blog, [source, url])
    page = _page(blog, source, url, allow_private)
    offer = take_up(blog, page.clipping(), [source, page.url], choices, now)
    show_facts(offer.facts)
    if not yes and not click.confirm("Write the draft?", default=True, err=True):
        say("nothing written")
        return 0
    path = write_draft(root, offer.draft)
    say(f"wrote {shown_path(path)}, a draft: set draft to false to publish it")
    return 0


def _check(source: str, url: str, listen: bool, yes: bool, port: int | None) -> None:
    """Refuse arguments that do not go together.

    Raises:
        UsageError: they don't.

    """
    if listen and (source or url):
        raise click.UsageError("--listen takes its pages from the browser: name none")
    if port is not None and not listen:
        raise click.UsageError("--port goes with --listen")
    if listen:
        return
    if not source:
        raise click.UsageError("name a page: its address, a file, or - for standard input")
    if url and not is_web_url(url):
        raise click.UsageError(f'--url: "{url}" is no address such as https://example.org/')
    if url and _is_address(source):
        raise click.UsageError("--url is for a page that was saved, and this one is fetched")
    if not _is_address(source) and source != "-" and not Path(source).is_file():
        raise click.UsageError(f'no file "{source}"; an address begins with https://')
    if not yes and not _terminal():
        raise click.UsageError("nobody can be asked, since this is no terminal: add --yes")
    if not yes and source == "-":
        raise click.UsageError("nobody can be asked, since the page comes from there: add --yes")


def _rights(full: bool, rights: str | None, note: str, asks: bool) -> tuple[str, str]:
    """Return the right of use and the note on it, asking for what the whole text needs.

    Raises:
        UsageError: it is missing and nobody can be asked, or does not go with the rest.

    """
    if not full:
        if rights in _WHOLE:
            raise click.UsageError(f"--rights {rights} is for the whole text: add --full")
        return rights or "excerpt", note
    if rights is not None and rights not in _WHOLE:
        raise click.UsageError("--full takes the whole text: --rights is full or licensed")
    if (not rights or not note.strip()) and not (asks and _terminal()):
        raise click.UsageError(
            "--full needs --rights full or licensed, and --note on who allows it"
        )
    if not rights:
        rights = str(click.prompt("By what right", type=click.Choice(_WHOLE), err=True))
    if not note.strip():
        note = str(click.prompt("Who allows it, and where is that written", err=True))
    return rights, note


def _choices(rights: str, note: str, section: str, tags: Sequence[str]) -> Choices:
    from ssg.extract.draft import Choices
    from ssg.text.slug import slugify

    for one in (*tags, *filter(None, [section])):
        if not slugify(one):
            raise click.UsageError(f'"{one}" has neither letters nor digits')
    return Choices(rights, note, section, tuple(tags))


def _page(blog: Blog, source: str, url: str, allow_private: bool) -> Page:
    from ssg.curate.page import fetch_page, read_page, read_stream

    if source == "-":
        return read_stream(sys.stdin.buffer, url)
    if not _is_address(source):
        return read_page(Path(source), url)
    with _fetcher(blog, allow_private) as fetcher:
        return fetch_page(fetcher, source)


def _fetcher(blog: Blog, allow_private: bool) -> Fetcher:
    from ssg.curate.fetch import Fetcher, user_agent

    return Fetcher(user_agent(blog.config.base_url), time.monotonic, private=allow_private)


def _listen(root: Path, choices: Choices, allow_private: bool, port: int | None) -> int:
    """Take pages from the browser until interrupted."""
    from ssg.curate.blog import read_blog
    from ssg.curate.listen import Desk, listen
    from ssg.curate.listen_pages import bookmarklet
    from ssg.curate.page import fetch_page
    from ssg.curate.take_up import refuse_known, take_up, write_draft
    from ssg.serve.server import open_listener

    def blog_now() -> Blog:
        return read_blog(root, Options(datetime.now(UTC)))

    def take(page: Page) -> Offer:
        return take_up(blog_now(), page.clipping(), [page.url], choices, datetime.now(UTC))

    def fetch(url: str) -> Page:
        with _fetcher(blog_now(), allow_private) as fetcher:
            return fetch_page(fetcher, url)

    def write(draft: Draft) -> Path:
        refuse_known(blog_now(), [draft.url])
        path = shown_path(write_draft(root, draft))
        say(f"wrote {path}")
        return path

    _warn(blog_now())
    listener = open_listener("127.0.0.1", _PORT if port is None else port, exact=port is not None)
    number = listener.getsockname()[1]
    desk = Desk(number, lambda: secrets.token_urlsafe(24), take, fetch, write)
    say(f"the bookmarklet: {bookmarklet(desk.origin, desk.token)}")
    say(f"drag it from {desk.origin}/?token={desk.token} (Ctrl-C ends)")
    try:
        listen(desk, listener)
    except KeyboardInterrupt:
        say("stopped")
        return _INTERRUPTED
    return 0


def _warn(blog: Blog) -> None:
    files = {one.location.path for one in blog.problems if one.location}
    if files:
        them = "it was" if len(files) == 1 else "they were"
        say(f"{counted(len(files), 'file')} with mistakes: {them} not compared; see ssg check")


def _is_address(source: str) -> bool:
    return bool(_SCHEME.match(source)) and not Path(source).is_file()


def _terminal() -> bool:
    return sys.stdin.isatty()
