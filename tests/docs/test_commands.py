"""Every command that a page shows does what the page lets its reader expect."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Block, Page, page, pages
from tests.docs.runner import Reader, commands, copy_of_project

# These are followed in a clone of the project, the others in a new blog.
_IN_A_CLONE = ("README.md", "CONTRIBUTING.md")
_SETS_UP = "pip install"


def _shell_blocks(of: Page) -> list[Block]:
    return [block for block in of.blocks() if block.language == "sh"]


@pytest.mark.parametrize(
    "page", [one for one in pages() if _shell_blocks(one)], ids=lambda page: page.name
)
def test_page_can_be_followed(page: Page, tmp_path: Path) -> None:
    blocks = [block for block in page.blocks() if _SETS_UP not in block.text]
    home = tmp_path / "home"
    home.mkdir()
    if page.name in _IN_A_CLONE:
        reader = Reader(copy_of_project(ROOT, tmp_path / "clone"), home)
    else:
        reader = Reader(tmp_path, home)
        makes_its_own = any("ssg new site my-blog" in block.text for block in blocks)
        if not makes_its_own:
            reader.run("ssg new site blog && cd blog", page.name)
    for block in blocks:
        reader.follow(block)


def test_the_demo_is_served_as_the_readme_says(tmp_path: Path) -> None:
    """Its first steps, the virtual environment and pip, are those of the test command."""
    (command,) = (one for one in _set_ups() if one.endswith("serve --open"))
    set_up, serve = command.rsplit(" && ", 1)
    assert set_up == "python3 -m venv .venv && .venv/bin/pip install --quiet ."
    home = tmp_path / "home"
    home.mkdir()
    Reader(copy_of_project(ROOT, tmp_path / "clone"), home).run(serve, "README.md")


def test_ci_runs_the_test_command_of_the_readme(tmp_path: Path) -> None:
    """Stand-ins for the programs note what they are asked to do."""
    for name in ("README.md", ".ci/run"):
        target = tmp_path / "clone" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((ROOT / name).read_text("utf-8"), "utf-8")
    programs = {"bin/python3": tmp_path}
    programs |= {f"clone/.venv/bin/{name}": tmp_path for name in ("pip", "python")}
    for program in programs:
        place = tmp_path / program
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text('#!/bin/sh\necho "$(basename "$0")" "$@" >>"$LOG"\n')
        place.chmod(0o755)
    log = tmp_path / "log"
    done = subprocess.run(
        ["bash", str(tmp_path / "clone" / ".ci" / "run")],
        cwd="/",
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "LOG": str(log)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert log.read_text("utf-8").splitlines() == [
        "python3 -m venv .venv",
        "pip install --quiet --editable .[test]",
        "python tests/setup.py",
        "python -m pytest -n auto",
    ]


def test_ci_fails_when_a_step_fails(tmp_path: Path) -> None:
    for name in ("README.md", ".ci/run"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((ROOT / name).read_text("utf-8"), "utf-8")
    stand_in = tmp_path / "bin" / "python3"
    stand_in.parent.mkdir()
    stand_in.write_text("#!/bin/sh\nexit 7\n")
    stand_in.chmod(0o755)
    path = f"{stand_in.parent}:/usr/bin:/bin"
    done = subprocess.run(["bash", ".ci/run"], cwd=tmp_path, env={"PATH": path}, check=False)
    assert done.returncode == 7


def test_the_readme_has_one_command_for_the_demo_and_one_for_the_tests() -> None:
    assert len(_set_ups()) == 2


def _set_ups() -> list[str]:
    blocks = _shell_blocks(page("README.md"))
    return [line for block in blocks for line in commands(block.text) if _SETS_UP in line]
