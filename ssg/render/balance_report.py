"""The report of ``ssg balance`` as a page that stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import Environment, StrictUndefined

from ssg.model.balance import Balance, Kind, Period, Share, Spread
from ssg.render import plots
from ssg.templating.filters import date_filter, number_filter
from ssg.text.words import counted

_SHOWN = 30

_TITLES: dict[Kind, tuple[str, str, str]] = {
    "outlets": ("Outlets", "outlet", "of the pieces that are not one’s own"),
    "labels": ("Kinds of outlet", "label", "by the label on the page of the outlet"),
    "writers": ("Authors of the originals", "author", "of the pieces that are not one’s own"),
    "authors": ("Authors here", "author", "of all pieces"),
    "sections": ("Sections", "section", "of all pieces"),
    "tags": ("Tags", "tag", "of all pieces; shares are of all mentions"),
}

_day = date_filter("en")


@dataclass(frozen=True, slots=True)
class _Axis:
    """The height of a plot and its marks."""

    marks: tuple[int, ...]
    """The numbers at its side, 0 first."""

    @property
    def most(self) -> int:
        """The number at its top."""
        return self.marks[-1]


def report_html(balance: Balance, site: str, template: str) -> str:
    """Return the report as HTML that asks for no other file.

    Args:
        balance: what is reported.
        site: the name of the blog.
        template: the template of the report.

    """
    environment = Environment(
        undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(date=_day, number=number_filter("en"), percent="{:.0%}".format)
    context = {"balance": balance, "site": site, "spreads": _spreads(balance), **_time(balance)}
    return environment.from_string(template).render(context).rstrip("\n") + "\n"


def period_name(begins: date, unit: str) -> str:
    """Return what people call a period: ``December 2025``, ``week of 22 December 2025``."""
    return _day(begins, "month") if unit == "month" else f"week of {_day(begins, 'long')}"


def span_name(balance: Balance) -> str:
    """Return the span in words."""
    return f"{_day(balance.since, 'long')} – {_day(balance.until, 'long')}"


def kind_title(kind: Kind) -> str:
    """Return the title of the shares of one kind."""
    return _TITLES[kind][0]


def concentration(spread: Spread) -> str:
    """Return how concentrated names are, in words."""
    if not spread.shares:
        return "none is named"
    few = f"{len(spread.shares):,}, as concentrated as {spread.effective:.1f} of equal size"
    parts = [few, f"the three largest have {spread.top_three:.0%}"]
    if spread.without:
        parts.append(f"{counted(spread.without, 'piece')} with none")
    return "; ".join(parts)


def _time(balance: Balance) -> dict[str, Any]:
    """Return what the plots over time show."""
    periods = balance.periods
    own = [one.own for one in periods]
    others = [one.pieces - one.own for one in periods]
    pieces = _Axis(plots.scale(max((one.pieces for one in periods), default=0)))
    effective = [one.effective for one in periods]
    spread = balance.spreads["outlets"].effective
    number = _Axis(plots.scale(max([spread, *effective])))
    return {
        "span": span_name(balance),
        "width": plots.STEP * len(periods),
        "pieces": pieces,
        "own_bars": plots.bars(own, pieces.most),
        "other_bars": plots.bars(others, pieces.most, own),
        "pieces_said": _pieces_said(balance),
        "number": number,
        "number_line": plots.steps(effective, number.most),
        "number_whole": plots.HEIGHT * (1 - spread / number.most),
        "number_said": _number_said(balance),
        "rows": [(period_name(one.begins, balance.unit), one) for one in periods],
    }


def _pieces_said(balance: Balance) -> str:
    most = max(balance.periods, key=lambda one: one.pieces, default=None)
    if most is None or not most.pieces:
        return "Nothing was published."
    whole = f"{counted(balance.pieces, 'piece')}, {span_name(balance)}"
    return f"{whole}; the most, {most.pieces:,}, in {_the(most, balance)}."


def _number_said(balance: Balance) -> str:
    said = [one for one in balance.periods if one.effective]
    if not said:
        return "No outlet is named."
    least = min(said, key=lambda one: one.effective)
    most = max(said, key=lambda one: one.effective)
    return (
        f"Between {least.effective:.1f} (in {_the(least, balance)}) and "
        f"{most.effective:.1f} (in {_the(most, balance)}); "
        f"{balance.spreads['outlets'].effective:.1f} over the whole span."
    )


def _the(period: Period, balance: Balance) -> str:
    return ("the " if balance.unit == "week" else "") + period_name(period.begins, balance.unit)


def _spreads(balance: Balance) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "title": title,
            "noun": noun,
            "of": of,
            "said": concentration(spread),
            "shares": [(one, *_row(one, spread, balance)) for one in spread.shares[:_SHOWN]],
            "more": max(0, len(spread.shares) - _SHOWN),
        }
        for kind, (title, noun, of) in _TITLES.items()
        for spread in [balance.spreads[kind]]
    ]


def _row(share: Share, spread: Spread, balance: Balance) -> tuple[str, str, str]:
    """Return the width of the bar of a share, its bars over time, and these in words."""
    width = f"{100 * share.share / spread.shares[0].share:.1f}"
    most = max(share.over_time)
    peak = balance.periods[share.over_time.index(most)]
    said = f"{share.name}: the most, {most:,}, in {_the(peak, balance)}"
    return width, plots.bars(share.over_time, most), said
