"""Whether the packages are there that work on other outlets' pages needs."""

from __future__ import annotations

from importlib.util import find_spec

from ssg.errors import error

_PACKAGES = ("feedparser", "httpx", "lxml", "nh3", "trafilatura")


def require_curate() -> None:
    """Say what to install where a package of ``ssg[curate]`` is missing.

    Raises:
        SsgError: one is.

    """
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        message = f"this command needs packages that are not installed: {', '.join(missing)}"
        hint = 'install them: pip install "ssg[curate]"'
        raise error("curate/not-installed", message, None, hint)
