"""What the commands of the curation desk need beyond the rest of ssg."""

from __future__ import annotations

from importlib.util import find_spec

from ssg.errors import error

_NEEDED = ("feedparser", "httpx", "lxml", "nh3", "trafilatura")


def require_extras(command: str) -> None:
    """Refuse to go on without the packages of ``ssg[curate]``.

    Args:
        command: what needs them, as ``ssg clip``.

    Raises:
        SsgError: one is not installed.

    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        message = f"{command} needs {', '.join(missing)}"
        hint = 'install them: pip install "ssg[curate]"'
        raise error("curate/not-installed", message, None, hint)
