"""What a page shows its readers: headings, bylines, dates, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.claims import Claims

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:en|in|es|a)?|auteurs?|autori|contributors?|"
    r"writers?|signature|signatures?|firma|vcard|verfasser|art-author|byliner?)(?:$|[\s_-])|"
    r"byline|author(?:s|Name|-name|_name)?(?:$|[\s_-])|__author|Author(?:Name|Text)?\b|author",
    re.I,
)
_NO_BYLINE = re.compile(
    r"bio|box|avatar|about|image|img|photo|comment|related|more|card|follow|social|profile-|"
    r"description|role|title|job|email|share|icon|teaser|promo|recommend|widget|list-|count|sidebar",
    re.I,
)
_DATE = re.compile(
    r"date|time|publi[sc]|posted|meta|byline|info|when|fecha|datum|data|created|stamp", re.I
)
_STANDFIRST = re.compile(
    r"stand-?first|(?:^|[\s_-])(?:dek|deck|chapo|chapeau|kicker-text|subtit(?:le|ulo)|sub-?head(?:line|ing)?|"
    r"bajada|entradilla|intro|vorspann|lead(?:text|-text)|summary|excerpt|sub_title|ondertitel|"
    r"sottotitolo|occhiello|desc|a_st)(?:$|[\s_-])|(?:subtitle|summary|excerpt|chapo|__desc|"
    r"lead-paragraph|leadtext|standfirst|deck)$",
    re.I,
)
# What surrounds an article: what is said there is said of something else.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|sidebar|footer|menu|nav|newsletter|teasers?|promo|"
    r"recommend\w*|trending|most-?(?:read|viewed|popular)|more-(?:from|on|stories)|widget\w*|"
    r"author-?(?:box|bio|card)|bio|read-?(?:more|next)|also|liveblog|disqus|cookie\w*|ticker|"
    r"breaking|archive|aside|talk(?:back)?s?|outbrain|taboola|popular|latest)(?:$|[\s_-])",
    re.I,
)
_AROUND_TAGS = frozenset(
    {"nav", "footer", "aside", "form", "noscript", "template", "script", "style"}
)
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "table", "td", "header", "dl", "details"})
_STARTS = re.compile(
    r"^\W*(?:by|von|par|por|di|door|przez|מאת|text|words|author|autor)\b[\s:]", re.I
)
_BLOCKS = frozenset({"div", "p", "li", "dd", "dt", "h3", "h4", "h5", "br", "ul", "button"})
_SEEN = 400
_LONGEST = 240


def read_shown(tree: HtmlElement) -> Claims:
    """Return what a page shows at the head of its article.

    Headings come under ``shown h1`` and ``shown heading``, then ``shown byline``, ``shown first
    line``, ``shown time``, ``shown date``, ``shown standfirst``, ``shown tag``.
    """
    heading = main_heading(tree)
    found: dict[str, list[str]] = {
        "title": [text_of(one) for one in tree.iter("title") if one.getparent() is not None][:1],
        "h1": [text_of(one) for one in tree.iter("h1") if not is_around(one)],
        "heading": [
            text_of(one)
            for one in tree.iter("h2", "h3", "b", "div")
            if re.search(r"head(?:line|ing)|title", _names(one))
            and len(one) < 8
            and not is_around(one)
        ][:5],
        "tag": [text_of(one) for one in tree.iter("a") if "tag" in (one.get("rel") or "").split()],
    }
    near = list(_after(tree, heading))
    head = _before_text(near)
    found["byline"] = list(_bylines(head)) or list(_bylines(near))[:1]
    found["rel author"] = [
        text_of(one)
        for one in near
        if one.tag == "a" and "author" in (one.get("rel") or "").split()
    ]
    found["first line"] = [
        text for one in near if one.tag in ("p", "div", "span", "td", "h3", "h4", "h5", "li", "address")
        for text in [text_of(one)]
        if len(text) < _LONGEST and _STARTS.match(text)
    ][:2]  # fmt: skip
    found["time"] = list(_times(head)) or list(_times(near))
    found["date"] = [
        text
        for one in near
        if (isinstance(one.tag, str) and one.tag not in ("p", "h1", "h2"))
        or _DATE.search(_names(one))
        for text in [text_of(one)]
        if 6 <= len(text) < _LONGEST and re.search(r"\d", text)
    ]
    found["standfirst"] = [
        text
        for one in near
        if _STANDFIRST.search(_names(one)) and one.tag in ("p", "h2", "h3", "h4", "div", "span")
        for text in [text_of(one)]
        if 20 <= len(text) <= 500
    ][:1]
    return {f"shown {place}": tuple(texts) for place, texts in found.items() if texts}


def main_text(tree: HtmlElement) -> str:
    """Return the first paragraphs of the article, some thousand letters of them."""
    texts: list[str] = []
    for one in tree.iter("p", "font", "td"):
        if sum(map(len, texts)) > 3000:
            break
        text = text_of(one)
        if len(text) > 60 and not is_around(one):
            texts.append(text[:1500])
    return " ".join(texts)


def main_heading(tree: HtmlElement) -> HtmlElement | None:
    """Return the heading of the article: the one that the title of the page begins with."""
    titles = [text_of(one).casefold() for one in tree.iter("title")][:1]
    headings = [one for one in tree.iter("h1", "h2", "h3") if text_of(one) and not is_around(one)]
    for one in headings:
        text = text_of(one).casefold()
        if titles and len(text) > 8 and (text in titles[0] or titles[0] in text):
            return one
    return next((one for one in headings if one.tag == "h1"), None)


def is_around(element: HtmlElement) -> bool:
    """Tell whether an element stands in what surrounds an article."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("body", "html", "main"):
            return False
        if one.tag in _AROUND_TAGS and not re.search(r"meta|byline", _names(one)):
            return True
        if one.tag in _CONTAINERS and _AROUND.search(_names(one)):
            return True
    return False


