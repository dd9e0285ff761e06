"""Links within the site, resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ssg.errors import Diagnostic
from ssg.model.document import Link
from ssg.model.files import FileRef


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
        """Return where a link in a document leads; a broken one stays as it was written."""
        return self.paths.get((document, link.target), link.target)
