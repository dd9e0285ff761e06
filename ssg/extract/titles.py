"""The headline of a page, without what is written around it."""

from __future__ import annotations

import re

from ssg.extract.claims import Claims, all_of, first, folded
from ssg.extract.trust import HEADLINES
from ssg.text.stop_words import stop_words

LONGEST = 300
"""Letters of a title; what is longer is cut."""

_SEPARATOR = re.compile(r"\s+(?:[|·•»«›‹:]|::|[-–—]{1,2})\s+|\s*\|\s*|(?<=\w):\s+(?=\S)")
_STRONG = re.compile(r"\s*(?:\||»|«|›|::|·|•)\s*")
_KINDS = re.compile(
    r"(?:opinion|analysis|comment|commentary|editorial|live|video|watch|podcast|exclusive|"
    r"meinung|kommentar|analyse|opinión|análisis|tribune|opinione|column|review)\s*\|\s*",
    re.I,
)


def headline(claims: Claims, outlet: str, host: str) -> str:
    """Return the headline of an article.

    What stands at the head of the article counts where anything else on the page confirms it.
    Else it is what the page states, since a heading that nothing confirms may be that of a
    section, the outlet, or another article.
    """
    stated = [bare_title(one, outlet, host) for one in all_of(claims, HEADLINES)]
    stated = [one for one in stated if _says_more(one, outlet)]
    whole = next(all_of(claims, ("shown title",)), "")
    of_page = bare_title(whole, outlet, host)
    places = ("shown h1",) if claims.get("shown h1") else ("shown heading", "shown h2")
    shown = [bare_title(one, outlet, host) for one in all_of(claims, (*places, "shown heading"))]
    shown = list(dict.fromkeys(shown))
    shown = [one for one in shown if _says_more(one, outlet)]
    for one in shown:
        confirming = [other for other in (*stated, of_page) if _confirms(one, other)]
        if confirming:
            return _cut(_without_kicker(one, [*stated, of_page]))
    if not stated:
        if not shown and of_page == whole:
            of_page = _without_ending(of_page)
        beginning = next((one for one in shown if folded(whole).startswith(folded(one))), "")
        of_page = of_page or whole or (shown[0] if shown else "")
        return _cut(beginning or _only(claims, outlet, host) or of_page)
    main = [one for one in shown if one in all_of(claims, ("shown h1",))]
    if len(main) == 1 and len(main[0].split()) > 3 and _akin(main[0], " ".join(stated)):
        return _cut(main[0])
    return _cut(_whole(stated[0], stated))


def bare_title(title: str, outlet: str, host: str) -> str:
    """Return a title without the outlet, its section and the kind of piece around it."""
    title = _KINDS.sub("", title, count=1) if _KINDS.match(title) else title
    names = {folded(outlet), folded(outlet).removeprefix("the ")} - {""}
    for _ in range(3):
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            break
        last, begin = parts[-1], parts[0]
        if _is_outlet(title[last.end() :], names, host):
            title = title[: last.start()]
            title = _without_section(title)
        elif _is_outlet(title[: begin.start()], names, host):
            title = title[begin.end() :]
        else:
            break
    return title.strip(" |–—-»«")


def outlet_in_title(claims: Claims, host: str) -> str:
    """Return the name that a page's title ends with, where it is that of the outlet."""
    title = next(all_of(claims, ("shown title",)), "")
    parts = re.split(r"\s+[|·•–—-]\s+|\s*\|\s*|(?<=\w):\s+", title)
    if len(parts) < 2:
        return ""
    places = (
        "shown h1",
        "shown heading",
        "meta og:title",
        "json-ld headline",
        "microdata headline",
    )
    headings = [folded(one) for one in all_of(claims, places)]
    stated = {folded(one) for one in all_of(claims, HEADLINES)}
    for name in (parts[-1].strip(), parts[0].strip()):
        if folded(name) in stated:
            continue
        rest = folded(
            title.replace(name, "", 1) if name == parts[0].strip() else title[: title.rfind(name)]
        )
        sure = any(len(one) > 8 and (rest == one or rest.startswith(one + " ")) for one in headings)
        if name and len(name.split()) <= 6 and (sure or _is_outlet(name, set(), host)):
            return name
    return ""


