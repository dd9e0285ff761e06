"""The sidebar of every article of the demo is about its own subject.

The table was made by hand, from reading the articles.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.build.project import Options, Project, open_project
from ssg.model.related import Related
from ssg.relate.related import RelatedArticles
from tests.support.sites import NOW

COMPANIONS = {
    "after-korea": "six-meetings what-a-summit-prepares",
    "alone-with-an-offer": "putin-asked-for-witkoff at-the-table-in-florida",
    "at-the-table-in-florida": "putin-asked-for-witkoff two-adjectives",
    "beyond-ukraine": "intelligence-on-putins-aims putin-four-and-a-half-hours",
    "budget-to-ship": "golden-fleet-announced uss-defiant",
    "caribbean-tankers": "interdiction-at-sea rubio-and-hegseth",
    "ceasefire-line": "ceasefire-phases security-council-veto",
    "ceasefire-phases": "gaza-first-phase gaza-second-phase-waits ceasefire-line",
    "cities-and-immigration-enforcement": "columbus-mayor columbus-video",
    "columbus-mayor": "columbus-video cities-and-immigration-enforcement",
    "columbus-video": "columbus-mayor cities-and-immigration-enforcement",
    "confidence-levels": "intelligence-on-putins-aims counting-sources",
    "counting-sources": "standards-desk confidence-levels",
    "eastern-theatre": "two-new-generals theatre-commands",
    "florida-talks-no-result": "two-adjectives what-florida-left-open",
    "four-days": "rubio-and-hegseth caribbean-tankers satire-on-the-files columbus-mayor",
    "gaza-first-phase": "gaza-second-phase-waits ceasefire-phases",
    "gaza-second-phase-waits": "gaza-first-phase ceasefire-phases",
    "german-car-exports": "tariff-studies",
    "golden-fleet-announced": "uss-defiant budget-to-ship",
    "hardest-hit": "tariff-studies how-a-tariff-is-set",
    "how-a-tariff-is-set": "tariff-studies reading-the-revenue",
    "intelligence-on-putins-aims": "beyond-ukraine confidence-levels counting-sources",
    "interdiction-at-sea": "caribbean-tankers rubio-and-hegseth",
    "kellogg-leaves": "special-envoys florida-talks-no-result",
    "putin-asked-for-witkoff": "alone-with-an-offer at-the-table-in-florida special-envoys",
    "putin-four-and-a-half-hours": "intelligence-on-putins-aims beyond-ukraine",
    "read-the-orders": "temporary-protected-status how-a-tariff-is-set",
    "reading-the-deficit": "trumps-economic-record reading-the-revenue",
    "reading-the-revenue": "trumps-economic-record reading-the-deficit",
    "rubio-and-hegseth": "caribbean-tankers interdiction-at-sea",
    "satire-on-the-files": "four-days",
    "security-council-veto": "ceasefire-line gaza-second-phase-waits",
    "six-meetings": "after-korea what-a-summit-prepares",
    "special-envoys": "kellogg-leaves putin-asked-for-witkoff",
    "staff-object": "weiss-pulls-report what-the-report-was-about",
    "standards-desk": "counting-sources weiss-pulls-report",
    "tariff-studies": "german-car-exports hardest-hit",
    "temporary-protected-status": "read-the-orders cities-and-immigration-enforcement",
    "theatre-commands": "two-new-generals eastern-theatre",
    "trumps-economic-record": "reading-the-deficit reading-the-revenue",
    "two-adjectives": "florida-talks-no-result what-florida-left-open",
    "two-new-generals": "theatre-commands eastern-theatre",
    "uss-defiant": "golden-fleet-announced budget-to-ship",
    "weiss-pulls-report": "staff-object what-the-report-was-about",
    "what-a-summit-prepares": "six-meetings after-korea",
    "what-florida-left-open": "special-envoys florida-talks-no-result",
    "what-the-fcc-regulates": "weiss-pulls-report standards-desk",
    "what-the-report-was-about": "weiss-pulls-report staff-object",
}
"""The article, and those that must stand beside it, by file."""


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    """Return the demo."""
    return open_project(project_root, Options(now=NOW, search=False))


@pytest.fixture(scope="module")
def cards(project: Project) -> dict[str, tuple[Related, ...]]:
    """Return the cards of every article, by file."""
    config = project.context.config
    finder = RelatedArticles(project.site, config.related)
    return {
        _file(article.document.path): finder.related(article) for article in project.site.articles
    }


def test_the_table_has_every_article(cards: dict[str, tuple[Related, ...]]) -> None:
    assert set(COMPANIONS) == set(cards)


@pytest.mark.parametrize("file", COMPANIONS)
def test_sidebar_is_about_the_subject(file: str, cards: dict[str, tuple[Related, ...]]) -> None:
    shown = {_file(card.article.document.path) for card in cards[file]}

    assert set(COMPANIONS[file].split()) <= shown


@pytest.mark.parametrize("file", COMPANIONS)
def test_every_card_says_why(file: str, cards: dict[str, tuple[Related, ...]]) -> None:
    for card in cards[file]:
        assert card.why != "terms" or 1 <= len(card.reasons) <= 3


def _file(path: str) -> str:
    return path.removeprefix("posts/").removesuffix(".md").removesuffix("/index")
