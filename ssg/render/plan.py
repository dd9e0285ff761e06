"""Everything that a site writes, and that no two things are written to one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ssg.config.site import SiteConfig
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.document import Document, TermDocument
from ssg.model.files import FileRef
from ssg.model.image import NO_IMAGES, Images
from ssg.model.output import (
    AliasSubject,
    ArchiveSubject,
    ArticleSubject,
    CopySubject,
    CorrectionsFeedSubject,
    CorrectionsSubject,
    FeedFormat,
    FeedSubject,
    FrontSubject,
    GoneSubject,
    ImageSubject,
    NotFoundSubject,
    OpmlSubject,
    PageSubject,
    RenderJob,
    RobotsSubject,
    SearchSubject,
    ShareCardSubject,
    SitemapSubject,
    StyleSubject,
    TaxonomySubject,
    TermSubject,
    WithdrawnSubject,
)
from ssg.model.site import Article, Page, Site, Term
from ssg.model.theme import Theme
from ssg.render.app_plan import app_jobs
from ssg.render.front import compose_front
from ssg.render.paths import (
    CORRECTIONS,
    SITE_CARD,
    archive_path,
    card_path,
    page_count,
    paged,
)
from ssg.render.sitemap import sitemap_part
from ssg.render.sitemap_entries import LIMIT, sitemap_entries

_FEEDS: dict[FeedFormat, str] = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}


def plan(site: Site, config: SiteConfig, theme: Theme) -> tuple[RenderJob, ...]:
    """Return a job for every file of a site but those of content/ that are copied."""
    return (
        *_front_jobs(site, config),
        *_piece_jobs(site),
        *_card_jobs(site, config),
        *_term_jobs(site, config),
        *_archive_jobs(site, config),
        *_correction_jobs(site, config),
        *_withdrawn_jobs(site),
        *_fixed_jobs(site, config),
        *app_jobs(site, config),
        *_alias_jobs(site),
        *_theme_jobs(theme),
    )


def jobs_of(piece: Article | Page, cards: bool) -> Iterator[RenderJob]:
    """Yield the jobs that an article or page asks for: its page, its share card where there are
    any, and those of its aliases.
    """
    yield _job_of(piece)
    if cards:
        yield from _card_of(piece)
    yield from _aliases_of(piece.document, piece.path)


def copy_jobs(assets: Mapping[str, FileRef], images: Images = NO_IMAGES) -> tuple[RenderJob, ...]:
    """Return a job for every file of content/ that is copied, and for what is made of pictures."""
    files = sorted(assets.items())
    return tuple(job for path, file in files for job in _file_jobs(path, file, images))


def _file_jobs(path: str, file: FileRef, images: Images) -> Iterator[RenderJob]:
    where = partial(Location, file.label)
    image = images.by_path.get(path)
    if image is None or image.recipe.format == "svg":
        yield RenderJob(path, CopySubject(file), file.label, where)
        return
    yield RenderJob(path, ImageSubject(file, image.recipe), file.label, where)
    for one in image.variants:
        yield RenderJob(one.path, ImageSubject(file, one.recipe), file.label, where)


def check_collisions(jobs: Sequence[RenderJob], reserved: str = "") -> None:
    """Complain of every two jobs that write one file, on file systems without case too.

    Args:
        jobs: everything that is to be written.
        reserved: a folder of the output that is filled by other means.

    Raises:
        SsgError: with both owners of every such file.

    """
    keys = [job.output_path.casefold() for job in jobs]
    counts = Counter(keys)
    first: dict[str, RenderJob] = {}
    found: list[Diagnostic] = []
    for key, job in zip(keys, jobs, strict=True):
        if counts[key] == 1:
            continue
        other = first.setdefault(key, job)
        # Share cards collide where their articles do, which is said already.
        if other is job or (_is_card(other) and _is_card(job)):
            continue
        message = f"two things would stand at {job.path}"
        notes = (f"one is {other.owner}", f"the other is {job.owner}")
        hint = (
            "take the alias out"
            if isinstance(job.subject, AliasSubject)
            else "give one of them another slug or path"
        )
        where = job.asked_at or other.asked_at
        found.append(Diagnostic("error", "site/collision", message, where, hint, notes))
    for key, job in zip(keys, jobs, strict=True):
        if reserved and key.split("/")[0] == reserved:
            message = f"{job.path} would stand where the search index goes"
            hint = "give it another place, or turn search off in site.yaml"
            found.append(Diagnostic("error", "site/collision", message, job.asked_at, hint))
    # A file must not stand where a folder is needed.
    files = {
        key: job for key, job in zip(keys, jobs, strict=True) if not key.endswith("/index.html")
    }
    folders: set[str] = set()
    for key, job in zip(keys, jobs, strict=True):
        folder = key.rpartition("/")[0]
        # Of all that need a folder the first is named.
        while folder and folder not in folders:
            folders.add(folder)
            if file := files.get(folder):
                message = f"{file.path} is a file, and {job.path} needs a folder there"
                notes = (f"the file is {file.owner}", f"the folder is for {job.owner}")
                hint = "give one of them another slug or path"
                where = file.asked_at or job.asked_at
                found.append(Diagnostic("error", "site/collision", message, where, hint, notes))
            folder = folder.rpartition("/")[0]
    if found:
        raise SsgError(found)


def _is_card(job: RenderJob) -> bool:
    return isinstance(job.subject, ShareCardSubject)


def _front_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    pages = page_count(len(compose_front(site).river), config.per_page)
    for number in range(1, pages + 1):
        yield RenderJob(paged("/", number), FrontSubject(number), "the front page")


def _piece_jobs(site: Site) -> Iterator[RenderJob]:
    yield from map(_job_of, site.articles)
    yield from map(_job_of, site.pages)


def _job_of(piece: Article | Page) -> RenderJob:
    kind = ArticleSubject if isinstance(piece, Article) else PageSubject
    return RenderJob(piece.path, kind(piece.path), _owner(piece), _place(piece.document))


def _card_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    if config.share_cards.enabled:
        yield RenderJob(SITE_CARD, ShareCardSubject(""), "the share card of the site")
        for article in site.articles:
            yield from _card_of(article)


def _card_of(piece: Article | Page) -> Iterator[RenderJob]:
    if isinstance(piece, Article) and not piece.document.front_matter.has_shareable_image:
        owner = f"the share card of content/{piece.document.path}"
        subject = ShareCardSubject(piece.path)
        yield RenderJob(card_path(piece.path), subject, owner, _place(piece.document))


def _term_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    for taxonomy, terms in site.taxonomies.items():
        if not terms:
            continue
        yield RenderJob(f"/{taxonomy}/", TaxonomySubject(taxonomy), f"the list of {taxonomy}")
        rules = config.taxonomies.get(taxonomy)
        for term in terms.values():
            for number in range(1, page_count(len(term.articles), config.per_page) + 1):
                subject = TermSubject(taxonomy, term.slug, number)
                yield RenderJob(paged(term.path, number), subject, _term_owner(term))
            if rules is None or rules.feeds:
                for kind, file in _FEEDS.items():
                    feed = FeedSubject(kind, taxonomy, term.slug)
                    yield RenderJob(f"{term.path}{file}", feed, _term_owner(term))


def _archive_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    owner = "the archive"
    yield RenderJob(archive_path(), ArchiveSubject(0, 0, 1), owner)
    years = Counter(one.date.year for one in site.articles)
    months = Counter((one.date.year, one.date.month) for one in site.articles)
    periods = {**{(year, 0): count for year, count in years.items()}, **months}
    for (year, month), count in sorted(periods.items()):
        for number in range(1, page_count(count, config.per_page) + 1):
            path = paged(archive_path(year, month), number)
            yield RenderJob(path, ArchiveSubject(year, month, number), owner)


def _correction_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    if not site.corrections:
        return
    owner = "the list of corrections"
    for number in range(1, page_count(len(site.corrections), config.per_page) + 1):
        yield RenderJob(paged(CORRECTIONS, number), CorrectionsSubject(number), owner)
    for kind, file in _FEEDS.items():
        yield RenderJob(f"{CORRECTIONS}{file}", CorrectionsFeedSubject(kind), owner)


def _withdrawn_jobs(site: Site) -> Iterator[RenderJob]:
    for one in site.withdrawn:
        owner = f"content/{one.document.path}"
        yield RenderJob(one.path, WithdrawnSubject(one.path), owner, _place(one.document))
        yield from _aliases_of(one.document, one.path)
    if not site.withdrawn:
        return
    yield RenderJob("/withdrawn.map", GoneSubject("map"), "the list of what was withdrawn")
    # Whoever writes that file by hand has the last word.
    if "static/_redirects" not in site.contents.assets:
        yield RenderJob("/_redirects", GoneSubject("redirects"), "the list of what was withdrawn")


def _fixed_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    for kind, file in _FEEDS.items():
        yield RenderJob(f"/{file}", FeedSubject(kind), "the feeds")
    yield RenderJob("/404.html", NotFoundSubject(), "the page for unknown paths")
    yield RenderJob("/robots.txt", RobotsSubject(), "robots.txt")
    yield RenderJob("/opml.xml", OpmlSubject(), "the list of sources")
    yield RenderJob("/news-sitemap.xml", SitemapSubject("news"), "the sitemap")
    entries = sum(1 for _ in sitemap_entries(site))
    if entries <= LIMIT:
        yield RenderJob("/sitemap.xml", SitemapSubject("urls"), "the sitemap")
    else:
        yield RenderJob("/sitemap.xml", SitemapSubject("index"), "the sitemap")
        for number in range(1, -(-entries // LIMIT) + 1):
            yield RenderJob(sitemap_part(number), SitemapSubject("urls", number), "the sitemap")
    if config.search.enabled:
        yield RenderJob("/search/", SearchSubject(), "the search page")


def _alias_jobs(site: Site) -> Iterator[RenderJob]:
    pieces: tuple[Article | Page, ...] = (*site.articles, *site.pages)
    for piece in pieces:
        yield from _aliases_of(piece.document, piece.path)
    for terms in site.taxonomies.values():
        for term in terms.values():
            if term.document:
                yield from _aliases_of(term.document, term.path)


def _aliases_of(document: Document | TermDocument, path: str) -> Iterator[RenderJob]:
    for number, alias in enumerate(document.front_matter.aliases):
        where = partial(document.place, f"aliases.{number}", "aliases")
        owner = f"an alias in content/{document.path}"
        yield RenderJob(alias, AliasSubject(path), owner, where)


def _theme_jobs(theme: Theme) -> Iterator[RenderJob]:
    for path, file in sorted(theme.static.items()):
        where = partial(Location, file.label)
        subject = StyleSubject(file) if path.endswith(".css") else CopySubject(file)
        yield RenderJob(f"/theme/{path}", subject, file.label, where)


def _owner(piece: Article | Page) -> str:
    return f"content/{piece.document.path}"


def _place(document: Document) -> Callable[[], Location]:
    """Return what finds where a document says its path, or the document as a whole."""
    return partial(document.place, "path", "slug")


def _term_owner(term: Term) -> str:
    if term.document:
        return f"content/{term.document.path}"
    return f'"{term.name}" in {term.taxonomy}'
