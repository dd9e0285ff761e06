"""What a reader's browser is made to fetch and to wait for stays within the budgets.

Sizes are those of the bodies that the browser really asked for, in gzip as hosts send them; fonts
are compressed as they are. How long a slow line takes to bring a page is reckoned from its bytes
and from what must be known before the next can be asked for, so that it is the same on every
machine. Times are measured as on a slow phone too: 150 ms there and back, 1.6 Mbit a second, a
processor four times as slow. A busy machine makes these longer, so they alone have slack.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from ssg.text.style_sheet import without_remarks
from tests.browser.conftest import StaticServer

PAGES = {
    "front": "/",
    "curated article": "/2025/12/florida-talks-no-result/",
    "tag": "/tags/ukraine/",
    "section": "/sections/world/",
    "thread": "/threads/ukraine-talks/",
    "archive": "/archive/",
    "search": "/search/?q=tariff",
}
"""A page of every kind, besides the longest article."""

LONGEST = "longest article"
HTML, CSS, JAVASCRIPT, FONTS = 20_000, 14_000, 6_000, 90_000
"""Bytes in gzip: an article, all style sheets, what an article runs, all fonts."""
SEARCH_SCRIPT = 6_000
SHIFT = 0.01
PAINT, BLOCKED = 1500, 0
"""Milliseconds until the largest piece is painted, and for which input would wait."""
TRIP, RATE = 150, 1.6 * 1024 * 1024 / 8 / 1000
"""A slow line: milliseconds there and back, bytes in a millisecond."""
TRIPS = 4
"""To reach the host, for the page, for what it names, for the fonts that the style names."""
SLACK = 2.0
"""How much longer a busy machine may take: a page that waits for a script takes longer still."""
BUSY = 300
"""Milliseconds for which other programs may hold the processor of the page."""
RUNS = 5
"""How often a page is visited at most: a busy machine only ever makes times longer."""

_OBSERVE = """() => {
    window.measured = { shift: 0, paint: 0, blocked: 0 };
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    watch("layout-shift", (one) => { if (!one.hadRecentInput) measured.shift += one.value; });
    watch("largest-contentful-paint", (one) => { measured.paint = one.startTime; });
    watch("longtask", (one) => { measured.blocked += Math.max(0, one.duration - 50); });
}"""


@dataclass
class Visit:
    """What a visit to a page took."""

    bodies: dict[str, list[int]] = field(default_factory=dict)
    """The sizes of what was fetched in gzip, by kind."""
    hosts: set[str] = field(default_factory=set)
    """The hosts that were asked."""
    shift: float = 0
    """How far things moved, as CLS."""
    paint: float = 0
    """When the largest piece was painted, in milliseconds."""
    blocked: float = 0
    """For how long input would have waited, in milliseconds."""

    def bytes_of(self, kind: str) -> int:
        """Return how much of a kind was fetched."""
        return sum(self.bodies.get(kind, []))

    def arrival(self) -> float:
        """Return the milliseconds that a slow line takes for all that was fetched."""
        return TRIPS * TRIP + sum(map(self.bytes_of, self.bodies)) / RATE


@pytest.fixture(scope="module")
def addresses(demo: Path, static_server: StaticServer) -> dict[str, str]:
    """Return the URL of a page of every kind."""
    home = static_server(demo, "/blog")
    articles = [path for path in demo.glob("20*/*/*/index.html") if path.parts[-3] != "page"]
    longest = max(articles, key=lambda path: (path.stat().st_size, path.as_posix()))
    place = longest.parent.relative_to(demo).as_posix()
    return {LONGEST: f"{home}/{place}/", **{name: home + path for name, path in PAGES.items()}}


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """Open a page on a phone with an empty cache."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True)
    yield context.new_page()
    context.close()


def _visit(page: Page, url: str, *, slow: bool = False) -> Visit:
    found = Visit()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.on("request", lambda request: found.hosts.add(urlsplit(request.url).netloc))
    page.add_init_script(f"({_OBSERVE})()")
    if slow:
        session = page.context.new_cdp_session(page)
        conditions: dict[str, Any] = {
            "offline": False,
            "latency": TRIP,
            "downloadThroughput": RATE * 1000,
            "uploadThroughput": RATE * 500,
        }
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", conditions)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    measured = page.evaluate("measured")
    found.shift, found.paint, found.blocked = (measured[k] for k in ("shift", "paint", "blocked"))
    for response in responses:
        kind = response.request.resource_type
        # A preload is told of its kind by the address alone.
        kind = "script" if urlsplit(response.url).path.endswith(".js") else kind
        body = response.body() if response.status == 200 else b""
        size = len(body) if kind == "font" else len(gzip.compress(body, mtime=0))
        found.bodies.setdefault(kind, []).append(size)
    return found


@pytest.mark.parametrize("name", [LONGEST, *PAGES])
def test_bytes_hosts_and_shifts(name: str, addresses: dict[str, str], visitor: Page) -> None:
    visit = _visit(visitor, addresses[name])

    assert visit.hosts == {urlsplit(addresses[name]).netloc}
    assert visit.bytes_of("document") > 0
    assert visit.bytes_of("document") <= HTML or "article" not in name
    assert 0 < visit.bytes_of("stylesheet") <= CSS
    assert 0 < visit.bytes_of("font") <= FONTS
    assert visit.shift <= SHIFT
    if "article" in name:
        assert 0 < visit.bytes_of("script") <= JAVASCRIPT
    # The search page shows its form before its index comes.
    assert visit.arrival() <= PAINT or name == "search"


@pytest.mark.parametrize("preset", ["bulletin", "weekly"])
def test_all_style_sheets_of_an_article_together(project_root: Path, preset: str) -> None:
    static = project_root / "themes/default/static"
    # All that an article in English may need.
    names = ("style", "notes", "comments", "embed", f"presets/{preset}")
    sheets = [without_remarks((static / f"{name}.css").read_bytes()) for name in names]

    assert sum(len(gzip.compress(sheet, mtime=0)) for sheet in sheets) <= CSS


def test_all_fonts_together(project_root: Path) -> None:
    static = project_root / "themes/default/static"
    fonts = sum(path.stat().st_size for path in static.rglob("*.woff2"))

    assert 0 < fonts <= FONTS


def test_script_of_the_search_page(project_root: Path) -> None:
    script = (project_root / "themes/default/static/search.js").read_bytes()

    assert len(gzip.compress(script, mtime=0)) <= SEARCH_SCRIPT


@pytest.mark.parametrize("name", [LONGEST, "front", "tag"])
def test_times_of_a_slow_phone(name: str, addresses: dict[str, str], browser: Browser) -> None:
    visits: list[Visit] = []
    while len(visits) < RUNS and not any(map(_in_time, visits)):
        context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True)
        visits.append(_visit(context.new_page(), addresses[name], slow=True))
        context.close()

    assert any(map(_in_time, visits)), [(one.paint, one.blocked) for one in visits]
    assert max(one.shift for one in visits) <= SHIFT


def _in_time(visit: Visit) -> bool:
    return 0 < visit.paint <= PAINT * SLACK and visit.blocked <= BLOCKED + BUSY
