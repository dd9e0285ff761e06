"""Programs that run with less: without root's power over permissions, or room on the disk."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Prepare = Callable[[], None]
"""Is called in a new process before its program begins."""

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE = 1
_CAP_DAC_READ_SEARCH = 2


def obeying_permissions() -> Prepare:
    """Return what makes a program obey the permissions of files even when it is root's."""
    if os.geteuid() != 0:
        return lambda: None
    libc = ctypes.CDLL(None, use_errno=True)

    def drop() -> None:
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "cannot give up a capability")

    return drop


def few_bytes_a_file(most: int) -> Prepare:
    """Return what keeps a program from writing files of more bytes than these."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


_UNSHARE = ("unshare", "--map-root-user", "--mount")


@cache
def takes_tmpfs() -> bool:
    """Tell whether a program can be given a small file system of its own here."""
    if not shutil.which("unshare"):
        return False
    command = [*_UNSHARE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class FullDisk:
    """What came of a build on a full disk."""

    root: str
    """Where the site lay."""
    shown: str
    """What the terminal showed."""
    code: int
    """The exit code."""
    before: Mapping[str, str]
    """A digest of every file of the output before."""
    after: Mapping[str, str]
    """The same afterwards."""
    left: list[str]
    """What stood beside site.yaml and was written by a build."""
    code_with_room: int
    """The exit code of the same build once there was room."""


_SCRIPT = """
import hashlib, json, os, pathlib, shutil, subprocess, sys
place = pathlib.Path(sys.argv[2])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=True)
root = place / "site"
shutil.copytree(sys.argv[1], root, ignore=shutil.ignore_patterns("public", ".ssg"))

def build():
    command = [sys.executable, "-m", "ssg", "build", "--quiet", "--no-search"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)

def digests():
    files = sorted(one for one in (root / "public").rglob("*") if one.is_file())
    return {str(one): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}

good = build()
assert good.returncode == 0, good.stderr
before = digests()
talks = root / "content/posts/2025-12-22-talks.md"
talks.write_text(talks.read_text() + "One more sentence. " * 1000)
with open(place / "filler", "wb", buffering=0) as filler:
    try:
        while True:
            filler.write(bytes(4096))
    except OSError:
        pass
full = build()
after = digests()
left = sorted(one.name for one in root.iterdir() if "public" in one.name)
(place / "filler").unlink()
roomy = build()
json.dump({"root": str(root), "shown": full.stderr, "code": full.returncode, "before": before,
           "after": after, "left": left, "code_with_room": roomy.returncode}, sys.stdout)
"""


def full_disk(site: Path, folder: Path) -> FullDisk:
    """Build a copy of a site on a small disk of its own, and again when that is full."""
    place = folder / "disk"
    place.mkdir()
    command = [*_UNSHARE, sys.executable, "-c", _SCRIPT, str(site), str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return FullDisk(**json.loads(done.stdout))
