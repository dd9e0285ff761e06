"""What browsers keep of a site for reading without a connection."""

from __future__ import annotations

import json
from hashlib import blake2b
from urllib.parse import urlsplit

from ssg.errors import Location, error
from ssg.render.context import RenderContext
from ssg.render.paths import OFFLINE, OFFLINE_LIST
from ssg.templating.filters import asset_link

_SCRIPT = "offline-worker.js"
_KEPT = (".css", ".js", ".svg", ".woff2")
_AWAY = """\
// Takes away what browsers kept of this site, and itself: nothing is kept any longer.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(%s));
    await Promise.all(own.map((name) => caches.delete(name)));
    await self.registration.unregister();
  })());
});
"""


def render_offline_list(context: RenderContext) -> bytes:
    """Return the list of what browsers keep: pages, each with what tells its states apart, and
    files of the theme, whose addresses change with them.
    """
    link, theme = context.base.link, context.templates.theme
    articles = context.ask.offline(str(context.config.offline.articles))
    looks = _digest(
        sorted((name, one.text) for name, one in theme.templates.items()),
        sorted(theme.translations.items()),
        repr(context.config),
    )
    latest = _digest(looks, articles)
    pages = {
        link("/"): latest,
        link(OFFLINE): latest,
        **{link(path): _digest(looks, digest) for path, digest in articles},
    }
    files = [
        asset_link(theme, path, context.base) for path in sorted(theme.static) if _is_kept(path)
    ]
    said = {"pages": pages, "files": files}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def render_worker(context: RenderContext) -> bytes:
    """Return the script with which browsers keep what is on the list.

    Where nothing is to be kept, and in the development server, it is one that takes away what was
    kept before, and itself.

    Raises:
        SsgError: the theme has no such script.

    """
    home = context.base.link("/")
    name = json.dumps(f"offline:{home}:")
    if context.preview or not context.config.offline.articles:
        return (_AWAY % name).encode()
    theme = context.templates.theme
    if _SCRIPT not in theme.static:
        message = f'the theme "{theme.name}" has no static/{_SCRIPT}'
        where = Location(f"themes/{theme.name}/static")
        hint = "copy it from themes/default, or set offline.articles to 0"
        raise error("theme/no-worker", message, where, hint)
    version = _digest(render_offline_list(context).decode())
    said = {
        "name": f"offline:{home}:",
        "version": version,
        "list": f"{context.base.link(OFFLINE_LIST)}?v={version}",
        "page": context.base.link(OFFLINE),
        "theme": urlsplit(context.base.link("/theme/")).path,
    }
    script = json.dumps(asset_link(theme, _SCRIPT, context.base))
    return f"self.OFFLINE = {json.dumps(said)};\nimportScripts({script});\n".encode()


def _is_kept(path: str) -> bool:
    return path.endswith(_KEPT) and path != _SCRIPT


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
