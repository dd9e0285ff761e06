"""The site that an editor sees, from one save to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ssg.model.site import Preview
from ssg.render.render import render
from ssg.serve.session import Session
from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest

_WORDS = {
    "peace": "Envoys met in Florida over a plan for peace in Ukraine, and called it productive. ",
    "flood": "The flood reached the old town at night; the dam had been warned of in reports. ",
    "sky": "Astronomers saw a comet with two tails over Chile, a first in forty years. ",
}
_ARTICLES = {"talks": "peace", "more": "peace", "dam": "flood", "river": "flood", "comet": "sky"}
_TALKS = "content/posts/2025-12-22-talks.md"


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    """Make a site in which the words tell what belongs together."""
    site = make_site()
    for name, words in _ARTICLES.items():
        # Of one text published twice only one would be shown.
        own = " ".join(f"{name}{letter}" for letter in "abcdefghijklmnop")
        text = f"---\ntitle: Of {name}\n---\n{_WORDS[words]}\n\n{own}\n"
        site.write({f"content/posts/2025-12-22-{name}.md": text})
    return site


class _Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class _Served:
    """A session, with the moment that it is told."""

    def __init__(self, site: SiteUnderTest) -> None:
        self.site = site
        self.clock = _Clock()
        preview = Preview(drafts=True, future=True)
        options = replace(site.options, preview=preview, live=True, search=False)
        self.session = Session(site.root, options, self.clock)

    def edit(self, name: str, old: str, new: str) -> str:
        self.site.edit(name, old, new)
        return self.save(name)

    def save(self, *names: str) -> str:
        return self.session.refresh([(self.site.root / name).resolve() for name in names])

    def page(self, path: str) -> str:
        state = self.session.state
        assert state.project
        return render(state.jobs[path], state.project.context).data.decode()

    def related(self, path: str) -> list[str]:
        project = self.session.state.project
        assert project
        return [one.article.path for one in project.context.ask.related(path)]

    def afresh(self, path: str) -> str:
        other = _Served(self.site)
        other.clock.now = self.clock.now
        assert other.session.refresh() == "reload"
        return other.page(path)


@pytest.fixture
def served(site: SiteUnderTest) -> _Served:
    """Open the site, as the server does before it is asked for anything."""
    served = _Served(site)
    assert served.session.refresh() == "reload"
    assert not served.session.settle()
    return served


_PATH = "/2025/12/talks/"


def test_edit_shows_and_keeps_the_moment(served: _Served) -> None:
    served.clock.now += timedelta(minutes=5)
    assert served.edit(_TALKS, "Envoys", "Ministers") == "reload"
    assert "Ministers met" in served.page(_PATH)
    project = served.session.state.project
    # It was not opened anew.
    assert project
    assert project.site.now == NOW


def test_comments_that_are_kept_show_as_they_are_edited(served: _Served) -> None:
    comments = "content/_data/comments/2025-12-22-talks.yaml"
    served.site.write({comments: "- {id: a, date: 2025-12-23, text: One said.}\n"})
    assert served.save(comments) == "reload"
    assert "One said." in served.page(_PATH)
    assert served.edit(comments, "One", "Another") == "reload"
    assert "Another said." in served.page(_PATH)
    assert served.page(_PATH) == served.afresh(_PATH)


def test_time_that_publishes_an_article_opens_the_site_anew(served: _Served) -> None:
    served.site.write({"content/posts/2026-01-16-next.md": "---\ntitle: Next\n---\n"})
    assert served.save("content/posts/2026-01-16-next.md") == "reload"
    served.clock.now += timedelta(days=2)
    assert served.edit(_TALKS, "Envoys", "Ministers") == "reload"
    project = served.session.state.project
    assert project
    assert project.site.now == served.clock.now
    assert project.site.by_path["/2026/01/next/"].status == "published"


def test_related_articles_follow_when_things_are_quiet(served: _Served) -> None:
    served.page(_PATH)
    assert served.related(_PATH) == ["/2025/12/more/"]
    text = (served.site.root / _TALKS).read_text("utf-8")
    served.site.write({_TALKS: text.replace(_WORDS["peace"], _WORDS["flood"])})
    assert served.save(_TALKS) == "reload"
    at_once = served.page(_PATH)
    assert "The flood reached" in at_once
    assert served.related(_PATH) == ["/2025/12/more/"]
    assert served.session.settle()
    assert "/2025/12/river/" in served.related(_PATH)
    assert served.page(_PATH) == served.afresh(_PATH)
    assert not served.session.settle()


def test_pages_that_stay_as_they_were_shown_need_no_reload(served: _Served) -> None:
    served.page(_PATH)
    assert served.edit(_TALKS, "talksa", "otherwise") == "reload"
    shown = served.page(_PATH)
    assert not served.session.settle()
    assert served.page(_PATH) == shown == served.afresh(_PATH)


def test_edits_before_things_are_quiet_all_show(served: _Served) -> None:
    for number, word in enumerate(("useful", "helpful", "fruitful")):
        old = "productive" if not number else ("useful", "helpful")[number - 1]
        assert served.edit(_TALKS, old, word) == "reload"
        served.page(_PATH)
    river = "content/posts/2025-12-22-river.md"
    assert served.edit(river, "Of river", "Of rivers") == "reload"
    served.session.settle()
    assert "fruitful" in served.page(_PATH)
    assert served.page("/2025/12/dam/") == served.afresh("/2025/12/dam/")
    assert "Of rivers" in served.page("/2025/12/dam/")


def test_save_after_a_mistake_shows_what_was_saved_meanwhile(served: _Served) -> None:
    river = "content/posts/2025-12-22-river.md"
    assert served.edit(_TALKS, "title:", "titel:") == "errors"
    assert served.session.state.errors
    assert served.edit(river, "The flood", "A flood") == "errors"
    assert not served.session.settle()
    assert served.session.state.errors
    assert served.edit(_TALKS, "titel:", "title:") == "reload"
    assert not served.session.state.errors
    assert "A flood reached" in served.page("/2025/12/river/")


def test_edit_after_the_site_was_opened_anew_is_one_in_place(served: _Served) -> None:
    served.site.write({"content/posts/2025-12-23-new.md": "---\ntitle: New\n---\n"})
    assert served.save("content/posts/2025-12-23-new.md") == "reload"
    served.clock.now += timedelta(minutes=5)
    assert served.edit(_TALKS, "Envoys", "Ministers") == "reload"
    project = served.session.state.project
    assert project
    assert project.site.now == NOW
    assert "/2025/12/new/" in project.site.by_path


def test_styles_are_fetched_again(served: _Served) -> None:
    name = "themes/own/static/own.css"
    served.site.write({name: "p {}", "themes/own/theme.yaml": "name: own\nextends: default\n"})
    served.site.write({"site.yaml": "title: T\nbase_url: https://example.org/\ntheme: own\n"})
    assert served.save("site.yaml") == "reload"
    served.site.write({name: "b {}"})
    assert served.save(name) == "css"


def test_watched_folders_are_those_of_the_site(served: _Served) -> None:
    folders, files = served.session.watched()
    assert (served.site.root / "content").resolve() in folders
    assert files == (served.site.root / "site.yaml",)
    assert all(isinstance(one, Path) for one in folders)


def test_icon_and_fonts_that_site_yaml_names_are_watched(served: _Served) -> None:
    root = served.site.root
    (root / "fonts").mkdir()
    named = "icon: icon.png\nshare_cards: {fonts: [fonts/own.ttf, nowhere/other.ttf]}\n"
    served.site.write({"site.yaml": f"title: T\nbase_url: https://example.org/\n{named}"})
    _, files = served.session.watched()
    assert files == (root / "site.yaml", root / "fonts/own.ttf", root / "icon.png")
