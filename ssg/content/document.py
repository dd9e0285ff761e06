"""One source file understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from ssg.content.attribution import attribution_problems
from ssg.content.front_matter import decode_front_matter, front_matter_decoder, term_decoder
from ssg.content.markdown import Markdown
from ssg.content.raw_html import plain_text
from ssg.content.reading import no_alt
from ssg.content.settings import ParseSettings
from ssg.content.source import split_source
from ssg.errors import Diagnostic, Location, Severity, SsgError
from ssg.model.body import Body, Content, Link
from ssg.model.document import Brief, Details, Document, ImageContent, SourceFile, TermDocument
from ssg.model.front_matter import FrontMatter, Image
from ssg.text.outbound import link_url
from ssg.text.summary import summarise
from ssg.text.term_counts import count_terms
from ssg.text.urls import is_external


class DocumentReader:
    """Reads source files by the rules of a site."""

    def __init__(self, settings: ParseSettings) -> None:
        """Set up a reader."""
        self._settings = settings
        self._markdown = lru_cache(lambda language: Markdown(settings, language))
        self._decode = front_matter_decoder(settings)

    def document(self, source: SourceFile) -> Document:
        """Return an article or page, understood.

        Raises:
            SsgError: with everything that is wrong in the file.

        """
        parts = split_source(source)
        try:
            front_matter, positions, warnings = decode_front_matter(
                source.path, parts, self._decode, self._settings.unknown_keys
            )
        except SsgError as failure:
            texts = _Texts(
                self._markdown(self._settings.language),
                source.path,
                self._settings.missing_alt,
            )
            texts.content(parts.body, parts.body_line)
            raise SsgError([*failure.diagnostics, *texts.problems]) from None
        language = front_matter.lang or self._settings.language
        markdown = self._markdown(language)
        texts = _Texts(markdown, source.path, self._settings.missing_alt, positions)
        content = texts.content(parts.body, parts.body_line)
        standfirst = texts.inline("standfirst", front_matter.standfirst)
        standfirst_text = plain_text(standfirst.markup())
        terms, spellings, nameable = count_terms(front_matter.title, content.text, language)
        brief = Brief(
            summary=standfirst_text or summarise(content.lead),
            word_count=content.word_count,
            standfirst=standfirst,
            source_note=texts.inline(
                "source.note", front_matter.source.note if front_matter.source else ""
            ),
            image=texts.image(front_matter.image),
        )
        details = Details(
            content=content,
            standfirst_text=standfirst_text,
            corrections=tuple(
                texts.inline(f"corrections.{number}.text", correction.text)
                for number, correction in enumerate(front_matter.corrections)
            ),
        )
        links = (*details.links(), *brief.links())
        shown = (*brief.pictures(), *details.pictures())
        texts_link_to = (*brief.outbound(), *details.outbound())
        about_source = tuple(
            attribution_problems(
                f"content/{source.path}",
                front_matter,
                positions,
                (standfirst, content.body),
                self._settings.quoted_words,
            )
        )
        texts.problems.extend(about_source)
        document = Document(
            path=source.path,
            key=source.key,
            front_matter=front_matter,
            language=language,
            title=markdown.title(front_matter.title),
            ids=content.ids,
            targets=tuple(dict.fromkeys(link.target for link in links)),
            outbound=tuple(dict.fromkeys((*_named(front_matter), *texts_link_to))),
            pictures=tuple(dict.fromkeys(link.target for link in shown)),
            face=blake2b(repr((front_matter, brief)).encode(), digest_size=12).digest(),
            nameable=nameable,
            warnings=(*warnings, *texts.warnings()),
            fetch_brief=lambda: brief,
            fetch_details=lambda: details,
            fetch_terms=lambda: terms,
            fetch_spellings=lambda: spellings,
            fetch_positions=lambda: positions,
        )
        texts.raise_errors()
        return document

    def term(self, source: SourceFile) -> TermDocument:
        """Return the page of a term, understood.

        Raises:
            SsgError: with everything that is wrong in the file.

        """
        parts = split_source(source)
        front_matter, positions, warnings = decode_front_matter(
            source.path, parts, term_decoder, self._settings.unknown_keys
        )
        texts = _Texts(
            self._markdown(self._settings.language),
            source.path,
            self._settings.missing_alt,
            positions,
        )
        content = texts.content(parts.body, parts.body_line)
        standfirst = texts.inline("standfirst", front_matter.standfirst)
        image = texts.image(front_matter.image)
        document = TermDocument(
            path=source.path,
            key=source.key,
            taxonomy=source.path.split("/")[0],
            front_matter=front_matter,
            positions=positions,
            content=content,
            standfirst=standfirst,
            image=image,
            warnings=(*warnings, *texts.warnings()),
        )
        texts.raise_errors()
        return document


def _named(front_matter: FrontMatter) -> Iterator[str]:
    """Yield the addresses elsewhere that front matter names."""
    source = front_matter.source.url if front_matter.source else ""
    yield from filter(None, map(link_url, (source, front_matter.canonical)))


class _Texts:
    """The texts of one file, and what is wrong in them."""

    def __init__(
        self,
        markdown: Markdown,
        path: str,
        missing_alt: Severity,
        positions: Mapping[str, Location] | None = None,
    ) -> None:
        self._missing_alt = missing_alt
        self.problems: list[Diagnostic] = []
        self.positions = positions or {}
        self._markdown = markdown
        self._path = f"content/{path}"

    def content(self, text: str, line: int) -> Content:
        content, problems = self._markdown.content(text, self._path, line)
        self.problems.extend(problems)
        return content

    def inline(self, key: str, text: str) -> Body:
        where = self.positions.get(key) or Location(self._path)
        body, problems = self._markdown.inline(text, self._path, where)
        self.problems.extend(problems)
        return body

    def image(self, image: Image | None) -> ImageContent | None:
        if image is None:
            return None
        where = self.positions.get("image.src") or Location(self._path)
        if image.alt is None:
            self.problems.append(no_alt(image.src, where, self._missing_alt, 'alt: ""'))
        narrow = self.positions.get("image.narrow") or where
        return ImageContent(
            src=image.src if is_external(image.src) else Link(image.src, where),
            alt=image.alt or "",
            caption=self.inline("image.caption", image.caption),
            credit=self._markdown.title(image.credit),
            focus=image.focus,
            narrow=image.narrow
            if not image.narrow or is_external(image.narrow)
            else Link(image.narrow, narrow),
        )

    def raise_errors(self) -> None:
        errors = [one for one in self.problems if one.severity == "error"]
        if errors:
            raise SsgError(errors)

    def warnings(self) -> Iterator[Diagnostic]:
        return (one for one in self.problems if one.severity == "warning")
