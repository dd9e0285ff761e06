"""Links within the site, resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ssg.errors import Diagnostic
from ssg.model.body import Link
from ssg.model.files import FileRef
from ssg.text.urls import decode_path, split_target


@dataclass(frozen=True, slots=True)
class ResolvedLinks:
    """What every link within the site leads to."""

    paths: Mapping[tuple[str, str], str]
    """By source file and target as written: the root-relative path, with its ``#`` and ``?``."""
    assets: Mapping[str, FileRef]
    """The files of content/ to publish, by root-relative path."""
    diagnostics: tuple[Diagnostic, ...]
    """Links that lead nowhere."""

    def path(self, document: str, link: Link) -> str:
        """Return where a link in a document leads; a broken one leads where it was meant to."""
        known = self.paths.get((document, link.target))
        if known is not None or not link.target.startswith("/"):
            return link.target if known is None else known
        # Paths of the site are encoded when they are written, and must not be twice.
        path, rest = split_target(link.target)
        return decode_path(path) + rest
