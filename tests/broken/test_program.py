"""The program itself, run apart from the tests, says and returns what it says in this process."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.broken.terminal import Copy, run_apart

_HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "name",
    [
        "broken-link",
        "not-utf8",
        "theme-is-not-there",
        "two-errors-in-two-files",
        "undefined-variable",
        "usage-unknown-command",
    ],
)
def test_program_says_the_same(name: str, good_site: Copy) -> None:
    shutil.copytree(_HERE / name, good_site.root, dirs_exist_ok=True)
    transcript = (_HERE / name / "expected.txt").read_text("utf-8")
    command, _, expected = transcript.partition("\n")
    shown, code = run_apart(good_site.root, *shlex.split(command.removeprefix("$ ssg")))
    assert f"{shown}exit code {code}\n" == expected
    good_site.assert_as_it_was()


def test_report_in_json_goes_to_standard_output_alone(good_site: Copy) -> None:
    shutil.copytree(_HERE / "unknown-key", good_site.root, dirs_exist_ok=True)
    command = [sys.executable, "-m", "ssg", "build", "--format", "json"]
    done = subprocess.run(command, cwd=good_site.root, capture_output=True, check=False)
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert done.returncode == 1
    assert done.stderr == b""
    assert found["severity"] == "error"
    assert found["code"] == "front-matter/unknown-key"
    assert found["hint"] == 'did you mean "tags"?'
    assert found["location"]["path"] == "content/posts/2025-12-22-talks.md"
    assert (found["location"]["line"], found["location"]["column"]) == (3, 1)
    good_site.assert_as_it_was()


def test_site_is_found_from_a_folder_within_it(good_site: Copy) -> None:
    shown, code = run_apart(good_site.root / "content" / "posts", "build", "--no-search")
    assert code == 0, shown


def test_folder_without_a_site_is_named(tmp_path: Path) -> None:
    shown, code = run_apart(tmp_path, "build")
    assert code == 1
    assert shown == (
        f"error[site/missing]: no site.yaml in {tmp_path} or above it\n"
        "  hint: go to the folder of your site, name it with --site, or make one: "
        "ssg new site DIR\n\n1 error\n"
    )


def test_named_folder_without_a_site_is_wrong_usage(tmp_path: Path) -> None:
    shown, code = run_apart(tmp_path, "build", "--site", "elsewhere")
    assert code == 2
    assert 'Error: no site.yaml in "elsewhere"' in shown
