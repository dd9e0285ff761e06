"""Pages look as they did: light and dark, from a phone to a wide screen.

Where a change is meant, ``python -m tests.visual.shoot`` takes the references anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from tests.support.pages import ColorScheme
from tests.visual.pages import FRONTS, PAGES, SCHEMES
from tests.visual.pictures import Camera, compare
from tests.visual.shoot import REFERENCES, pictures_of_front, pictures_of_page

_FOUND = Path(__file__).parent / "found"
_HINT = "look at them; if they are meant, run: python -m tests.visual.shoot"


def _changed(pictures: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return a line for each picture that isn't what it was, with where both can be seen."""
    lines = []
    for name, picture in pictures:
        path = REFERENCES / f"{name}.png"
        if not path.is_file():
            lines.append(f"{name}: there is no reference")
            continue
        difference = compare(path.read_bytes(), picture)
        if difference.matters:
            _FOUND.mkdir(exist_ok=True)
            (_FOUND / f"{name}.png").write_bytes(picture)
            beside = _FOUND / f"{name}.difference.png"
            beside.write_bytes(difference.picture)
            lines.append(f"{name}: {difference.share:.2%} differ, see {beside}")
    return lines


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_it_did(
    name: str,
    scheme: ColorScheme,
    cameras: Mapping[ColorScheme, Camera],
    home_of: Callable[[str], str],
) -> None:
    changed = _changed(pictures_of_page(cameras[scheme], home_of("demo"), name, scheme))
    assert not changed, "\n".join([*changed, _HINT])


@pytest.mark.parametrize("name", FRONTS)
def test_front_with_little_or_much_looks_as_it_did(
    name: str, cameras: Mapping[ColorScheme, Camera], home_of: Callable[[str], str]
) -> None:
    changed = _changed(pictures_of_front(cameras["light"], home_of(name), name))
    assert not changed, "\n".join([*changed, _HINT])


def test_every_reference_is_looked_at() -> None:
    known = {name.rsplit("-", 2)[0] for name in (path.stem for path in REFERENCES.glob("*.png"))}
    assert known == {*PAGES, *FRONTS}


def test_references_are_small() -> None:
    assert sum(path.stat().st_size for path in REFERENCES.glob("*.png")) < 2_500_000
