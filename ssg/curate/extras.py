"""Packages that only curating needs, installed apart."""

from __future__ import annotations

from importlib.util import find_spec

from ssg.errors import error

_PACKAGES = ("feedparser", "httpx", "lxml", "nh3", "trafilatura")


def require_extras(command: str) -> None:
    """Do nothing where the packages of ``ssg[curate]`` are installed.

    Raises:
        SsgError: one of them is not.

    """
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        message = f'"ssg {command}" needs packages that are not installed: {", ".join(missing)}'
        raise error("curate/extras", message, None, 'install them: pip install "ssg[curate]"')
