"""Write the parts of the documentation that are made of the code.

Run ``python -m tests.docs.generate`` after a change of keys, commands, views or the default
theme. A part stands between ``<!-- generated: NAME -->`` and ``<!-- end of generated -->``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from tests.docs.pages import pages
from tests.docs.reference.commands import command_names, command_part
from tests.docs.reference.keys import key_table, records
from tests.docs.reference.themes import (
    block_part,
    macro_part,
    partial_part,
    setting_part,
    shortcode_part,
    token_part,
    word_part,
)
from tests.docs.reference.views import page_part, site_part, view_part

_PART = re.compile(
    r"^<!-- generated: (?P<name>.+?) -->\n.*?^<!-- end of generated -->$", re.MULTILINE | re.DOTALL
)


def parts() -> dict[str, Callable[[], str]]:
    """Return what makes each part, by its name."""
    keys = {f"keys of {name}": partial(key_table, one) for name, one in records().items()}
    commands = {f"command {name}": partial(command_part, name) for name in command_names()}
    return {
        **keys,
        **commands,
        "pages": page_part,
        "views": view_part,
        "site": site_part,
        "settings": setting_part,
        "shortcodes": shortcode_part,
        "blocks": block_part,
        "partials": partial_part,
        "macros": macro_part,
        "tokens": token_part,
        "words": word_part,
    }


def names_in(text: str) -> list[str]:
    """Return the names of the parts that a page holds."""
    return [match["name"] for match in _PART.finditer(text)]


def up_to_date(text: str) -> str:
    """Return a page with its generated parts made anew."""
    made = parts()

    def part(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- generated: {name} -->\n\n{made[name]()}\n\n<!-- end of generated -->"

    return _PART.sub(part, text)


def main() -> None:
    """Write what is not up to date, and say which pages those were."""
    for page in pages():
        text = up_to_date(page.text)
        if text != page.text:
            page.path.write_text(text, "utf-8")
            print(f"wrote {page.name}")


if __name__ == "__main__":
    main()
