"""What lies elsewhere and is shown in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmbedView:
    """A video, post or map elsewhere: an argument of the type `embed`."""

    url: str
    """Its address."""
    host: str
    """The host of that, as people say it."""
    kind: str
    """`video`, `post` or `map`; `link` for what is only linked to."""
    frame: str
    """The address of the frame that shows it; empty for a `link`."""
    frame_host: str
    """The host that a reader who loads the frame asks; empty for a `link`."""
    referrer: str
    """The `referrerpolicy` of the frame."""
    sandbox: str
    """The `sandbox` of the frame: what it may do."""
    allow: str
    """The `allow` of the frame; may be empty."""
