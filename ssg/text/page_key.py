"""What two addresses of one page have in common."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# What says where a reader came from, not what is shown.
_TRACKING = re.compile(
    r"""__twitter_impression|_ga|_gl|_hsenc|_hsmi|cmp|cmpid|dclid|emci|emdi|fb_action_ids|fb_source|
    fbclid|gbraid|gclid|gclsrc|guccounter|hsctatracking|icid|igsh|igshid|ito|li_fat_id|mbid|
    mc_cid|mc_eid|mkt_tok|msclkid|ncid|ocid|oly_anon_id|oly_enc_id|rb_clickid|ref|ref_src|
    ref_url|referer|referrer|rss|s_cid|sfnsn|shareid|sharetype|smid|smtyp|sr_share|srsltid|
    traffic_source|ttclid|twclid|vero_id|wbraid|wickedid|wprov|wt_mc|wtmc|xtor|yclid""",
    re.VERBOSE,
)
_TRACKING_FAMILY = re.compile(r"(?:utm|guce|pk|mtm|matomo|piwik|at|ns|itm|hsa|spm)_")
_AMP_VALUES = {"amp": ("", "1", "true"), "outputtype": ("amp",), "output": ("amp",)}
# A name before that of the outlet: the same pages in another form.
_HOST_FORM = re.compile(r"(?:www|m|mobile|amp|touch)\.(?=[^.]+\.)")
_AMP_CACHE = re.compile(r"(?:[\w-]+\.)?cdn\.ampproject\.org")
_AMP_CACHE_PATH = re.compile(r"/(?:wp/)?[a-z]/(?:s/)?(?P<rest>[^/?#]+\.[^?#]*)")
_GOOGLE_AMP = re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")
_GOOGLE_AMP_PATH = re.compile(r"/amp/(?:s/)?(?P<rest>[^/?#]+\.[^?#]*)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[\w.~-]", re.ASCII)


def page_key(url: str) -> str:
    """Return what all addresses of a page share; empty for what is no address of the web.

    Scheme, default ports, ``www.``, forms for mobile devices and AMP, trailing slashes, fragments
    and what tracks readers make no difference, nor does the order of parameters of different
    names.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    within = _within_amp(host, parts.path)
    if within:
        return page_key(f"https://{within}" + (f"?{parts.query}" if parts.query else ""))
    key = site_key(host)
    if port not in (None, 80, 443):
        key += f":{port}"
    key += _path_key(parts.path)
    # What counts is the order of those that share a name, and sorting keeps that.
    kept = sorted(_kept(parts.query), key=lambda pair: pair.partition("=")[0])
    query = "&".join(map(_spelling, kept))
    # What follows "#!" is the address of a page that scripts put together.
    page = _spelling(parts.fragment) if parts.fragment.startswith("!") else ""
    return key + (f"?{query}" if query else "") + (f"#{page}" if page else "")


def site_key(host: str) -> str:
    """Return what all hosts of an outlet share that show the same pages."""
    host = host.lower().rstrip(".")
    while form := _HOST_FORM.match(host):
        host = host[form.end() :]
    return host


def without_tracking(url: str) -> str:
    """Return an address without what tells who followed a link; else as it is."""
    head, mark, rest = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = rest.partition("#")
    if not any(map(_tracks, query.split("&"))):
        return url
    kept = "&".join(pair for pair in query.split("&") if pair and not _tracks(pair))
    return head + (f"?{kept}" if kept else "") + hash_mark + fragment


def _within_amp(host: str, path: str) -> str:
    """Return the address that a cache of AMP pages shows; empty where it is none of its pages."""
    match = None
    if _AMP_CACHE.fullmatch(host.lower()):
        match = _AMP_CACHE_PATH.fullmatch(path)
    elif _GOOGLE_AMP.fullmatch(host.lower()):
        match = _GOOGLE_AMP_PATH.fullmatch(path)
    return match["rest"] if match else ""


def _path_key(path: str) -> str:
    path = _spelling(path)
    path = re.sub(r"(?:\.amp|/amp)?(?:\.html)?/*$", _ending, path)
    path = re.sub(r"^/amp(?=/)", "", path)
    return _INDEX.sub("", path).rstrip("/")


def _ending(match: re.Match[str]) -> str:
    """Return the end of a path without its mark of AMP."""
    ending = match[0].rstrip("/")
    if ending.startswith("/amp"):
        return ""
    return ending.removeprefix(".amp")


def _kept(query: str) -> list[str]:
    return [pair for pair in query.split("&") if pair and not _tracks(pair) and not _is_amp(pair)]


def _tracks(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return bool(_TRACKING.fullmatch(name) or _TRACKING_FAMILY.match(name))


def _is_amp(pair: str) -> bool:
    name, _, value = pair.lower().partition("=")
    return value in _AMP_VALUES.get(name, ())


def _spelling(text: str) -> str:
    """Return a part of an address with one way to write each sign."""

    def plain(match: re.Match[str]) -> str:
        sign = chr(int(match[1], 16))
        return sign if _UNRESERVED.match(sign) else match[0].upper()

    return quote(_ESCAPE.sub(plain, text), safe="/:@!$&'()*+,;=~-._%?#", errors="replace")
