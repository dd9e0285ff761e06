"""Generators are found, called and made to forget."""

from __future__ import annotations

from pathlib import Path

from tests.bench.peers import find_peer, ssg
from tests.bench.sites import write_sites


def test_a_peer_is_found_by_its_command_and_asked_its_version(tmp_path: Path) -> None:
    command = tmp_path / "a-hugo"
    command.write_text('#!/bin/sh\n[ "$1" = version ] && echo "hugo v0.168.0-e27+extended"\n')
    command.chmod(0o755)
    found = find_peer("hugo", str(command))
    assert found
    assert (found.name, found.version) == ("Hugo", "0.168.0")
    assert found.command(Path("x"))[0] == str(command)


def test_a_peer_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert find_peer("pelican", str(tmp_path / "pelican")) is None


def test_ssg_builds_and_forgets(tmp_path: Path) -> None:
    generator = ssg(search=False)
    write_sites(3, {tmp_path: generator.layout})
    cost = generator.build(tmp_path)
    assert cost.cpu > 0
    assert cost.memory > 20
    assert (tmp_path / "public" / "index.html").is_file()
    generator.forget(tmp_path)
    assert not (tmp_path / "public").exists()
    assert not (tmp_path / ".ssg").exists()
