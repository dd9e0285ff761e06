"""Reading a source file for a test."""

from __future__ import annotations

from dataclasses import replace

from ssg.content.document import DocumentReader
from ssg.content.source import decode_source
from ssg.errors import SsgError, format_diagnostic
from ssg.model.body import Content
from ssg.model.document import Document, SourceFile
from tests.unit.content.settings import SETTINGS

PATH = "posts/2025-12-22-talks.md"


def read(text: str, path: str = PATH, unknown: str = "near") -> Document:
    """Return a source file understood."""
    reader = DocumentReader(replace(SETTINGS, unknown_keys=unknown))
    return reader.document(SourceFile(path, text))


def read_bytes(data: bytes) -> Document:
    """Return a source file understood, from its bytes."""
    return DocumentReader(SETTINGS).document(decode_source(PATH, data))


def body(text: str) -> Content:
    """Return the text of an article understood."""
    return read(f"---\ntitle: T\n---\n{text}").content


def complaints(text: str) -> str:
    """Return what is wrong with a source file as the terminal shows it, without hints."""
    try:
        read(text)
    except SsgError as failure:
        shown = (format_diagnostic(replace(one, hint="")) for one in failure.diagnostics)
        return "\n".join(shown)
    return ""
