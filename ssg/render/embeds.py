"""How what lies elsewhere is shown."""

from __future__ import annotations

from ssg.render.views.embed import EmbedView
from ssg.text.embeds import embed_of
from ssg.text.urls import host_of

# Their own origin is not that of the page: the frame gets its own scripts and storage to run, and
# may open what its links lead to. It can neither send the page elsewhere nor ask for anything.
_SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
_ALLOW = {"video": "fullscreen; picture-in-picture; encrypted-media"}


def embed_view(url: str) -> EmbedView:
    """Return how an address elsewhere is shown, which is known to be one that can be."""
    embed = embed_of(url)
    return EmbedView(
        url=url,
        host=host_of(url),
        kind=embed.kind,
        frame=embed.frame,
        frame_host=host_of(embed.frame),
        referrer=embed.referrer,
        sandbox=_SANDBOX,
        allow=_ALLOW.get(embed.kind, ""),
    )
