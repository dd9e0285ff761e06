"""A site made of a string of files, without a disk."""

from __future__ import annotations

from datetime import datetime

from ssg.config.site import SiteConfig, decode_site
from ssg.content.document import DocumentReader
from ssg.content.settings import parse_settings
from ssg.content.source import decode_source
from ssg.errors import SsgError
from ssg.model.files import FileRef
from ssg.model.links import ResolvedLinks
from ssg.model.site import NO_PREVIEW, Contents, Preview, Site
from ssg.relate.links import resolve_links
from ssg.relate.site import relate
from tests.support.sites import DEFAULT_CONFIG, NOW, files_in
from tests.unit.content.settings import SETTINGS


def config_of(config: str = "") -> SiteConfig:
    """Return the configuration of a test, with these lines besides what is needed."""
    return decode_site(DEFAULT_CONFIG + config, "site.yaml")


def site_of(
    text: str, config: str = "", now: datetime = NOW, preview: Preview = NO_PREVIEW
) -> Site:
    """Return the site that files below content/ make, each begun by a line ``-- path --``."""
    rules = config_of(config)
    reader = DocumentReader(parse_settings(rules, SETTINGS.shortcodes))
    files = files_in(text)
    sources = [
        decode_source(path, body.encode()) for path, body in files.items() if path.endswith(".md")
    ]
    terms = [one for one in sources if one.path.split("/")[0] in rules.taxonomy_names]
    contents = Contents(
        documents=tuple(reader.document(one) for one in sources if one not in terms),
        terms=tuple(reader.term(one) for one in terms),
        assets={
            path: FileRef(path, f"content/{path}", "0" * 32)
            for path in files
            if not path.endswith(".md")
        },
        data={},
    )
    return relate(contents, rules, now, preview)


def complaints_of(text: str, config: str = "") -> list[str]:
    """Return the messages of what is wrong with a site."""
    try:
        site_of(text, config)
    except SsgError as failure:
        return [one.message for one in failure.diagnostics]
    return []


def links_of(text: str, known: tuple[str, ...] = ()) -> ResolvedLinks:
    """Return the links of a site; ``known`` are paths besides those of its pieces."""
    site = site_of(text)
    return resolve_links(site, {*known, *site.by_path, *site.page_by_path}, "error")


def untitled(name: str, front_matter: str = "", body: str = "") -> str:
    """Return an article whose title has no words, so that its body alone decides."""
    return article(name, front_matter, body).replace(f"title: {name}\n", "title: …\n", 1)


def article(name: str, front_matter: str = "", body: str = "") -> str:
    """Return an article as one of a string of files."""
    return f"-- posts/{name}.md --\n---\ntitle: {name}\n{front_matter}---\n{body}\n"
