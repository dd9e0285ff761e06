"""The search index, made by Pagefind's service over its pipe.

The protocol is that of Pagefind's own wrappers: messages of JSON in base64, ended by commas.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from threading import Thread
from typing import IO, Any

from ssg.build.search_files import steady
from ssg.errors import error
from ssg.render.search_record import SearchRecord

_FINISHED = "finished"
_FORM = 2
"""Changes with what is made of the answers of Pagefind."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A search index on the disk."""

    folder: Path
    """Its files."""
    documents: int
    """How many articles and pages it holds."""
    reused: bool
    """True when it was made before, of the same documents."""


def build_index(records: Sequence[SearchRecord], cache: Path) -> SearchIndex:
    """Return an index of some documents, made afresh unless there is one of the very same.

    Each index has a folder of its own, named by a digest of what it holds; older ones are
    removed, so that nothing withdrawn stays findable.

    Args:
        records: what to index.
        cache: the folder of indexes; it may be deleted at any time.

    Raises:
        SsgError: Pagefind is missing or fails.

    """
    folder = cache / _digest(records)
    reused = (folder / _FINISHED).is_file()
    if not reused:
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix="new-", dir=cache))
        try:
            _index(records, fresh / "pagefind")
            (fresh / _FINISHED).touch()
            shutil.rmtree(folder, ignore_errors=True)
            fresh.rename(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    for other in cache.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return SearchIndex(folder / "pagefind", len(records), reused)


def _digest(records: Sequence[SearchRecord]) -> str:
    digest = blake2b(f"{_FORM} {version('pagefind-bin')}".encode(), digest_size=16)
    for record in records:
        for part in (record.url, record.html):
            data = part.encode()
            digest.update(len(data).to_bytes(8, "big"))
            digest.update(data)
    return digest.hexdigest()


def _index(records: Sequence[SearchRecord], output: Path) -> None:
    with subprocess.Popen(
        [_executable(), "--service"],
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
