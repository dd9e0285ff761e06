"""New articles, sites and themes; nothing that is there is ever overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from ssg.errors import Location, error, reason_of
from ssg.text.slug import slugify


def new_article(root: Path, title: str, date: datetime, section: str, tags: list[str]) -> Path:
    """Write a dated draft with the front matter an editor wants; return its file.

    Raises:
        SsgError: the title makes no file name, or the file is there.

    """
    slug = slugify(title)
    if not slug:
        message = f'the title "{title}" makes no file name'
        hint = "name the file yourself: content/posts/NAME.md"
        raise error("new/no-slug", message, None, hint)
    # A file system takes 255 bytes of name; a title in another script has several a letter.
    name = slug.encode()[:200].decode(errors="ignore").rstrip("-")
    path = root / "content" / "posts" / f"{date:%Y-%m-%d}-{name}.md"
    text = (
        "---\n"
        f"title: {_scalar(title)}\n"
        f"date: {date:%Y-%m-%d %H:%M}\n"
        "draft: true\n"
        "standfirst:\n"
        "authors: []\n"
        f"section: {_scalar(section) if section else ''}\n"
        f"tags: {_scalar(tags)}\n"
        "---\n\n"
    )
    write_new(path, text.replace(": \n", ":\n").encode(), root)
    return path


def new_site(folder: Path, title: str, date: datetime) -> list[Path]:
    """Write a complete small site into a folder that is empty or not there; return its files.

    Raises:
        SsgError: the folder holds anything.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} is there and not empty"
        raise error("new/exists", message, None, "name another folder")
    return copy_pattern("new_site", folder, {"TITLE": _scalar(title), "DATE": f"{date:%Y-%m-%d}"})


def copy_pattern(pattern: str, folder: Path, values: Mapping[str, str]) -> list[Path]:
    """Write the files of a pattern into a folder, with values filled in; return them."""
    written: list[Path] = []
    _copy(files("ssg.build").joinpath(pattern), folder, values, written)
    return written


def _copy(
    source: Traversable, target: Path, values: Mapping[str, str], written: list[Path]
) -> None:
    for item in sorted(source.iterdir(), key=lambda one: one.name):
        name = item.name.replace("dot-", ".")
        for key, value in values.items():
            name = name.replace(key, value)
        if item.is_dir():
            _copy(item, target / name, values, written)
            continue
        text = item.read_text("utf-8")
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        write_new(target / name, text.encode(), target)
        written.append(target / name)


def write_new(path: Path, data: bytes, root: Path) -> None:
    """Write a file that is not there.

    Args:
        path: the file.
        data: what it is to hold.
        root: the folder below which messages name it.

    Raises:
        SsgError: it is there, or can't be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        where = Location(path.relative_to(root).as_posix())
        hint = "choose another title, or edit what is there"
        raise error("new/exists", "the file is there already", where, hint) from None
    except OSError as problem:
        raise error("new/cannot-write", f"cannot write {path}: {reason_of(problem)}") from None


def _scalar(value: str | list[str]) -> str:
    """Return a text or a list of texts as YAML, in quotes where they need them."""
    dumped: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=float("inf")
    )
    return dumped.removesuffix("\n").removesuffix("\n...").strip()
