"""What templates can do with dates, numbers, links and words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from tests.unit.templating.making import failure, rendered

_DAY = datetime(2025, 12, 2, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "style", "shown"),
    [
        ("en", "long", "2 December 2025"),
        ("en-GB", "long", "2 December 2025"),
        ("en-US", "long", "December 2, 2025"),
        ("de", "long", "2. Dezember 2025"),
        ("fr", "long", "2 décembre 2025"),
        ("uk", "long", "2 грудня 2025\u202fр."),
        ("en", "month", "December 2025"),
        ("de", "month", "Dezember 2025"),
        ("pl", "month-name", "grudzień"),
        ("pl", "month", "grudzień 2025"),
        ("pl", "long", "2 grudnia 2025"),
        ("es", "month", "diciembre de 2025"),
        ("es", "long", "2 de diciembre de 2025"),
        ("he", "month", "דצמבר 2025"),
        ("he", "long", "2 בדצמבר 2025"),
        ("en", "year", "2025"),
        ("en", "time", "15:30"),
        ("xx", "long", "2 December 2025"),
    ],
)
def test_date_is_said_in_the_language_of_the_site(language: str, style: str, shown: str) -> None:
    assert rendered(f"{{{{ day | date('{style}') }}}}", language, day=_DAY) == shown


def test_the_first_of_a_month_is_counted_in_french() -> None:
    first = date(2025, 12, 1)
    assert rendered("{{ day | date }}", "fr", day=first) == "1er décembre 2025"
    assert rendered("{{ day | date('full') }}", "fr", day=first) == "lundi 1er décembre 2025"
    assert rendered("{{ day | date('month') }}", "fr", day=first) == "décembre 2025"
    assert rendered("{{ day | date('short') }}", "fr", day=first) == "01/12/2025"


def test_day_without_a_time_is_a_date_too() -> None:
    assert rendered("{{ day | date }}", day=date(2025, 12, 2)) == "2 December 2025"


def test_unknown_style_of_dates_is_told() -> None:
    told = failure("{{ page.title | date('lnog') }}")
    assert 'unknown style of dates "lnog"; did you mean "long"?' in told


@pytest.mark.parametrize(("language", "shown"), [("en", "1,234,567"), ("de", "1.234.567")])
def test_number_is_grouped_as_the_language_has_it(language: str, shown: str) -> None:
    assert rendered("{{ 1234567 | number }}", language) == shown


def test_moments_of_one_day_differ_in_their_time_alone() -> None:
    text = "{% for one in days %}{{ one | date }} {{ one | date('time') }}; {% endfor %}"
    shown = rendered(text, days=[_DAY, _DAY.replace(hour=9)])
    assert shown == "2 December 2025 15:30; 2 December 2025 09:30; "


def test_moment_is_written_for_machines() -> None:
    assert rendered("{{ day | iso }}", day=_DAY) == "2025-12-02T15:30:00+00:00"
    assert rendered("{{ day | iso }}", day=_DAY.date()) == "2025-12-02"


def test_things_are_grouped_by_month() -> None:
    days = [
        datetime(2025, 12, 2),
        datetime(2025, 12, 1),
        datetime(2025, 11, 3),
        datetime(2024, 11, 3),
    ]
    text = (
        "{% for month, days in all | by_month %}"
        "{{ month | date('month') }} {{ days | count }}; "
        "{% endfor %}"
    )
    shown = rendered(text, all=[SimpleNamespace(date=day) for day in days])
    assert shown == "December 2025 2; November 2025 1; November 2024 1; "


def test_json_in_a_script_cannot_end_it() -> None:
    shown = rendered("{{ value | script_json }}", value={"a": "</script><!-- & ü"})
    assert shown == '{"a":"\\u003c/script\\u003e\\u003c!-- \\u0026 ü"}'


def test_texts_are_escaped() -> None:
    assert rendered("{{ words }}", words="<b> & \"'") == "&lt;b&gt; &amp; &#34;&#39;"


def test_links_begin_with_the_base_path() -> None:
    assert (
        rendered("{{ url('/about/') }} {{ url('https://x.org/') }}")
        == "/blog/about/ https://x.org/"
    )
    assert rendered("{{ absolute_url('/about/') }}") == "https://example.org/blog/about/"


def test_static_file_is_linked_with_its_digest() -> None:
    assert rendered("{{ asset('style.css') }}") == "/blog/theme/style.css?v=01234567"


def test_words_of_the_interface_take_values() -> None:
    assert rendered("{{ t('title.home') }}, {{ t('count', number=3) }}") == "Home, 3 pieces"


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 1, "1 text"),
        ("en", 1234, "1,234 texts"),
        ("pl", 3, "3 texts"),
        ("pl", 5, "many: 5"),
        ("he", 2, "two"),
    ],
)
def test_words_have_a_form_for_each_plural(language: str, number: int, shown: str) -> None:
    assert rendered("{{ plural('texts', number) }}", language, number=number) == shown


def test_words_without_forms_serve_for_every_number() -> None:
    assert rendered("{{ plural('count', 3, number=3) }}") == "3 pieces"


def test_scripts_get_the_forms_of_a_language() -> None:
    shown = rendered("{{ plural_forms('texts', count='#') | script_json }}", "he")
    assert shown == '{"one":"# text","two":"two","other":"# texts"}'


def test_settings_of_the_theme_are_there() -> None:
    assert rendered("{{ theme.accent }}") == "red"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "{% macro m(x, y=2) %}{{ x }}{{ y }}{% endmacro %}{{ m(1) }} {{ m(1, y='<') }}",
            "12 1&lt;",
        ),
        (
            "{% for i in (1, 2) %}{{ loop.cycle('a', 'b') }}{{ url('/' ~ i) }}{% endfor %}",
            "a/blog/1b/blog/2",
        ),
        (
            "{% macro m(x) %}{{ caller(x) }}{% endmacro %}"
            "{% for i in (1, 2) %}"
            "{% call(y) m(i) %}{{ t('count', number=y) }},{% endcall %}"
            "{% endfor %}",
            "1 pieces,2 pieces,",
        ),
        ("{% block b %}{{ 'a-b'.replace('-', '<') }}{% endblock %}{{ self.b() }}", "a&lt;ba&lt;b"),
        ("{{ dict(a=1).a }}{{ range(3) | join }}{{ words.upper() }}", "1012&LT;"),
    ],
)
def test_calls_reach_what_they_call(text: str, shown: str) -> None:
    assert rendered(text, words=Markup("&lt;")) == shown


def test_link_that_is_markup_changes_no_other() -> None:
    text = "{{ url('/a?b&c' | safe) }} {{ url('/a?b&c') }} {{ url('/a?b&c' | safe) }}"
    assert rendered(text) == "/blog/a?b&c /blog/a?b&amp;c /blog/a?b&c"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ asset('stile.css') }}", 'no static file "stile.css"; did you mean "style.css"?'),
        ("{{ t('titel.home') }}", 'no translation of "titel.home"; did you mean "title.home"?'),
        ("{{ t('count') }}", "asks for values that are not given: {number} pieces"),
        ("{{ t('odd') }}", "asks for values that are not given: {"),
        ("{{ url(page.path) }}", 'has no attribute "path"'),
        ("{{ url(none) }}", "url() takes a path, not NoneType"),
        ("{{ absolute_url(7) }}", "absolute_url() takes a path, not int"),
    ],
)
def test_mistake_in_a_call_is_told(text: str, told: str) -> None:
    assert told in failure(text)