def text_of(element: HtmlElement) -> str:
    """Return the words of an element on one line, without scripts."""
    return " ".join(" ".join(_strings(element)).split())


def _strings(element: HtmlElement) -> Iterator[str]:
    for text in element.itertext():
        parent = text.getparent() if hasattr(text, "getparent") else None
        if parent is None or parent.tag not in ("script", "style") or text.is_tail:
            yield text


def _names(element: HtmlElement) -> str:
    """Return how an element is called by those who style it."""
    wanted = (
        "class",
        "id",
        "data-testid",
        "data-component",
        "data-gu-name",
        "data-qa",
        "aria-label",
    )
    return " ".join(filter(None, map(element.get, wanted)))


def _after(tree: HtmlElement, heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the elements around the head of an article: those after its heading, then before."""
    started = heading is None
    left = _SEEN
    for one in tree.iter():
        if not isinstance(one.tag, str) or one.tag in ("script", "style", "head", "meta", "link"):
            continue
        if one is heading:
            started = True
        elif started and left and not is_around(one):
            left -= 1
            yield one


def _before_text(near: list[HtmlElement]) -> list[HtmlElement]:
    """Return the elements before the first paragraph of the text."""
    for place, one in enumerate(near):
        if one.tag == "p" and len(text_of(one)) > 150 and not _STANDFIRST.search(_names(one)):
            return near[:place]
    return near


def _bylines(near: list[HtmlElement]) -> Iterator[str]:
    for one in near:
        names = _names(one)
        if one.tag == "address" or (_BYLINE.search(names) and not _NO_BYLINE.search(names)):
            text = _listed(one)
            if 3 <= len(text) < _LONGEST:
                yield text


def _listed(element: HtmlElement) -> str:
    """Return the words of an element, with commas between its blocks: names, then professions."""
    texts: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        glued = event == "start" and "".join(texts)[-1:].strip() != ""
        if one is not element and (one.tag in _BLOCKS or glued):
            texts.append(", ")
        if event == "start":
            texts.append(one.text or "")
        elif one is not element:
            texts.append(one.tail or "")
    return re.sub(r"(?:\s*,)+\s*", ", ", " ".join("".join(texts).split())).strip(" ,")


def _times(near: list[HtmlElement]) -> Iterator[str]:
    """Yield what the time elements state: those that say they mean publication first."""
    times = [one for one in near if one.tag == "time" or one.get("datetime")]
    times += [one for one in near if one.get("data-date") or one.get("data-datetime")]

    def order(one: HtmlElement) -> int:
        said = f"{_names(one)} {one.get('itemprop') or ''} {text_of(one)}".lower()
        if re.search(r"publish|posted|pubdate|entry-date|datepublished|publi", said):
            return 0
        return 2 if re.search(r"updat|modif|edited|aktualis|actuali", said) else 1

    for one in sorted(times, key=order):
        stated = one.get("datetime") or one.get("data-datetime") or one.get("data-date")
        yield stated or text_of(one)
