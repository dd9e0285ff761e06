"""What a page tells its loader of the comments that somebody else keeps.

The attributes are those of the providers' own documentation:
https://isso-comments.de/docs/reference/client-config/, https://giscus.app,
https://remark42.com/docs/configuration/frontend/ and https://utteranc.es.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from ssg.config.comments import GiscusRules, IssoRules, Remark42Rules, UtterancesRules
from ssg.config.site import SiteConfig
from ssg.render.views.comments import LiveComments
from ssg.text.urls import BaseUrl, hostname

_GITHUB = "https://github.com"
_UTTERANCES = "https://utteranc.es"
# giscus has a page for each of these, and none for others.
_GISCUS_LANGUAGES = (
    *("ar", "be", "bg", "ca", "cs", "da", "de", "en", "eo", "es", "eu", "fa", "fr", "gr", "gsw"),
    *("he", "hu", "id", "it", "ja", "kh", "ko", "nl", "pl", "pt", "ro", "ru", "th", "tr", "uk"),
    *("uz", "vi", "zh-CN", "zh-HK", "zh-TW"),
)


def live_comments(path: str, config: SiteConfig) -> LiveComments | None:
    """Return where readers comment on an article; none where nobody can."""
    base, rules = BaseUrl(config.base_url), config.comments
    match rules:
        case IssoRules():
            url = rules.url.rstrip("/")
            attributes = {
                "data-isso": f"{url}/",
                "data-isso-css": "false",
                "data-isso-lang": config.language,
                "data-isso-avatar": "false",
                # Its arrows are links without a name: nobody could tell them by ear.
                "data-isso-vote": "false",
            }
            return _live(config, url, f"{url}/js/embed.min.js", attributes, thread=base.link(path))
        case GiscusRules():
            host = rules.host.rstrip("/")
            attributes = {
                "data-repo": rules.repo,
                "data-repo-id": rules.repo_id,
                "data-category": rules.category,
                "data-category-id": rules.category_id,
                "data-mapping": rules.mapping,
                "data-strict": _digit(rules.strict),
                "data-reactions-enabled": _digit(rules.reactions),
                "data-emit-metadata": "0",
                "data-input-position": rules.input_position,
                "data-lang": _giscus_language(config.language),
                "crossorigin": "anonymous",
            }
            themes = (rules.theme_light, rules.theme_dark)
            page = f"{_GITHUB}/{rules.repo}/discussions"
            return _live(config, host, f"{host}/client.js", attributes, themes, page=page)
        case Remark42Rules():
            host = rules.host.rstrip("/")
            attributes = {
                "host": host,
                "site_id": rules.site_id,
                "url": base.absolute(path),
                "locale": config.language.split("-")[0],
            }
            thread = base.absolute(path)
            script = f"{host}/web/embed.js"
            return _live(config, host, script, attributes, ("light", "dark"), thread)
        case UtterancesRules():
            attributes = {
                "repo": rules.repo,
                "issue-term": rules.issue_term,
                **({"label": rules.label} if rules.label else {}),
                "crossorigin": "anonymous",
            }
            themes = (rules.theme_light, rules.theme_dark)
            script, page = f"{_UTTERANCES}/client.js", f"{_GITHUB}/{rules.repo}/issues"
            return _live(config, _UTTERANCES, script, attributes, themes, page=page)
    return None


def _live(
    config: SiteConfig,
    url: str,
    script: str,
    attributes: Mapping[str, str],
    themes: tuple[str, str] = ("", ""),
    thread: str = "",
    page: str = "",
) -> LiveComments:
    parts = urlsplit(url)
    own = hostname(url) == hostname(config.base_url)
    return LiveComments(
        provider=config.comments.provider,
        host=parts.hostname or "",
        origin=f"{parts.scheme}://{parts.netloc}",
        load=config.comments.load or ("visible" if own else "click"),
        script=script,
        attributes=json.dumps(attributes, ensure_ascii=False),
        light=themes[0],
        dark=themes[1],
        thread=thread,
        page=page,
    )


def _giscus_language(tag: str) -> str:
    language = tag.split("-")[0]
    return next((one for one in (tag, language) if one in _GISCUS_LANGUAGES), "en")


def _digit(value: bool) -> str:
    return "1" if value else "0"
