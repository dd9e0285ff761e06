"""A theme and what it inherits, read from the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ssg
from ssg.build.digests import Digests, file_ref
from ssg.build.files import Found, unreadable, walk
from ssg.build.load import read_text
from ssg.build.load_design import load_design
from ssg.config.site import SiteConfig
from ssg.config.theme import (
    Setting,
    ShortcodeRules,
    ThemeConfig,
    choose_settings,
    decode_theme,
)
from ssg.config.translations import TranslationFile, decode_translations, lay_over, tags_of
from ssg.errors import Diagnostic, Location, SsgError, error
from ssg.model.files import FileRef
from ssg.model.fonts import Design
from ssg.model.theme import Shortcode, Template, Theme
from ssg.text.slug import is_slug
from ssg.text.suggest import did_you_mean, nearest

_FOLDERS = ("templates", "static", "translations")
_FALLBACK_THEME = "default"


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of a chain of inheritance."""

    folder: Path
    """Its folder."""
    label: str
    """The same for messages."""
    config: ThemeConfig
    """What its theme.yaml says."""


def theme_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders that hold themes: that of the site, then that of ssg."""
    package = Path(ssg.__file__).parent
    # In a checkout the themes stand beside the package, in an installation within it.
    shipped = package / "themes" if (package / "themes").is_dir() else package.parent / "themes"
    return (root / "themes", shipped)


def load_theme(root: Path, config: SiteConfig, digests: Digests) -> Theme:
    """Return the theme of a site, laid over the themes that it inherits from.

    Raises:
        SsgError: a theme is missing or wrong, or inherits from itself.

    """
    layers = theme_layers(root, config.theme.name, config.place("theme.name"))
    templates: dict[str, Template] = {}
    static: dict[str, FileRef] = {}
    settings: dict[str, Setting] = {}
    shortcodes: dict[str, ShortcodeRules] = {}
    words: list[list[TranslationFile]] = []
    problems: list[Diagnostic] = []
    for layer in reversed(layers):
        problems.extend(_misnamed(layer))
        for name, template in _templates(layer, problems).items():
            templates[name] = templates[f"{layer.config.name}/{name}"] = template
        static |= _static(layer, digests, problems)
        settings |= layer.config.settings
        shortcodes |= layer.config.shortcodes
        words.append(_translations(layer, config.language, problems))
    names = frozenset(f"title.{name}" for name in config.taxonomy_names)
    folders = [layer.label for layer in reversed(layers)]
    translations, about_words = lay_over(words, folders, config.language, names)
    problems.extend(one for one in about_words if one.severity == "error")
    if problems:
        raise SsgError(problems)
    chosen = choose_settings(settings, config.theme.settings, config.place)
    return Theme(
        name=config.theme.name,
        templates=templates,
        static=static,
        translations=translations,
        settings=chosen,
        shortcodes={name: _shortcode(rules) for name, rules in shortcodes.items()},
        design=_design(root, config, layers, chosen),
        warnings=about_words,
    )


def theme_layers(root: Path, name: str, asked_by: Location | None) -> list[Layer]:
    """Return a theme and its ancestors, itself first.

    Raises:
        SsgError: one is missing or wrong, or inherits from itself.

    """
    layers: list[Layer] = []
    while name:
        if any(layer.config.name == name for layer in layers):
            circle = [layer.config.name for layer in layers]
            circle = [*circle[circle.index(name) :], name]
            message = f'the theme "{name}" inherits from itself'
            notes = (" extends ".join(f'"{one}"' for one in circle),) * (len(circle) > 2)
            hint = 'change "extends" in this theme.yaml'
            raise error("theme/endless", message, asked_by, hint, notes)
        layer = _layer_in(theme_folders(root), name, asked_by)
        layers.append(layer)
        asked_by = Location(f"{layer.label}/theme.yaml")
        name = layer.config.extends
    return layers


def _layer_in(folders: Sequence[Path], name: str, asked_by: Location | None) -> Layer:
    folder = next((one / name for one in folders if (one / name / "theme.yaml").is_file()), None)
    if folder is None or "/" in name or name.startswith("."):
        there = [path.parent.name for one in folders for path in one.glob("*/theme.yaml")]
        hint = did_you_mean(name, there) or "there are " + ", ".join(sorted(set(there)))
        if is_slug(name) and (folders[0] / name).is_dir():
            hint = f'write themes/{name}/theme.yaml: "name: {name}", "extends: default"'
        raise error("theme/missing", f'no theme "{name}"', asked_by, hint)
    label = f"themes/{name}"
    file = f"{label}/theme.yaml"
    config = decode_theme(read_text(folder / "theme.yaml", file), file)
    if config.name != name:
        message = f'the theme in {label} calls itself "{config.name}"'
        where = Location(file)
        raise error("theme/wrong-name", message, where, f'write "name: {name}"')
    return Layer(folder, label, config)


def _misnamed(layer: Layer) -> Iterator[Diagnostic]:
    """Yield an error for each folder whose name is all but one that a theme may have."""
    for path in sorted(layer.folder.iterdir()):
        if path.is_dir() and path.name not in _FOLDERS and nearest(path.name, _FOLDERS):
            message = f'a theme has no folder "{path.name}", so nothing in it is used'
            where = Location(f"{layer.label}/{path.name}")
            hint = did_you_mean(path.name, _FOLDERS)
            yield Diagnostic("error", "theme/unknown-folder", message, where, hint)


def _templates(layer: Layer, problems: list[Diagnostic]) -> dict[str, Template]:
    found: dict[str, Template] = {}
    folder = layer.folder / "templates"
    for file in _files(folder, f"{layer.label}/templates", problems):
        label = f"{layer.label}/templates/{file.name}"
        try:
            found[file.name] = Template(label, read_text(file.path, label))
        except SsgError as failure:
            problems.extend(failure.diagnostics)
    return found


def _static(layer: Layer, digests: Digests, problems: list[Diagnostic]) -> dict[str, FileRef]:
    label = f"{layer.label}/static"
    found: dict[str, FileRef] = {}
    for file in _files(layer.folder / "static", label, problems):
        try:
            found[file.name] = file_ref(file, f"{label}/{file.name}", digests)
        except OSError as problem:
            problems.append(unreadable(problem, f"{label}/{file.name}"))
    return found


def _translations(layer: Layer, language: str, problems: list[Diagnostic]) -> list[TranslationFile]:
    found: list[TranslationFile] = []
    for tag in tags_of(language):
        path = layer.folder / "translations" / f"{tag}.yaml"
        label = f"{layer.label}/translations/{tag}.yaml"
        try:
            if path.is_file():
                found.append(decode_translations(read_text(path, label), label, tag))
        except SsgError as failure:
            problems.extend(failure.diagnostics)
    return found


def _design(
    root: Path, config: SiteConfig, layers: Sequence[Layer], settings: Mapping[str, object]
) -> Design:
    """Return how pictures look: as the nearest theme says, else as that which comes with ssg."""
    shipped = theme_folders(root)[-1:]
    for layer in (*layers, _layer_in(shipped, _FALLBACK_THEME, Location("themes"))):
        if rules := layer.config.pictures:
            return load_design(root, config, rules, layer.folder, layer.label, settings)
    raise AssertionError("the default theme has fonts")


def _files(folder: Path, label: str, problems: list[Diagnostic]) -> Sequence[Found]:
    found = list(walk(folder, label))
    problems.extend(one for one in found if isinstance(one, Diagnostic))
    return [one for one in found if isinstance(one, Found)]


def _shortcode(rules: ShortcodeRules) -> Shortcode:
    body = rules.body
    assert body in ("none", "optional", "required")
    return Shortcode(rules.arguments, body)  # type: ignore[arg-type]
