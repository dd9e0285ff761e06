"""Related articles are about the same, and say why."""

from __future__ import annotations

from ssg.config.site import RelatedRules
from ssg.model.related import Related
from ssg.model.site import Article, Site
from ssg.relate.related import RelatedArticles
from tests.unit.relate.making import article, site_of

_SITE = (
    article("2025-12-22-talks", "tags: [Ukraine, Russia, envoys]\nsection: World\n")
    + article("2025-12-21-front", "tags: [Ukraine, Russia]\nsection: World\n")
    + article("2025-12-20-envoy", "tags: [envoys]\nsection: Politics\n")
    + article("2025-12-19-cars", "tags: [tariffs]\nsection: Economy\n")
    + article("2025-12-18-steel", "tags: [tariffs]\nsection: Economy\n")
    + article("2025-12-17-lone")
    + article("2025-12-16-draft", "tags: [Ukraine, Russia, envoys]\ndraft: true\n")
)


def _find(site: Site, article: Article, count: int = 6) -> tuple[Related, ...]:
    return RelatedArticles(site, RelatedRules(count=count)).related(article)


def _related(slug: str, count: int = 6) -> list[str]:
    site = site_of(_SITE)
    of = next(one for one in site.articles if one.slug == slug)
    return [one.article.slug for one in _find(site, of, count)]


def test_articles_that_share_more_come_first() -> None:
    assert _related("talks")[:2] == ["front", "envoy"]
    assert _related("cars")[0] == "steel"


def test_article_is_not_related_to_itself_nor_to_drafts() -> None:
    assert not {"talks", "draft"} & set(_related("talks"))


def test_articles_that_share_nothing_are_not_related() -> None:
    assert _related("lone") == []
    assert not {"cars", "steel", "lone"} & set(_related("talks"))


def test_count_is_the_most_that_is_shown() -> None:
    assert len(_related("talks", 1)) == 1
    assert _related("talks", 0) == []


def test_reasons_are_what_both_share() -> None:
    site = site_of(_SITE)
    first = _find(site, site.articles[0])[0]
    assert set(first.reasons) == {"Ukraine", "Russia"}


def test_order_does_not_depend_on_the_order_of_files() -> None:
    pieces = [article(f"2025-12-22-a{number}", "tags: [x]\n") for number in range(8)]
    pieces += [article(f"2025-12-21-b{number}", f"tags: [y{number}]\n") for number in range(8)]
    one, other = site_of("".join(pieces)), site_of("".join(reversed(pieces)))
    assert [
        [found.article.slug for found in _find(site, site.articles[0])] for site in (one, other)
    ] == [[f"a{number}" for number in range(1, 7)]] * 2
