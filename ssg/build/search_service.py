"""An index made by Pagefind's service over its pipe.

The protocol is that of Pagefind's own wrappers: messages of JSON in base64, ended by commas.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

from ssg.build.search_files import steady
from ssg.errors import error
from ssg.render.search_record import SearchRecord

_ENVIRONMENT = {"_RJEM_MALLOC_CONF": "narenas:1"}
"""Has Pagefind keep its memory in one place, which takes a seventh less and no time."""


def index(records: Sequence[SearchRecord], output: Path) -> None:
    """Write the index of some documents into a folder.

    Raises:
        SsgError: Pagefind is missing or fails.

    """
    with subprocess.Popen(
        [_executable(), "--service"],
        env={**os.environ, **_ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        errors = process.stderr
        requests = _requests(records)
        # Written by a thread of its own: both pipes hold less than a site.
        writer = Thread(target=_write, args=(process.stdin, requests), daemon=True)
        writer.start()
        # Drained for the same reason.
        complaints: list[bytes] = []
        drain = Thread(target=lambda: complaints.append(errors.read()), daemon=True)
        drain.start()
        try:
            for reply in _replies(process.stdout):
                if reply["type"] == "Error":
                    raise _failure(str(reply.get("message", reply)))
                if reply["type"] == "GetFiles":
                    # Ended first: what it holds in memory isn't needed any more.
                    process.kill()
                    _save(reply["files"], output)
                    return
        finally:
            process.kill()
            writer.join()
            drain.join()
            with suppress(OSError):  # what was not written any more
                process.stdin.close()
        raise _failure(b"".join(complaints).decode(errors="replace").strip() or "it stopped")


def _save(files: Sequence[dict[str, str]], output: Path) -> None:
    # Written here, because Pagefind says that it has written before it has.
    decoded = {file["path"]: base64.b64decode(file["content"]) for file in files}
    for path, data in steady(decoded).items():
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _requests(records: Sequence[SearchRecord]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for record in records:
        file = {"url": record.url, "file_contents": record.html}
        yield {"type": "AddFile", "index_id": 0, **file}
    yield {"type": "GetFiles", "index_id": 0}


def _write(pipe: IO[bytes], requests: Iterator[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(base64.b64encode(message.encode()) + b",")
        pipe.flush()
    except (BrokenPipeError, ValueError):
        # Pagefind is gone; the reader of its replies says why.
        pass


def _replies(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    waiting: list[bytes] = []
    while chunk := pipe.read1(1 << 20):  # type: ignore[attr-defined]
        *ends, beginning = chunk.split(b",")
        for end in ends:
            yield json.loads(base64.b64decode(b"".join([*waiting, end])))["payload"]
            waiting.clear()
        waiting.append(beginning)


def _executable() -> str:
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, FileNotFoundError):
        hint = 'install it with "pip install pagefind-bin", or build with --no-search'
        raise error("search/no-pagefind", "Pagefind is not installed", None, hint) from None


def _failure(reason: str) -> Exception:
    return error("search/failed", f"Pagefind failed: {reason}", None, "build with --no-search")
