"""Pictures of a site: what is published of them, what pages say, and what is made again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import zlib

import pytest

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.conftest import MakeSite
from tests.support.pictures import gradient, located, opened, picture_of, png, png_of
from tests.support.sites import NOW, SiteUnderTest

_SITE = """
-- content/posts/talks/index.md --
---
title: Talks
date: 2025-12-22
image: {src: photo.jpg, alt: The envoys, focus: left top, narrow: close.png, credit: Ada}
---
Words. ![A map](map.png "The map")

{% figure src="/chart.png" alt="A chart" %}
-- content/posts/2025-12-21-other.md --
---
title: Other
---
Nothing to see.
-- content/posts/talks/close.png --
close
-- content/posts/talks/map.png --
map
-- content/static/chart.png --
chart
-- content/static/icon.png --
icon
"""
_PHOTO = "content/posts/talks/photo.jpg"
_TALKS = "2025/12/talks"


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    """Make a site with a photograph that says where it was taken."""
    made = make_site(_SITE)
    made.write({_PHOTO: located(gradient(500, 300), orientation=6)})
    return made


def test_photograph_is_published_upright_in_all_sizes_and_says_nothing(site: SiteUnderTest) -> None:
    report = site.build()
    outputs = site.outputs()
    name = f"{_TALKS}/photo.jpg"
    sizes = [f"{name}.{width}w.{kind}" for kind in ("avif", "webp") for width in (200, 300)]
    assert {one for one in outputs if one.startswith(name)} == {name, *sizes}
    assert opened(outputs[name]).size == (300, 500)
    assert not [path for path, data in outputs.items() if b"SECRET" in data]
    assert not report.warnings


def test_lead_image_is_fetched_first_and_all_others_when_they_are_near(site: SiteUnderTest) -> None:
    site.build()
    html = site.rendered(f"/{_TALKS}/")
    lead, *others = re.findall(r"<img [^>]*>", html)
    assert 'alt="The envoys" width="300" height="500" fetchpriority="high"' in lead
    assert re.search(r'style="background-color:#[0-9a-f]{6};object-position:0% 0%"', lead)
    assert len(others) == 2
    assert all('loading="lazy"' in one for one in others)
    assert 'fetchpriority="high"' in re.findall(r"<img [^>]*>", site.rendered("/"))[0]


def test_narrow_screens_get_the_picture_made_for_them(site: SiteUnderTest) -> None:
    site.build()
    sources = re.findall(r"<source [^>]*>", site.rendered(f"/{_TALKS}/").split("</picture>")[0])
    narrow = [one for one in sources if "max-width" in one]
    assert narrow == sources[: len(narrow)]
    assert 'type="image/avif"' in narrow[0]
    assert f'srcset="/{_TALKS}/close.png" ' in narrow[-1]


def test_picture_of_a_text_is_named_with_its_size_in_pages_and_feeds(site: SiteUnderTest) -> None:
    site.build()
    width, height = opened(picture_of("map\n")).size
    html = site.rendered(f"/{_TALKS}/")
    assert f'alt="A map" width="{width}" height="{height}" loading="lazy"' in html
    feed = json.loads(site.rendered("/feed.json"))["items"][0]["content_html"]
    shown = re.findall(r"<img [^>]*>", feed)
    assert f'src="https://example.org/{_TALKS}/map.png" alt="A map" width="{width}"' in shown[0]
    assert 'src="https://example.org/chart.png"' in shown[1]
    assert "<source" not in feed


def test_other_sites_are_told_the_size_of_the_picture(site: SiteUnderTest) -> None:
    site.build()
    html = site.rendered(f"/{_TALKS}/")
    assert '<meta property="og:image:width" content="300">' in html
    url = f"https://example.org/{_TALKS}/photo.jpg"
    said = {"@type": "ImageObject", "url": url, "width": 300, "height": 500}
    assert json.dumps(said, separators=(",", ":")) in html


def test_files_of_static_stay_as_they_are_unless_a_page_shows_them(site: SiteUnderTest) -> None:
    icon = located(gradient(30, 20), "PNG")
    site.write({"content/static/icon.png": icon, "content/static/chart.png": icon})
    site.build()
    outputs = site.outputs()
    assert outputs["icon.png"] == icon
    assert b"SECRET" not in outputs["chart.png"]
    assert "chart.png.30w.avif" in outputs


def test_picture_that_no_page_shows_is_published_clean_and_alone(site: SiteUnderTest) -> None:
    site.write({"content/posts/talks/unseen.jpg": located(gradient(30, 20))})
    site.build()
    outputs = site.outputs()
    assert b"SECRET" not in outputs[f"{_TALKS}/unseen.jpg"]
    assert not [one for one in outputs if one.startswith(f"{_TALKS}/unseen.jpg.")]


def test_second_build_makes_nothing(site: SiteUnderTest) -> None:
    site.build()
    assert not site.build().made
    (site.root / "content" / "about.md").write_text("---\ntitle: About\n---\n")
    assert not [one for one in site.build().made if "photo" in one]


def test_picture_with_the_same_face_leaves_pages_alone(site: SiteUnderTest) -> None:
    site.write({"content/posts/talks/map.png": png(9, 9, (10, 20, 30))})
    site.build()
    data = png(9, 9, (10, 20, 30)) + b"behind its end"
    site.write({"content/posts/talks/map.png": data})
    assert {one.split("/")[-1].split(".png")[0] for one in site.build().made} == {"map"}


def test_picture_of_another_size_makes_anew_what_shows_it(site: SiteUnderTest) -> None:
    site.build()
    site.write({_PHOTO: located(gradient(400, 300))})
    made = site.build().made
    pages = {one for one in made if one.endswith(".html")}
    assert {"index.html", f"{_TALKS}/index.html"} <= pages
    assert "archive/index.html" not in pages
    before = site.outputs()
    site.build(clean=True)
    assert site.outputs() == before
    assert "400w" in site.rendered(f"/{_TALKS}/")


def test_what_is_kept_may_be_damaged_or_gone(site: SiteUnderTest) -> None:
    site.build()
    before = site.outputs()
    kept = sorted((site.root / ".ssg" / "images").iterdir())
    assert kept
    for number, one in enumerate(kept):
        if number % 2:
            one.write_bytes(one.read_bytes()[:-9])
        else:
            one.unlink()
    for path in site.output.rglob("photo.jpg*"):
        path.unlink()
    site.build()
    assert site.outputs() == before


def test_processes_make_the_same(site: SiteUnderTest) -> None:
    for number in range(8):
        name = f"content/posts/talks/more{number}.jpg"
        site.write({name: located(gradient(40 + number, 30))})
    site.build()
    alone = site.outputs()
    options = Options(now=NOW, search=False)
    build(site.root, site.output, options, time.perf_counter, workers=2, clean=True)
    assert site.outputs() == alone


def test_build_that_makes_no_picture_goes_without_pillow(make_site: MakeSite) -> None:
    site = make_site("-- content/about.md --\n---\ntitle: About\n---\nWords.\n")
    code = (
        "import sys; from ssg.cli import main\n"
        f"sys.argv = ['ssg', 'build', '-q', '--no-search', '--site', {str(site.root)!r}]\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end\n"
        "assert 'PIL.Image' not in sys.modules\n"
    )
    first = code.replace("assert 'PIL.Image' not", "assert 'PIL.Image'")
    subprocess.run([sys.executable, "-c", first], check=True)
    site.edit("content/about.md", "Words.", "Other words.")
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (site.output / "about" / "index.html").is_file()


def test_every_bad_picture_is_named_at_once_and_the_site_stays(site: SiteUnderTest) -> None:
    site.build()
    before = site.outputs()
    bomb = png_of(60_000, 60_000, zlib.compress(b"\0" * 9999))
    site.write({_PHOTO: b"This is a text.\n", "content/posts/talks/close.png": bomb})
    svg = "<svg xmlns='http://www.w3.org/2000/svg'>\n<script>a()</script></svg>"
    site.write({"content/posts/talks/plan.svg": svg})
    said = site.complaints()
    assert "error[images/broken]: a text by the name of a picture\n  content/posts/talks/p" in said
    assert "error[images/too-large]: the picture has 60000 × 60000 pixels" in said
    assert "error[images/unsafe-svg]: the drawing holds <script>" in said
    assert "content/posts/talks/plan.svg:2" in said
    assert site.outputs() == before


def test_missing_picture_is_a_link_that_leads_nowhere(site: SiteUnderTest) -> None:
    (site.root / _PHOTO).unlink()
    assert 'error[links/broken]: "photo.jpg" leads nowhere' in site.complaints()


def test_picture_without_words_is_an_error_or_a_warning(site: SiteUnderTest) -> None:
    site.edit("content/posts/talks/index.md", "![A map]", "![]")
    said = site.complaints()
    assert 'error[images/no-alt]: nothing says what the picture "map.png" shows' in said
    assert "content/posts/talks/index.md:6" in said
    site.edit("site.yaml", "title: Test", "title: Test\nimages: {missing_alt: warn}")
    assert "warning[images/no-alt]" in site.complaints()
    site.edit("content/posts/talks/index.md", '"The map")', '"The map"){alt=none}')
    assert not site.complaints()
    assert 'map.png" alt="" width' in site.rendered(f"/{_TALKS}/")


def test_document_in_the_place_of_a_picture_is_named(site: SiteUnderTest) -> None:
    site.write({"content/posts/talks/paper.pdf": b"%PDF-1.4\n"})
    site.edit("content/posts/talks/index.md", "map.png", "paper.pdf")
    assert "error[images/format]: a PDF document, which browsers don't show" in site.complaints()
