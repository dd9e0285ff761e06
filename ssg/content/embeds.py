"""Arguments of shortcodes that are addresses of videos, posts and maps elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from ssg.content.reading import Reading
from ssg.errors import Location
from ssg.model.theme import Shortcode
from ssg.text.embeds import KNOWN, NoWebAddressError, UnknownEmbedError, embed_of


def embeds_are_known(
    given: Mapping[str, str], shortcode: Shortcode, where: Location, reading: Reading
) -> bool:
    """Tell whether all that is to be shown from elsewhere can be; what can't is noted."""
    wanted = [value for name, value in given.items() if shortcode.arguments[name].type == "embed"]
    known = [_is_known(url, where, reading) for url in wanted]
    return all(known)


def _is_known(url: str, where: Location, reading: Reading) -> bool:
    try:
        embed_of(url)
    except NoWebAddressError as problem:
        hint = "write the address of the page in full, as https://example.org/page"
        reading.error("wrong-address", str(problem), where, hint)
    except UnknownEmbedError as problem:
        hint = f"link to it instead; known are {KNOWN}"
        reading.error("unknown-embed", str(problem), where, hint)
    else:
        return True
    return False
