"""Links of a built site that lead to no file of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

_OPAQUE = re.compile(
    r"<!--.*?-->|<(script|style|textarea)\b(?P<start>[^>]*>).*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"""<[A-Za-z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(
    r"""\s(?P<name>href|src|srcset|poster|data|action)\s*=\s*
        (?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def dead_links(output: Path, base_path: str) -> list[str]:
    """Return every link on the pages of a site that leads to no file of it, in a steady order.

    Each is the page, a colon, a blank, and the path that the link means on the site; a path
    outside the site is shown whole, after an exclamation mark.

    Args:
        output: the folder of the site.
        base_path: the path under which it is published, such as ``/blog``; ``/`` for none.

    """
    base = f"/{base_path.strip('/')}/".replace("//", "/")
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    found: set[str] = set()
    for page in sorted(files):
        if not page.endswith(".html"):
            continue
        folder = base + page.rpartition("/")[0]
        for target in set(targets_of((output / page).read_text("utf-8"))):
            path = unquote(re.split("[?#]", target)[0])
            if not path:
                continue
            full = posixpath.normpath(posixpath.join(folder, path))
            full += "/" if path.endswith(("/", "/.", "/..")) and full != "/" else ""
            if not full.startswith(base):
                found.add(f"{page}: !{full}")
                continue
            file = full.removeprefix(base)
            if (file + "index.html" if file.endswith("/") or not file else file) not in files:
                found.add(f"{page}: /{file}")
    return sorted(found)


def targets_of(html: str) -> Iterator[str]:
    """Yield the target of every link in a page that names no other site."""
    for tag in _TAG.findall(_OPAQUE.sub(lambda match: f"<x {match['start'] or '>'}", html)):
        for match in _ATTRIBUTE.finditer(tag):
            value = unescape(match["double"] or match["single"] or match["bare"] or "").strip()
            values = [value]
            if match["name"].lower() == "srcset":
                values = [source.split()[0] for source in re.split(r",\s+", value) if source]
            yield from (one for one in values if one and not _EXTERNAL.match(one))
