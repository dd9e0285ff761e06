"""Pages of an outlet, as tests clip them."""

from __future__ import annotations

from html import escape

SENTENCES = (
    "The talks in the capital ended on Sunday evening without a result that both sides would name.",
    "Nobody said when they would go on, and the two delegations left for home within the hour.",
    "A spokesman for the ministry called the exchange useful and gave no further detail of it.",
    "Observers had expected a first paper on the line of contact, promised since May.",
    "The next date that all sides have named in public is a meeting of experts in the spring.",
    "Until then the line will be watched by the same small mission that has been there for years.",
)


def html(
    title: str = "No result in the capital",
    canonical: str = "",
    head: str = "",
    sentences: tuple[str, ...] = SENTENCES,
) -> bytes:
    """Return a page with an article."""
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    paragraphs = "".join(
        f"<p>{escape(' '.join(sentences[place : place + 2]))}</p>"
        for place in range(0, len(sentences), 2)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"{link}{head}</head><body><article><h1>{escape(title)}</h1>{paragraphs}</article></body>"
        "</html>"
    ).encode()
