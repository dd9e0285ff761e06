"""What agencies write before the first words of a piece: place, date, agency, byline."""

from __future__ import annotations

import re

_AGENCY = (
    r"(?:The )?(?:AP|Associated Press|Reuters|AFP|UPI|dpa|epd|KNA|dts|EFE|Europa Press|ANSA|Lusa|"
    r"Belga|ANP|NTB|TT|Ritzau|STT|PAP|[CČ]TK|APA|SDA|ATS|TASS|Interfax|Ukrinform|Xinhua|Kyodo|"
    r"Yonhap|PTI|ANI|IANS|AAP|Canadian Press|WAFA|MAP|APS|JTA|RNS|CNN(?: Business)?|BBC|NPR|"
    r"Fox News|Bloomberg(?: News)?|HuffPost|Politico)"
)
_IN_BRACKETS = rf"\({_AGENCY}(?:(?:/|, | - ){_AGENCY})*\)"
_MONTH = (
    r"(?:jan|feb|fev|fév|mar|mär|apr|abr|avr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|ago|août|"
    r"sep|set|okt|oct|out|ott|nov|dec|dez|dic|déc|ene|gen)[^\W\d_]*\.?"
)
_YEAR = r"(?:,?\s(?:de\s)?\d{4})?"
_DATE = (
    rf"(?i:(?:(?:le|den|am)\s)?\d{{1,2}}(?:\.|er|st|nd|rd|th)?\s(?:de\s)?{_MONTH}{_YEAR}"
    rf"|{_MONTH}\s\d{{1,2}}{_YEAR})"
)
_UPPER = r"[^\W\d_a-zà-öø-ÿß]"
# "NEW YORK", "ST. LOUIS", "RIO DE JANEIRO", "KYIV/MOSCOW".
_CAPITALS_WORD = rf"{_UPPER}(?:{_UPPER}|['’-])+\.?"
_CAPITALS = rf"{_CAPITALS_WORD}(?:(?:/|\s(?:and\s)?){_CAPITALS_WORD}){{0,3}}"
_CAPITALISED_WORD = r"[^\W\d_a-zà-öø-ÿß][\w'’-]*\.?"
_CAPITALISED = rf"{_CAPITALISED_WORD}(?:[/\s]{_CAPITALISED_WORD}){{0,3}}"
# "Conn.", "N.J.", "South Korea".
_REGION = r"(?:(?:[A-Z]\.){2,3}|[A-Z][\w'’-]*\.?(?:\s[A-Z][\w'’-]*\.?){0,2})"
_DASH = r"(?:\s?[—―]\s?|\s(?:–|-{1,3}|–-)\s)"
_TEXT = r"(?=[\"'“‘«„(\[]{0,2}[^\W_a-zà-öø-ÿß]|[\"'“‘«„]?[$€£¥])"

# An agency or a date says that what stands before it is a place.
_CERTAIN = re.compile(
    rf"(?:(?:{_CAPITALS}|{_CAPITALISED})(?:,\s{_REGION})?"
    rf"(?:,\s{_DATE}(?:\s{_IN_BRACKETS})?|\s{_IN_BRACKETS}){_DASH}"
    rf"|{_IN_BRACKETS}(?:{_DASH}|\s?{_TEXT}))"
)
_PLACE_ALONE = re.compile(rf"(?P<place>{_CAPITALS})(?:,\s{_REGION})?{_DASH}{_TEXT}")
_SHORT_PLACE = re.compile(
    "ADEN|APIA|BAKU|BARI|BERN|BONN|CALI|CORK|DOHA|GAZA|GRAZ|JUBA|KIEL|KIEV|KYIV|KÖLN|LIMA|LINZ|"
    "LVIV|LYON|MALE|METZ|NICE|OSLO|RIGA|ROMA|ROME|SUVA|WIEN|YORK"
)
# Written in capitals before a dash without being places.
_NO_PLACE = re.compile(
    r"\b(?:THE(?! HAGUE)|AN|FOR|WITH|WHO|WHAT|WHY|HOW|WHEN|WHERE|BREAKING|UPDATED?|EXCLUSIVE|"
    r"ANALYSIS|OPINION|EDITORIAL|LIVE|WATCH|VIDEO|PHOTOS?|CORRECTION|CLARIFICATION|COMMENT|REVIEW|"
    r"INTERVIEW|EXPLAINER|FACT|NOTE|WARNING|SUMMARY|BACKGROUND|TIMELINE|QUESTION|ANSWER|UNESCO|"
    r"UNICEF|ASEAN|NAFTA|USMCA|UNRWA|UNHCR|ECOWAS|INTERPOL|EUROPOL|FRONTEX|MERCOSUR|BRICS|COVID|"
    r"BREXIT|SCOTUS|POTUS|SWIFT|TRUMP|BIDEN|PUTIN)\b"
)

