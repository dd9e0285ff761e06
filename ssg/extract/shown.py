"""What a page shows its readers: headings, bylines, dates, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.claims import Claims, folded
from ssg.extract.prose import listed, text_of

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
    r"lead-paragraph|leadtext|teaser-?text|standfirst|deck)$",
    re.I,
)
# What surrounds an article: what is said there is said of something else.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|sidebar|footer|menu|nav|newsletter|teasers?|promo|"
    r"recommend\w*|trending|most-?(?:read|viewed|popular)|more-(?:from|on|stories)|widgets?-area|widgets|"
    r"author-?(?:box|bio|card)|bio|read-?(?:more|next)|also|liveblog|disqus|cookie\w*|ticker|"
    r"breaking|aside|talk(?:back)?s?|outbrain|taboola|popular|latest)(?:$|[\s_-])",
    re.I,
)
_AROUND_TAGS = frozenset(
    {"nav", "footer", "aside", "form", "noscript", "template", "script", "style"}
)
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "table", "td", "header", "dl", "details"})
_STARTS = re.compile(
    r"^\W*(?:by|von|par|por|di|door|przez|מאת|text|words|author|autor)\b[\s:]", re.I
)
# "Posted on 12 March by Jane Doe".
_WITHIN = re.compile(r"\b(?:by|von|par|por|di|door)\s+(?=[^\W\d_]\w+\s[^\W\d_])")
_SEEN = 400
_SILENT = frozenset({"script", "style", "head", "meta", "link", "title"})
_LONGEST = 240


def read_shown(tree: HtmlElement) -> Claims:
    """Return what a page shows at the head of its article.

    Headings come under ``shown h1`` and ``shown heading``, then ``shown byline``, ``shown first
    line``, ``shown time``, ``shown date``, ``shown standfirst``, ``shown tag``.
    """
    heading = main_heading(tree)
    near = list(_after(tree, heading))
    head = _before_text(near)
    return {
        "shown title": tuple(text_of(one) for one in page_titles(tree)),
        "shown h1": tuple(
            text_of(one)
            for one in islice(tree.iter("h1"), 20)
            if not is_around(one) and not _leads_home(one)
        ),
        "shown heading": tuple(islice(_other_headings(tree), 5)),
        "shown h2": tuple(text_of(one) for one in islice(tree.iter("h2"), 1) if not is_around(one)),
        "shown sign": tuple(
            text_of(one) for one in islice(tree.iter("h1", "h2"), 50) if _leads_home(one)
        ),
        "shown byline": tuple(_bylines(head)) or tuple(_bylines(near))[:1],
        "shown rel author": tuple(
            text_of(one) for one in near if one.tag == "a" and "author" in _rel(one)
        ),
        "shown first line": tuple(islice(_first_lines(near[: len(head) + 3]), 2)),
        "shown time": (
            tuple(_times(head)) or tuple(_times(_before(tree, heading))) or tuple(_times(near))
        ),
        "shown date": (
            tuple(_dates(head)) or tuple(_dates(_before(tree, heading))) or tuple(_dates(near))
        ),
        "shown standfirst": tuple(islice(_standfirsts(near), 1)),
        "shown tag": tuple(
            text_of(one) for one in islice(tree.iter("a"), 5_000) if "tag" in _rel(one)
        ),
    }


def page_titles(tree: HtmlElement) -> list[HtmlElement]:
    """Return the title of the page, not those of its drawings."""
    drawn = ("svg", "symbol", "g", "defs", "use", "pattern", "path")
    titles = (one for one in tree.iter("title") if one.getparent().tag not in drawn)
    return list(islice(titles, 1))


def paragraphs(tree: HtmlElement) -> list[str]:
    """Return the first paragraphs of the article, some thousand letters of them."""
    texts: list[str] = []
    for one in islice(tree.iter("p", "font", "td"), 500):
        text = text_of(one)
        if len(text) > 60 and not is_around(one):
            texts.append(text)
        if sum(map(len, texts)) > 3000:
            break
    return texts


def main_heading(tree: HtmlElement) -> HtmlElement | None:
    """Return the heading of the article: the one that the title of the page begins with."""
    titles = [folded(text_of(one)) for one in page_titles(tree)]
    found = islice(tree.iter("h1", "h2", "h3"), 200)
    headings = [
        one for one in found if text_of(one) and not is_around(one) and not _leads_home(one)
    ]
    for one in headings:
        text = folded(text_of(one))
        if titles and len(text) > 8 and (text in titles[0] or titles[0] in text):
            return one
    return next((one for one in headings if one.tag == "h1"), None)


def is_around(element: HtmlElement) -> bool:
    """Tell whether an element stands in what surrounds an article."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("body", "html", "main"):
            return False
        if one.tag in _AROUND_TAGS and not re.search(r"meta|byline", _names(one)):
            return not _holds_article(one)
        if one.tag in _CONTAINERS and _AROUND.search(_names(one)) and not _holds_article(one):
            return True
    return False


