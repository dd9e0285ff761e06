"""A server of Isso, as bloggers run it: the real one, with a database of its own."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

_PATIENCE = 30.0
_SETTINGS = """
[general]
dbpath = {folder}/comments.db
host = {site}
notify = stdout
[server]
listen = http://127.0.0.1:{port}
public-endpoint = http://127.0.0.1:{port}
[moderation]
enabled = true
[guard]
enabled = true
ratelimit = 20
reply-to-self = true
"""


@dataclass(frozen=True, slots=True)
class Isso:
    """A server of Isso that runs."""

    url: str
    """Where it answers."""
    database: Path
    """Its database."""
    log: Path
    """What it says."""

    def moderation_links(self, action: str) -> list[str]:
        """Return the links that a moderator is sent: to ``activate`` or to ``delete``."""
        said = self.log.read_text("utf-8", "replace")
        return re.findall(rf"{action.capitalize()} comment: (\S+)", said)


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve_isso(folder: Path, site: str, port: int) -> Iterator[Isso]:
    """Run a server of Isso for a site until the end of the block; new comments wait.

    Args:
        folder: where its files lie.
        site: the scheme, host and port of the site.
        port: where it listens.

    """
    settings, log = folder / "isso.cfg", folder / "isso.log"
    settings.write_text(_SETTINGS.format(folder=folder, site=site, port=port), "utf-8")
    program = "from isso import main; main()"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", program, "-c", str(settings), "run"],
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, port, log)
            yield Isso(f"http://127.0.0.1:{port}", folder / "comments.db", log)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/config")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(f"Isso does not answer:\n{log.read_text('utf-8', 'replace')}")
