"""How a site spreads its attention: over outlets, authors, sections, tags, and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from ssg.model.balance import Balance, Kind, Period, Share, SingleSource, Spread, Unit
from ssg.model.site import Article, Site

# Half a year of weeks is as many periods as two years of months: what a plot shows well.
_MOST_DAYS_BY_WEEK = 184
_TOP = 3

Names = Sequence[str]
"""The names of one kind that a piece carries."""


def weigh(site: Site, since: datetime, until: datetime) -> Balance:
    """Return how a site spread its attention from one moment to another, both included."""
    since, until = since.astimezone(site.now.tzinfo), until.astimezone(site.now.tzinfo)
    articles = [one for one in site.articles if since <= one.date <= until]
    curated = [one for one in articles if not is_own(one)]
    unit: Unit = "week" if (until - since).days <= _MOST_DAYS_BY_WEEK else "month"
    begins = _periods(since.date(), until.date(), unit)

    def spread(pieces: Sequence[Article], names: Iterable[Names]) -> Spread:
        return _spread(pieces, list(names), begins, unit)

    labels = _labels(site)
    spreads: Mapping[Kind, Spread] = {
        "outlets": spread(curated, (_names(site, one, "sources") for one in curated)),
        "labels": spread(curated, (_label(one, labels) for one in curated)),
        "writers": spread(curated, map(_writer, curated)),
        "authors": spread(articles, (_names(site, one, "authors") for one in articles)),
        "sections": spread(articles, (_names(site, one, "sections") for one in articles)),
        "tags": spread(articles, (_names(site, one, "tags") for one in articles)),
    }
    return Balance(
        since=since,
        until=until,
        pieces=len(articles),
        own=len(articles) - len(curated),
        unit=unit,
        periods=_over_time(articles, begins, unit),
        spreads=spreads,
        single_source=_single_source(site, articles),
    )


def effective_number(counts: Iterable[int]) -> float:
    """Return how many names of equal size would be as concentrated as these; 0 for none.

    This is the inverse of Simpson's index (E. H. Simpson, "Measurement of Diversity", Nature 163,
    1949), the Hill number of order 2 (M. O. Hill, "Diversity and Evenness", Ecology 54, 1973),
    which political science knows as the effective number of parties (Laakso and Taagepera, 1979):
    one divided by the sum of the squared shares.
    """
    numbers = list(counts)
    squares = sum(number * number for number in numbers)
    return sum(numbers) ** 2 / squares if squares else 0.0


def is_own(article: Article) -> bool:
    """Tell whether a piece is one's own: an original that names no outlet."""
    front_matter = article.document.front_matter
    return front_matter.kind == "original" and front_matter.source is None


def _names(site: Site, article: Article, taxonomy: str) -> Names:
    return [site.term(taxonomy, slug).name for slug in article.terms[taxonomy]]


def _labels(site: Site) -> Mapping[str, str]:
    """Return what the editors call the kind of each outlet, by its slug."""
    return {
        slug: term.document.front_matter.label
        for slug, term in site.taxonomies["sources"].items()
        if term.document and term.document.front_matter.label
    }


def _label(article: Article, labels: Mapping[str, str]) -> Names:
    label = labels.get(article.source)
    return [label] if label else []


def _writer(article: Article) -> Names:
    source = article.document.front_matter.source
    return [source.author] if source and source.author else []


def _spread(
    articles: Sequence[Article], names: Sequence[Names], begins: Sequence[date], unit: Unit
) -> Spread:
    places = {day: place for place, day in enumerate(begins)}
    counts: Counter[str] = Counter()
    over_time: dict[str, list[int]] = {}
    for article, carried in zip(articles, names, strict=True):
        place = places[_begin(article.date.date(), unit)]
        for name in carried:
            counts[name] += 1
            over_time.setdefault(name, [0] * len(begins))[place] += 1
    mentions = counts.total()
    ordered = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    top = sum(counts[name] for name in ordered[:_TOP])
    return Spread(
        shares=tuple(
            Share(name, counts[name], counts[name] / mentions, tuple(over_time[name]))
            for name in ordered
        ),
        without=sum(not carried for carried in names),
        top_three=top / mentions if mentions else 0.0,
        effective=effective_number(counts.values()),
    )


def _over_time(
    articles: Iterable[Article], begins: Iterable[date], unit: Unit
) -> tuple[Period, ...]:
    groups: dict[date, list[Article]] = {day: [] for day in begins}
    for article in articles:
        groups[_begin(article.date.date(), unit)].append(article)
    return tuple(_period(day, group) for day, group in groups.items())


def _period(begins: date, articles: Sequence[Article]) -> Period:
    own = sum(map(is_own, articles))
    outlets = Counter(one.source for one in articles if one.source)
    return Period(begins, len(articles), own, len(outlets), effective_number(outlets.values()))


def _periods(first: date, last: date, unit: Unit) -> tuple[date, ...]:
    found = []
    day = _begin(first, unit)
    while day <= last:
        found.append(day)
        day = _begin(day + timedelta(days=7 if unit == "week" else 31), unit)
    return tuple(found)


def _begin(day: date, unit: Unit) -> date:
    return day.replace(day=1) if unit == "month" else day - timedelta(days=day.weekday())


def _single_source(site: Site, articles: Iterable[Article]) -> tuple[SingleSource, ...]:
    threads: dict[str, list[Article]] = {}
    for article in articles:
        for slug in article.terms["threads"]:
            threads.setdefault(slug, []).append(article)
    found = []
    for slug, pieces in threads.items():
        outlets = Counter(one.source for one in pieces if one.source)
        if len(outlets) == 1 and len(pieces) > 1:
            ((source, count),) = outlets.items()
            thread, outlet = site.term("threads", slug).name, site.term("sources", source).name
            found.append(SingleSource(thread, outlet, count, sum(map(is_own, pieces))))
    found.sort(key=lambda one: (-one.pieces, -one.own, one.thread))
    return tuple(found)
