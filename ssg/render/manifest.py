"""The web app manifest: what the site is when it is put on a home screen."""

from __future__ import annotations

import json

from ssg.render.app_plan import MASKABLE
from ssg.render.context import RenderContext
from ssg.render.paths import VECTOR_ICON, icon_path
from ssg.text.locales import direction_of


def render_manifest(context: RenderContext) -> bytes:
    """Return the manifest, with every address below the path at which the site is published."""
    config, link = context.config, context.base.link
    home, design = link("/"), context.templates.theme.design
    icons = [
        {"src": link(icon_path(size)), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    maskable = {
        "src": link(icon_path(MASKABLE, True)),
        "sizes": f"{MASKABLE}x{MASKABLE}",
        "type": "image/png",
        "purpose": "maskable",
    }
    vector = {"src": link(VECTOR_ICON), "sizes": "any", "type": "image/svg+xml"}
    said = {
        "id": home,
        "name": config.title,
        "short_name": config.short_name,
        **({"description": config.description} if config.description else {}),
        "lang": config.language,
        "dir": direction_of(config.language),
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "theme_color": design.paper,
        "background_color": design.paper,
        "icons": [*([vector] if config.icon.casefold().endswith(".svg") else []), *icons, maskable],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
