"""When a link is checked again, and when it counts as dead: no single failure is a death."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ssg.extract.ledger import UNCHECKED, LinkRecord
from ssg.extract.states import NEITHER, WELL
from ssg.extract.verdicts import Verdict

DEATH_DAYS = 3
"""On how many days a link must have failed to count as dead, with no day between on which it was
well.
"""
DEATH_SPAN = timedelta(days=7)
"""How far the first and the last of them must lie apart."""

_WELL_AGAIN = 30
_NEITHER_AGAIN = 14
# After the first, second, third … day of failure.
_FAILED_AGAIN = (2, 5, 7, 14, 30)
_SEEK_AGAIN = timedelta(days=30)


def is_due(record: LinkRecord | None, today: date) -> bool:
    """Tell whether a link is to be checked: it never was, or its day has come."""
    return record is None or record.due is None or record.due <= today


def is_sought(record: LinkRecord, today: date) -> bool:
    """Tell whether an archive is to be asked for a copy: none is known, and it was not asked
    within a month.
    """
    asked = record.sought is not None and record.sought + _SEEK_AGAIN > today
    return not record.archive and not asked and record.state != "private"


def after_check(before: LinkRecord | None, verdict: Verdict, today: date) -> LinkRecord:
    """Return what is known of a link after a check.

    Args:
        before: what was known; none where nothing was.
        verdict: what the check came to.
        today: the day of the check.

    """
    known = before or UNCHECKED
    seen = replace(known, state=verdict.state, code=verdict.code, to=verdict.to, checked=today)
    if verdict.state in WELL:
        due = today + timedelta(days=_WELL_AGAIN)
        return replace(seen, good=today, failing=None, failures=0, dead=None, due=due)
    if verdict.state in NEITHER:
        # It may be as well or as dead as it was.
        return replace(seen, due=today + timedelta(days=_NEITHER_AGAIN))
    first = known.failing or today
    again = known.checked == today and known.failures > 0
    failures = known.failures if again else known.failures + 1
    wait = _FAILED_AGAIN[min(failures, len(_FAILED_AGAIN)) - 1]
    dies = failures >= DEATH_DAYS and today - first >= DEATH_SPAN
    dead = known.dead or (today if dies else None)
    due = today + timedelta(days=wait)
    return replace(seen, failing=first, failures=failures, dead=dead, due=due)


def has_died(before: LinkRecord | None, after: LinkRecord) -> bool:
    """Tell whether a link counts as dead that did not before."""
    return after.dead is not None and (before is None or before.dead is None)
