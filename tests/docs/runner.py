"""Follows a page of the documentation as a reader would: writes its files, runs its commands."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from tests.docs.pages import Block

_SERVE = re.compile(r"\bssg serve\b")
_ADDRESS = re.compile(r"(http://\S+) \(Ctrl-C ends\)")
_PATIENCE = 60.0


class Reader:
    """Somebody at a terminal; files and the current folder last from one block to the next."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Begin in a folder, with ``ssg`` on the path and in ``.venv/`` there.

        Args:
            folder: where the reader begins.
            home: an empty folder for what is no part of the page.

        """
        self.folder = folder
        self._where = home / "where"
        programs = home / "bin"
        for place in (programs, folder / ".venv" / "bin"):
            place.mkdir(parents=True)
            for name, module in (("ssg", "-m ssg"), ("python", "")):
                program = place / name
                program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
                program.chmod(0o755)
        (folder / ".venv" / "bin" / "activate").touch()
        self._environment = os.environ | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(home),
            "BROWSER": "true",
            "WHERE": str(self._where),
        }

    def follow(self, block: Block) -> None:
        """Do what a block says; one that is only to be read is passed over."""
        if block.file:
            place = self.folder / block.file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, "utf-8")
        elif block.language == "sh":
            for command in commands(block.text):
                self.run(command, block.place)

    def run(self, command: str, place: str) -> None:
        """Run a command; one that serves is asked for its front page and interrupted."""
        if _SERVE.search(command):
            self._serve(command, place)
            return
        script = f'{command}\npwd > "$WHERE"'
        done = subprocess.run(
            ["bash", "-euc", script],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        said = f"{place}: {command}\n{done.stdout}{done.stderr}"
        assert done.returncode == 0, said
        # What a page tells its reader to do must not earn a complaint.
        assert "warning[" not in done.stderr, said
        self.folder = Path(self._where.read_text("utf-8").strip())

    def _serve(self, command: str, place: str) -> None:
        with self._process(command) as process:
            assert process.stderr
            said: list[str] = []
            for line in process.stderr:
                said.append(line)
                if address := _ADDRESS.search(line):
                    with urllib.request.urlopen(address[1], timeout=_PATIENCE) as answer:
                        assert answer.status == 200
                    process.send_signal(signal.SIGINT)
            code = process.wait()
        assert any(map(_ADDRESS.search, said)), f"{place}: {command}\n{''.join(said)}"
        assert code in (0, 130), f"{place}: {command} ended with {code}"

    @contextmanager
    def _process(self, command: str) -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            ["bash", "-euc", f"exec {command}"],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            timer = Timer(_PATIENCE, process.kill)
            timer.start()
            try:
                yield process
            finally:
                timer.cancel()
                process.kill()


def commands(text: str) -> Iterator[str]:
    """Yield the commands of a block; comments are left out, broken lines made one."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def copy_of_project(root: Path, target: Path) -> Path:
    """Copy what a build of the demo needs; return the copy."""
    target.mkdir()
    shutil.copytree(root / "content", target / "content")
    shutil.copytree(root / "themes", target / "themes")
    shutil.copy(root / "site.yaml", target)
    return target
