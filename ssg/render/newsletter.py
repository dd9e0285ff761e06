"""The call for a newsletter: one form, whoever keeps the list."""

from __future__ import annotations

from collections.abc import Iterable

from ssg.config.newsletter import Buttondown, Listmonk, Mailchimp, Mailto, Newsletter, PlainForm
from ssg.render.views.newsletter import HiddenField, NewsletterView


def newsletter_view(newsletter: Newsletter) -> NewsletterView:
    """Return a call as templates see it."""
    match newsletter:
        case Buttondown():
            action = f"https://buttondown.com/api/emails/embed-subscribe/{newsletter.username}"
            tag = [("tag", newsletter.tag)] if newsletter.tag else []
            return _form(newsletter, action, "email", [("embed", "1"), *tag])
        case Mailchimp():
            return _form(newsletter, newsletter.url, "EMAIL", [], newsletter.trap)
        case Listmonk():
            action = f"{newsletter.url.rstrip('/')}/subscription/form"
            lists = [("l", uuid) for uuid in newsletter.lists]
            return _form(newsletter, action, "email", lists, "nonce")
        case PlainForm():
            fields = newsletter.fields.items()
            return _form(newsletter, newsletter.url, newsletter.email, fields, newsletter.trap)
        case Mailto():
            return _view(newsletter, address=newsletter.address, subject=newsletter.subject)


def _form(
    newsletter: Newsletter,
    action: str,
    email: str,
    fields: Iterable[tuple[str, str]],
    trap: str = "",
) -> NewsletterView:
    hidden = tuple(HiddenField(name, value) for name, value in fields)
    return _view(newsletter, action, email, hidden, trap)


def _view(
    newsletter: Newsletter,
    action: str = "",
    email: str = "",
    fields: tuple[HiddenField, ...] = (),
    trap: str = "",
    address: str = "",
    subject: str = "",
) -> NewsletterView:
    return NewsletterView(
        title=newsletter.title,
        text=newsletter.text,
        button=newsletter.button,
        privacy=newsletter.privacy,
        action=action,
        email=email,
        fields=fields,
        trap=trap,
        address=address,
        subject=subject,
    )
