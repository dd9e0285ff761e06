"""What holds of every text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from ssg.content.markdown import PLAIN_LINK
from ssg.text.dates import date_in_name, in_zone, parse_moment
from ssg.text.slug import fold_name, is_slug, slugify
from ssg.text.suggest import Nearby, nearest
from ssg.text.summary import summarise
from ssg.text.urls import BaseUrl, encode_path
from ssg.text.words import count_words

_TEXTS = st.text(max_size=60)
_PROSE = st.lists(
    st.sampled_from(["U.S.", "Gen.", "words", "said.", "“No!”", "平和。", "a", "—", "🕊️"])
)
_ZONES: st.SearchStrategy[tzinfo | None] = st.one_of(
    st.none(),
    st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)

_MOMENTS = st.builds(
    lambda moment, zone: moment.replace(tzinfo=zone),
    st.datetimes(datetime(1000, 1, 1), datetime(9998, 12, 31)),
    _ZONES,
)


@settings(max_examples=200)
@given(_TEXTS)
def test_slug_of_a_slug_is_itself(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug


@settings(max_examples=200)
@given(_TEXTS)
def test_slug_can_stand_in_a_path(text: str) -> None:
    slug = slugify(text)
    assert not slug or is_slug(slug)
    assert not set(slug) & set("/\\?#%.: \n\"'<>&")
    assert slug == slug.strip("-")
    assert "--" not in slug


@settings(max_examples=100)
@given(_TEXTS)
def test_what_can_stand_in_a_path_leaves_no_folder(text: str) -> None:
    if is_slug(text):
        assert "/" not in text
        assert "\\" not in text
        assert text not in (".", "..")


@given(_TEXTS)
def test_name_folds_once(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(_MOMENTS)
def test_moment_that_is_written_is_read(moment: datetime) -> None:
    whole = moment.replace(microsecond=0, fold=0)
    for separator in ("T", " "):
        assert parse_moment(whole.isoformat(separator)) == whole


@given(_MOMENTS, _ZONES)
def test_moment_is_the_same_in_every_zone(moment: datetime, zone: tzinfo | None) -> None:
    shown = in_zone(moment, zone or UTC)
    assert shown.tzinfo is not None
    if moment.tzinfo:
        assert shown == moment


@given(st.one_of(_TEXTS, st.from_regex(r"\d{1,5}-\d{1,3}-\d{1,3}.{0,12}", fullmatch=True)))
def test_text_is_a_moment_or_no_date(text: str) -> None:
    try:
        moment = parse_moment(text)
    except ValueError:
        return
    assert in_zone(moment, UTC).tzinfo is not None


@given(st.from_regex(r"(\d{4}-\d{1,2}-\d{1,2}[-_ ]?)?.{0,20}", fullmatch=True))
def test_name_without_its_date_is_its_end(name: str) -> None:
    date, rest = date_in_name(name)
    assert name.endswith(rest)
    assert date is not None or rest == name


@settings(max_examples=100)
@given(st.one_of(_TEXTS, _PROSE.map(" ".join)), st.integers(2, 80))
def test_summary_is_a_beginning_no_longer_than_the_limit(text: str, limit: int) -> None:
    whole = " ".join(text.split())
    summary = summarise(text, limit)
    assert len(summary) <= limit
    assert whole.startswith(summary.removesuffix("…").rstrip(" ,;:–—-"))
    assert summary == whole or len(whole) > limit


@given(_TEXTS)
def test_path_in_a_url_is_ascii(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    encoded = encode_path(text)
    assert encoded.isascii()
    assert not set(encoded) & set(' "<>#?\\^`{|}\n\t')


@given(_TEXTS)
def test_link_within_begins_with_the_base_path(text: str) -> None:
    path = "/" + text.replace("/", "")
    try:
        path.encode()
    except UnicodeEncodeError:
        return
    assert BaseUrl("https://example.org/blog/").link(path).startswith("/blog/")


@settings(max_examples=500)
@given(st.from_regex(PLAIN_LINK, fullmatch=True))
def test_plain_link_is_written_as_it_stands(link: str) -> None:
    assert normalizeLink(link) == link


@given(_TEXTS, st.lists(_TEXTS, max_size=8))
def test_suggestion_is_one_of_the_candidates(word: str, candidates: list[str]) -> None:
    assert nearest(word, candidates) in (None, *candidates)
    assert Nearby(candidates).nearest(word) in (None, *candidates)


@given(_TEXTS, _TEXTS)
def test_words_of_two_texts_add_up(one: str, other: str) -> None:
    apart = count_words(one) + count_words(other)
    # Two halves of an odd number of signs are one word fewer together.
    assert apart - 1 <= count_words(f"{one}\n\n{other}") <= apart
