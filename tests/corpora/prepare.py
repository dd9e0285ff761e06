"""What a migration does to the blogs of ../shared/corpora: copied, and put into our words.

Each blog was written for another generator. What that one's templates did with a text is done
here by rules, one a line with its reason; nothing else is touched.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePosixPath
from textwrap import indent

import yaml

from ssg.text.dates import date_in_name
from ssg.text.slug import slugify

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Rule:
    """Something of another generator in a text, and what says the same here."""

    reason: str
    """What it was, and what becomes of it."""
    pattern: str
    """A regular expression; a line is a line."""
    replacement: str
    """What stands there instead."""


@dataclass(frozen=True, slots=True)
class Blog:
    """How one blog is laid out, and what is done to it."""

    name: str
    """Its folder in ../shared/corpora and here."""
    files: Callable[[Path], Mapping[str, Path]]
    """Its files by their place below content/, given its folder."""
    rules: tuple[Rule, ...] = ()
    """What is done to bodies, in order."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of front matter that have another name here."""
    section_of: Callable[[str], str] = lambda _: ""
    """The section of an article, given its place; none when it is empty."""
    language_of: Callable[[str], str] = lambda _: ""
    """The language of an article, given its place; none when it is that of the site."""
    slug_of: Callable[[str], str] = slugify
    """The slug that an article had, given the name of its file without the date."""


# Keys of the lead image, which stand beside it there and under it here.
_IMAGE_KEYS = {
    "image-alt": "alt",
    "image_alt": "alt",
    "image_caption": "caption",
    "image_figcaption": "caption",
}


def _files_of_18f(folder: Path) -> Mapping[str, Path]:
    posts = {f"posts/{path.name}": path for path in (folder / "posts").glob("*.md")}
    assets = (path for path in (folder / "assets").rglob("*") if path.is_file())
    return {**posts, **{f"static/{path.relative_to(folder).as_posix()}": path for path in assets}}


def _files_of_mlaw(folder: Path) -> Mapping[str, Path]:
    # Jekyll wants its posts in a folder of their own within each category.
    return {
        f"posts/{path.parts[-3]}/{path.name}": path for path in folder.glob("news/*/_posts/*.md")
    }


def _files_of_canada(folder: Path) -> Mapping[str, Path]:
    return {
        f"posts/{path.parts[-4]}/{path.name}": path
        for path in folder.glob("content/*/blog/posts/*.md")
    }


def _slug_in_18f(name: str) -> str:
    """Return the slug that Eleventy made of a name: the name itself."""
    return name


def _slug_in_canada(name: str) -> str:
    """Return the slug that Hugo made of a name: without most signs, with its accents."""
    return re.sub(r"[^\w.~-]", "", name.replace(" ", "-").lower()).strip("-")


