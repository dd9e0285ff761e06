"""An import adds what is new, leaves what is kept, and never harms what it reads."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ssg.curate.comment_import import read_export
from ssg.errors import SsgError
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_FILES = """
-- site.yaml --
title: Test
base_url: https://example.org/blog/
-- content/posts/2025-12-22-talks.md --
---
title: Talks
aliases: [/old/talks/]
---
They met.
-- content/posts/2025-12-21-tariffs.md --
---
title: Tariffs
draft: true
---
They rose.
"""
_TALKS = "content/_data/comments/2025-12-22-talks.yaml"
_TABLES = """
    CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
    CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER,
        created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR,
        author VARCHAR, email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0,
        dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
"""
_SECOND = 1_766_428_812.5
"""A moment of 22 December 2025."""


def _isso(folder: Path, *rows: dict[str, Any], uri: str = "/blog/2025/12/talks/") -> Path:
    """Return a database of Isso with a thread and some comments."""
    path = folder / "comments.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_TABLES)
        database.execute("INSERT INTO threads VALUES (1, ?, 'T')", (uri,))
        for number, row in enumerate(rows, 1):
            usual = {
                "tid": 1,
                "id": number,
                "parent": None,
                "created": _SECOND,
                "mode": 1,
                "text": f"Text {number}",
                "author": "Ada",
                "email": "ada@example.org",
                "website": None,
                "remote_addr": "10.1.2.3",
                "voters": b"",
            }
            said = {**usual, **row}
            marks = ", ".join("?" * len(said))
            names = ", ".join(said)
            database.execute(f"INSERT INTO comments ({names}) VALUES ({marks})", [*said.values()])
        database.commit()
    return path


def _import(site: SiteUnderTest, file: Path, *options: str) -> tuple[str, int]:
    return run_here("comments", "import", str(file), "-s", str(site.root), *options)


def _complaint(file: Path) -> str:
    with pytest.raises(SsgError) as caught:
        read_export(file)
    return str(caught.value)


def test_comments_of_isso_are_kept(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    database = _isso(
        tmp_path,
        {"author": "Ada &amp; Bo", "website": "https://a.example/?a&amp;b", "text": "One\r\n*two*"},
        {"parent": 1, "author": None},
        {"mode": 2, "text": "spam"},
        {"mode": 4, "text": "", "author": None},
    )
    before = database.read_bytes()
    text, code = _import(site, database)
    assert code == 0
    assert "2 comments added, 0 there already, 1 waiting for a moderator" in text
    assert (site.root / _TALKS).read_text("utf-8") == (
        "- id: isso-1\n"
        '  author: "Ada & Bo"\n'
        "  url: https://a.example/?a&b\n"
        "  date: 2025-12-22 18:40:12Z\n"
        "  from: isso\n"
        "  text: |-\n"
        "    One\n"
        "    *two*\n"
        "- id: isso-2\n"
        "  parent: isso-1\n"
        "  date: 2025-12-22 18:40:12Z\n"
        "  from: isso\n"
        "  text: Text 2\n"
    )
    assert database.read_bytes() == before
    site.build()
    assert 'id="comment-isso-2"' in site.rendered("/2025/12/talks/")


def test_the_second_import_changes_nothing(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    database = _isso(tmp_path, {}, {})
    _import(site, database)
    first = (site.root / _TALKS).stat().st_mtime_ns, (site.root / _TALKS).read_bytes()
    text, _ = _import(site, database)
    assert "0 comments added, 2 there already" in text
    assert ((site.root / _TALKS).stat().st_mtime_ns, (site.root / _TALKS).read_bytes()) == first


def test_what_an_editor_changed_stays(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    _import(site, _isso(tmp_path, {}, {}))
    site.edit(_TALKS, "Text 1", "Milder # what was meant")
    site.edit(_TALKS, "- id: isso-2\n", "# Off topic.\n- id: isso-2\n  hidden: true\n")
    before = (site.root / _TALKS).read_text("utf-8")
    (tmp_path / "comments.db").unlink()
    text, _ = _import(site, _isso(tmp_path, {}, {}, {}))
    after = (site.root / _TALKS).read_text("utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).startswith("- id: isso-3\n")
    assert '"isso-1" says something else there, and stays as it is here' in text
    assert "isso-2" not in text


def test_a_dry_run_writes_nothing(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    database = _isso(tmp_path, {}, {"mode": 2})
    text, _ = _import(site, database, "--dry-run")
    assert "1 comment to add" in text
    assert not (site.root / _TALKS).exists()
    text, _ = _import(site, database, "--dry-run", "--format", "json")
    found = json.loads(text)
    assert found["dry_run"] is True
    assert found["files"][_TALKS]["added"] == ["isso-1"]
    assert found["files"][_TALKS]["waiting"] == 1


def test_articles_are_found_by_alias_and_before_they_are_published(
    make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site(_FILES.lstrip().replace("draft: true\n", "draft: true\ndate: 2025-12-21\n"))
    file = tmp_path / "comments.json"
    comments = [
        {"url": "https://old.example/old/talks?p=1", "date": "2025-12-22", "text": "a"},
        {"path": "/2025/12/tariffs", "date": "2025-12-22", "text": "b"},
        {"path": "/gone/", "date": "2025-12-22", "text": "c"},
    ]
    file.write_text(json.dumps(comments), "utf-8")
    text, code = _import(site, file)
    assert code == 0
    assert "no article at /gone/: 1 comment" in text
    assert "2 comments added" in text
    assert (site.root / "content/_data/comments/2025-12-21-tariffs.yaml").exists()


def test_html_is_cleaned_when_it_is_imported(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    file = tmp_path / "comments.json"
    html = "I <b onclick='x()'>say</b> <script>alert(1)</script><a href='javascript:x'>no</a>"
    comment = {"path": "/2025/12/talks/", "id": "wp-1", "date": 1_766_428_812, "html": html}
    file.write_text(json.dumps([comment]), "utf-8")
    _import(site, file)
    assert "  text: I **say** no\n" in (site.root / _TALKS).read_text("utf-8").replace('"', "")


def test_a_broken_file_of_comments_is_not_added_to(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    database = _isso(tmp_path, {})
    flow = "[{id: a, date: 2025-12-22, text: x}]\n"
    site.write({_TALKS: flow})
    text, code = _import(site, database)
    assert (code, "error[comments/cannot-add]" in text) == (1, True)
    assert (site.root / _TALKS).read_text("utf-8") == flow
    site.write({_TALKS: "- {id: a, date: x, text: x}\n"})
    text, code = _import(site, database)
    assert (code, "error[comments/wrong-date]" in text) == (1, True)


def test_hostile_values_are_no_trouble(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    database = _isso(
        tmp_path,
        {"text": b"\xff\xfe\x00x", "author": b"\xff"},
        {"text": "a\x00b\x1b[31m\u202e", "author": 7, "created": 1e300},
        {"text": None},
        {"mode": "1", "text": "not accepted by a number"},
        {"text": "- x\n  y: [\n\ttab", "author": "a: b # c", "parent": "x"},
        {"text": "<script>alert(1)</script>", "website": "javascript:alert(1)"},
    )
    text, code = _import(site, database)
    assert code == 0, text
    kept = (site.root / _TALKS).read_text("utf-8")
    assert "\x1b" not in kept
    assert "javascript" not in kept
    site.build()
    html = site.rendered("/2025/12/talks/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "10.1.2.3" not in kept + html
    assert "ada@example.org" not in kept + html


def test_a_database_that_is_being_written_is_read_or_refused(tmp_path: Path) -> None:
    database = _isso(tmp_path, {})
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE comments SET text = 'half'")
        assert [one.text for one in read_export(database)] == ["Text 1"]
        writer.execute("ROLLBACK")
        writer.execute("BEGIN EXCLUSIVE")
        said = _complaint(database)
    assert "comments/locked" in said
    assert "hint: try again" in said


def test_what_is_no_database_of_isso_says_what_it_is(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(_isso(tmp_path, *[{"text": "x" * 3000}] * 20).read_bytes()[:9000])
    assert "comments/broken" in _complaint(broken)
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)
    assert "comments/broken" in _complaint(broken)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE comments (id)")
        database.execute("CREATE VIEW threads AS SELECT 1 AS id, 'x' AS uri")
    assert 'this is no database of Isso: it has no table "threads"' in _complaint(other)
    text = tmp_path / "text"
    text.write_bytes(b"\xff\xfe\x00\x01")
    assert "this is neither a database nor text" in _complaint(text)
    text.write_text("# Comments", "utf-8")
    assert "there are no comments here: it is no JSON: line 1" in _complaint(text)
    assert "files/unreadable" in _complaint(tmp_path)


def test_other_columns_are_not_asked_for(tmp_path: Path) -> None:
    database = _isso(tmp_path, {})
    with closing(sqlite3.connect(database)) as opened:
        for column in ("email", "remote_addr", "voters"):
            opened.execute(f"ALTER TABLE comments DROP COLUMN {column}")
        opened.commit()
    assert [one.author for one in read_export(database)] == ["Ada"]


def test_a_database_of_isso_needs_none_of_the_extras(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(_FILES.lstrip())
    hidden = "".join(f"sys.modules[{name!r}] = None\n" for name in ("httpx", "lxml", "nh3"))
    arguments = ["ssg", "comments", "import", str(_isso(tmp_path, {}))]
    program = f"import sys\n{hidden}sys.argv = {arguments!r}\nfrom ssg.cli import main\nmain()\n"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "1 comment added" in done.stderr
