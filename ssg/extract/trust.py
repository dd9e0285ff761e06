"""Whom to believe where the places of a page disagree: the order of trust, written down once."""

from __future__ import annotations

# The best first. The reasons, and what was measured: docs/clip-extraction.md.
HEADLINES = (
    "json-ld headline",
    "meta og:title",
    "microdata headline",
    "meta twitter:title",
    "meta parsely-title",
    "meta sailthru.title",
    "meta citation_title",
    "meta dc.title",
    "json-ld page headline",
)
"""The headline as a page states it; what it shows confirms one of them, or stands in for all."""

AUTHORS = (
    "json-ld author",
    "microdata author",
    "meta parsely-author",
    "meta citation_author",
    "meta article:author",
    "meta author",
    "meta byl",
    "meta sailthru.author",
    "meta dc.creator",
    "meta article:author_name",
    "meta og:author",
    "meta twitter:data1",
    "shown rel author",
    "shown byline",
    "shown first line",
    "json-ld page author",
    "microdata creator",
    "json-ld organisation",
)
"""Who wrote it. Organisations count last: they are the outlet, an agency or an office."""

FAMILY_NAME_FIRST = frozenset({"meta citation_author", "meta dc.creator"})
"""Where libraries write ``Doe, Jane``."""

PUBLISHED = (
    "json-ld datePublished",
    "meta article:published_time",
    "microdata datePublished",
    "meta govuk:first-published-at",
    "meta article:published",
    "meta parsely-pub-date",
    "meta dc.date.issued",
    "meta dc.issued",
    "meta dc.date.created",
    "meta dc.created",
    "meta citation_publication_date",
    "meta citation_date",
    "meta pubdate",
    "meta publishdate",
    "meta publish-date",
    "meta publish_date",
    "meta publication_date",
    "meta og:pubdate",
    "meta og:published_time",
    "meta article.published",
    "meta cxenseparse:recs:publishtime",
    "meta sailthru.date",
    "meta dc.date",
    "meta date",
    "meta pdate",
    "shown time",
    "shown date",
    "json-ld page datePublished",
    "json-ld dateCreated",
    "json-ld uploadDate",
    "microdata dateCreated",
    "meta article:created",
)
"""When it appeared; an address that names a day comes next, and then dates of changes."""

CHANGED = (
    "json-ld dateModified",
    "meta article:modified_time",
    "microdata dateModified",
    "meta og:updated_time",
    "meta last-modified",
    "meta lastmod",
    "meta dc.date.modified",
)
"""When it was last changed: better than nothing, and never before it appeared."""

STANDFIRSTS = (
    "json-ld description",
    "meta og:description",
    "meta description",
    "microdata description",
    "meta twitter:description",
    "meta sailthru.description",
    "meta dc.description",
)

OUTLETS = (
    "meta og:site_name",
    "json-ld publisher",
    "microdata publisher",
    "json-ld site name",
    "json-ld page publisher",
    "meta application-name",
    "meta apple-mobile-web-app-title",
    "meta dc.publisher",
    "meta citation_publisher",
    "meta citation_journal_title",
    "meta al:ios:app_name",
    "shown sign",
)

ADDRESSES = (
    "link canonical",
    "meta og:url",
    "json-ld url",
    "microdata url",
    "meta parsely-link",
    "meta twitter:url",
)

LANGUAGES = (
    "html lang",
    "meta og:locale",
    "json-ld language",
    "microdata language",
    "meta content-language",
    "meta language",
    "meta dc.language",
    "json-ld page language",
)

IMAGES = (
    "meta og:image:secure_url",
    "meta og:image",
    "meta og:image:url",
    "json-ld image",
    "microdata image",
    "meta twitter:image",
    "meta twitter:image:src",
    "meta parsely-image-url",
    "meta sailthru.image.full",
    "json-ld page image",
    "link image_src",
)

TAGS = (
    "meta article:tag",
    "json-ld keywords",
    "meta parsely-tags",
    "meta news_keywords",
    "meta sailthru.tags",
    "microdata keywords",
    "meta keywords",
    "meta dc.subject",
    "meta citation_keywords",
    "shown tag",
    "json-ld about",
)
