"""What a page says of itself, wherever it says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from lxml.html import HtmlElement

from ssg.extract.addresses import canonical_url
from ssg.extract.claims import Claims, all_of, first, folded
from ssg.extract.clipping import Metadata
from ssg.extract.dates import Moment, date_in_url, dates_in, day_of, parse_date
from ssg.extract.images import lead_image
from ssg.extract.json_ld import read_json_ld
from ssg.extract.meta_tags import read_meta_tags
from ssg.extract.microdata import read_microdata
from ssg.extract.names import author_names, family_name_last
from ssg.extract.shown import paragraphs, read_shown
from ssg.extract.tags import tags_of
from ssg.extract.titles import headline, outlet_in_title
from ssg.extract.tree import base_of
from ssg.extract.trust import (
    AUTHORS,
    CHANGED,
    FAMILY_NAME_FIRST,
    LANGUAGES,
    OUTLETS,
    PUBLISHED,
    STANDFIRSTS,
)
from ssg.text.urls import host_of

_LANGUAGE = re.compile(
    r"(?P<code>[a-zA-Z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?(?P<region>[A-Za-z]{2}|\d{3}))?"
)
_SCRIPTS = {
    "he": "[א-ת]",
    "ar": "[ء-ي]",
    "el": "[α-ω]",
    "ja": "[ぁ-ヿ]",
    "ko": "[가-힣]",
    "th": "[ก-๛]",
}
_OF_SCRIPT = {"he": {"he", "iw", "yi"}, "ar": {"ar", "fa", "ur", "ps", "ckb", "sd", "ug"}}
_LEGAL = re.compile(
    r"\b(?:S\.?L\.?U?|S\.?A\.?S?|S\.?p\.?A|GmbH|AG|LLC|Inc|Ltd|Limited|Corp|Company|B\.?V|S\.?r\.?l|Pty)\.?$"
)
_UPDATED = re.compile(
    r"\W*(?:last\s)?(?:updated?|modified|edited|aktualisiert|stand|zuletzt|mise? à jour|"
    r"modifié|actualizado|atualizado|aggiornato|bijgewerkt|aangepast|עודכן|обновлено|aktualizacja)\b",
    re.I,
)
_TRUNCATED = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Return what a page says of itself, all of it plain text.

    The URL is where the page was found; it may be empty. Whom to believe where places of the
    page disagree is written down in ``trust.py``. What cannot be is left out: dates that don't
    exist, links that aren't of the web, names that are none.
    """
    base = base_of(tree, url)
    claims = gather(tree, url)
    address = canonical_url(claims, url, base)
    host = host_of(address or url)
    outlet = _outlet(claims, host)
    language = _language(claims, tree)
    return Metadata(
        url=address or url,
        title=headline(claims, outlet, host),
        standfirst=_standfirst(claims, tree, outlet),
        authors=_authors(claims, outlet, host),
        outlet=outlet or host,
        published=_published(claims, address or url, _dialect(language, host)),
        language=language,
        image=lead_image(tree, claims, base),
        tags=tags_of(claims, outlet),
    )


def gather(tree: HtmlElement, url: str) -> Claims:
    """Return everything that a page claims of itself, by the place where it says it."""
    html = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    claims: dict[str, tuple[str, ...]] = {
        "html lang": (html.get("lang") or html.get("xml:lang") or "",)
    }
    for link in tree.iter("link"):
        for kind in (link.get("rel") or "").lower().split():
            claims[f"link {kind}"] = (*claims.get(f"link {kind}", ()), link.get("href") or "")
    readers: tuple[Callable[[], Claims], ...] = (
        lambda: read_json_ld(tree, url),
        lambda: read_meta_tags(tree),
        lambda: read_microdata(tree),
        lambda: read_shown(tree),
    )
    for read in readers:
        claims.update(read())
    return claims


