"""With the default theme a new article changes the pages that have to do with it, and no others."""

from __future__ import annotations

from tests.conftest import MakeSite

_OLD = "-- content/posts/2025-11-{day:02}-old{day}.md --\n---\ntitle: The flood {day}\n{more}---\n"
_FLOOD = "section: World\nthread: Flood\ntags: [Rivers]\n"
_NEW = {
    "content/posts/2025-12-22-new.md": "---\ntitle: A tax on cheese\nsection: Economy\n---\nMilk.\n"
}


def test_new_article_leaves_pages_alone_that_do_not_list_it(make_site: MakeSite) -> None:
    text = "".join(_OLD.format(day=day, more=_FLOOD) for day in range(1, 6))
    text += "-- content/about.md --\n---\ntitle: About\n---\nWe.\n"
    # Enough pieces in the other section that it is the larger one from now on.
    text += "".join(_OLD.format(day=day, more="section: Economy\n") for day in range(6, 11))
    site = make_site(text)
    site.build()
    before = site.outputs()
    site.write(_NEW)
    site.build()
    after = site.outputs()
    pages = {path for path in before if path.endswith(".html")}
    changed = {path for path in pages if before[path] != after[path]}
    assert "index.html" in changed
    assert changed.isdisjoint(
        {
            *("about/index.html", "search/index.html", "2025/11/index.html"),
            *("sections/world/index.html", "tags/index.html", "threads/index.html"),
            *("tags/rivers/index.html", "threads/flood/index.html"),
            *(f"2025/11/old{day}/index.html" for day in range(1, 6)),
        }
    )


def test_date_of_the_latest_edition_stands_on_the_front_page_alone(make_site: MakeSite) -> None:
    site = make_site(
        _OLD.format(day=3, more=_FLOOD) + "-- content/about.md --\n---\ntitle: A\n---\n"
    )
    site.build()
    assert 'class="edition"' in site.rendered("/")
    assert 'class="edition"' not in site.rendered("/about/")
    assert '<a class="bar-home" href="/">' in site.rendered("/about/")
