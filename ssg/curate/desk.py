"""The tools of a link check, set up by what site.yaml says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ssg.config.site import LinkRules
from ssg.curate.archiving import Archive
from ssg.curate.asking import Asker
from ssg.curate.fetch import Fetcher, Limits
from ssg.curate.turns import Turns
from ssg.curate.visit import Visitor

# Of a page no more is looked at.
_MOST_BYTES = 2_000_000
_ROBOT = "ssg"


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools."""

    visitor: Visitor
    """Visits links."""
    archive: Archive
    """Knows copies of them."""


@contextmanager
def desk(rules: LinkRules, agent: str, token: str, private: bool) -> Iterator[Desk]:
    """Give the tools; their connections are closed in the end.

    Args:
        rules: what site.yaml says of links.
        agent: what they say they are.
        token: a word that no page has for a name.
        private: True also asks hosts that are not of the public internet.

    """
    limits = Limits(bytes=_MOST_BYTES, seconds=rules.timeout)
    with Fetcher(agent, time.monotonic, limits, private) as fetcher:
        asker = Asker(fetcher, Turns(rules.pause, time.monotonic, time.sleep), _ROBOT)
        archive = Archive(asker, rules.archive_lookup, rules.archive_save)
        yield Desk(Visitor(asker, token), archive)
