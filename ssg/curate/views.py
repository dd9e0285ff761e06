"""Asks a GoatCounter how often pages were read: ``ssg views pull``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from ssg.config.site import SiteConfig
from ssg.curate.fetch import REDIRECTS, Fetcher, FetchError, Limits, user_agent
from ssg.errors import SsgError, error
from ssg.extract.view_counts import Hits, parse_hits
from ssg.model.views import MOST, ViewSnapshot

TOKEN = "GOATCOUNTER_TOKEN"
"""The environment variable that holds the token."""

# Those behind them are read by hardly anybody; each step names all that went before.
_PATHS = 500
_STEP = 100
# GoatCounter answers four requests a second.
_PAUSE = 0.3
_LIMITS = Limits(bytes=50_000_000, seconds=60.0)


def pull_views(
    config: SiteConfig,
    token: str,
    since: date,
    until: date,
    clock: Callable[[], float],
    wait: Callable[[float], None],
    private: bool,
) -> ViewSnapshot:
    """Return how often the pages of a site were read, the most read ones.

    Args:
        config: the configuration of the site.
        token: lets GoatCounter answer.
        since: the first day.
        until: the last day.
        clock: counts seconds.
        wait: waits for so many seconds.
        private: True also asks addresses that are not of the public internet.

    Raises:
        SsgError: site.yaml names no GoatCounter, there is no token, or no answer.

    """
    counter = config.views.goatcounter
    if not counter:
        hint = 'write "views: {goatcounter: https://CODE.goatcounter.com}"'
        raise error("views/no-counter", "no GoatCounter is named", config.place("views"), hint)
    if not token or not token.isprintable() or not token.isascii():
        message = f"no token in the environment variable {TOKEN}"
        hint = "make one at your GoatCounter, under User, API, that may read statistics"
        raise error("views/no-token", message, None, hint)
    totals: Counter[str] = Counter()
    seen: dict[int, None] = {}
    with Fetcher(user_agent(config.base_url), clock, _LIMITS, private) as fetcher:
        while len(seen) < _PATHS:
            query = {"start": since, "end": until, "limit": _STEP}
            if seen:
                wait(_PAUSE)
                query |= {"exclude_paths": ",".join(map(str, seen))}
            url = f"{counter}/api/v0/stats/hits?{urlencode(query, safe=',')}"
            hits = _ask(fetcher, url, token, counter)
            fresh = [one for one in hits.counts if one[0] not in seen]
            for number, path, count in fresh:
                seen[number] = None
                if path:
                    totals[path] = min(totals[path] + count, MOST)
            # One that repeats itself would never end.
            if not hits.more or not fresh:
                break
    return ViewSnapshot(since=since, until=until, paths=dict(totals))


def _ask(fetcher: Fetcher, url: str, token: str, counter: str) -> Hits:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    try:
        # The token is for this host, and for none that it names.
        answer = fetcher.fetch(url, headers, follow=False)
    except FetchError as problem:
        hint = "check the address under views in site.yaml, and your network"
        if problem.kind == "address":
            hint = "for one within your own network add --allow-private"
        raise error("views/unreachable", f"{counter}: {problem}", None, hint) from None
    if answer.status == 200:
        try:
            return parse_hits(answer.body)
        except (ValueError, AttributeError):
            message = f"{counter}: the answer is none of GoatCounter"
            hint = "check the address under views in site.yaml"
            raise error("views/not-understood", message, None, hint) from None
    raise _refusal(answer.status, answer.headers.get("location", ""), counter)


def _refusal(status: int, location: str, counter: str) -> SsgError:
    if status in (401, 403):
        message = f"{counter} does not take the token ({status})"
        hint = f"put one into {TOKEN} that may read statistics"
        return error("views/no-token", message, None, hint)
    if status in REDIRECTS:
        message = f"{counter} sends elsewhere ({status})"
        hint = f'write the address of your GoatCounter; this one names "{location}"'
        return error("views/unreachable", message, None, hint)
    hint = "try again in a minute" if status in (429, 503) else "check the address under views"
    return error("views/unreachable", f"{counter} answers {status}", None, hint)
