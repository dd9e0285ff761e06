"""The icon of a site, found on the disk and checked."""

from __future__ import annotations

from pathlib import Path

from ssg.build.digests import digest_of
from ssg.build.files import unreadable
from ssg.config.site import SiteConfig
from ssg.errors import Diagnostic, Location, SsgError, error
from ssg.model.files import FileRef, SiteIcon

_LEAST = 512
_MOST = 8192
_PNG = b"\x89PNG\r\n\x1a\n"


def load_icon(root: Path, config: SiteConfig, problems: list[Diagnostic]) -> SiteIcon:
    """Return the files of the icon of a site; what is wrong with them is among the problems.

    Beside an SVG a PNG of the same name may lie, for systems that show no SVG.
    """
    name = config.icon
    if not name:
        return SiteIcon()
    where = config.place("icon")
    try:
        file = root / name
        suffix = file.suffix.casefold()
        if suffix == ".png":
            return SiteIcon(raster=_raster(file, name, where))
        if suffix != ".svg":
            message = f'the icon "{name}" is neither PNG nor SVG'
            raise error("icon/unknown-format", message, where, "save it as PNG")
        beside = file.with_suffix(".png")
        label = name[: -len(suffix)] + ".png"
        raster = _raster(beside, label, where) if beside.is_file() else None
        return SiteIcon(_vector(file, name, where), raster)
    except SsgError as failure:
        problems.extend(failure.diagnostics)
    return SiteIcon()


def _vector(file: Path, name: str, where: Location) -> FileRef:
    begin = _read(file, name, where, 4096)
    if b"<svg" not in begin:
        message = f'the icon "{name}" is no SVG'
        raise error("icon/unreadable", message, where, "save it as SVG, or name another file")
    return FileRef(str(file), name, digest_of(file).hex())


def _raster(file: Path, name: str, where: Location) -> FileRef:
    begin = _read(file, name, where, 24)
    if len(begin) < 24 or not begin.startswith(_PNG):
        message = f'the icon "{name}" is no PNG'
        raise error("icon/unreadable", message, where, "save it as PNG, or name another file")
    width, height = (int.from_bytes(begin[at : at + 4], "big") for at in (16, 20))
    size = f"{width} by {height} pixels"
    if width != height:
        message = f'the icon "{name}" is not square: {size}'
        raise error("icon/not-square", message, where, "cut it to a square")
    if not _LEAST <= width <= _MOST:
        message = f'the icon "{name}" has {size}'
        hint = f"make it {_LEAST} pixels wide or more, and {_MOST} at most"
        raise error("icon/wrong-size", message, where, hint)
    return FileRef(str(file), name, digest_of(file).hex())


def _read(file: Path, name: str, where: Location, count: int) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(count)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        hint = "put it there, or name another: its path is seen from the folder of site.yaml"
        raise error("icon/missing", f'no icon "{name}"', where, hint) from None
    except OSError as problem:
        raise SsgError([unreadable(problem, name)]) from None
