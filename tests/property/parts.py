"""What random sites are put together from: every file but articles, in each of its forms."""

from __future__ import annotations

WORDS = (
    "Envoys met in Florida over a plan for peace in Ukraine and called the talks productive.",
    "The tariffs on cars fell upon exports, and the ministry of trade answered with a study.",
    "A judge ruled that the office must show its books to the press before the spring.",
    "The flood reached the old town at night; the dam had been warned of in two reports.",
)
CONFIGS = (
    "title: Draft\nper_page: 3\nfeeds: {limit: 3}\n",
    "title: Draft\nper_page: 5\nfeeds: {limit: 3}\n",
    "title: The Second Draft\nper_page: 3\nrelated: {count: 2}\n",
    "title: Draft\nper_page: 3\npermalinks: {articles: '/:section/:slug/'}\n",
    "title: Draft\nper_page: 3\nnavigation: [{title: Home, url: /}]\n",
)
_ALL = """\
{% extends "base.html" %}
{% macro card(one) %}{% if one %}{{ one.path }} {{ one.title }} {{ one.standfirst }} {{ one.date }}
{{ one.image }} {{ one.source }} {{ one.tags }} {{ one.section }} {{ one.thread }}{% endif %}
{% endmacro %}
{% block main %}{{ card(page.article) }}{{ page.body }}{{ page.structured_data }}
{% for one in page.related %}{{ card(one.article) }}{{ one.why }}{{ one.reasons }}{% endfor %}
{% for one in page.happened_next %}{{ card(one) }}{% endfor %}
{{ card(page.previous) }}{{ card(page.next) }}{{ page.noindex }}{{ page.corrections }}
{{ page.translations }}
{% if page.thread %}{{ page.thread.count }}{{ card(page.thread.next) }}{% endif %}
{% include "partials/footer.html" %}{% endblock %}
"""
_FRONT = """\
{% extends "base.html" %}
{% block main %}{{ page.lead }}{{ page.lead_thread }}{{ page.stories }}{{ page.links }}
{{ page.sections }}{{ page.threads }}{{ page.river }}{{ page.pagination }}{% endblock %}
"""
PARTS = {
    "themes/own/templates/partials/footer.html": (
        "<footer></footer>\n",
        "<footer>{{ site.data('facts') }} {{ theme.word }}</footer>\n",
        "{% if site.corrections %}<a href='{{ url('/corrections/') }}'>All</a>{% endif %}\n",
        "{% for one in site.latest(2) %}<b>{{ one.title }}</b>{% endfor %}\n",
        "{% for one in site.terms('tags') %}{{ one.term.name }} {{ one.count }}{% endfor %}\n",
    ),
    "themes/own/templates/article.html": (
        _ALL,
        "",
        "{% extends 'base.html' %}\n{% block main %}{{ page.body }}{% endblock %}\n",
    ),
    "themes/own/templates/front.html": (_FRONT, ""),
    "themes/own/templates/special.html": ("{{ page.title }}", "{{ page.body }}"),
    "themes/own/templates/page.html": (
        "",
        "{% extends 'BASE/page.html' %}\n{% block main %}{{ page.body }}1{% endblock %}\n",
        "{{ page.title }} {{ site.term('tags', 'ukraine') }} {{ page.image }}\n",
    ),
    "themes/own/templates/shortcodes/note.html": ("", "<i>{{ body }}</i>\n", "<b>{{ body }}</b>\n"),
    "themes/own/templates/withdrawn.html": ("", "{{ page.title }} {{ page.reason }}\n"),
    "themes/own/templates/corrections.html": (
        "",
        "{% for one in page.entries %}{{ one }}{% endfor %}{{ page.pagination }}\n",
    ),
    "themes/own/templates/thread.html": ("", "{{ page.title }} {{ page.updated }}\n"),
    "themes/own/static/own.css": ("", "p {}\n", "b {}\n"),
    "themes/own/translations/en.yaml": ("", "title.home: Start\n", "title.home: Begin\n"),
    "content/_data/facts.yaml": ("", "a: 1\n", "a: true\n"),
    "content/static/map.png": ("map", "a map"),
    "content/static/list.txt": ("", "1", "2"),
    "content/posts/bundle/drawing.png": ("drawn", "drawn anew", "drawn once more"),
    "content/posts/bundle/plan.svg": (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><g/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>",
    ),
    "content/authors/ada.md": (
        "",
        "---\ntitle: Ada\n---\nWrites.\n",
        "---\ntitle: Ada Quill\nimage: {src: ../posts/bundle/drawing.png, alt: ''}\n---\n",
    ),
    "content/threads/talks.md": (
        "",
        "---\ntitle: Talks\nstandfirst: They talk.\n---\n",
        "---\ntitle: Talks\naliases: [/talks/]\n---\nSee [a](../posts/piecea.md).\n",
    ),
    "content/sources/slate.md": (
        "",
        "---\ntitle: Slate\nfeed: https://slate.com/feed\n---\n",
        "---\ntitle: Slate\nurl: https://slate.com/\n---\n",
    ),
    "content/about.md": (
        "",
        "---\ntitle: About\nimage: {src: posts/bundle/drawing.png, alt: x}\n---\n"
        "[a](posts/piecea.md)\n",
        "---\ntitle: About\nimage: {src: /map.png, alt: x}\n---\n"
        "{% note %}[b](posts/pieceb.md#part){% endnote %}",
    ),
}
