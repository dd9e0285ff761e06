"""What a newsletter asks for depends on who keeps the list, and is read as strictly as all else."""

from __future__ import annotations

import pytest

from ssg.config.newsletter import (
    Buttondown,
    Listmonk,
    Mailchimp,
    Mailto,
    Newsletter,
    PlainForm,
)
from ssg.config.site import decode_site
from ssg.errors import SsgError

_MAILCHIMP = "https://press.us1.list-manage.com/subscribe/post?u=0a1b2c&id=d3e4f5&f_id=00"
_UUID = "3f1c9e0a-5a0e-4b36-9c0e-0d5a6a1f2b3c"


def _decoded(newsletter: str) -> Newsletter | None:
    text = f"title: T\nbase_url: https://example.org/\nnewsletter: {newsletter}\n"
    return decode_site(text, "site.yaml").newsletter


def _complaint(newsletter: str) -> str:
    with pytest.raises(SsgError) as caught:
        _decoded(newsletter)
    (found,) = caught.value.diagnostics
    assert found.location
    assert (found.location.path, found.location.line) == ("site.yaml", 3)
    assert found.hint
    return f"{found.code}: {found.message}"


def test_there_is_none_unless_it_is_wanted() -> None:
    assert decode_site("title: T\nbase_url: https://example.org/\n", "site.yaml").newsletter is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{provider: buttondown, username: the-record, title: By mail, tag: blog}",
            Buttondown(provider="buttondown", username="the-record", title="By mail", tag="blog"),
        ),
        (
            f'{{provider: mailchimp, url: "{_MAILCHIMP}"}}',
            Mailchimp(provider="mailchimp", url=_MAILCHIMP),
        ),
        (
            f'{{provider: listmonk, url: "https://lists.example.org", lists: {_UUID}}}',
            Listmonk(provider="listmonk", url="https://lists.example.org", lists=(_UUID,)),
        ),
        (
            '{provider: form, url: "https://example.org/join", email: mail, fields: {list: a}}',
            PlainForm(
                provider="form", url="https://example.org/join", email="mail", fields={"list": "a"}
            ),
        ),
        (
            "{provider: mailto, address: news@example.org, privacy: Kept to ourselves.}",
            Mailto(provider="mailto", address="news@example.org", privacy="Kept to ourselves."),
        ),
    ],
)
def test_each_provider_has_keys_of_its_own(text: str, expected: Newsletter) -> None:
    assert _decoded(text) == expected


def test_trap_of_mailchimp_is_named_by_its_address() -> None:
    found = _decoded(f'{{provider: mailchimp, url: "{_MAILCHIMP}"}}')
    assert isinstance(found, Mailchimp)
    assert found.trap == "b_0a1b2c_d3e4f5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{username: a}", 'site/missing-key: newsletter: the key "provider" is missing'),
        ("buttondown", 'site/missing-key: newsletter: the key "provider" is missing'),
        (
            "{provider: butondown}",
            'site/unknown-value: newsletter.provider: unknown value "butondown"',
        ),
        ("{provider: buttondown}", 'site/missing-key: newsletter: the key "username" is missing'),
        (
            "{provider: buttondown, username: a/b}",
            'site/unknown-value: newsletter.username: "a/b" is not a name at Buttondown',
        ),
        (
            "{provider: buttondown, username: a, address: a@example.org}",
            'site/unknown-key: newsletter: unknown key "address"',
        ),
        (
            '{provider: mailchimp, url: "https://example.org/?u=1&id=2"}',
            'site/wrong-url: newsletter.url: "https://example.org/?u=1&id=2" is not that of',
        ),
        (
            '{provider: listmonk, url: "https://lists.example.org", lists: [3]}',
            'site/unknown-value: newsletter.lists.0: "3" is not the UUID of a list',
        ),
        (
            '{provider: listmonk, url: "https://lists.example.org", lists: []}',
            "site/empty: newsletter.lists: expected a list, found nothing",
        ),
        (
            '{provider: form, url: "javascript:alert(1)"}',
            'site/wrong-url: newsletter.url: "javascript:alert(1)" is not a web address',
        ),
        (
            '{provider: mailto, address: "news@example.org?bcc=a@example.org"}',
            "site/unknown-value: newsletter.address:",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_key(text: str, said: str) -> None:
    assert _complaint(text).startswith(said)
