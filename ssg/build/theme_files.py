"""Themes of a site's own: made, and filled with copies of what they inherit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import ssg
from ssg.build.files import Found, walk
from ssg.build.load import load_config, read_text
from ssg.build.load_theme import Layer, theme_folders, theme_layers
from ssg.build.new import copy_pattern, write_new
from ssg.config.site import SiteConfig
from ssg.errors import Location, error
from ssg.templating.copied import note_over
from ssg.text.slug import slugify
from ssg.text.suggest import did_you_mean

_TEMPLATES = "templates/"
_TEXTS = (".html", ".txt", ".css", ".js", ".yaml")


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file that the theme of a site has or inherits."""

    name: str
    """A template as others include it; anything else by its path in the theme."""
    theme: str
    """The theme that it comes from, or that has it beneath the site's own."""
    path: Path
    """The file there."""
    own: bool
    """Whether the site's own theme has it too, in its place."""

    @property
    def place(self) -> str:
        """Where it stands in a theme."""
        inside = self.name.startswith(("static/", "translations/"))
        return self.name if inside else _TEMPLATES + self.name


def new_theme(root: Path, name: str, parent: str) -> list[Path]:
    """Write a small theme into a site; return its files.

    Args:
        root: the folder of site.yaml.
        name: how it is to be called.
        parent: the theme to inherit from; empty for the one that the site uses.

    Raises:
        SsgError: the name can't be one or is taken, or there is no such theme to inherit from.

    """
    if not name or slugify(name) != name:
        message = f'"{name}" can\'t be the name of a theme'
        hint = f'write "{slugify(name)}"' if slugify(name) else "use letters, digits and hyphens"
        raise error("theme/bad-name", message, None, hint)
    own, shipped = theme_folders(root)
    if (shipped / name).is_dir():
        message = f'a theme "{name}" comes with ssg'
        raise error("theme/taken", message, None, "choose another name")
    folder = own / name
    if folder.exists():
        where = Location(f"themes/{name}")
        hint = "choose another name, or change what is there"
        raise error("new/exists", "the theme is there already", where, hint)
    config = load_config(root)
    if parent:
        theme_layers(root, parent, None)
    else:
        parent = _layers(root, config)[0].config.name
    return copy_pattern("new_theme", folder, {"NAME": name, "PARENT": parent})


def theme_files(root: Path) -> list[ThemeFile]:
    """Return every file that the theme of a site inherits, or has where it is its own, by name.

    Raises:
        SsgError: the theme is missing or wrong.

    """
    return _files(_layers(root, load_config(root)), root)


def eject(root: Path, asked: str) -> Path:
    """Copy an inherited file into the site's own theme, so that it can be changed; return it.

    Args:
        root: the folder of site.yaml.
        asked: a name of ``theme_files``, or the path of the file in its theme.

    Raises:
        SsgError: the site has no theme of its own, there is no such file, or the theme has it.

    """
    config = load_config(root)
    layers = _layers(root, config)
    layer = layers[0]
    if not _is_own(layer, root):
        message = (
            f'the theme "{config.theme.name}" comes with ssg, and the site has none of its own'
        )
        hint = "make one that inherits from it: ssg theme new NAME"
        raise error("theme/not-own", message, config.place("theme.name"), hint)
    file = _find(_files(layers, root), asked)
    target = layer.folder / file.place
    if file.own:
        where = Location(f"{layer.label}/{file.place}")
        hint = "change what is there, or remove it first"
        raise error("new/exists", "the theme has this file already", where, hint)
    data = file.path.read_bytes()
    if file.path.suffix in _TEXTS:
        original = f"{file.theme}/{file.name}"
        text = read_text(file.path, original)
        data = (note_over(original, text, ssg.__version__) + text).encode()
    write_new(target, data, root)
    return target


def _files(layers: list[Layer], root: Path) -> list[ThemeFile]:
    first, *rest = layers
    is_own = _is_own(first, root)
    own = _names(first) if is_own else {}
    found: dict[str, ThemeFile] = {}
    for layer in reversed(rest if is_own else layers):
        for name, path in _names(layer).items():
            found[name] = ThemeFile(name, layer.config.name, path, name in own)
    return sorted(found.values(), key=lambda one: (not one.place.startswith(_TEMPLATES), one.name))


def _find(files: list[ThemeFile], asked: str) -> ThemeFile:
    last = Counter(one.path.name for one in files)
    by_name = {one.path.name: one for one in files if last[one.path.name] == 1}
    by_name |= {name: one for one in files for name in (one.place, one.name)}
    for name in (asked, f"{asked}.html"):
        if name in by_name:
            return by_name[name]
    close = did_you_mean(asked, by_name)
    hint = close or '"ssg theme list" names all that are inherited'
    raise error("theme/no-file", f'the theme inherits no "{asked}"', None, hint)


def _layers(root: Path, config: SiteConfig) -> list[Layer]:
    return theme_layers(root, config.theme.name, config.place("theme.name"))


def _is_own(layer: Layer, root: Path) -> bool:
    return layer.folder.parent == theme_folders(root)[0]


def _names(layer: Layer) -> dict[str, Path]:
    """Return the files of one theme by name; broken ones are told of when the site is built."""
    found: dict[str, Path] = {}
    for folder in ("templates", "static", "translations"):
        for file in walk(layer.folder / folder, f"{layer.label}/{folder}"):
            if isinstance(file, Found):
                name = file.name if folder == "templates" else f"{folder}/{file.name}"
                found[name] = file.path
    return found
