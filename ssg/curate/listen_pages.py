"""The few pages that a browser sees of ``ssg clip --listen``; none of them runs a script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from ssg.errors import Diagnostic, format_diagnostic

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
:root { color-scheme: light dark; }
th { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0; }
td { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
button, .bookmarklet { font: inherit; padding: .5rem 1rem; }
.bookmarklet { border: 1px solid; border-radius: .25rem; display: inline-block; }
"""
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    # Another would take the origin away from the answer of the editor.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What browsers are told of every page: nothing is loaded, run, framed or kept."""

# A page may have put elements of its own in the place of what a form can do.
_BOOKMARKLET = (
    "javascript:(()=>{const d=document,f=d.createElement('form');"
    "f.method='post';f.action='ORIGIN/clip';f.target='_blank';f.acceptCharset='utf-8';"
    "for(const[n,v]of[['token','TOKEN'],['url',location.href],"
    "['html',d.documentElement.outerHTML]]){const i=d.createElement('textarea');"
    "i.name=n;i.value=v;f.append(i)}f.hidden=true;d.body.append(f);HTMLFormElement.prototype.submit.call(f);f.remove()})()"
)


def bookmarklet(origin: str, token: str) -> str:
    """Return the address of a bookmark that hands the page it is clicked on to ``ssg``."""
    return _BOOKMARKLET.replace("ORIGIN", origin).replace("TOKEN", token)


def start_page(link: str) -> str:
    """Return the page from which the bookmarklet is dragged into the browser."""
    return _page(
        "Clip a page",
        "<p>Drag this into the bar of bookmarks, then click it there on any page:</p>"
        f'<p><a class="bookmarklet" href="{escape(link)}">Clip</a></p>'
        "<p>It works until <code>ssg clip --listen</code> is ended; drag it anew after that.</p>",
    )


def offer_page(facts: Iterable[tuple[str, str]], offer: str) -> str:
    """Return the page that shows what was found and asks whether to write it."""
    rows = "".join(
        f"<tr><th scope=row>{escape(name)}<td dir=auto>{escape(value) or '<em>not found</em>'}"
        for name, value in facts
    )
    return _page(
        "Write this draft?",
        f'<table>{rows}</table><form method=post action="/write">'
        f'<input type=hidden name=offer value="{escape(offer)}">'
        "<button>Write the draft</button></form>"
        "<p>Close this page to leave it.</p>",
    )


def written_page(file: str) -> str:
    """Return the page that names the file."""
    return _page(
        "Written", f"<p>{escape(file)} is a draft: set <code>draft</code> to false to publish it."
    )


def refusal_page(message: str) -> str:
    """Return the page that says why something was not done."""
    return _page("Not done", f"<p>{escape(message)}</p>")


def complaint_page(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the page that shows complaints as the terminal would."""
    shown = "".join(f"<pre>{escape(format_diagnostic(one))}</pre>" for one in diagnostics)
    return _page("Not clipped", shown)


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title} – ssg clip</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )
