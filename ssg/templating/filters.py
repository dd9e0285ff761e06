"""The filters and functions of templates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Protocol, TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

from ssg.model.theme import Theme
from ssg.templating.picture import Image, picture_markup
from ssg.text.suggest import did_you_mean
from ssg.text.urls import BaseUrl

_DATE_FORMATS = {"short": "short", "medium": "medium", "long": "long", "full": "full"}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SKELETONS = {"month": "LLLL y", "month-name": "LLLL", "month-short": "LLL", "year": "y"}


class Dated(Protocol):
    """Anything with a date."""

    @property
    def date(self) -> datetime:
        """Its date."""


D = TypeVar("D", bound=Dated)


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale:
    """Return the locale of a language tag; English where nothing is known of it."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def date_filter(language: str) -> Callable[..., str]:
    """Return the filter ``date``: a date in the words of a language."""
    locale = locale_of(language)
    # "22 December 2025" reads the same everywhere; "December 22, 2025" only at home.
    if locale.language == "en" and locale.territory != "US":
        locale = Locale("en", "GB")

    # A day is written in many places, and takes a while each time.
    @lru_cache(maxsize=4096)
    def format_day(day: date, style: str) -> str:
        if style in _DATE_FORMATS:
            return format_date(day, _DATE_FORMATS[style], locale=locale)
        if style in _SKELETONS:
            return format_date(day, _SKELETONS[style], locale=locale)
        hint = did_you_mean(style, [*_DATE_FORMATS, *_SKELETONS, "time"])
        raise TemplateRuntimeError(f'unknown style of dates "{style}"; {hint}'.rstrip("; "))

    def format_moment(value: date | datetime, style: str = "long") -> str:
        if style == "time":
            return format_time(value, "short", locale=locale)  # type: ignore[arg-type]
        return format_day(value.date() if isinstance(value, datetime) else value, style)

    return format_moment


def number_filter(language: str) -> Callable[[float], str]:
    """Return the filter ``number``: a number as a language groups its digits."""
    locale = locale_of(language)

    @lru_cache(maxsize=4096, typed=True)
    def format_number(value: float) -> str:
        return format_decimal(value, locale=locale)

    return format_number


def iso(value: date | datetime) -> str:
    """Return a moment as machines read it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def by_month(items: Iterable[D]) -> list[tuple[date, list[D]]]:
    """Group dated things that come in order of time by month."""
    groups = groupby(items, lambda item: (item.date.year, item.date.month))
    return [(date(year, month, 1), list(group)) for (year, month), group in groups]


def script_json(value: object) -> Markup:
    """Return a value as JSON that may stand in a script element."""
    text = _JSON.encode(value)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _path(function: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        str(value)  # says what is undefined
    raise TemplateRuntimeError(f"{function}() takes a path, not {type(value).__name__}")


@dataclass(frozen=True, slots=True)
class ThemeFunctions:
    """What templates can ask of their theme."""

    theme: Theme
    """The theme."""
    base: BaseUrl
    """Where the site is published."""

    def url(self, path: str) -> str:
        """Return the link to a path of the site; one that leaves the site stays as it is."""
        return self.base.link(_path("url", path))

    def absolute_url(self, path: str) -> str:
        """Return the full URL of a path of the site; one that leaves it stays as it is."""
        return self.base.absolute(_path("absolute_url", path))

    def asset(self, path: str) -> str:
        """Return the link to a static file of the theme; it changes whenever the file does."""
        file = self.theme.static.get(path)
        if file is None:
            hint = did_you_mean(path, self.theme.static) or "add it to static/ of the theme"
            raise TemplateRuntimeError(f'no static file "{path}"; {hint}'.rstrip("; "))
        return f"{self.base.link('/theme/' + path)}?v={file.digest[:8]}"

    def picture(
        self,
        image: Image,
        sizes: str = "100vw",
        alt: str | None = None,
        eager: bool = False,
        widest: int = 0,
        **attributes: object,
    ) -> Markup:
        """Return the HTML of a picture, with the files that a browser may choose from."""
        if isinstance(image, Undefined):
            str(image)  # says what is undefined
        if image is None or isinstance(image, str):
            raise TemplateRuntimeError("picture() takes an image, not its path")
        return picture_markup(image, self.base.link, sizes, alt, eager, widest, attributes)

    def t(self, key: str, **values: object) -> str:
        """Return the words of the interface under a key, in the language of the site."""
        words = self.theme.translations.get(key)
        if words is None:
            hint = did_you_mean(key, self.theme.translations) or "add it to those of the theme"
            raise TemplateRuntimeError(f'no translation of "{key}"; {hint}'.rstrip("; "))
        try:
            return words.format(**values)
        except (KeyError, IndexError, ValueError):
            message = f'the translation of "{key}" asks for values that are not given: {words}'
            raise TemplateRuntimeError(message) from None
