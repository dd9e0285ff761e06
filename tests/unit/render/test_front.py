"""The front page shows every article once, the most important first."""

from __future__ import annotations

from ssg.render.front import Front, compose_front, compose_section
from tests.unit.relate.making import article, site_of
from tests.unit.render.making import pieces

_CURATED = "kind: curated\nsource: {name: Slate, url: https://example.net/a}\n"


def _front(text: str) -> Front:
    return compose_front(site_of(text))


def _shown(front: Front) -> list[str]:
    lead = [front.lead] if front.lead else []
    blocks = [one for _, articles in front.sections for one in articles]
    return [one.slug for one in (*lead, *front.stories, *front.links, *blocks, *front.river)]


def test_empty_site_has_an_empty_front() -> None:
    front = _front("")
    assert front.lead is None
    assert not _shown(front)


def test_latest_piece_of_ones_own_leads() -> None:
    text = article("2025-12-22-curated", _CURATED) + article("2025-12-21-own")
    front = _front(text)
    assert front.lead
    assert front.lead.slug == "own"
    assert [one.slug for one in front.links] == ["curated"]


def test_pinned_piece_leads_before_the_latest() -> None:
    front = _front(article("2025-12-22-new") + article("2025-12-01-old", "pinned: true\n"))
    assert front.lead
    assert front.lead.slug == "old"


def test_curated_piece_leads_where_there_is_no_other() -> None:
    front = _front(article("2025-12-22-a", _CURATED) + article("2025-12-21-b", _CURATED))
    assert front.lead
    assert front.lead.slug == "a"
    assert [one.slug for one in front.links] == ["b"]


_TRANSLATED = "translation_key: talks\nsection: World\nthread: Talks\n"


def test_translation_of_what_is_there_stands_in_the_river() -> None:
    text = article("2025-12-21-talks", _TRANSLATED) + article("2025-12-01-old")
    front = _front(text + article("2025-12-22-gespraeche", f"{_TRANSLATED}lang: de\n"))
    assert front.lead
    assert front.lead.slug == "talks"
    assert [one.slug for one in front.river] == ["gespraeche"]
    assert not front.lead_thread


def test_translation_leads_where_it_is_pinned_or_stands_by_itself() -> None:
    original = article("2025-12-21-talks", "translation_key: talks\n")
    for more in ("pinned: true\n", "section: Deutsch\n"):
        translation = article("2025-12-22-gespraeche", f"translation_key: talks\nlang: de\n{more}")
        site = site_of(original + translation)
        front = compose_section(site, "deutsch") if "section" in more else compose_front(site)
        assert front.lead
        assert front.lead.slug == "gespraeche"


def test_every_article_stands_on_it_once() -> None:
    text = pieces(40, "section: World\n") + "".join(
        article(f"2025-10-{day:02}-c{day}", f"{_CURATED}section: Economy\n") for day in range(1, 20)
    )
    shown = _shown(_front(text))
    assert len(shown) == 59
    assert len(set(shown)) == 59


def test_sections_come_by_size() -> None:
    text = pieces(12, "section: World\n") + article("2025-01-01-x", "section: Economy\n")
    front = _front(text)
    assert [term.slug for term, _ in front.sections] == ["world", "economy"]