_NAME_WORD = r"(?:[A-Z]\.|[A-Z][\w'’-]*[a-zà-öø-ÿ]|d[aei]|de[lnr]?|v[ao]n|la|al|bin)"
_NAME = rf"[A-Z](?:\.|[\w'’-]*[a-zà-öø-ÿ])(?:\s{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,|,?\s(?:and|und|et|y))\s{_NAME}){{0,4}}"
_BYLINE = re.compile(rf"(?:By|Von|Par|Por)\s{_NAMES}")
_BYLINE_OF_WRITER = re.compile(
    rf"(?:By|Von|Par|Por)\s{_NAMES},\s(?:{_AGENCY}\s)?(?:[A-Z][a-z]+\s){{0,2}}"
    rf"(?:Writers?|Correspondents?|Reporters?)[,.:]?\s{_TEXT}"
)
_ROLE = re.compile(r",\s[^\n.!?—–]{2,50}?\s(?=\S)")
_BYLINE_LINE = re.compile(
    r"(?:By|Von|Par|Por)\s(?:[A-Z]\S*|and|und|et|y|de|van|von)"
    r"(?:\s(?:[A-Z]\S*|and|und|et|y|de|van|von)){1,9}(?:\s?[,|]\s[^\n.!?]{2,50})?\s*\n"
)
_OTHER_LINE = re.compile(
    r"(?i:(?:photos?|image|picture|foto)(?:\s(?:by|credit))?:\s[^\n]{1,120}"
    r"|(?:last\s)?updated\b[^\n.!?]{0,20}\d[^\n!?]{0,40}"
    r"|share(?:\sthis(?:\s(?:article|story|page))?)?[.!]?)\s*\n"
)
_UPDATED = re.compile(
    r"Updated(?::| at)? \d{1,2}(?:[:.]\d\d)? ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4}\b)?[.,:]?"
    rf"(?: on)?(?: {_DATE}\b)?[.,:]?\s+{_TEXT}"
)


def without_dateline(text: str) -> str:
    """Return a text without the dateline, byline or notice that it begins with.

    What may be the author's own first words stays: a place counts as one where an agency or a
    date follows it, or where it stands in capitals and a sentence begins after the dash.
    """
    text = text.strip()
    while text:
        end = _opening(text)
        if not end or not text[end:].strip():
            break
        text = text[end:].lstrip()
    return text


def _opening(text: str) -> int:
    """Return where the first thing that is no part of the text ends; 0 where there is none."""
    for pattern in (_BYLINE_LINE, _OTHER_LINE, _UPDATED, _CERTAIN):
        match = pattern.match(text)
        if match:
            return match.end()
    return _place_alone(text) or _glued_byline(text)


def _place_alone(text: str) -> int:
    match = _PLACE_ALONE.match(text)
    if not match:
        return 0
    place = match["place"]
    # A single short word in capitals is more often an acronym than a town.
    is_place = len(place) > 4 or _SHORT_PLACE.fullmatch(place)
    return match.end() if is_place and not _NO_PLACE.search(place) else 0


def _glued_byline(text: str) -> int:
    """Return where a byline ends that a writer's title or a dateline follows on the same line."""
    byline = _BYLINE.match(text)
    if not byline:
        return 0
    writer = _BYLINE_OF_WRITER.match(text)
    if writer:
        return writer.end()
    role = _ROLE.match(text, byline.end())
    for end in (byline.end(), role.end() if role else 0):
        rest = text[end:].lstrip(" ,|:")
        if end and (_CERTAIN.match(rest) or _place_alone(rest)):
            return len(text) - len(rest)
    return 0
