"""Places in templates."""

from __future__ import annotations

from ssg.errors import Location
from ssg.model.theme import Template


def at_line(template: Template, line: int) -> Location:
    """Return the location of a line of a template."""
    lines = template.text.splitlines()
    return Location(template.path, line, 0, lines[line - 1] if 0 < line <= len(lines) else "")