def _akin(shown: str, stated: str) -> bool:
    """Tell whether two headlines, worded differently, are about one thing."""
    words = set(folded(shown).split()) & set(folded(stated).split()) - stop_words("en")
    return any(len(word) > 3 for word in words)


def _without_ending(title: str) -> str:
    """Return a title without the few words after its last bar or dash, mostly the outlet."""
    match = re.match(r"(?P<title>.+)\s+[|–—-]\s+(?P<end>[^|–—]+)$", title)
    if not match or len(match["title"].split()) < 4 or len(match["end"].split()) > 4:
        return title
    capitals = all(not word[0].islower() for word in match["end"].split())
    return match["title"] if capitals else title


def _whole(title: str, stated: list[str]) -> str:
    """Return a title that was cut off as another place states it whole."""
    beginning = re.sub(r"\W*(?:…|\.\.\.)$", "", title)
    if beginning == title and len(title) < 100:
        return title
    longer = (one for one in stated if len(one) > len(title) and one.startswith(beginning))
    return next(longer, title)


def _without_kicker(shown: str, stated: list[str]) -> str:
    """Return a heading without the line over it, and with the colon that its styling stands for."""
    for other in stated:
        words, wanted = folded(shown), folded(other)
        if words == wanted:
            return other if ":" in other and ":" not in shown else shown
        if words.endswith(" " + wanted) and len(wanted.split()) > 3:
            return other
        if words.startswith(wanted + " ") and len(words.split()) - len(wanted.split()) < 3:
            return other  # "Exclusive", "Video"
    return shown


def _only(claims: Claims, outlet: str, host: str) -> str:
    """Return the heading of a page that has one, where its title says nothing."""
    title = first(claims, ("shown title",))
    for place in ("shown h1", "shown h2") if len(title.split()) < 4 else ("shown h1",):
        headings = [bare_title(one, outlet, host) for one in all_of(claims, (place,))]
        if len(headings) == 1 and len(headings[0].split()) > 2:
            return headings[0]
    return ""


def _says_more(title: str, outlet: str) -> bool:
    return bool(title) and folded(title) not in {folded(outlet), "", "home", "news", "article"}


def _confirms(shown: str, stated: str) -> bool:
    """Tell whether two headlines are one: the same words, one of them perhaps cut or shortened."""
    one, other = folded(shown).split(), folded(stated).split()
    if not one or not other:
        return False
    if one == other:
        return True
    if len(one) > 2 and other[: len(one)] == one:
        return True
    shared = len(set(one) & set(other))
    return len(one) > 2 and shared >= 0.6 * max(len(set(one)), min(len(set(other)), 15))


def _is_outlet(text: str, names: set[str], host: str) -> bool:
    name = folded(text)
    bare = name.removeprefix("the ")
    if not name or len(name) > 60:
        return False
    if name in names or bare in names:
        return True
    # "The Example Times" as "Example Times Online", a host as "example.com".
    if any(len(one) > 3 and (one in name and len(name) < len(one) + 16) for one in names):
        return True
    # "EXN Politics", where the outlet is called "EXN".
    if len(name.split()) < 4 and name.split()[0] in names:
        return True
    if any(name in one and len(name) * 2 > len(one) for one in names):
        return True
    joined = bare.replace(" ", "")
    labels = [label.replace("-", "") for label in host.split(".")[:-1]]
    return len(joined) > 2 and (joined in labels or joined == host.replace(".", ""))


def _without_section(title: str) -> str:
    """Return a title without the section between it and the outlet: ``… | Rail industry``."""
    parts = _STRONG.split(title)
    while len(parts) > 1 and len(parts[-1].split()) <= 4 and len(parts[0].split()) > 2:
        parts.pop()
        title = title[: title.find(parts[-1]) + len(parts[-1])]
    return title


def _cut(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
