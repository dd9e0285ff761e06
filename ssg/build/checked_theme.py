"""The theme of a site, its templates checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ssg.build.load_theme import load_theme
from ssg.build.memory import Memory
from ssg.config.site import SiteConfig
from ssg.errors import Diagnostic, SsgError
from ssg.model.theme import Theme


@dataclass(frozen=True, slots=True)
class CheckedTheme:
    """A theme whose templates are sound, and a digest of each."""

    theme: Theme
    """The theme."""
    templates: Mapping[str, bytes]
    """A digest of each template with all that it refers to."""
    warnings: tuple[Diagnostic, ...]
    """What was found in its templates and translations that doesn't stop a build."""


def checked_theme(
    root: Path, config: SiteConfig, memory: Memory, problems: list[Diagnostic]
) -> CheckedTheme | None:
    """Return the theme of a site; none where it is broken, which is added to ``problems``."""
    try:
        theme = load_theme(root, config, memory.digests())
    except SsgError as failure:
        problems.extend(failure.diagnostics)
        return None
    found: list[Diagnostic] = []
    templates = memory.checked_templates(theme, found)
    problems.extend(one for one in found if one.severity == "error")
    about_templates = (one for one in found if one.severity == "warning")
    return CheckedTheme(theme, templates, (*theme.warnings, *about_templates))
