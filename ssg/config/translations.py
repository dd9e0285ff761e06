"""Translation files of themes: what they may say, and what the words of a site are.

English is what all others are measured by: it has every key, and says which values the words of a
key are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from ssg.errors import Diagnostic, Location, SsgError
from ssg.schema.decode import Decoder, mapping_of, text
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Source, compose
from ssg.text.locales import PLURALS, plurals_of, split_plural
from ssg.text.suggest import did_you_mean

ENGLISH = "en"
"""The language of words that a theme has in no other."""

_COUNT = "count"
# "an article", "two articles" as one word: these forms may leave the number out.
_MAY_LEAVE_COUNT = ("zero", "one", "two")


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A translation file of a theme."""

    path: str
    """The file, for messages."""
    language: str
    """The language tag in its name."""
    words: Mapping[str, str]
    """The words by key."""
    positions: Mapping[str, Location]
    """Where each key stands."""


def tags_of(language: str) -> tuple[str, ...]:
    """Return the names of the files that hold words for a language, the last goes first."""
    return tuple(dict.fromkeys((ENGLISH, language.split("-")[0], language)))


def decode_translations(yaml_text: str, path: str, language: str) -> TranslationFile:
    """Return what a translation file says.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, yaml_text)
    node = compose(yaml_text, source, "theme/invalid-yaml")
    report = Report(source, "translation", unknown="error")
    decode: Decoder[dict[str, str]] = mapping_of(text)
    try:
        words = decode(node, report) if node else {}
    except Invalid:
        raise SsgError(report.diagnostics) from None
    problems = [
        Diagnostic("error", "translation/placeholder", message, report.positions[key], hint)
        for key, said in words.items()
        for message, hint in _broken(key, said)
    ]
    if problems:
        raise SsgError(problems)
    return TranslationFile(path, language, words, report.positions)


def lay_over(
    layers: Sequence[Sequence[TranslationFile]],
    folders: Sequence[str],
    language: str,
    free: frozenset[str] = frozenset(),
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the words of a site by key, and what is wrong in the files they come from.

    Args:
        layers: the files of each theme of a chain, the one inherited from first; English first.
        folders: the folders of these themes, likewise.
        language: the language of the site.
        free: keys that need no English words.

    """
    english: dict[str, str] = {}
    homes: dict[str, int] = {}
    own: dict[str, str] = {}
    found: list[Diagnostic] = []
    known = {
        key for files in layers for one in files if one.language == ENGLISH for key in one.words
    }
    bases = known | {split_plural(key)[0] for key in known}
    for number, files in enumerate(layers):
        has_english = any(one.language == ENGLISH for one in files)
        for file in files:
            if file.language == ENGLISH:
                english |= file.words
                homes.update((key, number) for key in file.words if key not in homes)
                continue
            found += _unknown(file, known, bases | free, has_english)
            found += _unlike(file, english)
            own |= file.words
    if language.split("-")[0] != ENGLISH:
        missing = _missing(english, own, language)
        for number in sorted({homes[key] for key in missing.values()}):
            keys = [key for key, of in missing.items() if homes[of] == number]
            found.append(
                _not_translated(keys, layers[number], folders[number], language, bool(own))
            )
    # Forms of two languages don't mix: a plural that a language has itself ends with its own.
    kept = {key: said for key, said in english.items() if not _replaced(key, own)}
    return kept | own, tuple(found)


def placeholders(words: str) -> frozenset[str]:
    """Return the names of the values that words are given.

    Raises:
        ValueError: a brace stands there by itself.

    """
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def _broken(key: str, words: str) -> Iterator[tuple[str, str]]:
    try:
        placeholders(words)
    except ValueError:
        yield f'"{key}" has a brace by itself', 'write a placeholder as "{name}", a brace as "{{"'


def _unknown(
    file: TranslationFile, english: set[str], known: frozenset[str] | set[str], has_english: bool
) -> Iterator[Diagnostic]:
    for key in file.words:
        if key in known or split_plural(key)[0] in known:
            continue
        hint = did_you_mean(key, english)
        # A theme that is written in one language alone has keys of its own.
        if hint or has_english:
            message = f'unknown key "{key}": en.yaml has none such'
            hint = hint or "take it out, or add it to en.yaml of the theme"
            yield Diagnostic(
                "warning", "translation/unknown-key", message, file.positions[key], hint
            )


def _unlike(file: TranslationFile, english: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield a complaint for each key whose words take other values than the English ones."""
    for key, said in file.words.items():
        base, category = split_plural(key)
        model = english.get(key, english.get(f"{base}_other", english.get(base)))
        if model is None:
            continue
        wanted, there = placeholders(model), placeholders(said)
        if category in _MAY_LEAVE_COUNT:
            wanted -= {_COUNT} - there
        if category:
            there -= {_COUNT} - wanted
        where = file.positions[key]
        for name in sorted(there - wanted):
            message = f'"{key}" has a placeholder "{{{name}}}" that the English words don\'t have'
            hint = did_you_mean(name, wanted) or "take it out"
            yield Diagnostic("error", "translation/placeholder", message, where, hint)
        for name in sorted(wanted - there):
            message = f'"{key}" lacks the placeholder "{{{name}}}"'
            hint = f"add it; the English words are: {model}"
            yield Diagnostic("error", "translation/placeholder", message, where, hint)


def _missing(english: Mapping[str, str], own: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the keys that a language lacks, each with the English one that asks for it."""
    found: dict[str, str] = {}
    for key in english:
        base, category = split_plural(key)
        if category and f"{base}_other" in english:
            forms = (f"{base}_{one}" for one in plurals_of(language))
            found.update((one, key) for one in forms if one not in own and base not in own)
        elif key not in own and not any(f"{key}_{one}" in own for one in PLURALS):
            found[key] = key
    return found


def _not_translated(
    keys: Sequence[str],
    files: Sequence[TranslationFile],
    folder: str,
    language: str,
    any_words: bool,
) -> Diagnostic:
    tag = next((one.language for one in files if one.language != ENGLISH), language.split("-")[0])
    where = Location(f"{folder}/translations/{tag}.yaml")
    if not any_words:
        message = f'no words in the language "{language}": readers see English ones'
        hint = "write this file, here or in a theme that extends this one; en.yaml has the keys"
    else:
        message = f"not translated, so that readers see English: {', '.join(keys)}"
        hint = "add these keys, here or in a theme that extends this one"
    return Diagnostic("warning", "translation/missing", message, where, hint)


def _replaced(key: str, own: Mapping[str, str]) -> bool:
    base, category = split_plural(key)
    return bool(category) and (f"{base}_other" in own or base in own)
