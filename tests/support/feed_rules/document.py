"""Rules for XML documents of any kind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse

from tests.support.feed_rules.rules import NAMESPACES

_DECLARATION = re.compile(rb'<\?xml version="1\.0" encoding="(utf-8|UTF-8)"( [^>]*)?\?>')


def parse(data: bytes) -> Element | str:
    """Return the root element, or what keeps the document from being read."""
    events = iterparse(io.BytesIO(data))
    try:
        for _ in events:
            pass
    except ParseError as error:
        # Includes entities that XML doesn't define, such as `&nbsp;`.
        return f"is not well-formed: {error}"
    root = events.root  # type: ignore[attr-defined] # set when the document has ended
    return root if isinstance(root, Element) else "has no root element"


def check_document(data: bytes) -> Iterator[str]:
    """Complain of what hinders readers before they come to the content."""
    if not _DECLARATION.match(data):
        yield 'does not begin with <?xml version="1.0" encoding="utf-8"?>'
    if b"<!DOCTYPE" in data[:1000]:
        yield "has a document type, which readers refuse"
    for _, (prefix, namespace) in iterparse(io.BytesIO(data), events=["start-ns"]):
        if namespace not in NAMESPACES:
            yield f'warning: declares an unknown namespace, "{namespace}"'
        elif prefix not in {"", NAMESPACES[namespace]}:
            yield f'warning: calls {namespace} "{prefix}", usually "{NAMESPACES[namespace]}"'
