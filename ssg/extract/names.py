"""The names of authors, as bylines and machines write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssg.extract.claims import folded, plain

_MOST = 12

_PREFIX = re.compile(
    r"^\W*(?:(?:(?:article|story|words|text|analysis|opinion|review|reporting|report|reported|"
    r"written|posted|published|compiled|commentary|interview|column|un article|une chronique|"
    r"propos recueillis|texte|ein\s\w+|eine\s\w+|artikel|artículo)\s+)?"
    r"(?:by|von|par|por|di|da|door|przez|av|af|od|από|של|מאת|بقلم)\b\s*:?"
    r"|(?:authors?|autor(?:e|en|in|innen|es|a|as)?|auteurs?|autori|author\(s\)|text|texte|texto|"
    r"testo|tekst|words|fonte|автор|автори|авторы|yazar|כתב|כתבת|מאת|الكاتب|كتب|کاتب)\s*:|"
    r"(?:redakcja|opracowanie)\s*:)\s*",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:[|•·●/]|\s[-–—]+\s|—|"
    r"\s(?:is|est|ist|es|contributed|reports?|covers)\s|"
    r"\b(?:published|updated|posted|last modified|publié|modifié|mis à jour|veröffentlicht|"
    r"publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|פורסם|עודכן|"
    r"photograph(?:s|y)?|photos?|foto|video|illustration)\b|\d{1,2}[./:]\d|\d{4}|@\w|\s(?:on|am|le|el|il|op)\s\d).*$",
    re.I | re.S,
)
_PLACE = re.compile(r"\s(?:in|aus|à|em|para|for|at|desde|dal)\s(?=[A-ZÀ-Þ]).*$")
_SPLIT = re.compile(
    r"\s*(?:[;,،、/|]|\s&\s|\s(?:and|und|et|y|e|ed|en|og|och|ja|i|и|та|și|și|ve|και|with|con|com|"
    r"avec|mit|met|AND|UND|ET|WITH)\s|\sו(?=[\u05d0-\u05ea]))\s*(?:(?:and|und|et|y|e|with|by|avec|mit|con|com)\s)?"
)
_EMAIL = re.compile(r"\S+@\S+")
_LINK = re.compile(r"https?:|www\.|\.(?:com|org|net|co|de|fr|es|it|uk|il)\b|^/|/\w+/", re.I)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_JOB = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|"
    r"producers?|presenters?|bureau|newsroom|desk|team|chief|fellow|professor|director|assistant|"
    r"analyst|anchor|freelancer?|intern|redakt\w+|korrespondent\w*|reporterin|journalistin|autorin|"
    r"redact\w+|redac\w+|réda\w+|redazione|redattore|redação|redacción|corresponsal|correspondant\w*|"
    r"envoyée?|journaliste|periodista|jornalista|giornalista|inviato|verslaggever|verslaggeefster|"
    r"correspondente?|corrispondente|redaksjon\w*|toimitus|redakcja|редакция|כתבי|כתבת?|פרשנ?ית?|עורכת?|מערכת|"
    r"webmaster|admin(?:istrator)?|wordpress|guest|anonymous|unknown|user|contributing|special to|"
    r"news(?:letter)?|agenc(?:y|ies|e|ia|ie|je)|agentur(?:en)?|wires?|press release|pressestelle|"
    r"newsdesk|newswire|online|service|media|reports?|bericht|photographer|politics|magazine)\b",
    re.I,
)
_CITIES = re.compile(
    r"(?:new (?:york|delhi|orleans)|los angeles|san (?:francisco|diego|josé|salvador)|tel aviv|"
    r"hong kong|buenos aires|rio de janeiro|são paulo|mexico city|ciudad de méxico|den haag|"
    r"the hague|la haye|la paz|abu dhabi|kuala lumpur|cape town|kapstadt|st\.? petersburg|"
    r"addis abeba|sankt \w+|frankfurt am main|washington,? d\.?c\.?|las vegas|el paso|"
    r"santiago de chile|nueva york|phnom penh|ho chi minh city|south africa|west bank)",
    re.I,
)
_BODY = re.compile(
    r"\b(?:universit\w+|institut\w*|ministr\w+|minister\w*|committee|foundation|stiftung|council|"
    r"cent(?:re|er)|department|commission|network|television|broadcasting|times|tribune|radio|"
    r"office|embassy|parliament|government|partei|verlag)\b",
    re.I,
)
_AGENCY = re.compile(
    r"(?:the )?(?:ap|associated press|reuters|afp|agence france[- ]presse|dpa(?:-afx)?|apa|"
    r"sda|upi|epd|kna|efe|europa press|ansa|adnkronos|lusa|belga|anp|ntb|tt|ritzau|pap|"
    r"čtk|tass|interfax|ukrinform|xinhua|kyodo(?: news)?|yonhap|pti|ani|ians|aap|"
    r"(?:the )?canadian press|bloomberg(?: news)?|pa media|press association|"
    r"agência brasil|agencia efe)",
    re.I,
)
_RANKS = frozenset(
    [
        "Chief",
        "Senior",
        "Deputy",
        "Political",
        "Foreign",
        "National",
        "Staff",
        "Special",
        "The",
        "Our",
    ]
)
_NAME = re.compile(r"[^\W\d_](?:[^\d<>{}|=\\\[\]]*)")
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "di",
        "da",
        "del",
        "della",
        "la",
        "le",
        "du",
        "dos",
        "das",
        "el",
        "al",
        "bin",
        "ibn",
        "ten",
        "ter",
        "y",
        "zu",
    ]
)


def author_names(
    texts: Iterable[str], outlet: str = "", host: str = "", *, bodies: bool = False
) -> tuple[str, ...]:
    """Return the names of persons in bylines, in their order and each once.

    What a byline adds to a name is left out: its first word, professions, places, the outlet,
    addresses. Names of agencies count where no person is named, those of other bodies where they
    are asked for; staff and users never do.
    """
    persons: list[str] = []
    agencies: list[str] = []
    for text in texts:
        cleaned = plain(text)
        if re.fullmatch(r"[^\W\d_][\w'’-]+,\s[^\W\d_][\w'’-]+", cleaned):
            cleaned = family_name_last(cleaned)
        parts = _parts(cleaned, outlet)
        several = any(" " in part for part in parts)
        for number, part in enumerate(parts):
            if _AGENCY.fullmatch(part):
                agencies.append(part)
            elif (
                (bodies or not _BODY.search(part))
                and is_name(part, outlet, host, body=bodies)
                and (" " in part or not (several and number))
            ):
                persons.append(_cased(part))
    return _once(persons or agencies)[:_MOST]


def family_name_last(text: str) -> str:
    """Return a name the right way round that libraries begin with the family name."""
    match = re.fullmatch(r"\s*([^,;]+),\s*([^,;]+)\s*", text)
    return f"{match[2].strip()} {match[1].strip()}" if match else text


def is_name(text: str, outlet: str = "", host: str = "", *, body: bool = False) -> bool:
    """Tell whether a text may be the name of a person, or of a body such as a ministry."""
    words = text.split()
    if not (2 <= len(text) <= 60 and 1 <= len(words) <= 6 and _NAME.fullmatch(text)):
        return False
    if (
        _JOB.search(text)
        or _CITIES.fullmatch(text)
        or _LINK.search(text)
        or _PREFIX.fullmatch(text + " ")
    ):
        return False
    name, own = folded(text), folded(outlet)
    if name in {own, own.removeprefix("the "), f"the {own}", re.sub(r" \w{2,3}$", "", own)} or (
        own and f" {own} " in f" {name} "
    ):
        return False
    beginning = " ".join(own.split()[:2])
    if len(beginning) > 7 and not beginning.startswith("the ") and name.startswith(beginning + " "):
        return False  # a department of the outlet
    if host and name.replace(" ", "") in host.replace("-", "").split("."):
        return False
    if not body and any(word[0].islower() and not _is_particle(word) for word in words):
        return False
    # A single word in small letters is the name of a user; some scripts have no others.
    capital = any(word[0] != word[0].lower() for word in words)
    return capital or not any(letter.lower() != letter.upper() for letter in text)


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or bool(re.match(r"(?:d|l|al|el|an|t)[’'-]", word))


def _parts(text: str, outlet: str) -> list[str]:
    if "www." in text:
        return []
    text = _EMAIL.sub(" ", _BRACKETS.sub(" ", text))
    if _LINK.search(text):
        return []
    for _ in range(2):
        text = _PREFIX.sub("", text)
    text = _CUT.sub("", text)
    parts = [part.strip(" .:*\"'“”„·-–") for part in _SPLIT.split(text) if part]
    return [bare for part in parts if (bare := _bare(part, outlet))]


def _bare(part: str, outlet: str) -> str:
    """Return a name without the agency or outlet written after it."""
    if outlet and part.casefold().endswith(" " + outlet.casefold()):
        part = part[: -len(outlet)].strip()
    capitals = re.match(
        r"((?:[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ'’.-]+\s){2,4})(?=[^\W\d_A-ZÀ-Þ]?\w+[a-zà-ÿ])", part
    )
    if capitals:
        return capitals[1].strip()  # JANE DOE Associated Press
    match = re.fullmatch(rf"(.+\s\S+)\s(?:{_AGENCY.pattern})", part, re.I)
    return _without_job(_PLACE.sub("", match[1] if match else part))


def _without_job(part: str) -> str:
    """Return a name without the profession written beside it: ``Political editor Jane Doe``."""
    words = part.split()
    job = _JOB.search(part)
    if not job or len(words) < 4:
        return part
    before, after = part[: job.start()].split(), part[job.end() :].split()
    if len(after) in (2, 3) and all(word[0].isupper() for word in after):
        return " ".join(after)
    name = before[:2]
    if len(before) > 1 and all(word[0].isupper() for word in name) and name[0] not in _RANKS:
        return " ".join(name)
    return part


def _cased(name: str) -> str:
    """Return a name that shouts in the usual letters."""
    if not (name.isupper() and " " in name and name != name.lower()):
        return name
    words = [
        word.lower() if number and word.lower() in _PARTICLES else word.title()
        for number, word in enumerate(name.split())
    ]
    text = " ".join(words)
    text = re.sub(r"(?<=[’'])\w", lambda found: found[0].upper(), text)
    return re.sub(r"\bMc(\w)", lambda found: "Mc" + found[1].upper(), text)


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple({folded(name): name for name in reversed(names)}.values())[::-1]
