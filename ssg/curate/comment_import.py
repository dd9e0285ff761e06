"""Comments of another program become those of the articles that they were written to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ssg.build.comment_files import add_comments, kept_comments
from ssg.build.files import unreadable
from ssg.curate.extras import require_extras
from ssg.curate.isso_database import MAGIC, read_isso
from ssg.errors import Location, SsgError, error
from ssg.extract.comment_json import NotCommentsError, read_json
from ssg.extract.comments import ForeignComment, Joined, join_comments, page_path
from ssg.model.comments import comments_of
from ssg.model.site import Site

_MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    files: Mapping[str, Joined]
    """What is new, by the file of comments below the folder of the site."""
    homeless: Mapping[str, int]
    """How many comments stand on pages that are no articles, by page."""


def read_export(path: Path) -> tuple[ForeignComment, ...]:
    """Return the comments in a file: a database of Isso, or JSON.

    Raises:
        SsgError: the file can't be read, or there are none in it.

    """
    where = Location(str(path))
    try:
        with path.open("rb") as stream:
            start = stream.read(len(MAGIC))
            if start == MAGIC:
                return read_isso(path)
            data = start + stream.read(_MOST_BYTES)
    except OSError as problem:
        raise SsgError([unreadable(problem, str(path))]) from None
    hint = "name a database of Isso, or a JSON file; docs/comments.md says what that holds"
    if len(data) > _MOST_BYTES:
        raise error("comments/wrong-export", f"more than {_MOST_BYTES:,} bytes", where, hint)
    try:
        return read_json(data.decode("utf-8-sig"), _markdown)
    except UnicodeDecodeError:
        message = "this is neither a database nor text"
        raise error("comments/wrong-export", message, where, hint) from None
    except NotCommentsError as problem:
        message = f"there are no comments here: {problem}"
        raise error("comments/wrong-export", message, where, hint) from None


def import_comments(
    root: Path, site: Site, base_url: str, foreign: Iterable[ForeignComment], dry_run: bool
) -> Imported:
    """Add comments to the files of their articles; what is kept already stays as it is.

    Args:
        root: the folder of site.yaml.
        site: the site, with all that a preview can show.
        base_url: where it is published.
        foreign: the comments.
        dry_run: whether nothing is written.

    Raises:
        SsgError: with every file of comments that is broken, or can't be written.

    """
    articles = _articles(site)
    base_path = urlsplit(base_url).path
    found: dict[str, list[ForeignComment]] = {}
    homeless: dict[str, int] = {}
    for one in foreign:
        meant = page_path(one.page, base_path)
        article = next((articles[path] for path in meant if path in articles), "")
        if article:
            found.setdefault(article, []).append(one)
        else:
            homeless[one.page] = homeless.get(one.page, 0) + 1
    joined: dict[str, Joined] = {}
    failures: list[SsgError] = []
    for article in sorted(found):
        try:
            done = join_comments(kept_comments(root, article), found[article])
            if done.added and not dry_run:
                add_comments(root, article, done.added)
        except SsgError as failure:
            failures.append(failure)
        else:
            joined[f"content/{comments_of(article)}"] = done
    if failures:
        raise SsgError(one for failure in failures for one in failure.diagnostics)
    return Imported(joined, dict(sorted(homeless.items())))


def _articles(site: Site) -> dict[str, str]:
    """Return the files of articles by path and alias; a path comes before an alias."""
    aliases = {
        alias: one.document.path
        for one in site.articles
        for alias in one.document.front_matter.aliases
    }
    return aliases | {one.path: one.document.path for one in site.articles}


def _markdown(html: str) -> str:
    # Only what holds HTML needs the packages that clean it.
    require_extras("ssg comments import")
    from ssg.extract.comment_markdown import comment_markdown

    return comment_markdown(html)
