"""Find accessibility faults of a page with axe-core."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypedDict

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 up to level AA (each version's tag adds to the one before), and good practice."""

RUN = """async tags => (await axe.run({
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
})).violations"""
"""The one rule of WCAG 2.2 is off unless it is asked for, whatever the tags say."""


class Node(TypedDict):
    """An element that breaks a rule."""

    target: list[str | list[str]]
    failureSummary: str


class Violation(TypedDict):
    """A rule with the elements that break it."""

    id: str
    impact: str
    help: str
    nodes: list[Node]


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return `rule (impact): element: what is wrong` for each fault of the page as it stands."""
    page.evaluate(_script())
    found: list[Violation] = page.evaluate(RUN, TAGS)
    return [_line(violation, node) for violation in found for node in violation["nodes"]]


def _line(violation: Violation, node: Node) -> str:
    # An element inside a shadow tree or a frame is named by a list of selectors.
    target = " ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])
    summary = " ".join(node["failureSummary"].split())
    return f"{violation['id']} ({violation['impact']}): {target}: {summary}"