def _outlet(claims: Claims, host: str) -> str:
    """Return the name of the outlet: the first that is one as readers know it."""
    names = [one for one in all_of(claims, OUTLETS) if len(one) <= 80 and "{{" not in one]
    in_title = outlet_in_title(claims, host)
    if in_title:
        names.append(in_title)
    for name in names:
        # A firm, an address, an article in small letters: another place may know the name itself.
        if not (_LEGAL.search(name) or re.search(r"\.\w{2,4}$|/", name) or name[:4] == "the "):
            return name
    return names[0] if names else ""


def _authors(claims: Claims, outlet: str, host: str) -> tuple[str, ...]:
    for place in AUTHORS:
        texts: Iterable[str] = all_of(claims, (place,))
        if place == "meta twitter:data1" and not re.search(
            r"written|author|by|verfasst|von|par|por|escrito|écrit|scritto|geschreven",
            first(claims, ("meta twitter:label1",)),
            re.I,
        ):
            continue
        if place in FAMILY_NAME_FIRST:
            texts = map(family_name_last, texts)
        names = author_names(texts, outlet, host, bodies=place.endswith("organisation"))
        if names:
            return names
    return ()


def _published(claims: Claims, url: str, language: str) -> date | datetime | None:
    """Return when a page appeared.

    The places are believed in their order. An address that names another day than the first of
    them, and agrees with one of the others, is believed more: what programs state may be the
    day of a copy. A place that knows the day alone takes the time from one that knows both.
    """
    known = [
        moment
        for place in PUBLISHED
        for text in all_of(claims, (place,))
        if (moment := (_shown_date if place == "shown date" else parse_date)(text, language))
    ]
    in_url = date_in_url(url)
    if not known:
        changed = (parse_date(text, language) for text in all_of(claims, (*CHANGED, "shown date")))
        return in_url or next(filter(None, changed), None)
    best = known[0]
    if in_url and abs((day_of(best) - in_url).days) > 1:
        best = next((one for one in known if abs((day_of(one) - in_url).days) <= 1), best)
    return _with_time(best, known)


def _shown_date(text: str, language: str) -> Moment | None:
    """Return the first moment that a line names; none where it tells of a change alone."""
    moments = list(dates_in(text, language))
    if len(moments) == 1 and _UPDATED.match(text):
        return None
    return min(moments, key=day_of, default=None)


def _with_time(best: Moment, known: list[Moment]) -> Moment:
    if isinstance(best, datetime):
        return best
    same = (one for one in known if isinstance(one, datetime) and one.date() == best)
    return next(same, best)


def _language(claims: Claims, tree: HtmlElement) -> str:
    letters = " ".join(paragraphs(tree))
    total = sum(letter.isalpha() for letter in letters) or 1
    script = next(
        (
            code
            for code, pattern in _SCRIPTS.items()
            if len(re.findall(pattern, letters, re.I)) > (0.15 if code == "ja" else 0.5) * total
        ),
        "",
    )
    for text in all_of(claims, LANGUAGES):
        match = _LANGUAGE.fullmatch(re.split(r"[,;\s]", text)[0].replace("_", "-"))
        if not match:
            continue
        code = match["code"].lower()
        if script and code not in _OF_SCRIPT.get(script, {script}):
            continue  # a template in another language than its article
        region = (match["region"] or "").upper()
        return f"{code}-{region}" if region else code
    return script


def _dialect(language: str, host: str) -> str:
    """Return a language with the region of its host, which tells whether days come first."""
    region = host.rsplit(".", 1)[-1]
    if language == "en" and len(region) == 2 and region not in ("us", "co", "io", "tv", "me"):
        return f"en-{region}"
    return language


def _standfirst(claims: Claims, tree: HtmlElement, outlet: str) -> str:
    """Return the sentence over a piece: neither cut off, nor only how its text begins."""
    texts = [folded(text) for text in paragraphs(tree)]
    for stated in all_of(claims, STANDFIRSTS):
        words = folded(stated)
        if _TRUNCATED.search(stated) or words == folded(outlet) or not 12 <= len(words) <= 600:
            continue
        if any(text.startswith(words[:80]) and len(text) > 1.2 * len(words) for text in texts):
            continue
        return stated
    return first(claims, ("shown standfirst",))
