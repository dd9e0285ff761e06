"""site.yaml: what it may say and what that means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from ssg.config.comments import CommentRules, comment_rules
from ssg.config.images import ImageRules
from ssg.config.newsletter import Newsletter, newsletter
from ssg.config.offline import OfflineRules
from ssg.config.share_cards import ShareCardRules
from ssg.config.views import ViewRules
from ssg.errors import Location, SsgError
from ssg.model.front_matter import RIGHTS, FrontMatter
from ssg.schema.decode import (
    Decoder,
    boolean,
    integer,
    language,
    list_of,
    mapping_of,
    number,
    one_of,
    plain,
    text,
    time_zone,
    web_url,
    words,
)
from ssg.schema.record import key, keys_of, record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node, Source, compose_keys
from ssg.text.slug import is_slug

BUILT_IN_TAXONOMIES = ("tags", "authors", "sources", "sections", "threads")


def _base_url(node: Node, report: Report) -> str:
    value = web_url(node, report)
    if "?" in value or "#" in value:
        hint = "leave out everything from ? or # on"
        raise report.error(node, "wrong-url", f'"{value}" cannot be a base URL', hint)
    return value.rstrip("/") + "/"


def _pattern(*tokens: str) -> Decoder[str]:
    def decode(node: Node, report: Report) -> str:
        value = text(node, report)
        segments = [part for part in value.split("/") if part]
        used = [part for part in segments if part.startswith(":")]
        unknown = [token for token in used if token not in tokens]
        if not value.startswith("/") or not value.endswith("/"):
            message = f'the pattern "{value}" must begin and end with "/"'
            raise report.error(node, "wrong-path", message, f'write it as "/{value.strip("/")}/"')
        wrong = [part for part in segments if part not in used and not is_slug(part)]
        if wrong:
            message = f'the pattern "{value}" has a part "{wrong[0]}" that cannot stand in a path'
            raise report.error(node, "wrong-path", message, "use letters, digits and hyphens")
        if unknown or not any(token in used for token in (":slug", ":path")):
            message = f'the pattern "{value}" ' + (
                f'has an unknown part "{unknown[0]}"' if unknown else "lacks the name of the piece"
            )
            raise report.error(node, "wrong-path", message, "the parts are " + " ".join(tokens))
        return value

    return decode


def _check_taxonomy(name: str) -> str:
    taken = {one.name for one in keys_of(FrontMatter)} - set(BUILT_IN_TAXONOMIES)
    if name in taken or name in ("posts", "static"):
        return f'"{name}" means something else already'
    if not is_slug(name) or name.startswith("_"):
        return f'"{name}" cannot be the name of a taxonomy'
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalinks:
    """The patterns of paths."""

    articles: str = key(
        _pattern(":year", ":month", ":day", ":slug", ":section", ":folder"),
        "The path of an article; of `:year` `:month` `:day` `:slug` `:section` `:folder` "
        "(the folders below posts/).",
        "/:year/:month/:slug/",
    )
    pages: str = key(
        _pattern(":path", ":slug"),
        "The path of a page; of `:path` (its folders and slug) and `:slug`.",
        "/:path/",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """An entry of the main menu."""

    title: str = key(words, "The words to show.")
    url: str = key(words, "A path of the site or a full URL.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChoice:
    """Which theme, and how it is set."""

    name: str = key(words, "A folder of themes/, or a theme that comes with ssg.", "default")
    settings: Mapping[str, object] = key(
        mapping_of(plain), "Settings of the theme; its documentation lists them.", {}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterRules:
    """How strictly front matter is read."""

    unknown: str = key(
        one_of("error", "warn", "ignore", "near"),
        "What an unknown key is: `error`, `warn`, `ignore`, or `near`: an error when it resembles "
        "a known one and a warning otherwise.",
        "near",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownRules:
    """How Markdown is read."""

    raw_html: bool = key(boolean, "Let HTML in articles through.", True)
    typographer: bool = key(boolean, "Make typographic quotes, dashes and ellipses.", True)
    linkify: bool = key(boolean, "Turn bare web addresses into links.", True)
    toc_headings: int = key(
        integer(1, 99), "How many headings a piece needs for a table of contents.", 4
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyRules:
    """A taxonomy."""

    title: str = key(text, "Its name in headings; from the theme or its key otherwise.", "")
    feeds: bool = key(boolean, "Write feeds for each of its terms.", True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRules:
    """Feeds."""

    limit: int = key(integer(1, 500), "How many articles a feed holds.", 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRules:
    """Related articles."""

    count: int = key(integer(0, 24), "How many an article shows.", 6)
    next: int = key(
        integer(0, 24), "How many later articles on the same story an article shows.", 4
    )
    threshold: float = key(
        number(0, 1), "How much two articles must have in common, from 0 to 1.", 0.07
    )
    event: float = key(number(0, 10), "What articles of the same weeks gain.", 0.6)
    affair: float = key(number(0, 10), "What articles of the same years gain.", 0.6)
    hub: float = key(number(0, 1), "How far an article that is near to many counts for less.", 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRules:
    """Search."""

    enabled: bool = key(boolean, "Build a search index and the search page.", True)
    exclude_rights: tuple[str, ...] = key(
        list_of(one_of(*RIGHTS)),
        "Rights of use under which a curated piece stays out of the index.",
        ("full", "licensed"),
    )
    shard_size: int = key(
        integer(1, 100000),
        "How many documents a part of the index holds at most. An edit means indexing its part "
        "again; a smaller part takes less time and memory, and more parts more requests of "
        "readers.",
        1000,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRules:
    """Links."""

    broken: str = key(
        one_of("error", "warn"),
        "What a link within the site is that leads nowhere: `error` or `warn`.",
        "error",
    )
    dead: str = key(
        one_of("archive-beside", "archive-instead", "leave"),
        "How a link elsewhere is shown that is known to be dead and has an archived copy: with "
        "that beside it, replaced by that, or as it stands.",
        "archive-beside",
    )
    pause: float = key(
        number(0, 60), "Seconds between two requests of `ssg links check` to one host.", 1.0
    )
    timeout: float = key(number(0.1, 120), "Seconds that a host has for an answer.", 20.0)
    archive_lookup: str = key(
        web_url,
        "The service that knows the nearest copy of an address, as the Wayback Machine does.",
        "https://archive.org/wayback/available",
    )
    archive_save: str = key(
        web_url, "The service that makes a copy.", "https://web.archive.org/save/"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CurationRules:
    """Pieces from other outlets."""

    quoted_words: int = key(
        integer(0, 10000), "How many words a link or an excerpt may quote of its original.", 80
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployRules:
    """Where the site is published."""

    method: str = key(one_of("folder", "rsync", "git", "s3"), "How it is carried there.")
    target: str = key(words, "The folder, host, repository or bucket.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """Everything site.yaml says."""

    title: str = key(words, "The name of the blog.")
    base_url: str = key(_base_url, "Where it is published, with its path: the root of every link.")
    description: str = key(text, "What it is about, in a sentence.", "")
    language: str = key(language, "The language of the site, as a tag such as `en`.", "en")
    timezone: ZoneInfo = key(
        time_zone, "The zone of dates that name none, as `Europe/Berlin`.", ZoneInfo("UTC")
    )
    authors: tuple[str, ...] = key(
        list_of(words), "Who wrote the pieces of one's own that name nobody.", ()
    )
    permalinks: Permalinks = key(
        record(Permalinks), "The patterns of paths.", Permalinks(), record=Permalinks
    )
    navigation: tuple[NavigationItem, ...] | None = key(
        list_of(record(NavigationItem)),
        "The main menu; the sections by name when absent.",
        None,
        record=NavigationItem,
    )
    theme: ThemeChoice = key(
        record(ThemeChoice, shorthand="name"),
        "The theme: its name, or name and settings.",
        ThemeChoice(),
        record=ThemeChoice,
    )
    front_matter: FrontMatterRules = key(
        record(FrontMatterRules),
        "How strictly front matter is read.",
        FrontMatterRules(),
        record=FrontMatterRules,
    )
    markdown: MarkdownRules = key(
        record(MarkdownRules), "How Markdown is read.", MarkdownRules(), record=MarkdownRules
    )
    taxonomies: Mapping[str, TaxonomyRules] = key(
        mapping_of(record(TaxonomyRules), _check_taxonomy),
        "Settings of `tags`, `authors`, `sources`, `sections` and `threads`, and others: each "
        "is a key that front matter may then use.",
        {},
        record=TaxonomyRules,
    )
    per_page: int = key(integer(1, 1000), "How many articles a page of a list shows.", 30)
    feeds: FeedRules = key(record(FeedRules), "Feeds.", FeedRules(), record=FeedRules)
    related: RelatedRules = key(
        record(RelatedRules), "Related articles.", RelatedRules(), record=RelatedRules
    )
    search: SearchRules = key(record(SearchRules), "Search.", SearchRules(), record=SearchRules)
    links: LinkRules = key(record(LinkRules), "Links.", LinkRules(), record=LinkRules)
    images: ImageRules = key(record(ImageRules), "Pictures.", ImageRules(), record=ImageRules)
    curation: CurationRules = key(
        record(CurationRules), "Pieces from other outlets.", CurationRules(), record=CurationRules
    )
    comments: CommentRules = key(
        comment_rules, "Comments of readers.", CommentRules(), record=CommentRules
    )
    newsletter: Newsletter | None = key(
        newsletter, "Where readers subscribe to a newsletter; see docs/newsletter-form.md.", None
    )
    views: ViewRules = key(
        record(ViewRules), "How often articles are read.", ViewRules(), record=ViewRules
    )
    short_title: str = key(
        text, "Its name where there is little room, as under an icon; the title when absent.", ""
    )
    icon: str = key(
        text,
        "The file of its icon, seen from the folder of site.yaml: a square PNG of 512 pixels or "
        "more, or an SVG; its first letter when absent.",
        "",
    )
    share_cards: ShareCardRules = key(
        record(ShareCardRules), "Share cards.", ShareCardRules(), record=ShareCardRules
    )
    offline: OfflineRules = key(
        record(OfflineRules),
        "Reading without a connection.",
        OfflineRules(),
        record=OfflineRules,
    )
    deploy: DeployRules | None = key(
        record(DeployRules), "Where the site is published.", None, record=DeployRules
    )
    positions: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """Where each key stands, by dotted name."""

    @property
    def short_name(self) -> str:
        """Its name where there is little room."""
        return self.short_title or self.title

    def place(self, key: str) -> Location:
        """Return where a key stands, or the file when it is absent."""
        return self.positions.get(key) or Location("site.yaml")

    @property
    def taxonomy_names(self) -> tuple[str, ...]:
        """The taxonomies of the site, the built-in ones first."""
        added = (name for name in self.taxonomies if name not in BUILT_IN_TAXONOMIES)
        return (*BUILT_IN_TAXONOMIES, *added)


def decode_site(yaml_text: str, path: str) -> SiteConfig:
    """Return what a site.yaml says.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, yaml_text)
    node = compose_keys(yaml_text, source, "site/invalid-yaml")
    report = Report(source, "site", unknown="error")
    config: SiteConfig | None = None
    try:
        config = record(SiteConfig)(node, report)
    except Invalid:
        raise SsgError(report.diagnostics) from None
    if any(one.severity == "error" for one in report.diagnostics):
        raise SsgError(report.diagnostics)
    return replace(config, positions=report.positions)
