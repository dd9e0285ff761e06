"""Drawings: their size, and whether they hold anything but a drawing."""

from __future__ import annotations

import re
from xml.parsers import expat

from ssg.errors import Diagnostic, Location, SsgError, error
from ssg.model.image import ImageFacts

_SVG = "http://www.w3.org/2000/svg"
# What runs, or shows pages of others.
_FORBIDDEN = {"script", "foreignobject", "iframe", "object", "embed", "handler", "audio", "video"}
_CHANGING = {"set", "animate", "animatetransform", "animatemotion"}
_BEGIN = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:\w+:)?svg[\s>/]",
    re.DOTALL,
)
_FETCHED = re.compile(
    r"@import|image-set\(|url\((?!\s*['\"]?\s*(?:#|data:(?:image/(?!svg)|font/|application/)))",
    re.I,
)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_RUNS = re.compile(r"on|(?:xlink:)?href")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in|)\s*$")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_EMPTY = ImageFacts("svg", 300, 150)
"""The size that browsers give a drawing that says none."""


def is_svg(data: bytes) -> bool:
    """Tell whether a file begins as a drawing does."""
    return _BEGIN.match(data[:65_536]) is not None


def svg_facts(data: bytes, where: Location) -> ImageFacts:
    """Return the size of a drawing that holds nothing but a drawing.

    Raises:
        SsgError: it is damaged; or with everything in it that runs, or fetches from elsewhere.

    """
    reader = _Reader(where)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as problem:
        reason = expat.ErrorString(problem.code)
        place = Location(where.path, problem.lineno)
        hint = "save the drawing anew as SVG"
        raise error("images/broken", f"the drawing is damaged: {reason}", place, hint) from None
    if reader.problems:
        raise SsgError(reader.problems)
    return reader.facts


class _Reader:
    """Reads a drawing, and notes what is wrong in it."""

    def __init__(self, where: Location) -> None:
        self.problems: list[Diagnostic] = []
        self.facts = _EMPTY
        self._where = where
        self._depth = 0
        self._style: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.buffer_text = True

    def _unsafe(self, what: str, hint: str) -> None:
        place = Location(self._where.path, self.parser.CurrentLineNumber)
        self.problems.append(Diagnostic("error", "images/unsafe-svg", what, place, hint))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._depth and space in ("", _SVG):
            self.facts = _sized(attributes)
        self._depth += 1
        if local.lower() == "style":
            self._style = []
        if local.lower() in _FORBIDDEN:
            hint = "take it out, or save the drawing as plain SVG"
            self._unsafe(f"the drawing holds <{local}>", hint)
        for key, value in attributes.items():
            self._attribute(local.lower(), key.rpartition(" ")[2].lower(), value)

    def _attribute(self, element: str, key: str, value: str) -> None:
        plain = "".join(value.split()).lower()
        if key.startswith("on"):
            self._unsafe(f'the drawing has an event handler "{key}"', "take it out")
        elif (
            element in _CHANGING and key == "attributename" and re.match(r"on|(xlink:)?href", plain)
        ):
            self._unsafe(f'the drawing changes "{value}" while it is shown', "take it out")
        elif key in ("href", "src"):
            self._reference(element, plain)
        elif _fetches(value):
            self._unsafe(f'the drawing fetches from elsewhere in "{key}"', _KEEP_WITHIN)

    def _reference(self, element: str, target: str) -> None:
        if target.startswith("#") or re.match(r"data:image/(png|jpeg|gif|webp|avif)[;,]", target):
            return
        if element == "a" and re.match(r"https?://|mailto:|/|\.{0,2}/", target):
            return  # a link, which a reader follows or not
        shown = target if len(target) < 60 else target[:60] + "…"
        self._unsafe(f'the drawing refers to "{shown}"', _KEEP_WITHIN)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._style is not None and _fetches("".join(self._style)):
            self._unsafe("the style sheet of the drawing fetches from elsewhere", _KEEP_WITHIN)
        self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _entity(self, name: str, *_rest: object) -> None:
        hint = "save the drawing as plain SVG, without a document type"
        self._unsafe(f'the drawing declares the entity "{name}"', hint)
        # What it stands for may be a file of this machine, or a billion words.
        raise SsgError(self.problems)

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._unsafe("the drawing fetches a style sheet", _KEEP_WITHIN)


_KEEP_WITHIN = "put what it shows into the drawing itself, or take it out"


def _fetches(css: str) -> bool:
    """Tell whether a style names anything outside of the drawing."""

    def plain(match: re.Match[str]) -> str:
        number = int(match[1], 16) if match[1] else 0
        return match[2] or (chr(number) if 0 < number < 0x110000 else "")

    return (
        _FETCHED.search(_ESCAPED.sub(plain, re.sub(r"/\*.*?\*/", "", css, flags=re.S))) is not None
    )


def _sized(attributes: dict[str, str]) -> ImageFacts:
    width, height = (_pixels(attributes.get(name, "")) for name in ("width", "height"))
    numbers = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        box = [float(one) for one in numbers] if len(numbers) == 4 else []
    except ValueError:
        box = []
    ratio = box[2] / box[3] if box and box[2] > 0 and box[3] > 0 else 0.0
    if not (width and height) and ratio:
        wide = width or (height * ratio if height else box[2])
        width, height = wide, wide / ratio
    if not (width and height):
        return _EMPTY
    across, down = (min(max(1, round(one)), 100_000) for one in (width, height))
    return ImageFacts("svg", across, down)


def _pixels(length: str) -> float:
    match = _LENGTH.match(length)
    return float(match[1]) * _PIXELS[match[2]] if match else 0.0
