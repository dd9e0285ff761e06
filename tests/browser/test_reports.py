"""The newsletter and the report of balance, as a mail program and an editor see them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.broken.terminal import run_here
from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.nu import check_html
from tests.support.pages import ColorScheme

_MAIL = "digest-2025-12-26.html"
_REPORT = "balance.html"
_OF_OLD_MAIL_PROGRAMS = (
    # Outlook heeds these and not their counterparts in CSS.
    "“align” attribute on the “td” element is obsolete",
    "“bgcolor” attribute on the “body” element is obsolete",
    "“bgcolor” attribute on the “table” element is obsolete",
    "“border” attribute on the “table” element is obsolete",
    "“cellpadding” attribute on the “table” element is obsolete",
    "“cellspacing” attribute on the “table” element is obsolete",
    "“width” attribute on the “table” element is obsolete",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """Return a folder with both, made of the demo."""
    root = tmp_path_factory.mktemp("demo-site")
    made = tmp_path_factory.mktemp("reports")
    shutil.copytree(project_root / "content", root / "content")
    shutil.copy(project_root / "site.yaml", root)
    given = ("--site", str(root), "--today", "2025-12-26", "--output")
    assert run_here("digest", *given, str(made))[1] == 0
    assert run_here("balance", "--format", "html", *given, str(made / _REPORT))[1] == 0
    return made


@pytest.fixture(scope="module")
def served(folder: Path, static_server: StaticServer) -> str:
    """Return where both are served."""
    return static_server(folder)


@pytest.mark.parametrize("name", [_MAIL, _REPORT])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 800])
def test_it_reads_well_without_scripts_and_other_hosts(
    name: str, color_scheme: ColorScheme, width: int, served: str, open_page: OpenPage
) -> None:
    page = open_page(viewport=(width, 900), color_scheme=color_scheme)
    page.goto(f"{served}/{name}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_dark_mode_of_the_mail_is_dark(served: str, open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto(f"{served}/{_MAIL}")
    ground = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("body").evaluate(ground) == "rgb(21, 22, 26)"
    assert page.locator("main > table").evaluate(ground) == "rgb(21, 22, 26)"


def test_markup_is_that_of_the_standard(folder: Path) -> None:
    """The mail has attributes of old besides, for mail programs of old."""
    wrong = check_html(folder)
    assert any(line.startswith(_MAIL) for line in wrong)
    assert [line for line in wrong if not any(one in line for one in _OF_OLD_MAIL_PROGRAMS)] == []
