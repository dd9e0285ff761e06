"""What went wrong in a template, worded for the person who writes it."""

from __future__ import annotations

import re
from collections import Counter
from traceback import walk_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.theme import Theme
from ssg.templating.places import at_line
from ssg.text.suggest import did_you_mean


def template_failure(
    failure: Exception,
    name: str,
    theme: Theme,
    rendering: str,
    asked_at: Location | None,
) -> SsgError:
    """Return the failure of a template as an error; raises it again where it is a bug of ssg's.

    Args:
        failure: what was raised while the template was rendered.
        name: the template.
        theme: its theme.
        rendering: what was being rendered.
        asked_at: where the template was asked for, if an editor did.

    """
    if isinstance(failure, SsgError):
        return failure
    where = _place(failure, theme)
    if isinstance(failure, RecursionError):
        where = _often(failure, theme)
    notes = (f"while rendering {rendering}",)
    if isinstance(failure, TemplateNotFound):
        missing = str(failure.name or name)
        where = where or asked_at
        message = f'the theme "{theme.name}" has no template "{missing}"'
        hint = did_you_mean(missing, theme.templates) or "add it to the templates of the theme"
        code = "template/missing"
    elif isinstance(failure, TemplateSyntaxError):
        message, code = syntax_message(failure), "template/syntax"
        hint = "docs/themes.md lists the filters" if "no filter" in message else ""
        where = _line(theme, failure.name or name, failure.lineno)
    elif isinstance(failure, UndefinedError):
        message, code = _undefined(failure.message or "undefined"), "template/undefined"
        hint = "docs/themes-reference.md lists what a template sees"
    elif isinstance(failure, RecursionError):
        message, code = "templates include each other without end", "template/endless"
        hint = "take out one of the includes"
    elif isinstance(failure, TemplateError):
        message, hint, code = failure.message or str(failure), "", "template/wrong"
    elif where is None or _is_bug(failure, theme):
        raise failure
    else:
        message = f"{type(failure).__name__}: {failure}"
        hint, code = "", "template/wrong"
    return SsgError([Diagnostic("error", code, message, where, hint, notes)])


def syntax_message(failure: TemplateSyntaxError) -> str:
    """Return what is wrong with the syntax of a template, as a message begins."""
    said = (failure.message or "wrong syntax").removesuffix(".")
    return said[:1].lower() + said[1:]


def _undefined(said: str) -> str:
    """Return what Jinja says of an undefined name, without the names of modules."""
    return re.sub(r"'(?:[\w.]+\.)?(\w+)(?: object)?'", r'"\1"', said)


def _place(failure: Exception, theme: Theme) -> Location | None:
    """Return the last line of a template on the way to a failure."""
    names = {template.path: name for name, template in theme.templates.items()}
    found = None
    for frame, line in walk_tb(failure.__traceback__):
        name = names.get(frame.f_code.co_filename)
        if name:
            found = (name, line)
    return _line(theme, *found) if found else None


def _often(failure: Exception, theme: Theme) -> Location | None:
    """Return the include that comes again and again on the way to a failure."""
    names = {template.path: name for name, template in theme.templates.items()}
    frames = ((names.get(one.f_code.co_filename), at) for one, at in walk_tb(failure.__traceback__))
    counts = Counter((name, line) for name, line in frames if name)
    most = max(counts.values(), default=0)
    places = [_line(theme, *one) for one in sorted(counts) if counts[one] >= most - 1]
    includes = [one for one in places if one and "include" in one.excerpt]
    return next(iter([*includes, *places]), None)


def _line(theme: Theme, name: str, line: int) -> Location | None:
    template = theme.templates.get(name)
    return at_line(template, line) if template else None


def _is_bug(failure: Exception, theme: Theme) -> bool:
    """Tell whether a failure came out of ssg itself rather than out of a template."""
    templates = {template.path for template in theme.templates.values()}
    after: list[str] = []
    for frame, _ in walk_tb(failure.__traceback__):
        file = frame.f_code.co_filename
        after = [] if file in templates else [*after, frame.f_globals.get("__name__", "")]
    return any(
        module.startswith("ssg.") and not module.startswith("ssg.templating") for module in after
    )
