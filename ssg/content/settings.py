"""What reading a document depends on besides the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from ssg.config.site import BUILT_IN_TAXONOMIES, MarkdownRules, SiteConfig
from ssg.errors import Severity
from ssg.model.theme import Shortcode


@dataclass(frozen=True, slots=True)
class ParseSettings:
    """The rules by which documents are read; equal rules give equal documents."""

    language: str
    """The language of the site, for texts that name none."""
    markdown: MarkdownRules
    """How Markdown is read."""
    unknown_keys: str
    """What an unknown key of front matter is."""
    taxonomies: tuple[str, ...]
    """The taxonomies that site.yaml adds."""
    shortcodes: Mapping[str, Shortcode]
    """The shortcodes of the theme."""
    quoted_words: int
    """How many words a link or an excerpt may quote."""
    missing_alt: Severity = "error"
    """How grave it is that nobody says what a picture shows."""

    @property
    def digest(self) -> bytes:
        """A digest of all of them."""
        return blake2b(repr(self).encode(), digest_size=16).digest()


def parse_settings(config: SiteConfig, shortcodes: Mapping[str, Shortcode]) -> ParseSettings:
    """Return the rules that a configuration and a theme make."""
    return ParseSettings(
        language=config.language,
        markdown=config.markdown,
        unknown_keys=config.front_matter.unknown,
        taxonomies=config.taxonomy_names[len(BUILT_IN_TAXONOMIES) :],
        shortcodes=shortcodes,
        quoted_words=config.curation.quoted_words,
        missing_alt="error" if config.images.missing_alt == "error" else "warning",
    )
