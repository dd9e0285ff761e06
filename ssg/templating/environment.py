"""Templates of a theme, ready to render."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from types import MethodType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, TemplateNotFound
from jinja2 import Template as JinjaTemplate
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ssg.errors import Location, error
from ssg.model.theme import Theme
from ssg.templating.failures import template_failure
from ssg.templating.filters import (
    ThemeFunctions,
    by_month,
    date_filter,
    iso,
    number_filter,
    script_json,
)
from ssg.text.locales import direction_of, open_graph_locale
from ssg.text.urls import BaseUrl


class _ThemeLoader(BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self._templates = theme.templates

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's interface
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        found = self._templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, found.path, lambda: True


class _Context(Context):
    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls.

        Jinja asks everything for how it wants to be called, which takes longer than most calls;
        what themes call most are macros and plain methods, and of those it is known.
        """
        if type(function) is Macro:
            args = (self.eval_ctx, *args)
        elif type(function) is not MethodType or hasattr(function, "jinja_pass_arg"):
            return super().call(function, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)  # for what wants the context
            kwargs.pop("_block_vars", None)
        return function(*args, **kwargs)


def _is_markup(template: str | None) -> bool:
    """Tell whether a template makes HTML, in which texts are escaped."""
    return template is None or not template.endswith(".txt")


class _Environment(Environment):
    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template sees.

        Jinja lays the globals of a template over those of all, and walks through both for every
        include and import. Templates of themes have none of their own.
        """
        return super().make_globals(d) if d else self.globals


# A setting that is not there is told of by the name of the class.
_SETTINGS: type[dict[str, object]] = type("theme", (dict,), {})


def make_environment(
    theme: Theme, language: str, base: BaseUrl, compiled: BytecodeCache | None
) -> Environment:
    """Return the Jinja environment of a theme: strict, escaping all but plain text, without clock
    and files.
    """
    environment = _Environment(
        loader=_ThemeLoader(theme),
        undefined=StrictUndefined,
        autoescape=_is_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=compiled,
        cache_size=-1,
    )
    number = number_filter(language)
    functions = ThemeFunctions(theme, base, language, number)
    environment.filters.update(
        date=date_filter(language),
        number=number,
        iso=iso,
        by_month=by_month,
        script_json=script_json,
        open_graph_locale=open_graph_locale,
    )
    environment.globals.update(
        url=functions.url,
        absolute_url=functions.absolute_url,
        asset=functions.asset,
        t=functions.t,
        picture=functions.picture,
        plural=functions.plural,
        plural_forms=functions.plural_forms,
        theme=_SETTINGS(theme.settings),
        language=language,
        direction=direction_of(language),
    )
    return environment


class Templates:
    """Renders the templates of a theme, and words their failures."""

    def __init__(
        self, theme: Theme, language: str, base: BaseUrl, compiled: BytecodeCache | None = None
    ) -> None:
        """Make templates ready; ``compiled`` holds what was compiled before."""
        self.theme = theme
        self._date = date_filter(language)
        self._environment = make_environment(theme, language, base, compiled)

    def render(
        self,
        name: str,
        context: Mapping[str, Any],
        rendering: str,
        asked_at: Location | None = None,
    ) -> str:
        """Return what a template makes of a context.

        Args:
            name: the template.
            context: what it sees.
            rendering: what is being rendered, for messages.
            asked_at: where the template was asked for, if an editor did.

        Raises:
            SsgError: the template is missing or wrong; names it, the line, and ``rendering``.

        """
        try:
            return self._get(name).render(context)
        except Exception as failure:
            raise template_failure(failure, name, self.theme, rendering, asked_at) from None

    def words(self, key: str) -> str:
        """Return the words of the interface under a key.

        Raises:
            SsgError: the theme has no translation of it.

        """
        found = self.theme.translations.get(key)
        if found is None:
            message = f'the theme "{self.theme.name}" has no translation of "{key}"'
            where = Location(f"themes/{self.theme.name}/translations")
            raise error("theme/no-translation", message, where, f'add "{key}: …" to its files')
        return found

    def joined(self, key: str, usual: str, **values: str) -> Markup:
        """Return values put into the words under a key, as HTML; into ``usual`` where the theme has
        no such words.
        """
        said = escape(self.theme.translations.get(key, usual))
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", value)  # escaped, unless it is HTML
        return said

    def day(self, day: date) -> str:
        """Return a date in words, in the language of the site."""
        return self._date(day, "long")

    def month(self, day: date) -> str:
        """Return the name of a month with its year, in the language of the site."""
        return self._date(day, "month")

    def _get(self, name: str) -> JinjaTemplate:
        return self._environment.get_template(name)
