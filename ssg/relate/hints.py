"""What a link that leads nowhere may have meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from ssg.text.suggest import Nearby
from ssg.text.urls import relative_to


class LinkHints:
    """Finds what a link that leads nowhere may have meant; made ready by the first of them."""

    def __init__(self, files: Iterable[str], paths: Iterable[str]) -> None:
        """Set up.

        Args:
            files: the files of content/ that can be linked to.
            paths: every path of the site.

        """
        self._all_files = sorted(files)
        self._all_paths = paths
        self._known: dict[tuple[str, str], str] = {}

    def hint(self, decoded: str, file: str, folder: str) -> str:
        """Return what to do about a link.

        Args:
            decoded: its target.
            file: the file that it would be, below content/.
            folder: the folder below content/ in which it is written.

        """
        if decoded.startswith("www."):
            return f'write "https://{decoded}" if it leaves the site'
        if (decoded, file) not in self._known:
            self._known[decoded, file] = self._find(decoded, file)
        close = self._known[decoded, file]
        if close and not close.startswith("/"):
            close = f"/{close}" if decoded.startswith("/") else relative_to(folder, close)
        return f'did you mean "{close}"?' if close else "mend it, or take it out"

    def _find(self, decoded: str, file: str) -> str:
        name = file.rpartition("/")[2]
        close = (
            (self._named[name][0] if name in self._named else None)
            or self._files.nearest(file)
            or (self._paths.nearest(decoded) if decoded.startswith("/") else None)
        )
        return close or ""

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        named: dict[str, list[str]] = defaultdict(list)
        for file in self._all_files:
            named[file.rpartition("/")[2]].append(file)
        return dict(named)

    @cached_property
    def _files(self) -> Nearby:
        return Nearby(self._all_files)

    @cached_property
    def _paths(self) -> Nearby:
        return Nearby(self._all_paths)
