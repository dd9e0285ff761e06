"""The call for the newsletter is a plain form that each provider understands."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.conftest import MakeSite

_PIECE = "-- content/posts/2026-01-02-talks.md --\n---\ntitle: Talks\n---\nText.\n"
_MAILCHIMP = "https://press.us1.list-manage.com/subscribe/post?u=0a&id=1b"
_UUIDS = ("3f1c9e0a-5a0e-4b36-9c0e-0d5a6a1f2b3c", "4f1c9e0a-5a0e-4b36-9c0e-0d5a6a1f2b3d")


class _Forms(HTMLParser):
    """Gathers forms that are posted, with their fields in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str | None]] = []
        self.fields: list[tuple[str, str, str]] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self._inside = found.get("method") == "post"
            if self._inside:
                self.forms.append(found)
        elif tag == "input" and self._inside:
            parts = (found.get(name) or "" for name in ("type", "name", "value"))
            self.fields.append(tuple(parts))  # type: ignore[arg-type]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False


def _site(newsletter: str) -> str:
    return f"""{_PIECE}-- site.yaml --
title: Test
base_url: https://example.org/
newsletter: {newsletter}
"""


@pytest.mark.parametrize(
    ("newsletter", "action", "fields"),
    [
        (
            "{provider: buttondown, username: press, tag: blog}",
            "https://buttondown.com/api/emails/embed-subscribe/press",
            [("hidden", "embed", "1"), ("hidden", "tag", "blog"), ("email", "email", "")],
        ),
        (
            f'{{provider: mailchimp, url: "{_MAILCHIMP}"}}',
            _MAILCHIMP,
            [("email", "EMAIL", ""), ("text", "b_0a_1b", "")],
        ),
        (
            f'{{provider: listmonk, url: "https://l.example.org/", lists: [{", ".join(_UUIDS)}]}}',
            "https://l.example.org/subscription/form",
            [
                *(("hidden", "l", one) for one in _UUIDS),
                *(("email", "email", ""), ("text", "nonce", "")),
            ],
        ),
        (
            '{provider: form, url: "https://example.org/join", email: mail, fields: {list: "a&b"},'
            " trap: website}",
            "https://example.org/join",
            [("hidden", "list", "a&b"), ("email", "mail", ""), ("text", "website", "")],
        ),
    ],
)
def test_form_is_what_its_provider_wants(
    newsletter: str, action: str, fields: list[tuple[str, str, str]], make_site: MakeSite
) -> None:
    site = make_site(_site(newsletter))
    site.build()
    for path in ("/", "/2026/01/talks/"):
        found = _Forms(site.rendered(path))
        (form,) = found.forms
        assert form["action"] == action
        assert form["rel"] == "noreferrer"
        assert "target" not in form
        assert found.fields == fields
        assert 'autocomplete="email" dir="ltr" required' in site.rendered(path)


def test_mail_address_is_a_link(make_site: MakeSite) -> None:
    site = make_site(_site("{provider: mailto, address: news@example.org, subject: Yes & no}"))
    site.build()
    html = site.rendered("/2026/01/talks/")
    assert 'href="mailto:news@example.org?subject=Yes%20%26%20no"' in html
    assert not _Forms(html).forms


def test_words_are_those_of_the_site_or_of_the_theme(make_site: MakeSite) -> None:
    site = make_site(_site("{provider: mailto, address: a@example.org, privacy: Kept here.}"))
    site.build()
    assert '<h2 class="newsletter-title" id="_newsletter">By mail</h2>' in site.rendered("/")
    assert "Kept here." in site.rendered("/")
    site.edit("site.yaml", "privacy:", "title: Every Friday, privacy:")
    site.build()
    assert 'id="_newsletter">Every Friday</h2>' in site.rendered("/")


def test_other_pages_and_other_sites_have_none(make_site: MakeSite) -> None:
    site = make_site(_site("{provider: mailto, address: a@example.org}"))
    site.build()
    assert "newsletter" not in site.rendered("/archive/")
    plain = make_site(_PIECE, name="plain")
    plain.build()
    assert "newsletter" not in plain.rendered("/2026/01/talks/")
