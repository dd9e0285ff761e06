"""Links within the site lead somewhere, or the editor is told."""

from __future__ import annotations

import pytest

from tests.unit.relate.making import article, links_of

_OTHERS = (
    article("2025-12-21-tariffs", "aliases: [/old/]\n", "## Part one\n")
    + "-- about.md --\n---\ntitle: About\n---\n"
    + "-- about/team.md --\n---\ntitle: Team\n---\n"
    + "-- tags/ukraine.md --\n---\ntitle: Ukraine\n---\n"
    + "-- posts/2025-12-20-bundle/index.md --\n---\ntitle: B\n---\n"
    + "-- posts/2025-12-20-bundle/map.png --\nx\n-- posts/loose.pdf --\nx\n"
    + "-- posts/unused.pdf --\nx\n-- static/logo.svg --\nx\n-- static/a b.txt --\nx\n"
    + article("2025-12-19-draft", "draft: true\n")
)
_KNOWN = ("/", "/archive/", "/feed.xml", "/tags/", "/tags/ukraine/", "/old/")


def _link(target: str) -> tuple[str, str, str]:
    """Return where a link leads, or what is said of it, with the hint."""
    text = article("2025-12-22-talks", "", f"## Said\n\n[words]({target})\n")
    found = links_of(text + _OTHERS, _KNOWN)
    if found.diagnostics:
        (problem,) = found.diagnostics
        return "", problem.message, problem.hint
    ((_, path),) = found.paths.items()
    return path, "", ""


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("2025-12-21-tariffs.md", "/2025/12/tariffs/"),
        ("./2025-12-21-tariffs.md#part-one", "/2025/12/tariffs/#part-one"),
        ("../about.md", "/about/"),
        ("../about/team.md?a=b", "/about/team/?a=b"),
        ("/about.md", "/about/"),
        ("/posts/2025-12-21-tariffs.md", "/2025/12/tariffs/"),
        ("../tags/ukraine.md", "/tags/ukraine/"),
        ("2025-12-20-bundle/index.md", "/2025/12/bundle/"),
        ("2025-12-20-bundle/map.png", "/2025/12/bundle/map.png"),
        ("loose.pdf", "/posts/loose.pdf"),
        ("../static/logo.svg", "/logo.svg"),
        ("/logo.svg", "/logo.svg"),
        ("/a%20b.txt", "/a b.txt"),
        ("/2025/12/tariffs/", "/2025/12/tariffs/"),
        ("/2025/12/tariffs", "/2025/12/tariffs/"),
        ("/2025/12/tariffs/index.html", "/2025/12/tariffs/"),
        ("../tariffs/", "/2025/12/tariffs/"),
        ("/archive/?a=1&section=2", "/archive/?a=1&section=2"),
        ("/feed.xml", "/feed.xml"),
        ("/", "/"),
        ("#said", "/2025/12/talks/#said"),
        ("#top", "/2025/12/talks/#top"),
    ],
)
def test_link_leads_where_it_says(target: str, path: str) -> None:
    assert _link(target) == (path, "", "")


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("2025-12-21-tarifs.md", "leads nowhere", 'did you mean "2025-12-21-tariffs.md"?'),
        ("../abuot.md", "leads nowhere", 'did you mean "../about.md"?'),
        ("/abuot.md", "leads nowhere", 'did you mean "/about.md"?'),
        ("team.md", "leads nowhere", 'did you mean "../about/team.md"?'),
        ("/2025/12/tarifs/", "leads nowhere", 'did you mean "/2025/12/tariffs/"?'),
        ("/nowhere/at/all/", "leads nowhere", "mend it, or take it out"),
        ("../../../../etc/passwd", "leads nowhere", "mend it, or take it out"),
        ("2025-12-19-draft.md", "is not published", "publish it, or take the link out"),
        ("#sad", "names no heading of /2025/12/talks/", 'did you mean "#said"?'),
        (
            "2025-12-21-tariffs.md#two",
            "names no heading of /2025/12/tariffs/",
            "give a heading there {#two}",
        ),
    ],
)
def test_link_that_leads_nowhere_is_told(target: str, message: str, hint: str) -> None:
    assert _link(target) == ("", f'"{target}" {message}', hint)


def test_link_without_a_target_is_told() -> None:
    assert _link("")[1] == "a link without a target"


def test_files_are_published_when_they_are_linked_or_beside_a_piece_or_static() -> None:
    text = article("2025-12-22-talks", "", "[a](loose.pdf)\n")
    assert set(links_of(text + _OTHERS, _KNOWN).assets) == {
        *("/logo.svg", "/a b.txt", "/2025/12/bundle/map.png", "/posts/loose.pdf")
    }


def test_files_beside_a_draft_are_not_published() -> None:
    text = "-- posts/2025-12-20-b/index.md --\n---\ntitle: B\ndraft: true\n---\n"
    assert not links_of(text + "-- posts/2025-12-20-b/secret.pdf --\nx\n").assets


def test_every_broken_link_is_told_where_it_stands() -> None:
    text = article("2025-12-22-talks", "standfirst: '[a](a1.md)'\n", "[b](b1.md)\n\n[c](c1.md)\n")
    found = links_of(text).diagnostics
    assert [one.location and one.location.line for one in found] == [5, 7, 3]
