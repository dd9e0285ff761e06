"""Sites with few and with many articles and pictures, the same each time."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

_SECTIONS = ("World", "Politics", "Economy", "Press", "Law", "Science", "Cities")
_OUTLETS = ("The Record", "Daily Courier", "Harbour News")
_WORDS = (
    "council", "vote", "harbour", "treaty", "budget", "court", "levy", "strike",
    "census", "ferry", "quorum", "audit", "border", "grain", "ballot", "tunnel",
    "senate", "tariff", "mandate", "reform", "minister", "tribunal", "reservoir", "coalition",
)  # fmt: skip


def site_files(articles: int, pictures: int) -> dict[str, str | bytes]:
    """Return the files of a site with some articles, the latest of which have pictures."""
    files: dict[str, str | bytes] = {
        "site.yaml": "title: The Harbour Record\nbase_url: https://example.org/\n"
        "description: A paper of one town, its council and its sea.\n"
    }
    for number in range(articles):
        name = f"2025-{12 - number // 27 % 12:02}-{27 - number % 27:02}-piece-{number}"
        image = "image: {src: picture.png, alt: A plain}\n" if number < pictures else ""
        files[f"content/posts/{name}/index.md"] = _article(number, image)
        if image:
            files[f"content/posts/{name}/picture.png"] = _picture(number)
    return files


def _article(number: int, more: str) -> str:
    if number % 3 == 2:
        outlet = _OUTLETS[number % len(_OUTLETS)]
        more += f"kind: curated\nsource: {{name: {outlet}, url: https://example.net/}}\n"
    if number % 5 == 0:
        more += f"thread: The {_WORDS[number % 4]}\n"
    section = _SECTIONS[number % len(_SECTIONS)]
    title, standfirst = _sentence(number, 3 + number % 5), _sentence(number + 7, 12)
    return (
        f"---\ntitle: {title}\nsection: {section}\nstandfirst: {standfirst}.\n{more}---\n"
        f"{_sentence(number, 30)}.\n"
    )


def _sentence(start: int, length: int) -> str:
    words = (_WORDS[(start * 7 + place * 5) % len(_WORDS)] for place in range(length))
    return " ".join(words).capitalize()


def _picture(number: int) -> bytes:
    """Return a plain picture; no two neighbours have the same colour."""
    hue = number * 37 % 360
    image = Image.new("HSV", (600, 400), (hue * 255 // 360, 90, 170)).convert("RGB")
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