def _holds_article(element: HtmlElement) -> bool:
    """Tell whether an element holds the article too: ``has-sidebar``, a form around the page."""
    if element.tag in ("nav", "footer", "aside"):
        return False
    return next(element.iterdescendants("h1", "article"), None) is not None


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
    """Yield the elements that follow the heading of an article, without what surrounds it."""
    started = heading is None
    if heading is not None:  # what follows the article is about others
        tree = next(heading.iterancestors("article"), tree)
    walker = etree.iterwalk(tree, events=("start",))
    left = _SEEN
    for _, one in walker:
        if one is heading:
            started = True
        elif not started or not isinstance(one.tag, str) or one.tag in _SILENT:
            continue
        elif is_around(one):
            walker.skip_subtree()
        elif left:
            left -= 1
            yield one
        else:
            return


def _before(tree: HtmlElement, heading: HtmlElement | None) -> list[HtmlElement]:
    """Return the last elements before the heading, in what holds both."""
    if heading is None:
        return []
    found: list[HtmlElement] = []
    for one in islice(tree.iter(), 20_000):
        if one is heading:
            break
        if isinstance(one.tag, str) and one.tag not in ("script", "style", "meta", "link"):
            found.append(one)
    return [one for one in found[-40:] if not is_around(one)]


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
            text = listed(one)
            if 3 <= len(text) < _LONGEST:
                yield text


def _first_lines(near: list[HtmlElement]) -> Iterator[str]:
    """Yield lines of their own that begin as bylines do."""
    for one in near:
        if one.tag in ("p", "div", "span", "td", "h3", "h4", "h5", "li", "em", "i", "b", "strong"):
            text = listed(one)
            if len(text) < 120 and _STARTS.match(text) and " " in text.strip():
                yield text
            elif len(text) < 120 and re.search(r"\d", text) and (by := _WITHIN.search(text)):
                yield text[by.start() :]


def _dates(near: list[HtmlElement]) -> Iterator[str]:
    """Yield lines that may hold a date: those called so, then short ones, then others."""
    lines = []
    for one in near:
        named = bool(_DATE.search(_names(one)))
        if one.tag in ("h1", "h2") or (one.tag == "p" and not named and len(text_of(one)) > 80):
            continue
        text = text_of(one)
        if 6 <= len(text) < _LONGEST and re.search(r"\d", text):
            lines.append((not named, len(text) > 60, text))
    yield from (text for *_, text in sorted(lines, key=lambda line: line[:2]))


def _standfirsts(near: list[HtmlElement]) -> Iterator[str]:
    for one in near:
        if _STANDFIRST.search(_names(one)) and one.tag in ("p", "h2", "h3", "h4", "div", "span"):
            text = text_of(one)
            if 20 <= len(text) <= 500:
                yield text


def _other_headings(tree: HtmlElement) -> Iterator[str]:
    """Yield what is styled as a headline without being the first heading."""
    for one in islice(tree.iter("h2", "h3", "b", "div"), 1_000):
        if (
            len(one) < 8
            and re.search(r"head(?:line|ing)|title", _names(one))
            and not is_around(one)
        ):
            yield text_of(one)


def _leads_home(heading: HtmlElement) -> bool:
    """Tell whether a heading is the sign over the shop: a link to the home page."""
    links = [one.get("href") or "" for one in heading.iter("a")] + [
        one.get("href") or "" for one in islice(heading.iterancestors(), 2) if one.tag == "a"
    ]
    return any(re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link) for link in links)


def _rel(element: HtmlElement) -> list[str]:
    return (element.get("rel") or "").split()


def _times(near: list[HtmlElement]) -> Iterator[str]:
    """Yield what the time elements state: those that say they mean publication first."""
    times = [one for one in near if one.tag == "time" or one.get("datetime")]
    times += [one for one in near if one.tag == "abbr" and one.get("title")]
    times += [one for one in near if one.get("data-date") or one.get("data-datetime")]

    def order(one: HtmlElement) -> int:
        said = f"{_names(one)} {one.get('itemprop') or ''} {text_of(one)}".lower()
        if re.search(r"publish|posted|pubdate|entry-date|datepublished|publi", said):
            return 0
        return 2 if re.search(r"updat|modif|edited|aktualis|actuali", said) else 1

    for one in sorted(times, key=order):
        stated = next(filter(None, map(one.get, ("datetime", "data-datetime", "data-date"))), "")
        stated = stated or (one.get("title") if one.tag == "abbr" else "")
        yield stated or text_of(one)
