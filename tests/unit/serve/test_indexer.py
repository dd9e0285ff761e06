"""The search index of the development server."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread

from ssg.serve.indexer import Indexer
from ssg.serve.session import Session
from tests.conftest import MakeSite
from tests.support.sites import NOW

_ARTICLE = "content/posts/2025-12-22-talks.md"


def test_files_are_whole_while_a_new_index_takes_their_place(make_site: MakeSite) -> None:
    site = make_site()
    site.write({_ARTICLE: "---\ntitle: Talks\n---\nWords of round 0\n"})
    options = replace(site.options, live=True, search=True)
    session = Session(site.root, options, lambda: NOW)
    session.refresh()
    made = Event()
    indexer = Indexer(session, site.root / ".ssg" / "serve", made.set)
    indexer.later.start()
    indexer.later.want()
    ended = Event()
    failures: list[BaseException] = []
    read: list[bytes | None] = [indexer.file("pagefind-entry.json")]

    def reader() -> None:
        try:
            while not ended.is_set():
                read.append(indexer.file("pagefind-entry.json"))
        except OSError as failure:
            failures.append(failure)

    asking = Thread(target=reader)
    asking.start()
    for number in range(3):
        made.clear()
        site.edit(_ARTICLE, f"round {number}", f"round {number + 1}")
        assert session.refresh([(site.root / _ARTICLE).resolve()]) == "reload"
        indexer.later.want()
        indexer.later.hurry()
        assert made.wait(20)
    ended.set()
    asking.join()
    indexer.stop()
    assert not failures
    assert None not in read
    assert len(set(read)) == 4
    assert len(list((site.root / ".ssg" / "serve").iterdir())) == 1


def test_site_without_search_has_no_files(make_site: MakeSite) -> None:
    site = make_site()
    site.write({"site.yaml": "title: Test\nurl: https://example.org/\nsearch: {enabled: false}\n"})
    session = Session(site.root, replace(site.options, live=True), lambda: NOW)
    session.refresh()
    indexer = Indexer(session, site.root / ".ssg" / "serve", lambda: None)
    indexer.later.start()
    indexer.later.want()
    assert indexer.file("pagefind-entry.json") is None
    indexer.stop()
