"""Fonts and colours of pictures, read from the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from ssg.build.files import unreadable
from ssg.config.pictures import PictureRules
from ssg.config.site import SiteConfig
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.fonts import Design, FontFile


def load_design(
    root: Path,
    config: SiteConfig,
    rules: PictureRules,
    folder: Path,
    label: str,
    settings: Mapping[str, object],
) -> Design:
    """Return how pictures of a site look.

    Args:
        root: the folder of the site, for fonts of its own.
        config: its configuration.
        rules: what the theme says.
        folder: that of the theme, for its fonts.
        label: how messages name that folder.
        settings: the settings of the theme; the accent is one of them.

    Raises:
        SsgError: with every font that can't be read.

    """
    problems: list[Diagnostic] = []
    where = Location(f"{label}/theme.yaml")
    headline = _fonts(folder, rules.headline, f"{label}/", where, problems)
    small = _fonts(folder, rules.label, f"{label}/", where, problems)
    own = _fonts(root, config.share_cards.fonts, "", config.place("share_cards.fonts"), problems)
    if problems:
        raise SsgError(problems)
    return Design(
        headline=(*headline, *own),
        label=(*small, *own, *headline),
        paper=rules.paper,
        ink=rules.ink,
        accent=str(settings.get("accent", rules.ink)),
    )


def _fonts(
    folder: Path, names: Sequence[str], label: str, where: Location, problems: list[Diagnostic]
) -> tuple[FontFile, ...]:
    found: list[FontFile] = []
    for name in names:
        path = folder / name
        try:
            data = path.read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            message = f'no font "{name}"'
            hint = f"put it there, or take it out: paths are seen from {label or 'site.yaml'}"
            problems.append(Diagnostic("error", "fonts/missing", message, where, hint))
        except OSError as problem:
            problems.append(unreadable(problem, f"{label}{name}"))
        else:
            digest = blake2b(data, digest_size=16).hexdigest()
            found.append(FontFile(f"{label}{name}", digest, data))
    return tuple(found)
