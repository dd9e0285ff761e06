"""What counts as a file of the site."""

from __future__ import annotations

import pytest

from ssg.build.digests import Digests
from ssg.build.load import Sources, load_sources
from ssg.config.site import BUILT_IN_TAXONOMIES
from tests.conftest import MakeSite


def _sources(make_site: MakeSite, text: str) -> Sources:
    return load_sources(make_site(text).root, BUILT_IN_TAXONOMIES, Digests())


def test_files_are_told_apart_by_where_they_lie(make_site: MakeSite) -> None:
    found = _sources(
        make_site,
        "".join(
            f"-- content/{path} --\na: 1\n"
            for path in (
                *("posts/a.md", "posts/a.png", "about.md", "tags.md", "tags/ukraine.md"),
                *(
                    "static/readme.md",
                    "static/a.css",
                    "_data/a.yaml",
                    "_drafts/b.md",
                    "about/c.txt",
                ),
            )
        ),
    )
    assert [(one.path, one.is_term) for one in found.documents] == [
        ("about.md", False),
        ("tags.md", False),
        ("posts/a.md", False),
        ("tags/ukraine.md", True),
    ]
    assert sorted(found.assets) == [
        "about/c.txt",
        "posts/a.png",
        "static/a.css",
        "static/readme.md",
    ]
    assert found.data == {"a": {"a": 1}}
    assert not found.diagnostics


@pytest.mark.parametrize("name", [".a.md", "a.md~", "#a.md#", ".a.md.swp", "a.tmp", ".DS_Store"])
def test_what_editors_and_systems_leave_behind_is_passed_over(
    make_site: MakeSite, name: str
) -> None:
    found = _sources(make_site, f"-- content/posts/{name} --\nx\n-- content/.git/a.md --\nx\n")
    assert not found.documents
    assert not found.assets


def test_data_is_read_from_yaml_and_json(make_site: MakeSite) -> None:
    found = _sources(
        make_site,
        "-- content/_data/a.yaml --\n- {n: No, i: 7, t: true}\n"
        '-- content/_data/deep/b.json --\n{"k": [1, "é", null]}\n-- content/_data/c.yml --\n',
    )
    assert found.data == {
        "a": ({"n": "No", "i": 7, "t": True},),
        "deep/b": {"k": (1, "é", None)},
        "c": None,
    }


def test_every_file_that_cannot_be_read_is_told(make_site: MakeSite) -> None:
    site = make_site("-- content/_data/a.yaml --\na: [\n-- content/_data/b.toml --\nx\n")
    site.write({"content/_data/d.yaml": b"\xff"})
    found = load_sources(site.root, BUILT_IN_TAXONOMIES, Digests()).diagnostics
    assert [(one.code, str(one.location)) for one in found] == [
        ("data/invalid-yaml", "content/_data/a.yaml:1:4"),
        ("data/unknown-format", "content/_data/b.toml"),
        ("files/not-utf8", "content/_data/d.yaml"),
    ]


def test_templates_see_data(make_site: MakeSite) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\ntheme: own\n"
        "-- themes/own/theme.yaml --\nname: own\nextends: default\n"
        "-- themes/own/templates/404.html --\n"
        "{{ site.data('outlets').first.name }} {{ site.data('none') }}\n"
        "-- content/_data/outlets.yaml --\nfirst: {name: Slate}\n"
    )
    site.build()
    assert site.rendered("/404.html") == "Slate None\n"