BLOGS = {
    blog.name: blog
    for blog in (
        Blog(
            name="18f",
            files=_files_of_18f,
            keys={"excerpt": "standfirst", "redirect_from": "aliases", "permalink": "path"},
            slug_of=_slug_in_18f,
            rules=(
                Rule(
                    "a path of the site: ssg puts the base path before it",
                    r'\{\{\s*"([^"]*)"\s*\|\s*url\s*\}\}',
                    r"\1",
                ),
                Rule(
                    "the page of an author, which has another path here",
                    r"\(/author/",
                    "(/authors/",
                ),
                Rule("the base path: likewise", r"\{\{\s*site\.baseurl\s*\}\}", ""),
                Rule(
                    "a path from the root, written without its slash",
                    r'(\{%\s*image(?:_with_class)?\s+")assets/',
                    r"\1/assets/",
                ),
                Rule(
                    "a template with arguments: a shortcode of the theme",
                    r'\{%\s*include\s+"linked-figure\.html",',
                    "{% linked_figure",
                ),
                Rule(
                    "those arguments, which stand on lines of their own",
                    r'^( +(?:image|url|alt|caption)):\s*(?=")',
                    r"\1=",
                ),
                Rule(
                    "a member of the team by name: the page of an author",
                    r'\{\{\s*"([^"]*)"\s*\|\s*team_link\s*\}\}',
                    r'<a href="/authors/\1/">\1</a>',
                ),
                Rule(
                    "the portrait of a member of the team: there is none in the corpus",
                    r'\{\{\s*"[^"]*"\s*\|\s*team_photo\s*\}\}',
                    "",
                ),
                Rule(
                    "a video of another site in a frame: a link to it",
                    r"""\{\{\s*"([^"]*)"\s*\|\s*embed:\s*(?:"([^"]*)"|'([^']*)')\s*\}\}""",
                    r'<a href="\1">\2\3</a>',
                ),
                Rule(
                    "a comment of Liquid, which no reader sees",
                    r"\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}",
                    "",
                ),
                Rule(
                    "classes for a paragraph or picture, at its end: the theme has none such",
                    r"[ \t]*\{(?:\.[\w-]+[ \t]*)+\}[ \t]*$",
                    "",
                ),
                Rule(
                    "marks around what Liquid must not read: ssg has no Liquid",
                    r"\{%\s*(?:end)?raw\s*%\}",
                    "",
                ),
            ),
        ),
        Blog(
            name="mlaw-sg",
            files=_files_of_mlaw,
            keys={"permalink": "aliases", "description": "standfirst"},
            section_of=lambda place: place.split("/")[1].replace("-", " ").capitalize(),
            rules=(
                Rule(
                    "kramdown's number of a list: Markdown begins at the number that stands there",
                    r"^[ \t]*\{:start=[^}\n]*\}[ \t]*",
                    "",
                ),
                Rule(
                    "kramdown's block of HTML ends with its tag; Markdown's at a blank line",
                    r"^([ \t]*</(?:div|ul|ol|p|table)>)[ \t]*\n(?=[^\s<])",
                    r"\1\n\n",
                ),
                Rule(
                    "kramdown's attribute for a new window: readers open one if they want it",
                    r"\{:target=[^}\n]*\}",
                    "",
                ),
            ),
        ),
        Blog(
            name="digital-canada",
            files=_files_of_canada,
            keys={
                "description": "standfirst",
                "author": "authors",
                "translationKey": "translation_key",
            },
            language_of=lambda place: place.split("/")[1],
            slug_of=_slug_in_canada,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is truly broken, and how it is mended."""

    file: str
    """The file, below content/."""
    line: int
    """The line, once the file is migrated; 0 for the file as a whole."""
    error: str
    """The code of the error that ssg reports there."""
    beside: tuple[str, ...]
    """The files against which it stands; empty when it is wrong by itself."""
    change: tuple[str, str] | None
    """What is wrong in the line and what is right; none when the line goes. For the file as a
    whole: the line that its front matter lacks."""


def faults_of(blog: Blog) -> tuple[Fault, ...]:
    """Return what is truly broken in a blog, as its broken.yaml lists it."""
    path = HERE / blog.name / "broken.yaml"
    groups = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else []
    return tuple(
        Fault(
            file=place.rpartition(":")[0],
            line=int(place.rpartition(":")[2]),
            error=group["error"],
            beside=tuple(group.get("beside", ())),
            change=(change[0], change[1]) if change else None,
        )
        for group in groups
        for place, change in group["places"].items()
    )


def prepare(
    blog: Blog,
    corpus: Path,
    root: Path,
    faults: Sequence[Fault],
    only: Collection[str] | None = None,
) -> None:
    """Make a site of a blog.

    Args:
        blog: how it is laid out.
        corpus: its folder in ../shared/corpora.
        root: the folder of the new site.
        faults: what is mended in it.
        only: the files below content/ to take; all of them when absent.

    """
    notes = shutil.ignore_patterns("broken.yaml", "*.txt")
    shutil.copytree(HERE / blog.name, root, ignore=notes, dirs_exist_ok=True)
    for place, path in blog.files(corpus).items():
        if only is not None and place not in only:
            continue
        target = root / "content" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if place.endswith(".md"):
            text = migrate(blog, place, path.read_text("utf-8"))
            own = [fault for fault in faults if fault.file == place]
            target.write_text(mend(text, own), "utf-8")
        else:
            shutil.copyfile(path, target)


def migrate(blog: Blog, place: str, text: str) -> str:
    """Return the text of an article in our words; one without front matter stays as it is."""
    match = re.match(r"(\s*---[ \t]*\n)(.*?\n)(---[ \t]*\n.*)", text, re.DOTALL)
    if not match:
        return text
    opening, front_matter, body = match.groups()
    entries = re.split(r"^(?=[A-Za-z][\w-]*[ \t]*:)", front_matter, flags=re.MULTILINE)
    for rule in blog.rules:
        body = re.sub(rule.pattern, rule.replacement, body, flags=re.MULTILINE | re.DOTALL)
    body = _fill_in(body, entries)
    return opening + "".join([*_renamed(entries, blog), *_added(entries, blog, place)]) + body


def mend(text: str, faults: Sequence[Fault]) -> str:
    """Return a text with its faults mended."""
    lines = text.split("\n")
    for fault in sorted(faults, key=lambda fault: -fault.line):
        line = lines[fault.line - 1]
        if not fault.line:
            assert fault.change
            lines.insert(1, fault.change[1])
        elif fault.change:
            assert fault.change[0] in line, f"{fault.file}:{fault.line} is not broken like that"
            lines[fault.line - 1] = line.replace(*fault.change)
        else:
            del lines[fault.line - 1]
    return "\n".join(lines)


def _key(entry: str) -> str:
    return entry.partition(":")[0].strip()


def _value(entry: str) -> object:
    value: object = next(iter(yaml.safe_load(entry).values()))
    return value


def _fill_in(body: str, entries: Sequence[str]) -> str:
    """Write out what a text took from its own front matter: ``{{ page.image }}``."""

    def value(match: re.Match[str]) -> str:
        return next(str(_value(entry)) for entry in entries if _key(entry) == match["key"])

    pattern = r"\{\{\s*(?:page\.)?(?P<key>image|excerpt)\s*(?:\|\s*url\s*)?\}\}"
    return re.sub(pattern, value, body)


def _renamed(entries: Sequence[str], blog: Blog) -> Iterator[str]:
    """Yield front matter with its keys renamed, and those of the lead image under it."""
    of_image = [entry for entry in entries if _key(entry) in _IMAGE_KEYS]
    for entry in entries:
        key = _key(entry)
        if key == "title":
            # A title is a text here, and was a piece of HTML there.
            yield unescape(re.sub(r"</?[a-z]+>", "", entry))
        elif key == "image" and of_image and _value(entry):
            yield "image:\n" + indent(entry.replace("image", "src", 1), "  ")
            for other in of_image:
                name = _key(other)
                yield indent(other.replace(name, _IMAGE_KEYS[name], 1), "  ")
        elif key not in _IMAGE_KEYS:
            yield entry.replace(key, blog.keys.get(key, key), 1)


def _added(entries: Sequence[str], blog: Blog, place: str) -> Iterator[str]:
    """Yield keys for what the other generator knew without being told."""
    keys = {blog.keys.get(_key(entry), _key(entry)) for entry in entries}
    name = date_in_name(PurePosixPath(place).stem)[1]
    slug = blog.slug_of(name)
    if slug != slugify(name) and not keys & {"slug", "path"}:
        yield f"slug: {slug}\n"
    language = blog.language_of(place)
    if language:
        yield f"lang: {language}\n"
    section = blog.section_of(place)
    if section:
        yield f"section: {section}\n"
