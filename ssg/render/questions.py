"""What a page may ask of a site: the only way from the model to what is rendered.

Every question is noted, and can be asked again by its name: a page stands for as long as all that
it asked has the same answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from ssg.config.site import SiteConfig
from ssg.model.comments import NO_COMMENTS, StoredComments
from ssg.model.image import NO_IMAGES, Images, ShownImage
from ssg.model.links import ResolvedLinks
from ssg.model.related import Related, RelatedFinder
from ssg.model.site import (
    Article,
    Corrected,
    Page,
    Site,
    Term,
    Withdrawn,
    corrections_of,
    told_until,
)
from ssg.render.archive import count_by_month
from ssg.render.front import Front, compose_section
from ssg.render.listed import CardWords, Listed, ListedCorrections, PlaceInThread, Span
from ssg.render.lookups import Lookups
from ssg.render.paths import page_count
from ssg.render.reads import Reads
from ssg.render.sitemap_entries import LIMIT, Entry, recent_news
from ssg.render.views.parts import YearCount


class Questions:
    """Answers questions about a site, and notes them."""

    def __init__(
        self,
        site: Site,
        config: SiteConfig,
        links: ResolvedLinks,
        finder: RelatedFinder,
        reads: Reads,
        images: Images = NO_IMAGES,
    ) -> None:
        """Begin.

        Args:
            site: the site.
            config: its configuration.
            links: where links lead.
            finder: finds related articles.
            reads: notes the questions.
            images: its pictures.

        """
        self._images = images
        self._site = site
        self._config = config
        self._links = links
        self.note = reads.note
        self._archives = {} if config.links.dead == "leave" else site.contents.archives
        self._known = Lookups(site, config, finder)

    def article(self, path: str) -> Article:
        """Return an article."""
        self.note("article", path)
        return self._site.by_path[path]

    def share_card(self, path: str) -> CardWords:
        """Return the words of the share card of an article."""
        self.note("share_card", path)
        article = self._site.by_path[path]
        source = article.document.front_matter.source
        section = next(iter(article.terms["sections"]), "")
        named = self._site.term("sections", section).name if section else ""
        return CardWords(article.title, source.name if source else "", named, article.date.date())

    def offline(self, count: str) -> tuple[tuple[str, str], ...]:
        """Return the paths of the latest articles, each with a digest of what it says."""
        self.note("offline", count)
        published = (one for one in self._site.articles if one.status == "published")
        return tuple((one.path, one.document.key.hex()) for one in islice(published, int(count)))

    def page(self, path: str) -> Page:
        """Return an undated page."""
        self.note("page", path)
        return self._site.page_by_path[path]

    def term(self, taxonomy: str, slug: str) -> Term | None:
        """Return a term, for its name, its place and what its own page says."""
        self.note("term", taxonomy, slug)
        return self._site.taxonomies.get(taxonomy, {}).get(slug)

    def related(self, path: str) -> tuple[Related, ...]:
        """Return the articles to show beside one."""
        self.note("related", path)
        return self._known.related(path)[0]

    def next(self, path: str) -> tuple[Article, ...]:
        """Return what happened next."""
        self.note("next", path)
        return self._known.related(path)[1]

    def beside(self, path: str) -> tuple[Article | None, Article | None]:
        """Return the articles published after and before one."""
        self.note("beside", path)
        articles, place = self._site.articles, self._known.places[path]
        newer = articles[place - 1] if place else None
        return newer, articles[place + 1] if place + 1 < len(articles) else None

    def place_in_thread(self, path: str, thread: str) -> PlaceInThread:
        """Return where an article stands in a thread."""
        self.note("place_in_thread", path, thread)
        articles = self._site.term("threads", thread).articles
        place = next(number for number, one in enumerate(articles) if one.path == path)
        newer = articles[place - 1] if place else None
        older = articles[place + 1] if place + 1 < len(articles) else None
        return PlaceInThread(len(articles), newer, older)

    def listed(self, taxonomy: str, slug: str, number: str) -> Listed:
        """Return a page of the list of a term."""
        self.note("listed", taxonomy, slug, number)
        return self._slice(self._site.term(taxonomy, slug).articles, int(number))

    def span(self, taxonomy: str, slug: str) -> Span:
        """Return the time of a term."""
        self.note("span", taxonomy, slug)
        term = self._site.term(taxonomy, slug)
        first = term.articles[-1] if term.articles else None
        return Span(len(term.articles), first, term.updated, count_by_month(term.articles))

    def translations(self, path: str) -> tuple[tuple[str, str], ...]:
        """Return the languages and paths of a piece that is translated, the original first."""
        self.note("translations", path)
        there = self._site.translations.get(path, ())
        return tuple((one.document.language, one.path) for one in there)

    def terms(self, taxonomy: str) -> tuple[tuple[Term, int, datetime | None], ...]:
        """Return the terms of a taxonomy, each with how many articles it has, and when one of
        them was last published or changed.
        """
        self.note("terms", taxonomy)
        found = self._site.taxonomies.get(taxonomy, {}).values()
        return tuple((one, len(one.articles), one.updated) for one in found)

    def outlets(self) -> tuple[tuple[Term, int, Article | None], ...]:
        """Return the outlets, each with how many articles it has, and the latest of them."""
        self.note("outlets")
        found = self._site.taxonomies["sources"].values()
        return tuple((one, len(one.articles), next(iter(one.articles), None)) for one in found)

    def named_terms(self, taxonomy: str) -> tuple[Term, ...]:
        """Return the terms of a taxonomy that hold articles by name, for their names."""
        self.note("named_terms", taxonomy)
        return self._known.named_terms(taxonomy)

    def front(self) -> Front:
        """Return what stands on the first page; its river is asked for apart."""
        self.note("front")
        return self._known.front

    def section_front(self, slug: str) -> Front:
        """Return what stands at the head of the first page of a section."""
        self.note("section_front", slug)
        return compose_section(self._site, slug)

    def river(self, number: str) -> Listed:
        """Return a page of the river of the front page."""
        self.note("river", number)
        return self._slice(self._known.front.river, int(number))

    def latest(self, count: str) -> tuple[Article, ...]:
        """Return the latest articles."""
        self.note("latest", count)
        return self._site.articles[: int(count)]

    def period(self, year: str, month: str, number: str) -> Listed:
        """Return a page of the articles of a year, or of one of its months."""
        self.note("period", year, month, number)
        return self._slice(self._known.periods.get((int(year), int(month)), ()), int(number))

    def years(self, year: str) -> tuple[YearCount, ...]:
        """Return how many articles a year held, or every one for 0."""
        self.note("years", year)
        return tuple(one for one in self._known.years if year == "0" or one.year == int(year))

    def feed(self, taxonomy: str, slug: str) -> tuple[Article, ...]:
        """Return the articles of a feed; of the feed of the site without a taxonomy."""
        self.note("feed", taxonomy, slug)
        articles = self._site.term(taxonomy, slug).articles if taxonomy else self._site.articles
        published = (one for one in articles if one.status == "published")
        return tuple(islice(published, self._config.feeds.limit))

    def corrections(self, number: str) -> ListedCorrections:
        """Return a page of the list of corrections."""
        self.note("corrections", number)
        size, found = self._config.per_page, self._site.corrections
        shown = found[(int(number) - 1) * size : int(number) * size]
        return ListedCorrections(shown, page_count(len(found), size))

    def latest_corrections(self) -> tuple[Corrected, ...]:
        """Return the corrections of a feed."""
        self.note("latest_corrections")
        published = (one for one in self._site.corrections if one.article.status == "published")
        return tuple(islice(published, self._config.feeds.limit))

    def last_correction(self) -> Corrected | None:
        """Return the latest correction."""
        self.note("last_correction")
        return next(iter(self._site.corrections), None)

    def corrected_lately(self, path: str) -> bool:
        """Tell whether an article was corrected so lately that readers are told at once."""
        self.note("corrected_lately", path)
        changes = (one.date for one in corrections_of(self._site.by_path[path]))
        return any(self._site.now <= told_until(one) for one in changes)

    def any_corrections(self) -> bool:
        """Tell whether there are corrections."""
        self.note("any_corrections")
        return bool(self._site.corrections)

    def withdrawn(self, path: str) -> Withdrawn:
        """Return when and why something was withdrawn."""
        self.note("withdrawn", path)
        return next(one for one in self._site.withdrawn if one.path == path)

    def gone(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the paths of all that was withdrawn, each with its aliases."""
        self.note("gone")
        return tuple((one.path, one.document.front_matter.aliases) for one in self._site.withdrawn)

    def entries(self, number: str) -> tuple[Entry, ...]:
        """Return what a part of the sitemap lists, or all of it for 0."""
        self.note("entries", number)
        part, entries = int(number), self._known.entries
        return entries[(part - 1) * LIMIT : part * LIMIT] if part else entries

    def news(self) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
        """Return the news of the last days; and the latest article, whatever its age."""
        self.note("news")
        return recent_news(self._site)

    def data(self, name: str) -> object:
        """Return what a file of content/_data/ says; none where there is no such file."""
        self.note("data", name)
        return self._site.contents.data.get(name)

    def most_read(self, count: str) -> tuple[Article, ...]:
        """Return the articles that were read most; none without a snapshot."""
        self.note("most_read", count)
        return self._known.most_read[: int(count)]

    def comments(self, path: str) -> StoredComments:
        """Return the comments that are kept of an article."""
        self.note("comments", path)
        source = self._site.by_path[path].document.path
        return self._site.contents.comments.get(source, NO_COMMENTS)

    def image(self, path: str) -> ShownImage | None:
        """Return what is known of a picture of the site; none of what is none."""
        self.note("image", path)
        return self._images.shown(path)

    def archive(self, url: str) -> str:
        """Return the archived copy to show of an address elsewhere; nothing where it is not known
        to be dead, or site.yaml leaves dead links as they are.
        """
        self.note("archive", url)
        return self._archives.get(url, "")

    def _slice(self, articles: Sequence[Article], number: int) -> Listed:
        size = self._config.per_page
        shown = articles[(number - 1) * size : number * size]
        return Listed(tuple(shown), page_count(len(articles), size))
