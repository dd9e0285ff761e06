"""Projects compared: all that one says and shows."""

from __future__ import annotations

from ssg.build.produce import produce
from ssg.build.project import Project
from ssg.errors import SsgError
from ssg.model.output import CopySubject, ImageSubject, Rendered, RenderJob
from ssg.model.site import Article, Page


def assert_same_project(found: Project, expected: Project) -> None:
    """Assert that two projects are the same site, and make the same files of it."""
    assert found.site == expected.site
    for name, terms in expected.site.taxonomies.items():
        assert list(found.site.taxonomies[name]) == list(terms)
    assert found.context.bodies.links == expected.context.bodies.links
    assert found.jobs == expected.jobs
    assert [job.asked_at for job in found.jobs] == [job.asked_at for job in expected.jobs]
    assert found.warnings == expected.warnings
    assert found.settings == expected.settings
    assert found.finder.index.keys == expected.finder.index.keys
    for one, other in zip(found.jobs, expected.jobs, strict=True):
        if isinstance(other.subject, (CopySubject, ImageSubject)):
            continue
        made = _made(other, expected)
        assert _made(one, found) == made
        assert found.tasks.digest(one) == expected.tasks.digest(other)
        for read in made.reads if isinstance(made, Rendered) else ():
            assert found.answers.digest(read) == expected.answers.digest(read)
    assert _search_key(found) == _search_key(expected)


def _search_key(project: Project) -> str:
    pieces: list[Article | Page] = [*project.site.articles, *project.site.pages]
    return project.search_key(pieces)


def _made(job: RenderJob, project: Project) -> Rendered | str:
    try:
        return produce(job, project.context)
    except SsgError as failure:
        return str(failure)
