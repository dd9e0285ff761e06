"""The files that make of a site an application: its manifest, its icons, what is kept offline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ssg.config.site import SiteConfig
from ssg.model.output import (
    CopySubject,
    IconSubject,
    ManifestSubject,
    OfflineListSubject,
    OfflineSubject,
    RenderJob,
    WorkerSubject,
)
from ssg.model.site import Site
from ssg.render.paths import MANIFEST, OFFLINE, OFFLINE_LIST, VECTOR_ICON, WORKER, icon_path

SIZES = (32, 180, 192, 512)
"""Pixels of a side of the icons: for tabs, for the home screens of Apple, for the manifest."""
MASKABLE = 512
"""Pixels of a side of the icon that systems may cut."""


def app_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    """Yield the jobs of the files that make of a site an application.

    Whoever writes one of them by hand, in content/static/, has the last word.
    """
    for job in _all_jobs(site, config):
        if f"static{job.path}" not in site.contents.assets:
            yield job


def _all_jobs(site: Site, config: SiteConfig) -> Iterator[RenderJob]:
    yield RenderJob(MANIFEST, ManifestSubject(), "the manifest of the site")
    icon, owner = site.contents.icon, "the icons of the site"
    find = partial(config.place, "icon")
    if icon.vector:
        yield RenderJob(VECTOR_ICON, CopySubject(icon.vector), owner, find)
    for size in SIZES:
        yield RenderJob(icon_path(size), IconSubject(icon, size, False), owner, find)
    yield RenderJob(icon_path(MASKABLE, True), IconSubject(icon, MASKABLE, True), owner, find)
    yield RenderJob(WORKER, WorkerSubject(), "the worker of the site")
    if config.offline.articles:
        yield RenderJob(OFFLINE_LIST, OfflineListSubject(), "the list of what is kept offline")
        yield RenderJob(OFFLINE, OfflineSubject(), "the page for readers without a connection")
