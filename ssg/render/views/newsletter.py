"""The call for a newsletter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HiddenField:
    """A field of a form that readers don't see."""

    name: str
    """Its name."""
    value: str
    """What is sent."""


@dataclass(frozen=True, slots=True)
class NewsletterView:
    """The call for a newsletter: a form, or a mail address."""

    title: str
    """What stands over it; may be empty."""
    text: str
    """What readers get; may be empty."""
    button: str
    """What stands on the button; may be empty."""
    privacy: str
    """What becomes of the address; may be empty."""
    action: str
    """Where the form is sent; empty where there is a mail address instead."""
    email: str
    """The name of the field of the address."""
    fields: tuple[HiddenField, ...]
    """Further fields that are sent along."""
    trap: str
    """The name of the field that only programs fill in; may be empty."""
    address: str
    """Who is written to; empty where there is a form."""
    subject: str
    """The subject of that mail; may be empty."""
