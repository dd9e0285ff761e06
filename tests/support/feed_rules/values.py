"""Rules for single values: dates, addresses, languages. Each returns complaints, none when good."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

OLDEST = 1990
TOLERANCE = timedelta(minutes=10)

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_RFC822 = re.compile(
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(:\d\d)? "
    r"([+-]\d\d[0-5]\d|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)"
)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9;/?:@&=+$._!~*'(),#\[\]-]|%[0-9A-Fa-f]{2})+")
_TAG = re.compile(r"tag:([\w.-]+@)?[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:\S*")
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:\S+")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(\s*;\s*[\w.+-]+=(\"[^\"]*\"|[\w.+-]+))*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_EMAIL = re.compile(r"[\w.+'-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+")


def rfc3339(text: str, now: datetime) -> Iterator[str]:
    """Complain of what is no full date and time with a zone, or lies in the future."""
    if not _RFC3339.fullmatch(text):
        yield f'"{text}" is no RFC 3339 date-time'
    else:
        yield from _iso_moment(text, now)


def w3c_date(text: str, now: datetime) -> Iterator[str]:
    """Complain of what is no date, or date and time with a zone."""
    if not _W3C_DATE.fullmatch(text):
        yield f'"{text}" is no W3C date'
    elif len(text) >= len("2025-12-22"):
        yield from _iso_moment(text, now)


def _iso_moment(text: str, now: datetime) -> Iterator[str]:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        yield f'"{text}" is no date: {error}'
    else:
        yield from _plausible(text, moment, now)


def rfc822(text: str, now: datetime) -> Iterator[str]:
    """Complain of what is no date as RFC 822 writes it (with a year of four digits)."""
    if not _RFC822.fullmatch(text):
        yield f'"{text}" is no RFC 822 date-time'
        return
    try:
        moment = parsedate_to_datetime(text)
    except ValueError as error:
        yield f'"{text}" is no date: {error}'
        return
    if "," in text and f"{moment:%a}" != text[:3]:
        yield f'"{text}" is a {moment:%a}'
    yield from _plausible(text, moment, now)


def _plausible(text: str, moment: datetime, now: datetime) -> Iterator[str]:
    if moment.tzinfo is None:
        early = moment.date() <= now.date() + timedelta(days=1)
    else:
        early = moment <= now + TOLERANCE
    if not early or moment.date() < date(OLDEST, 1, 1):
        yield f'warning: "{text}" is an implausible date'


def uri(text: str) -> Iterator[str]:
    """Complain of what is no absolute URI in canonical form."""
    if text != text.strip():
        yield f'"{text}" has white space around it'
    elif text.startswith(("tag:", "urn:")):
        if not any(pattern.fullmatch(text) for pattern in (_TAG, _UUID, _URN)):
            yield f'"{text}" is no valid tag or URN'
        elif text.startswith("urn:uuid:") and not _UUID.fullmatch(text):
            yield f'"{text}" is no valid UUID'
    elif not _URI.fullmatch(text):
        yield f'"{text}" is no absolute URI'
    elif text.startswith(("http:", "https:")):
        yield from _canonical(text)


def _canonical(text: str) -> Iterator[str]:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        yield f'"{text}" is no URL: {error}'
        return
    if not parts.hostname or not _HOST.fullmatch(parts.hostname):
        yield f'"{text}" names no host'
    elif (
        not parts.path
        or parts.netloc != parts.netloc.lower()
        or (parts.scheme, port) in {("http", 80), ("https", 443)}
        or {".", ".."} & set(parts.path.split("/"))
        or re.search("%([a-f].|.[a-f])", text)
    ):
        yield f'warning: "{text}" is not in canonical form'


def http_url(text: str) -> Iterator[str]:
    """Complain of what is no absolute address on the web."""
    if not text.startswith(("http://", "https://")):
        yield f'"{text}" is no absolute http or https URL'
    else:
        yield from uri(text)


def media_type(text: str) -> Iterator[str]:
    """Complain of what is no media type."""
    if not _MEDIA_TYPE.fullmatch(text):
        yield f'"{text}" is no media type'


def language(text: str) -> Iterator[str]:
    """Complain of what is no language tag."""
    if not _LANGUAGE.fullmatch(text):
        yield f'"{text}" is no language tag'


def email(text: str) -> Iterator[str]:
    """Complain of what is no mail address."""
    if not _EMAIL.fullmatch(text):
        yield f'"{text}" is no mail address'


def email_with_name(text: str) -> Iterator[str]:
    """Complain of what isn't `name@example.org (Real Name)`, as RSS wants it."""
    if not (match := re.fullmatch(r"(\S+) \([^()]+\)", text)):
        yield f'"{text}" is not of the form "name@example.org (Real Name)"'
    else:
        yield from email(match[1])


def natural_number(text: str, *, least: int = 0) -> Iterator[str]:
    """Complain of what is no whole number, or smaller than `least`."""
    if not re.fullmatch(r"\d+", text, re.ASCII) or int(text) < least:
        yield f'"{text}" is no whole number from {least} up'
