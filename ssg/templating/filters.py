"""The filters and functions of templates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Protocol, TypeVar

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal
from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

from ssg.model.theme import Theme
from ssg.templating.picture import Image, picture_markup
from ssg.text.locales import locale_of, plural_of, plurals_of
from ssg.text.suggest import did_you_mean
from ssg.text.urls import BaseUrl

_DATE_FORMATS = {"short": "short", "medium": "medium", "long": "long", "full": "full"}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# A month alone is named otherwise than one with a day, and joined to its year by each language's
# own word: "grudzień 2025" but "1 grudnia", "diciembre de 2025".
_SKELETONS = {"month": "yMMMM", "month-name": "LLLL", "month-short": "LLL", "year": "y"}
# French counts the first of a month, where the data of locales have a plain 1.
_FRENCH_FIRST = re.compile(r"\b1 (?=\D)")


class Dated(Protocol):
    """Anything with a date."""

    @property
    def date(self) -> datetime:
        """Its date."""


D = TypeVar("D", bound=Dated)


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
            said = format_date(day, _DATE_FORMATS[style], locale=locale)
            first = locale.language == "fr" and day.day == 1 and style != "short"
            return _FRENCH_FIRST.sub("1er ", said, count=1) if first else said
        if style == "month":
            return format_skeleton(_SKELETONS[style], day, locale=locale)
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


def asset_link(theme: Theme, path: str, base: BaseUrl) -> str:
    """Return the link to a static file of a theme; it changes whenever the file does."""
    return f"{base.link('/theme/' + path)}?v={theme.static[path].digest[:8]}"


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
    language: str
    """The language of the site."""
    number: Callable[[float], str]
    """The filter of that name."""

    def url(self, path: str) -> str:
        """Return the link to a path of the site; one that leaves the site stays as it is."""
        return self.base.link(_path("url", path))

    def absolute_url(self, path: str) -> str:
        """Return the full URL of a path of the site; one that leaves it stays as it is."""
        return self.base.absolute(_path("absolute_url", path))

    def asset(self, path: str) -> str:
        """Return the link to a static file of the theme; it changes whenever the file does."""
        if path not in self.theme.static:
            hint = did_you_mean(path, self.theme.static) or "add it to static/ of the theme"
            raise TemplateRuntimeError(f'no static file "{path}"; {hint}'.rstrip("; "))
        return asset_link(self.theme, path, self.base)

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

    def plural(self, key: str, number: float, /, **values: object) -> str:
        """Return the words under a key for a number, which they have as ``count``.

        They stand under ``key_one``, ``key_few`` and so on, as the language of the site counts;
        else under ``key_other``; else under the key itself.
        """
        form = plural_form(self.theme.translations, key, plural_of(number, self.language))
        return self.t(form, count=self.number(number), **values)

    def plural_forms(self, key: str, /, **values: object) -> dict[str, str]:
        """Return the words under a key for every plural of the language, by its name, for scripts
        that count by themselves.
        """
        names = dict.fromkeys((*plurals_of(self.language), "other"))
        words = self.theme.translations
        return {name: self.t(plural_form(words, key, name), **values) for name in names}


def plural_form(translations: Mapping[str, str], key: str, category: str) -> str:
    """Return the key under which the words for a plural category stand."""
    forms = (f"{key}_{category}", f"{key}_other", key)
    return next((form for form in forms if form in translations), f"{key}_other")
