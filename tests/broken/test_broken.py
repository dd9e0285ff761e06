"""Every mistake an editor can make gets the right message and exit code, and the old site stays.

Each folder beside this file is one mistake: files laid over those of the good site in ``site/``,
and ``expected.txt``, which is the command and what the terminal shows for it. With
``SSG_ACCEPT=1`` in the environment what is shown now is written there instead.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from tests.broken.terminal import Copy, run_here

_HERE = Path(__file__).parent
_CASES = sorted(path.parent.name for path in _HERE.glob("*/expected.txt"))


@pytest.mark.parametrize("name", _CASES)
def test_mistake_is_explained_and_the_site_stays(
    name: str, good_site: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(_HERE / name, good_site.root, dirs_exist_ok=True)
    script = _HERE / name / "expected.txt"
    command = script.read_text("utf-8").partition("\n")[0]
    monkeypatch.chdir(good_site.root)
    shown, code = run_here(*shlex.split(command.removeprefix("$ ssg")))
    transcript = f"{command}\n{shown}exit code {code}\n"
    assert "Traceback" not in shown
    assert code
    good_site.assert_as_it_was()
    if os.environ.get("SSG_ACCEPT"):
        script.write_text(transcript, "utf-8")
    assert transcript == script.read_text("utf-8")
