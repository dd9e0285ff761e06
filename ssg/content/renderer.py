# ruff: noqa: ARG002, D102 - the names and arguments of the methods are markdown-it's
"""HTML as ``ssg`` wants it, with holes for links, pictures and shortcodes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from ssg.content.shortcode import Opening
from ssg.model.body import Body, Link, Picture, ShortcodeCall

Hole = Link | Picture | Opening | None
"""A link, a picture, the beginning of a shortcode, or that of a wrong one."""


def fill(html: str, holes: Sequence[Hole]) -> Body:
    """Return a body with links, pictures and shortcodes put into the holes of a piece of HTML.

    Between two NUL characters, which no text can hold, stands a number for a link or a picture, a
    bracket and a number for the beginning of a shortcode, or a closing bracket for its end.
    """
    stack: list[list[str | Link | Picture | ShortcodeCall]] = [[]]
    openings: list[Opening | None] = []

    def close() -> None:
        parts, opening = stack.pop(), openings.pop()
        if opening:
            body = Body(tuple(parts))
            stack[-1].append(ShortcodeCall(opening.name, opening.arguments, body, opening.location))

    for index, piece in enumerate(html.split("\x00")):
        if index % 2 == 0:
            if piece:
                stack[-1].append(piece)
        elif piece == ")":
            if openings:  # a footnote within a footnote loses its halves
                close()
        elif piece.startswith("("):
            hole = holes[int(piece[1:])]
            openings.append(hole if isinstance(hole, Opening) else None)
            stack.append([])
        else:
            found = holes[int(piece)]
            assert isinstance(found, (Link, Picture))
            stack[-1].append(found)
    while openings:
        close()
    return Body(tuple(stack[0]))


class Renderer(RendererHTML):
    """Renders tokens; methods are named after the tokens they render."""

    def _hole(self, value: Hole, env: Any, mark: str = "") -> str:
        env["holes"].append(value)
        return f"\x00{mark}{len(env['holes']) - 1}\x00"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        link = token.meta.get("link")
        if link:
            token.attrs["href"] = self._hole(link, env)
        return self.renderToken(tokens, idx, options, env)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        link = token.meta.get("link")
        said = str(token.attrs.get("alt", ""))
        alt = "" if said == "none" else said
        if token.children:
            alt = self.renderInlineAsText(token.children, options, env)
        if link:
            rest = {name: str(one) for name, one in token.attrs.items()}
            attributes = tuple((name, rest[name]) for name in rest if name not in ("alt", "src"))
            return self._hole(Picture(link, alt, attributes), env)
        token.attrs["alt"] = alt
        token.attrs["loading"] = "lazy"
        return self.renderToken(tokens, idx, options, env)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        pieces = token.content.split("\x01")
        links = token.meta.get("links", ())
        return "".join(
            self._hole(links[int(piece)], env) if index % 2 else piece
            for index, piece in enumerate(pieces)
        )

    html_inline = html_block

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        opening = next(at for at in range(idx, -1, -1) if tokens[at].type == "heading_open")
        identity = tokens[opening].attrs["id"]
        # Empty, so that feeds and readers that know no style sheet show nothing.
        anchor = f'<a class="anchor" href="#{identity}" aria-hidden="true" tabindex="-1"></a>'
        return f"{anchor}</{tokens[idx].tag}>\n"

    def figure_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return f"{tokens[idx].meta['caption']}</figure>\n"

    def blockquote_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        attributed = '<figure class="quote">\n' if tokens[idx].meta.get("attributed") else ""
        return attributed + self.renderToken(tokens, idx, options, env)

    def blockquote_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return "</figure>\n" if tokens[idx].meta.get("attributed") else "</blockquote>\n"

    def attribution_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return "</blockquote>\n<figcaption>"

    def attribution_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return "</figcaption>\n"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        # A wide table scrolls by itself, with the keyboard too.
        return '<div class="table" tabindex="0">' + self.renderToken(tokens, idx, options, env)

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</table></div>\n"

    def footnote_block_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return '<div class="footnotes">\n<ol>\n'

    def footnote_block_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return "</ol>\n</div>\n"

    def shortcode_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return self._hole(tokens[idx].meta["opening"], env, "(")

    def shortcode_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        return "\x00)\x00"
