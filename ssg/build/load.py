"""Everything that a site is made of, read from the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from ssg.build.digests import Digests, file_ref
from ssg.build.files import unreadable, walk
from ssg.config.site import SiteConfig, decode_site
from ssg.errors import Diagnostic, Location, SsgError, error
from ssg.model.comments import COMMENTS
from ssg.model.files import NO_ICON, FileRef, SiteIcon
from ssg.model.views import VIEWS, snapshot_decoder
from ssg.schema.decode import plain
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Source as YamlSource
from ssg.schema.tree import compose


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file, or one of comments, that need not be read to know it."""

    path: str
    """Below content/, with slashes."""
    file: Path
    """Where it lies."""
    digest: bytes
    """A digest of its bytes."""
    is_term: bool
    """True for the page of a term."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of content/."""

    documents: tuple[Source, ...]
    """Markdown files."""
    assets: dict[str, FileRef]
    """Files that are not Markdown, by their path below content/."""
    data: dict[str, object]
    """What the files of _data/ say, by name."""
    diagnostics: tuple[Diagnostic, ...]
    """Files that could not be read."""
    comments: tuple[Source, ...] = ()
    """Files of comments, in _data/comments/."""
    archives: Mapping[str, str] = field(default_factory=dict)
    """The archived copies of addresses elsewhere that are known to be dead."""
    icon: SiteIcon = NO_ICON
    """The files of the icon of the site."""


def find_root(start: Path) -> Path:
    """Return the nearest folder from ``start`` upward that holds a site.yaml.

    Raises:
        SsgError: there is none.

    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "site.yaml").is_file():
            return folder
    message = f"no site.yaml in {start} or above it"
    hint = "go to the folder of your site, name it with --site, or make one: ssg new site DIR"
    raise error("site/missing", message, None, hint)


def load_config(root: Path) -> SiteConfig:
    """Return the configuration of a site.

    Raises:
        SsgError: site.yaml can't be read, or is wrong.

    """
    return decode_site(read_text(root / "site.yaml", "site.yaml"), "site.yaml")


def load_sources(root: Path, taxonomies: Sequence[str], digests: Digests) -> Sources:
    """Return all files of content/; those that can't be read are among the diagnostics."""
    content = root / "content"
    documents: list[Source] = []
    assets: dict[str, FileRef] = {}
    data: dict[str, object] = {}
    comments: list[Source] = []
    problems: list[Diagnostic] = []
    for found in walk(content, "content"):
        if isinstance(found, Diagnostic):
            problems.append(found)
            continue
        # Some systems take names apart into letters and marks; links are written otherwise.
        path = normalize("NFC", found.name)
        first = path.split("/")[0]
        label = f"content/{path}"
        try:
            if path.startswith(COMMENTS):
                _check_comments(found.path, label)
                comments.append(Source(path, found.path, digests.of(found), is_term=False))
            elif first == "_data":
                data[path.removeprefix("_data/").rsplit(".", 1)[0]] = _load_data(found.path, label)
            elif first.startswith("_"):
                continue
            elif path.endswith(".md") and first != "static":
                is_term = first in taxonomies and "/" in path
                documents.append(Source(path, found.path, digests.of(found), is_term))
            elif first != "static" and _is_mistaken(found.path):
                hint = f'rename it to "{found.path.stem}.md", or put it into content/static/'
                message = "an article or page in a file that does not end in .md"
                raise error("content/not-markdown", message, Location(label), hint)
            else:
                assets[path] = file_ref(found, label, digests)
        except SsgError as failure:
            problems.extend(failure.diagnostics)
        except OSError as problem:
            problems.append(unreadable(problem, label))
    if not content.is_dir():
        hint = "make it, and write articles in content/posts/"
        where = Location("content")
        problems.append(Diagnostic("error", "content/missing", "no folder content", where, hint))
    return Sources(tuple(documents), assets, data, tuple(problems), tuple(comments))


def read_text(path: Path, label: str) -> str:
    """Return the text of a file.

    Raises:
        SsgError: it can't be read, or is not UTF-8.

    """
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise SsgError([unreadable(problem, label)]) from None
    except UnicodeDecodeError as problem:
        message = f"byte 0x{problem.object[problem.start]:02x} is not UTF-8"
        hint = "save the file with the encoding UTF-8"
        raise error("files/not-utf8", message, Location(label), hint) from None


def _is_mistaken(path: Path) -> bool:
    """Tell whether a file is an article by another name; such a one must not vanish in silence."""
    suffix = path.suffix.lower()
    if suffix in (".md", ".markdown", ".mdown", ".mkd", ".mdx"):
        return True
    if suffix not in (".html", ".htm"):
        return False
    with path.open("rb") as stream:
        return re.match(rb"(?:\xef\xbb\xbf)?---\s", stream.read(8)) is not None


def _check_comments(path: Path, label: str) -> None:
    if path.suffix != ".yaml":
        hint = "comments are read from .yaml files"
        raise error("data/unknown-format", "not a file of comments", Location(label), hint)


def _load_data(path: Path, label: str) -> object:
    if path.suffix not in (".yaml", ".yml", ".json"):
        hint = "data is read from .yaml and .json files"
        raise error("data/unknown-format", "not a file of data", Location(label), hint)
    # JSON is YAML, and YAML says where its mistakes are.
    text = read_text(path, label)
    source = YamlSource(label, text)
    node = compose(text, source, "data/invalid-yaml")
    report = Report(source, "data")
    try:
        value = plain(node, report) if node else None
        if node and label.startswith(f"content/_data/{VIEWS}."):
            snapshot_decoder(node, report)
    except Invalid:
        value = None
    if report.diagnostics:
        raise SsgError(report.diagnostics)
    return value
