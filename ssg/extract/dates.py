"""Dates as pages state and write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from babel import Locale

Moment = date | datetime
"""When something appeared: a date alone where nothing tells the time."""

# No page of the web is older; what lies further ahead is a placeholder.
_YEARS = range(1990, 2100)
_LANGUAGES = (
    "en de fr es pt it nl he ar ar_SY ar_MA fa pl cs sk sv da nb fi ru uk bg sr hr sl tr el hu ro "
    "ca et lv lt id"
)
_ISO = re.compile(
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
    r"(?:(?:\s*T\s*|\s*,?\s+)(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,:]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\s?\d{1,2}(?::?\d{2})?)?)?",
    re.I,
)
_COMPACT = re.compile(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<H>\d{2})(?P<M>\d{2})\d{0,2}Z?)?"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_MONTH = r"(?P<month>[^\W\d_][^\W\d_'’״׳]*\.?(?:['’׳])?)"
_DAY_FIRST = re.compile(
    rf"(?<![\d.:/])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|re|ère|º|°|ª|\.)?[\s/-]*(?:de\s|d['’]|of\s|ng\s)?"
    rf"{_MONTH}[\s,/-]*(?:de[l]?\s|d['’])?['’]?(?P<y>\d{{4}}|\d{{2}}(?![\d:.h]))(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_MONTH}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?,?\s+(?P<y>\d{{4}})(?!\d)", re.I
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<y>\d{{4}})\.?\s+{_MONTH}\s+(?P<d>\d{{1,2}})(?!\d)", re.I)
_EAST = re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]")
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})([./-])\s?(?P<b>\d{1,2})\2\s?(?P<y>\d{4}|\d{2})(?![\d])"
)
_TIME = re.compile(
    r"(?<![\d.,/-])(?P<H>\d{1,2})\s?(?:(?P<colon>[:h.]|\sh\s|時|시)\s?(?P<M>\d{2}))?(?::\d{2})?(?![\d./-])"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*\(?(?P<zone>[A-Z]{2,5}\b|[+-]\d{2}:?\d{2})?",
    re.I,
)
_HOURS = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("BST", "WEST", "CET", "MEZ"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST"), 2),
    **dict.fromkeys(("EEST", "MSK", "IDT"), 3),
    "EDT": -4,
    "EST": -5,
    "CDT": -5,
    "CST": -6,
    "MDT": -6,
    "MST": -7,
    "PDT": -7,
    "PST": -8,
    "JST": 9,
    "KST": 9,
    "HKT": 8,
    "SGT": 8,
    "AEST": 10,
    "AEDT": 11,
    "BRT": -3,
}
_IN_PATH = re.compile(
    r"[/_-](?P<y>(?:19|20)\d{2})[/_-](?P<m>\d{1,2}|[a-z]{3})[/_-](?P<d>\d{1,2})(?=[/_.-]|$)"
    r"|[/_-](?P<y2>20\d{2})(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=[/_.-]|$)"
)


def parse_date(text: str, language: str = "") -> Moment | None:
    """Return the moment that a text states, whether for machines or for readers.

    A time of exactly midnight is none: it is what programs write where they know the day alone.
    """
    text = text.strip()[:200]
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) == 13 else 1)
        moment = datetime.fromtimestamp(seconds, UTC)
        return moment if moment.year in _YEARS else None
    if match := _ISO.match(text):
        return _made(match.groupdict())
    if match := _COMPACT.fullmatch(text):
        return _made(match.groupdict())
    if re.match(r"\w{3}, \d{1,2} \w{3} \d{4} \d{1,2}:", text):
        try:
            moment = parsedate_to_datetime(text)
            return moment if moment.year in _YEARS else None
        except ValueError:
            return None
    return next(dates_in(text, language), None)


def dates_in(text: str, language: str = "") -> Iterator[Moment]:
    """Yield the moments that a text for readers names, in its order: ``12. März 2026, 18.04 Uhr``.

    Where numbers alone may be read both ways, months come first in English as it is written in
    the United States, and where nothing tells one English from another.
    """
    found: list[tuple[int, int, Moment]] = []
    for pattern in (_ISO, _EAST, _DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _NUMBERS):
        for match in pattern.finditer(text):
            parts: dict[str, str | None] = match.groupdict()
            if "month" in parts:
                parts["m"] = str(_month(parts["month"] or "", language) or "")
            elif "a" in parts:
                parts |= _ordered(int(match["a"]), int(match["b"]), match[2], text, language)
            moment = _made(parts)
            overlaps = any(match.start() < end and start < match.end() for start, end, _ in found)
            if moment is None or overlaps:
                continue
            found.append((match.start(), match.end(), moment))
    found.sort(key=lambda one: one[0])
    for place, (start, end, moment) in enumerate(found):
        after = found[place + 1][0] if place + 1 < len(found) else len(text)
        if type(moment) is date:
            before = "" if place else text[max(0, start - 30) : start]
            moment = _with_time(moment, text[end : min(end + 40, after)], before)
        yield moment


def date_in_url(url: str) -> date | None:
    """Return the day that an address names, as those of many outlets do."""
    path = re.sub(r"^https?://[^/]*|[?#].*$", "", url.lower())
    for match in _IN_PATH.finditer(path):
        parts = match.groupdict()
        if parts["y2"]:
            parts = {"y": parts["y2"], "m": parts["m2"], "d": parts["d2"]}
        elif parts["m"] and not parts["m"].isdigit():
            parts["m"] = str(_month(parts["m"], "en") or "")
        if moment := _made(parts):
            return moment
    return None


def day_of(moment: Moment) -> date:
    """Return the day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def _made(parts: dict[str, str | None]) -> Moment | None:
    """Return the moment made of named parts; nothing where there is no such day."""
    if not (parts.get("y") and parts.get("m") and parts.get("d")):
        return None
    year = int(parts["y"] or 0)
    if len(parts["y"] or "") == 2:
        year += 2000 if year < 70 else 1900
    try:
        day = date(year, int(parts["m"] or 0), int(parts["d"] or 0))
        if day.year not in _YEARS:
            return None
        if parts.get("H") is None:
            return day
        moment = datetime(
            day.year, day.month, day.day,
            int(parts["H"] or 0), int(parts["M"] or 0), int(parts.get("S") or 0),
            tzinfo=_zone(parts.get("zone")),
        )  # fmt: skip
    except ValueError:
        return _day(parts)
    at_midnight = not (moment.hour or moment.minute or moment.second)
    return day if at_midnight else moment


