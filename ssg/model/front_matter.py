"""What an editor can say over an article, a page, or the page of a term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ssg.schema.decode import (
    boolean,
    focus,
    language,
    list_of,
    mapping_of,
    moment,
    one_of,
    plain,
    site_path,
    text,
    web_url,
    words,
)
from ssg.schema.record import key, record
from ssg.text.urls import split_target

KINDS = ("original", "curated", "link")
RIGHTS = ("link", "excerpt", "full", "licensed")


def is_shareable(src: str) -> bool:
    """Tell whether social networks show a picture: they show no SVG."""
    return not split_target(src)[0].casefold().endswith((".svg", ".svgz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as front matter names it."""

    src: str = key(words, "The file, relative to the article, or a full URL.")
    alt: str | None = key(text, 'What it shows; `""` for mere decoration.', None)
    caption: str = key(text, "The words under it, as Markdown.", "")
    credit: str = key(text, "Who made it.", "")
    focus: str = key(
        focus, "The point that must be seen where it is cut: `30% 60%`, or words as `left top`.", ""
    )
    narrow: str = key(
        text, "Another file for narrow screens, such as one cut closer, or a full URL.", ""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Where a curated article comes from, and by what right it is shown."""

    name: str = key(words, "The outlet.")
    url: str = key(web_url, "The original article.", "")
    author: str = key(text, "Who wrote the original.", "")
    published: datetime | None = key(moment, "When the original appeared.", None)
    rights: str = key(
        one_of(*RIGHTS),
        "By what right it stands here: `link`, `excerpt`, `full` or `licensed`.",
        "excerpt",
    )
    note: str = key(text, "The editors' note on the use, as Markdown.", "")

    @property
    def is_whole_copy(self) -> bool:
        """True where the right of use lets the whole text stand here."""
        return self.rights in ("full", "licensed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that was made to an article."""

    date: datetime = key(moment, "When it was made.")
    text: str = key(words, "What was wrong and what is right, as Markdown.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That a piece was withdrawn: a notice stands in its place."""

    date: datetime = key(moment, "When it was withdrawn.")
    reason: str = key(words, "Why, in plain words; readers see them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of an article or a page."""

    title: str = key(words, "The headline.")
    date: datetime | None = key(
        moment, "When it is published. Serves from the file name where it is absent.", None
    )
    updated: datetime | None = key(moment, "When it was last changed in substance.", None)
    expires: datetime | None = key(moment, "When it leaves the site.", None)
    draft: bool = key(boolean, "Kept out of the site until this is false.", False)
    slug: str = key(words, "The last segment of its path; from the file name otherwise.", "")
    path: str = key(site_path, "The whole path, in place of the site's pattern.", "")
    aliases: tuple[str, ...] = key(list_of(site_path), "Old paths that redirect here.", ())
    lang: str = key(
        language, "The language it is written in, as a tag such as `de`; that of the site.", ""
    )
    translation_key: str = key(
        text, "A name that a piece and its translations share, each with a `lang` of its own.", ""
    )
    standfirst: str = key(text, "The sentence over the piece, as Markdown.", "")
    authors: tuple[str, ...] = key(list_of(words), "Who wrote it.", ())
    tags: tuple[str, ...] = key(list_of(words), "What it is about.", ())
    section: str = key(text, "The section it stands in.", "")
    kind: str = key(
        one_of(*KINDS),
        "`original` for a piece of one's own, `curated` for one collected from another outlet, "
        "`link` for one that mainly points elsewhere.",
        "original",
    )
    source: Attribution | None = key(
        record(Attribution), "The outlet it comes from.", None, record=Attribution
    )
    canonical: str = key(web_url, "The URL under which the text is to be known.", "")
    image: Image | None = key(record(Image, shorthand="src"), "The lead image.", None, record=Image)
    related: tuple[str, ...] = key(
        list_of(words), "Slugs of articles that come first among the related.", ()
    )
    related_exclude: tuple[str, ...] = key(
        list_of(words), "Slugs of articles never shown as related.", ()
    )
    thread: str = key(text, "The story it follows.", "")
    follows: str = key(text, "Slug of the article it takes up.", "")
    corrections: tuple[Correction, ...] = key(
        list_of(record(Correction)), "Corrections made since.", (), record=Correction
    )
    withdrawn: Withdrawal | None = key(
        record(Withdrawal),
        "Puts a notice in its place, and takes all it says off the site.",
        None,
        record=Withdrawal,
    )
    toc: bool | None = key(
        boolean, "Show a table of contents; from the length of the piece otherwise.", None
    )
    comments: bool = key(
        boolean, "Whether comments show below it, those that are kept included.", True
    )
    pinned: bool = key(
        boolean, "Keep it at the head of the front page, and of the front of its section.", False
    )
    template: str = key(text, "A template of the theme, in place of the usual one.", "")
    extra: Mapping[str, object] = key(
        mapping_of(plain), "Whatever a theme of your own wants to know.", {}
    )
    terms: Mapping[str, tuple[str, ...]]
    """Terms of the taxonomies that site.yaml adds, by taxonomy."""

    @property
    def has_shareable_image(self) -> bool:
        """True where there is an image that can stand for the piece elsewhere: no SVG."""
        return self.image is not None and is_shareable(self.image.src)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFrontMatter:
    """The front matter of the page of a term, such as ``content/sources/slate.md``."""

    title: str = key(words, "The name to show.")
    standfirst: str = key(text, "The sentence over its page, as Markdown.", "")
    url: str = key(web_url, "Its home elsewhere: an outlet's site, an author's page.", "")
    feed: str = key(web_url, "The feed of an outlet, for the OPML list of sources.", "")
    label: str = key(
        text,
        "A word of the editors for what kind of outlet it is, for `ssg balance`; "
        "readers never see it.",
        "",
    )
    image: Image | None = key(
        record(Image, shorthand="src"), "A portrait or mark.", None, record=Image
    )
    aliases: tuple[str, ...] = key(list_of(site_path), "Old paths that redirect here.", ())
    extra: Mapping[str, object] = key(
        mapping_of(plain), "Whatever a theme of your own wants to know.", {}
    )
