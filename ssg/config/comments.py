"""The part `comments` of site.yaml: who keeps the comments of readers, and how they are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from ssg.schema.decode import Decoder, boolean, one_of, text, web_url, words
from ssg.schema.record import key, record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node

PROVIDERS = ("none", "isso", "giscus", "remark42", "utterances")


def _repository(node: Node, report: Report) -> str:
    value = text(node, report)
    if re.fullmatch(r"[\w.-]+/[\w.-]+", value, re.ASCII):
        return value
    message, hint = f'"{value}" is not a repository of GitHub', "write it as owner/name"
    raise report.error(node, "unknown-value", message, hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRules:
    """Comments."""

    provider: str = key(one_of(*PROVIDERS), "Who keeps the comments.", "none")
    load: str = key(
        one_of("click", "visible"),
        "When they are asked for: when a reader clicks, or scrolls to them. Without it, `visible` "
        "for the host of the site itself and `click` for any other, so that no other host hears "
        "of readers who didn't ask for it.",
        "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IssoRules(CommentRules):
    """Comments kept by Isso."""

    url: str = key(web_url, "Where the server of Isso answers, as `https://comments.example.org/`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GiscusRules(CommentRules):
    """Comments kept by GitHub Discussions, shown by giscus."""

    repo: str = key(_repository, "The repository, as `owner/name`.")
    repo_id: str = key(words, "Its id, as giscus.app tells it.")
    category: str = key(words, "The category of its discussions.")
    category_id: str = key(words, "The id of that.")
    mapping: str = key(
        one_of("pathname", "url", "title", "og:title"),
        "What of a page its discussion is found by.",
        "pathname",
    )
    strict: bool = key(boolean, "Take only a discussion whose title matches exactly.", False)
    reactions: bool = key(boolean, "Show reactions to the article.", True)
    input_position: str = key(
        one_of("top", "bottom"), "Whether one writes above or below the comments.", "bottom"
    )
    theme_light: str = key(
        words, "Its theme on light paper: a name, or an address of CSS.", "light"
    )
    theme_dark: str = key(words, "Its theme in dark mode.", "dark")
    host: str = key(web_url, "Where giscus runs, if you host it yourself.", "https://giscus.app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark42Rules(CommentRules):
    """Comments kept by Remark42."""

    host: str = key(web_url, "Where its server answers, as `https://remark.example.org`.")
    site_id: str = key(words, "The id of the site there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class UtterancesRules(CommentRules):
    """Comments kept by the issues of a repository, shown by utterances."""

    repo: str = key(_repository, "The repository, as `owner/name`.")
    issue_term: str = key(
        one_of("pathname", "url", "title", "og:title"),
        "What of a page its issue is found by.",
        "pathname",
    )
    label: str = key(text, "The label of new issues.", "")
    theme_light: str = key(words, "Its theme on light paper.", "github-light")
    theme_dark: str = key(words, "Its theme in dark mode.", "github-dark")


_RULES: Mapping[str, type[CommentRules]] = {
    "none": CommentRules,
    "isso": IssoRules,
    "giscus": GiscusRules,
    "remark42": Remark42Rules,
    "utterances": UtterancesRules,
}
PROVIDER_RULES = tuple(_RULES.values())
"""What each provider may be told."""

_DECODERS: Mapping[str, Decoder[CommentRules]] = {
    name: record(kind) for name, kind in _RULES.items()
}
_any = record(CommentRules)


def comment_rules(node: Node, report: Report) -> CommentRules:
    """Decode what `comments` says; its provider decides which keys there are."""
    if not isinstance(node, yaml.MappingNode):
        return _any(node, report)
    given = {str(name.value): value for name, value in node.value}
    if given and "provider" not in given:
        hint = f"name who keeps the comments: provider: {' | '.join(PROVIDERS)}"
        raise report.error(node, "missing-key", 'the key "provider" is missing', hint)
    provider = given.get("provider")
    name = str(provider.value) if isinstance(provider, yaml.ScalarNode) else ""
    if name in _DECODERS:
        return _DECODERS[name](node, report)
    if provider is None:
        return CommentRules()
    with report.inside("provider", provider):
        # Nothing can be said of the other keys.
        one_of(*PROVIDERS)(provider, report)
    raise Invalid
