"""Who keeps the comments is said strictly: each provider has keys of its own."""

from __future__ import annotations

import pytest

from ssg.config.comments import (
    CommentRules,
    GiscusRules,
    IssoRules,
    Remark42Rules,
    UtterancesRules,
    comment_rules,
)
from ssg.errors import SsgError, format_diagnostic
from tests.unit.schema.decoding import decoded, decoded_with_report

_GISCUS = "provider: giscus\nrepo: a/b\nrepo_id: R_1\ncategory: Talk\ncategory_id: C_1\n"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("provider: none", CommentRules()),
        ("{}", CommentRules()),
        (
            "provider: isso\nurl: https://c.example/",
            IssoRules(provider="isso", url="https://c.example/"),
        ),
        (
            "provider: isso\nload: visible\nurl: https://c.example/",
            IssoRules(provider="isso", load="visible", url="https://c.example/"),
        ),
        (
            _GISCUS + "reactions: no\ntheme_dark: dark_dimmed",
            GiscusRules(
                provider="giscus",
                repo="a/b",
                repo_id="R_1",
                category="Talk",
                category_id="C_1",
                reactions=False,
                theme_dark="dark_dimmed",
            ),
        ),
        (
            "provider: remark42\nhost: https://r.example\nsite_id: blog",
            Remark42Rules(provider="remark42", host="https://r.example", site_id="blog"),
        ),
        (
            "provider: utterances\nrepo: a/b\nissue_term: title",
            UtterancesRules(provider="utterances", repo="a/b", issue_term="title"),
        ),
    ],
)
def test_each_provider_has_its_keys(text: str, rules: CommentRules) -> None:
    assert decoded(text, comment_rules) == rules


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("provider: disqus\nurl: x", 'unknown value "disqus"'),
        ("provider: gisqus", 'did you mean "giscus"?'),
        ("provider: isso", 'the key "url" is missing'),
        ("provider: isso\nurl: /comments/", '"/comments/" is not a web address'),
        ("provider: isso\nurl: https://c.example\nrepo: a/b", 'unknown key "repo"'),
        ("provider: isso\nurl: https://c.example\nlaod: click", 'did you mean "load"?'),
        ("provider: giscus\nrepo: a/b", 'the key "category_id" is missing'),
        ("provider: utterances\nrepo: https://github.com/a/b", "write it as owner/name"),
        ("provider: remark42\nhost: https://r.example", 'the key "site_id" is missing'),
        ("url: https://c.example", 'the key "provider" is missing'),
        ("provider: [isso]", "expected a text, found a list"),
        ("isso", "expected keys and values, found a text"),
    ],
)
def test_everything_else_is_wrong(text: str, said: str) -> None:
    _, report = decoded_with_report(text, comment_rules)
    assert said in "\n".join(map(format_diagnostic, report.diagnostics))
    with pytest.raises(SsgError):
        decoded(text, comment_rules)
