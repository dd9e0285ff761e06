"""What the disk refuses is explained, and the old site stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.broken.terminal import Copy, run_apart, run_here
from tests.broken.without_power import (
    few_bytes_a_file,
    full_disk,
    obeying_permissions,
    takes_tmpfs,
)

_TALKS = "content/posts/2025-12-22-talks.md"


@pytest.fixture
def site(good_site: Copy, monkeypatch: pytest.MonkeyPatch) -> Copy:
    monkeypatch.chdir(good_site.root)
    return good_site


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("/etc/hostname", "that leaves the folder", "copy what it points at to its place"),
        ("../../site.yaml", "that leaves the folder", "copy what it points at to its place"),
        ("/etc", "that leaves the folder", "copy what it points at to its place"),
        ("nowhere.md", "that leads nowhere", "remove it"),
        ("link.md", "that leads nowhere", "remove it"),
        ("../posts", "to a folder", "move the folder to its place"),
    ],
)
def test_symbolic_link_is_refused(site: Copy, target: str, message: str, hint: str) -> None:
    (site.root / "content" / "posts" / "link.md").symlink_to(target)
    shown, code = run_here("build")
    assert shown == (
        f"error[files/symbolic-link]: a symbolic link {message}\n"
        f"  content/posts/link.md\n  hint: {hint}\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


def test_symbolic_link_within_content_is_followed(site: Copy) -> None:
    (site.root / "content" / "static" / "same.png").symlink_to("map.png")
    shown, code = run_here("build")
    assert code == 0, shown
    copied = site.root / "public" / "same.png"
    assert copied.read_bytes() == (site.root / "public" / "map.png").read_bytes()
    assert not copied.is_symlink()


def test_file_name_that_is_no_text_is_refused(site: Copy) -> None:
    name = os.fsencode(site.root / "content" / "posts") + b"/2025-12-20-gespr\xe4che.md"
    try:
        with open(name, "w", encoding="utf-8") as file:
            file.write("---\ntitle: Talks\n---\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    shown, code = run_here("build")
    assert shown == (
        "error[files/not-utf8]: the name of the file is not UTF-8\n"
        "  content/posts/2025-12-20-gespr\N{REPLACEMENT CHARACTER}che.md\n"
        "  hint: rename it\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


def test_file_in_the_place_of_the_output_folder_stays(site: Copy) -> None:
    (site.root / "public").rename(site.root / "kept")
    (site.root / "public").write_text("mine")
    shown, code = run_here("build")
    assert shown == (
        f"error[build/output-folder]: the output folder {site.root}/public is not a folder\n"
        "  hint: remove it, or name another\n\n1 error\n"
    )
    assert code == 1
    assert (site.root / "public").read_text() == "mine"


def test_output_folder_that_is_a_link_stays(site: Copy) -> None:
    (site.root / "public").rename(site.root / "kept")
    (site.root / "public").symlink_to("kept")
    shown, code = run_here("build")
    assert f"the output folder {site.root}/public is not a folder" in shown
    assert code == 1
    assert (site.root / "public").is_symlink()


@pytest.mark.parametrize("output", ["content", "content/static", "themes", ".", "..", ".ssg"])
def test_folder_of_the_site_is_never_the_output(site: Copy, output: str) -> None:
    shown, code = run_here("build", "--output", output)
    assert shown.startswith("error[build/output-folder]: the output folder ")
    assert code == 1
    assert (site.root / _TALKS).is_file()
    site.assert_as_it_was()


@pytest.mark.usefixtures("site")
def test_folder_of_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text("Dear …")
    shown, code = run_here("build", "--output", str(tmp_path / "documents"))
    assert shown == (
        f"error[build/output-folder]: the output folder {tmp_path}/documents holds files that "
        "ssg did not make\n  hint: empty it, or name another with --output\n\n1 error\n"
    )
    assert code == 1
    assert (tmp_path / "documents" / "letter.txt").read_text() == "Dear …"


@pytest.mark.usefixtures("site")
def test_empty_folder_becomes_the_output(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown, code = run_here("build", "--output", str(tmp_path / "empty"))
    assert code == 0, shown
    assert (tmp_path / "empty" / "index.html").is_file()


def test_missing_content_is_named(site: Copy) -> None:
    (site.root / "content").rename(site.root / "contents")
    shown, code = run_here("build")
    assert shown == (
        "error[content/missing]: no folder content\n  content\n"
        "  hint: make it, and write articles in content/posts/\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


def test_cache_that_cannot_be_made_is_named(site: Copy) -> None:
    cache = site.root / ".ssg"
    cache.rename(site.root / "aside")
    cache.write_text("")
    shown, code = run_here("build")
    assert shown == (
        "error[build/cannot-write]: cannot write: file exists\n  .ssg\n"
        "  hint: check that you may write there; the site is as it was\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


def test_path_too_long_for_the_disk_names_its_article(site: Copy) -> None:
    slug = "a" * 300
    (site.root / _TALKS).write_text(f"---\ntitle: Talks\nslug: {slug}\n---\n")
    shown, code = run_here("build")
    assert shown.startswith("error[build/cannot-write]: the path /2025/12/aaa")
    assert f"\n  {_TALKS}:3:7\n" in shown
    assert f"\n  hint: give {_TALKS} a shorter slug or path; the site is as it was\n" in shown
    assert code == 1
    site.assert_as_it_was()


def test_output_that_may_not_be_written_stays(site: Copy) -> None:
    site.root.chmod(0o555)
    try:
        shown, code = run_apart(site.root, "build", prepare=obeying_permissions())
    finally:
        site.root.chmod(0o755)
    assert shown == (
        "error[build/cannot-write]: cannot write the site: permission denied\n"
        f"  {site.root}/public\n"
        "  hint: check that you may write there; the site is as it was\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


@pytest.mark.parametrize("closed", ["content/posts", "content", "themes/plain/static"])
def test_folder_that_may_not_be_read_is_no_empty_folder(site: Copy, closed: str) -> None:
    (site.root / closed).chmod(0)
    try:
        shown, code = run_apart(site.root, "build", prepare=obeying_permissions())
    finally:
        (site.root / closed).chmod(0o755)
    assert (
        f"error[files/unreadable]: cannot read: permission denied\n  {closed}\n"
        "  hint: check that it is there and that you may read it\n"
    ) in shown
    assert code == 1
    site.assert_as_it_was()


@pytest.mark.parametrize(
    "closed",
    [_TALKS, "content/static/map.png", "themes/plain/static/style.css", "site.yaml"],
)
def test_file_that_may_not_be_read_is_named(site: Copy, closed: str) -> None:
    (site.root / closed).chmod(0)
    shown, code = run_apart(site.root, "build", prepare=obeying_permissions())
    assert f"error[files/unreadable]: cannot read: permission denied\n  {closed}\n" in shown
    assert code == 1
    site.assert_as_it_was()


def test_write_that_fails_midway_leaves_the_site(site: Copy) -> None:
    text = site.root / _TALKS
    text.write_text(text.read_text() + "A sentence of many. " * 20_000)
    shown, code = run_apart(site.root, "build", "--no-search", prepare=few_bytes_a_file(100_000))
    assert shown == (
        "error[build/cannot-write]: cannot write the site: file too large\n"
        f"  {site.root}/public\n  hint: the site is as it was\n\n1 error\n"
    )
    assert code == 1
    site.assert_as_it_was()


@pytest.mark.skipif(not takes_tmpfs(), reason="no file system of one's own can be mounted here")
def test_full_disk_leaves_the_site(site: Copy, tmp_path: Path) -> None:
    done = full_disk(site.root, tmp_path)
    assert done.shown == (
        "error[build/cannot-write]: cannot write the site: no space left on device\n"
        f"  {done.root}/public\n"
        "  hint: make room on the disk; the site is as it was\n\n1 error\n"
    )
    assert done.code == 1
    assert done.after == done.before
    assert done.left == ["public"]
    assert done.code_with_room == 0


def test_program_ends_well_where_a_pipe_is_closed(site: Copy) -> None:
    command = f"{sys.executable} -m ssg build --no-search --format json | true"
    done = subprocess.run(command, shell=True, cwd=site.root, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
