"""A theme with what it inherits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ssg.errors import Diagnostic
from ssg.model.files import FileRef
from ssg.model.fonts import PLAIN, Design

ArgumentType = Literal["text", "file", "image", "embed"]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a shortcode."""

    type: ArgumentType
    """`file` and `image` are looked up like a link, `embed` is what lies elsewhere, `text` is taken
    as it is.
    """
    required: bool
    """Whether it must be given."""


@dataclass(frozen=True, slots=True)
class Shortcode:
    """What a theme says of one of its shortcodes."""

    arguments: Mapping[str, Argument]
    """In the order in which they may be given without names."""
    body: Literal["none", "optional", "required"]
    """Whether it has an end, and text before it."""


@dataclass(frozen=True, slots=True)
class Template:
    """The source of a template."""

    path: str
    """The file, for messages."""
    text: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the themes it inherits from, laid over one another."""

    name: str
    """The theme of the site."""
    templates: Mapping[str, Template]
    """By name, and by ``theme/name`` for extending an inherited one."""
    static: Mapping[str, FileRef]
    """Static files by their path below /theme/."""
    translations: Mapping[str, str]
    """The words of the interface by key, in the language of the site."""
    settings: Mapping[str, object]
    """Settings, those of the site over those of the theme."""
    shortcodes: Mapping[str, Shortcode]
    """Shortcodes by name."""
    design: Design = PLAIN
    """How pictures look, the fonts of the site included."""
    warnings: tuple[Diagnostic, ...] = ()
    """What was found that doesn't stop a build."""
