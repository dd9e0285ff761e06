"""Letters of headlines that no font of share cards has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssg.errors import Diagnostic
from ssg.model.site import Article, Site
from ssg.render.context import RenderContext

_SHOWN = 12


def unset_letters(site: Site, context: RenderContext) -> Iterator[Diagnostic]:
    """Yield a warning where share cards lack letters: which, the first headline, and the way out.

    Raises:
        SsgError: a font can't be read.

    """
    design = context.templates.theme.design
    if not context.config.share_cards.enabled or not design.headline:
        return
    articles = [one for one in site.articles if not one.document.front_matter.has_shareable_image]
    letters = _beyond_ascii(one.title for one in articles)
    if not letters:
        return
    # All of Pillow takes a while to import.
    from ssg.pictures.typesetting import missing_letters

    missing = missing_letters("".join(sorted(letters)), design.headline)
    wanting = [one for one in articles if missing and not set(missing).isdisjoint(one.title)]
    if wanting:
        yield _warning(missing, wanting)


def _warning(missing: tuple[str, ...], articles: list[Article]) -> Diagnostic:
    named = " ".join(missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    others = len(articles) - 1
    return Diagnostic(
        "warning",
        "share-card/letters",
        f'no font of the share cards has the letters "{named}"{more}; they are left out',
        articles[0].document.place("title"),
        "name the file of a font that has them in site.yaml, under share_cards.fonts",
        (f"and in {others} more titles",) if others else (),
    )


def _beyond_ascii(texts: Iterable[str]) -> set[str]:
    return {char for char in set("".join(texts)) if not char.isascii()}
