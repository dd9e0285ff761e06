"""newsletter in site.yaml: where readers subscribe, in the words of whoever keeps the list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import yaml

from ssg.schema.decode import Decoder, list_of, mapping_of, one_of, text, web_url, words
from ssg.schema.record import key, record
from ssg.schema.report import Report
from ssg.schema.tree import Node

_ADDRESS = r"[^\s@<>\"?&]+@[^\s@<>\"?&]+\.[^\s@<>\"?&]+"
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def _matching(pattern: str, what: str, hint: str) -> Decoder[str]:
    def decode(node: Node, report: Report) -> str:
        value = words(node, report)
        if re.fullmatch(pattern, value):
            return value
        raise report.error(node, "unknown-value", f'"{value}" is not {what}', hint)

    return decode


def _mailchimp_url(node: Node, report: Report) -> str:
    value = web_url(node, report)
    parts = urlsplit(value)
    query = parse_qs(parts.query)
    if (parts.hostname or "").endswith(".list-manage.com") and {"u", "id"} <= query.keys():
        return value
    hint = (
        "copy it from the form that Mailchimp makes, where it stands under action: "
        "https://….list-manage.com/subscribe/post?u=…&id=…"
    )
    raise report.error(node, "wrong-url", f'"{value}" is not that of a Mailchimp form', hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsletterWords:
    """What a call says, whoever keeps the list."""

    title: str = key(text, "What stands over it; the words of the theme otherwise.", "")
    button: str = key(text, "What stands on the button; the words of the theme otherwise.", "")
    privacy: str = key(text, "What becomes of the address, in a line under the form.", "")
    text: str = key(text, "What readers get, and how often; the words of the theme otherwise.", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Buttondown(NewsletterWords):
    """A list at Buttondown."""

    provider: str = key(one_of("buttondown"), "`buttondown`.")
    username: str = key(
        _matching(r"[\w.-]+", "a name at Buttondown", "write what follows buttondown.com/"),
        "The name of the newsletter there: what follows buttondown.com/.",
    )
    tag: str = key(text, "A tag for those who subscribe here.", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailchimp(NewsletterWords):
    """A list at Mailchimp."""

    provider: str = key(one_of("mailchimp"), "`mailchimp`.")
    url: str = key(
        _mailchimp_url,
        "The address under `action` of the form that Mailchimp makes, with `u` and `id`.",
    )

    @property
    def trap(self) -> str:
        """The name of the field that Mailchimp wants left empty."""
        query = parse_qs(urlsplit(self.url).query)
        return f"b_{query['u'][0]}_{query['id'][0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listmonk(NewsletterWords):
    """Lists of a Listmonk of one's own."""

    provider: str = key(one_of("listmonk"), "`listmonk`.")
    url: str = key(web_url, "Where Listmonk runs, as https://lists.example.org.")
    lists: tuple[str, ...] = key(
        list_of(_matching(_UUID, "the UUID of a list", "copy it from the list in Listmonk")),
        "The UUIDs of the lists to subscribe to; they must be public.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainForm(NewsletterWords):
    """Whatever else takes a form."""

    provider: str = key(one_of("form"), "`form`.")
    url: str = key(web_url, "Where the form is sent.")
    email: str = key(words, "The name of the field of the address.", "email")
    fields: Mapping[str, str] = key(mapping_of(text), "Further fields that are sent along.", {})
    trap: str = key(text, "The name of a field that only programs fill in; none otherwise.", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailto(NewsletterWords):
    """A list that is kept by hand."""

    provider: str = key(one_of("mailto"), "`mailto`.")
    address: str = key(
        _matching(_ADDRESS, "a mail address", "write it as news@example.org"),
        "Who is written to.",
    )
    subject: str = key(text, "The subject of the mail; the words of the theme otherwise.", "")


Newsletter = Buttondown | Mailchimp | Listmonk | PlainForm | Mailto
"""A call for a newsletter."""

PROVIDERS: Mapping[str, type[Newsletter]] = {
    "buttondown": Buttondown,
    "mailchimp": Mailchimp,
    "listmonk": Listmonk,
    "form": PlainForm,
    "mailto": Mailto,
}
"""What is asked of each provider."""


def newsletter(node: Node, report: Report) -> Newsletter:
    """Decode a call by what its provider asks for."""
    provider = next(iter(_values("provider", node)), None)
    if provider is None:
        hint = "write one of " + ", ".join(PROVIDERS)
        raise report.error(node, "missing-key", 'the key "provider" is missing', hint)
    with report.inside("provider", provider):
        name = one_of(*PROVIDERS)(provider, report)
    decode: Decoder[Newsletter] = record(PROVIDERS[name])
    found = decode(node, report)
    if isinstance(found, Listmonk) and not found.lists:
        [lists] = _values("lists", node)
        with report.inside("lists", lists):
            raise report.error(lists, "empty", "expected a list, found nothing", "name one")
    return found


def _values(name: str, node: Node) -> list[Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [value for key, value in pairs if key.value == name]
