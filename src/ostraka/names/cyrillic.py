"""Cyrillic: by the rules of its language, and in the form that a neighbour's papers give a name."""

from __future__ import annotations

from functools import cache, lru_cache

from ostraka.names.alphabets import romanise_alphabetic
from ostraka.names.rows import load_rows

_LANGUAGES = ("ru", "uk", "be")
_OTHER = {"ru": "uk", "uk": "ru", "be": "ru"}


@lru_cache(maxsize=1 << 15)
def romanise_cyrillic(word: str, language: str) -> tuple[str, ...]:
    """The readings of a lower-case word, among them one of its form in a neighbour's language.

    A Ukrainian or Belarusian name is read as Russian too, in second place; a Russian given name or
    patronymic as Ukrainian, in the last.

    >>> romanise_cyrillic("сергійович", "uk")[:2]
    ('serhiiovych', 'sergeevich')
    """
    first, *others = romanise_alphabetic(word, language) or ("",)
    other = _find_other_form(word, language)
    between = romanise_alphabetic(other, _OTHER[language])[:1] if other else ()
    ordered = (*others, *between) if language == "ru" else (*between, *others)
    return tuple(dict.fromkeys(filter(None, (first, *ordered))))


def _find_other_form(word: str, language: str) -> str:
    if language not in _OTHER:
        return ""
    forms = _load_forms().get(word)
    if forms:
        return forms[_LANGUAGES.index(_OTHER[language])]
    return "" if language == "ru" else word


@cache
def _load_forms() -> dict[str, tuple[str, ...]]:
    """The forms of a name in each language, by any of them; a Russian one where several fit."""
    rows = [tuple(row) for row in load_rows("cyrillic_forms")]
    found: dict[str, tuple[str, ...]] = {}
    for column in range(len(_LANGUAGES)):
        for row in rows:
            found.setdefault(row[column], row)
            found.setdefault(row[column].replace("ё", "е"), row)
    return found