def _day(parts: dict[str, str | None]) -> date | None:
    """Return the day made of named parts, whatever time they add."""
    try:
        return date(int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0))
    except ValueError:
        return None


def _zone(name: str | None) -> timezone | None:
    name = (name or "").upper().replace(" ", "")
    if match := re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})?", name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(-offset if match[1] == "-" else offset)
    if name not in _HOURS:
        return None
    return timezone(timedelta(hours=_HOURS[name])) if _HOURS[name] else UTC


def _with_time(day: date, after: str, before: str) -> Moment:
    """Return a day with the time of day that stands beside it."""
    for text, pattern in ((after, _TIME), (before, _TIME)):
        for match in pattern.finditer(text):
            if not match["half"] and not (match["colon"] and match["M"]):
                continue
            hour = int(match["H"])
            if match["half"]:
                hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
            try:
                zone = _zone(match["zone"])
                moment = datetime(
                    day.year, day.month, day.day, hour, int(match["M"] or 0), tzinfo=zone
                )
            except ValueError:
                continue
            return moment if moment.hour or moment.minute else day
    return day


def _ordered(first: int, second: int, sign: str, text: str, language: str) -> dict[str, str | None]:
    """Tell the day from the month of a date in numbers."""
    american = (sign != "." and language.lower() in ("", "en", "en-us", "en-ph")) or bool(
        re.search(r"\b[ECMP][SD]T\b", text)
    )
    if first > 12 or (second <= 12 and not american):
        return {"d": str(first), "m": str(second)}
    return {"d": str(second), "m": str(first)}


def _month(word: str, language: str) -> int | None:
    """Return the number of a month by its name, in the language of the page before others."""
    word = word.casefold().rstrip(".'’׳״").removeprefix("ב")
    code = re.split("[-_]", language.lower())[0]
    code = {"iw": "he", "no": "nb", "nn": "nb"}.get(code, code)
    known = _LANGUAGES.split()
    order = [one for one in known if one.split("_")[0] == code] + ["en"] + known
    return next(filter(None, (_months(one).get(word) for one in dict.fromkeys(order))), None)


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    names = Locale.parse(language).months["format"]
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in names[width].items():
            name = name.casefold().rstrip(".׳").removeprefix("de ").removeprefix("d’")
            found.setdefault(name, number)
            found.setdefault(name[:3] if name.isascii() else name, number)
    if language == "en":
        found["sept"] = 9
    return found
