"""What search engines are told of a page, as JSON-LD in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from markupsafe import Markup

from ssg.config.site import SiteConfig
from ssg.render.views.article import ArticleCard, CorrectionView, SourceView
from ssg.render.views.comments import CommentsView, every
from ssg.render.views.parts import LinkView, TranslationView
from ssg.render.views.share import ShareImage
from ssg.templating.filters import iso, script_json
from ssg.text.urls import BaseUrl

Node = dict[str, Any]

# All of them would double the weight of a page that many have commented on.
_MOST_COMMENTS = 20


def graph(*nodes: Node | None) -> Markup:
    """Return nodes as one JSON-LD document; Markup("") where there are none."""
    there = [node for node in nodes if node]
    return script_json({"@context": "https://schema.org", "@graph": there}) if there else Markup()


def web_site(config: SiteConfig, base: BaseUrl) -> Node:
    """Return what is said of the site as a whole."""
    node: Node = {
        "@type": "WebSite",
        "@id": f"{base.url}#website",
        "url": base.url,
        "name": config.title,
        "inLanguage": config.language,
        "publisher": _publisher(config, base),
    }
    if config.description:
        node["description"] = config.description
    if config.search.enabled:
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": base.absolute("/search/") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        }
    return node


def breadcrumb_list(breadcrumbs: Sequence[LinkView], base: BaseUrl) -> Node | None:
    """Return the way from the front page to a page."""
    if not breadcrumbs:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.title,
                "item": base.absolute(crumb.path),
            }
            for position, crumb in enumerate(breadcrumbs, 1)
        ],
    }


def news_article(
    card: ArticleCard,
    corrections: Sequence[CorrectionView],
    translations: Sequence[TranslationView],
    comments: CommentsView | None,
    canonical: str,
    config: SiteConfig,
    base: BaseUrl,
    image: ShareImage | None,
) -> Node:
    """Return what is said of an article."""
    node: Node = {
        "@type": "NewsArticle",
        "@id": f"{base.absolute(card.path)}#article",
        "mainEntityOfPage": canonical,
        "url": base.absolute(card.path),
        "headline": card.title,
        "datePublished": iso(card.date),
        "dateModified": iso(card.changed),
        "inLanguage": card.language,
        "wordCount": card.word_count,
        "author": _authors(card, config, base),
        "publisher": _publisher(config, base),
    }
    if card.summary:
        node["description"] = card.summary
    if image:
        node["image"] = [_image(image, base)]
    if card.section:
        node["articleSection"] = card.section.name
    if card.tags:
        node["keywords"] = [tag.name for tag in card.tags]
    if card.source:
        node["isBasedOn"] = _original(card.source)
    if corrections:
        node["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": one.text.striptags(),
                "datePublished": iso(one.date),
                "url": f"{base.absolute(card.path)}#{one.id}",
            }
            for one in corrections
        ]
    if comments and comments.count:
        node["commentCount"] = comments.count
        node["comment"] = _comments(comments, base.absolute(card.path))
    return node | _translations(card, translations, base)


def _translations(
    card: ArticleCard, translations: Sequence[TranslationView], base: BaseUrl
) -> Node:
    """Return what is said of an original and its translations, on each side of the others."""

    def named(one: TranslationView) -> Node:
        url = base.absolute(one.path)
        return {
            "@type": "NewsArticle",
            "@id": f"{url}#article",
            "url": url,
            "inLanguage": one.language,
        }

    original = next((one for one in translations if one.original), None)
    if original is None:
        return {}
    if original.path != card.path:
        return {"translationOfWork": named(original)}
    return {"workTranslation": [named(one) for one in translations if not one.original]}


def _comments(comments: CommentsView, url: str) -> list[Node]:
    shown = (one for one in every(comments.threads) if not one.hidden)
    return [
        {
            "@type": "Comment",
            "url": f"{url}#{one.id}",
            "dateCreated": iso(one.date),
            "text": one.text.striptags(),
            **({"author": {"@type": "Person", "name": one.author}} if one.author else {}),
        }
        for one in islice(shown, _MOST_COMMENTS)
    ]


def _image(image: ShareImage, base: BaseUrl) -> Node | str:
    """Return what is said of a picture; of one whose size is not known, its address."""
    url = base.absolute(image.path)
    if not image.width:
        return url
    return {"@type": "ImageObject", "url": url, "width": image.width, "height": image.height}


def _authors(card: ArticleCard, config: SiteConfig, base: BaseUrl) -> list[Node]:
    if card.authors:
        return [
            {"@type": "Person", "name": author.name, "url": base.absolute(author.path)}
            for author in card.authors
        ]
    if card.source and card.source.author:
        return [{"@type": "Person", "name": card.source.author}]
    if card.source:
        return [{"@type": "Organization", "name": card.source.name}]
    return [_publisher(config, base)]


def _original(source: SourceView) -> Node:
    node: Node = {
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": source.name},
    }
    if source.url:
        node["url"] = source.url
    if source.author:
        node["author"] = {"@type": "Person", "name": source.author}
    if source.published:
        node["datePublished"] = iso(source.published)
    return node


def _publisher(config: SiteConfig, base: BaseUrl) -> Node:
    return {
        "@type": "Organization",
        "@id": f"{base.url}#publisher",
        "name": config.title,
        "url": base.url,
    }
