"""``ssg clip`` at the terminal."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.broken.terminal import run_apart, run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.unit.curate.pages import html
from tests.unit.curate.servers import page, says, serving

_URL = "https://slate.example/talks"
_SAVED = ("page.html", "--url", _URL)


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site()
    (site.root / "page.html").write_bytes(html())
    monkeypatch.chdir(site.root)
    return site


def _drafts() -> list[Path]:
    return sorted(Path("content").rglob("*.md"))


def test_a_saved_page_becomes_a_draft(site: SiteUnderTest) -> None:
    text, code = run_here("clip", *_SAVED, "--yes", "--section", "World", "--tag", "Talks")
    assert code == 0
    (path,) = _drafts()
    assert re.search(r"^Title +No result in the capital *$", text, re.MULTILINE)
    assert re.search(r"^Author +not found *$", text, re.MULTILINE)
    assert text.endswith(f"wrote {path}, a draft: set draft to false to publish it\n")
    assert "\ntags:\n- Talks\nsection: World\n" in path.read_text("utf-8")
    assert site.diagnostics() == ()


@pytest.mark.usefixtures("site")
def test_a_page_is_fetched() -> None:
    with serving(says(page(html()))) as url:
        text, code = run_here("clip", f"{url}/talks?utm_source=x", "--yes", "--allow-private")
        assert code == 0, text
        (path,) = _drafts()
        assert f"\n  url: {url}/talks\n" in path.read_text("utf-8")
        text, code = run_here("clip", f"{url}/talks/", "--yes", "--allow-private")
    assert code == 1
    assert "error[clip/known]: this page is clipped already" in text
    assert f"{path}:" in text


@pytest.mark.usefixtures("site")
def test_a_page_of_the_own_network_is_not_fetched() -> None:
    with serving(says(page(html()))) as url:
        text, code = run_here("clip", url, "--yes")
    assert code == 1
    assert "error[clip/forbidden-address]" in text
    assert _drafts() == []


def test_a_page_comes_through_a_pipe(site: SiteUnderTest) -> None:
    command = [sys.executable, "-m", "ssg", "clip", "-", "--url", _URL, "--yes"]
    done = subprocess.run(command, cwd=site.root, input=html(), capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert len(_drafts()) == 1


@pytest.mark.usefixtures("site")
def test_a_page_without_an_address_is_refused() -> None:
    text, code = run_here("clip", "page.html", "--yes")
    assert code == 1
    assert "error[clip/no-address]" in text


@pytest.mark.usefixtures("site")
def test_the_whole_text_stands_there_by_a_right_that_is_named() -> None:
    rights = ("--full", "--rights", "licensed", "--note", "CC BY 4.0")
    assert run_here("clip", *_SAVED, "--yes", *rights)[1] == 0
    (path,) = _drafts()
    text = path.read_text("utf-8")
    assert "\n  rights: licensed\n  note: CC BY 4.0\n" in text
    assert "Until then the line will be watched" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a page"),
        (["nowhere.html", "--yes"], 'no file "nowhere.html"'),
        (["page.html", "--yes", "--url", "slate.example"], "--url: "),
        (["https://a.example/", "--yes", "--url", _URL], "this one is fetched"),
        (["page.html"], "add --yes"),
        (["-"], "add --yes"),
        (["page.html", "--yes", "--full"], "--full needs --rights full or licensed, and --note"),
        (["page.html", "--yes", "--full", "--rights", "full"], "--full needs"),
        (
            ["page.html", "--yes", "--full", "--rights", "link", "--note", "x"],
            "--rights is full or",
        ),
        (["page.html", "--yes", "--rights", "full", "--note", "x"], "add --full"),
        (["page.html", "--yes", "--tag", "…"], "neither letters nor digits"),
        (["page.html", "--yes", "--port", "1"], "--port goes with --listen"),
        (["page.html", "--listen"], "--listen takes its pages from the browser"),
    ],
)
@pytest.mark.usefixtures("site")
def test_wrong_usage_is_said(arguments: list[str], said: str) -> None:
    text, code = run_here("clip", *arguments)
    assert code == 2
    assert said in " ".join(text.split())
    assert _drafts() == []


def _at_a_terminal(root: Path, typed: str, *arguments: str) -> tuple[str, int]:
    """Run the command at a terminal of its own, typing some lines."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(root)
        os.execv(sys.executable, [sys.executable, "-m", "ssg", "clip", *arguments])
    os.write(terminal, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other side has ended
            part = b""
        if not part:
            break
        shown += part
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize(
    ("typed", "arguments", "drafts", "said"),
    [
        ("y\n", [], 1, "wrote content/posts/"),
        ("\n", [], 1, "wrote content/posts/"),
        ("n\n", [], 0, "nothing written"),
        ("full\nBy letter.\ny\n", ["--full"], 1, "wrote content/posts/"),
    ],
)
def test_an_editor_is_asked(
    site: SiteUnderTest, typed: str, arguments: list[str], drafts: int, said: str
) -> None:
    text, code = _at_a_terminal(site.root, typed, *_SAVED, *arguments)
    assert code == 0, text
    assert said in text
    found = _drafts()
    assert len(found) == drafts
    if arguments:
        assert "\n  rights: full\n  note: By letter.\n" in found[0].read_text("utf-8")


@pytest.mark.usefixtures("site")
def test_what_is_missing_is_said_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)
    text, code = run_here("clip", *_SAVED, "--yes")
    assert code == 1
    assert "error[curate/not-installed]" in text
    assert "ssg clip needs nh3\n" in text
    assert 'pip install "ssg[curate]"' in text


@pytest.mark.parametrize("command", ["build --no-search", "check", "clip --help"])
def test_what_is_extra_is_imported_by_what_needs_it_alone(
    site: SiteUnderTest, command: str
) -> None:
    code = (
        "import sys\n"
        "for name in ('feedparser', 'httpx', 'httpcore', 'lxml', 'nh3', 'trafilatura'):\n"
        "    sys.modules[name] = None\n"
        "from ssg.cli import main\n"
        f"sys.argv[1:] = {command.split()}\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_title_cannot_give_orders_to_the_terminal(site: SiteUnderTest) -> None:
    (site.root / "page.html").write_bytes(html("A [red]B[/red] \x9b31m\u202e C"))
    text, code = run_here("clip", *_SAVED, "--yes")
    assert code == 0
    assert "A [red]B[/red]" in text
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)


def test_listening_ends_with_ctrl_c(site: SiteUnderTest) -> None:
    command = [sys.executable, "-m", "ssg", "clip", "--listen", "--port", "0"]
    with subprocess.Popen(command, cwd=site.root, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        first, second = process.stderr.readline(), process.stderr.readline()
        assert first.startswith("the bookmarklet: javascript:")
        assert re.match(
            r"drag it from http://127\.0\.0\.1:\d+/\?token=\S{32} \(Ctrl-C ends\)", second
        )
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read() == "stopped\n"


def test_other_folders_are_named_by_site(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site()
    (tmp_path / "page.html").write_bytes(html())
    text, code = run_apart(tmp_path, "clip", *_SAVED, "--yes", "--site", str(site.root))
    assert code == 0, text
    assert len(list(site.root.rglob("*.md"))) == 1
