"""The judged collections: related articles are as good as is promised, and none is a hub."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ssg.cli import cli
from tests.bench.judged import COLLECTIONS, articles_of, write_site

FLOORS = {"rel-18f-links": 0.46, "rel-mlaw-links": 0.62, "rel-basil": 0.99}
"""The nDCG@6 below which the engine has become worse."""


@pytest.fixture(scope="module", params=COLLECTIONS)
def collection(request: pytest.FixtureRequest, shared_root: Path) -> Path:
    """Return the folder of a collection."""
    folder: Path = shared_root / "corpora" / request.param
    if not folder.is_dir():
        pytest.skip(f"{request.param} is absent")
    return folder


@pytest.fixture(scope="module")
def root(collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a collection as a site; return its folder."""
    root = tmp_path_factory.mktemp("judged") / "site"
    write_site(collection, root)
    return root


@cache
def _answer(root: Path, *arguments: str) -> Any:
    done = CliRunner().invoke(
        cli,
        ["related", "--site", str(root), "--no-search", "--format", "json", *arguments],
        catch_exceptions=False,
    )
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_every_article_is_there_and_says_what_it_said(collection: Path, root: Path) -> None:
    listed = {one["source"] for one in _answer(root, "--all")}
    assert listed == {f"posts/{one.id}.md" for one in articles_of(collection)}


def test_cards_agree_with_the_judgements(collection: Path, root: Path) -> None:
    scores = _answer(root, "--judge", str(collection / "qrels.tsv"))

    assert scores["queries"] > 100
    assert scores["ndcg@6"] >= FLOORS[collection.name], scores


def test_no_article_is_everywhere_and_hardly_one_nowhere(root: Path) -> None:
    cards = _answer(root, "--all")

    shown = Counter(card["source"] for one in cards for card in one["related"])

    # Of few articles a small part is fewer than one article's own cards.
    most = max(0.02 * len(cards), 20)
    assert max(shown.values()) <= most, shown.most_common(5)
    assert len(shown) >= 0.9 * len(cards)


def test_report_counts_what_all_shows(root: Path) -> None:
    cards, report = _answer(root, "--all"), _answer(root, "--report")
    shown = Counter(card["source"] for one in cards for card in one["related"])

    assert report["articles"] == len(cards)
    # It counts what stands apart as well, as what happened next.
    assert not shown.keys() & set(report["never_recommended"])
    assert len(report["never_recommended"]) <= 0.1 * len(cards)
    assert report["most_recommended"][0]["by"] >= max(shown.values())
    lacking = {one["source"] for one in cards if len(one["related"]) < 3}
    assert set(report["fewer_than_three"]) == lacking
