"""All that a template is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from ssg.model.theme import Template

References = Mapping[str, Sequence[str]]
"""By template, the templates that it extends, includes or imports."""


def template_digests(templates: Mapping[str, Template], references: References) -> dict[str, bytes]:
    """Return a digest of each template with all that it refers to, however far."""
    return {name: _digest(_closure(name, references), templates) for name in templates}


def _closure(name: str, references: References) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(references.get(one, ()))
    return found


def _digest(names: set[str], templates: Mapping[str, Template]) -> bytes:
    digest = blake2b(digest_size=12)
    for name in sorted(names & templates.keys()):
        text = templates[name].text
        digest.update(f"{name} {len(text)} {text}".encode())
    return digest.digest()
