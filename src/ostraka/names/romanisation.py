"""Romanisation: a text in other scripts in the spellings Latin lists give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

from ostraka.names.alphabets import find_cyrillic_language, romanise_alphabetic
from ostraka.names.burmese import romanise_burmese
from ostraka.names.cyrillic import romanise_cyrillic
from ostraka.names.east_asian import is_syllabic, read_names
from ostraka.names.folding import fold, split_words
from ostraka.names.han import romanise_han
from ostraka.names.hangul import romanise_hangul
from ostraka.names.indic import romanise_indic
from ostraka.names.japanese_words import JAPANESE_FORMS, names_japanese_words, read_organisation
from ostraka.names.kana import romanise_kana
from ostraka.names.khmer import romanise_khmer
from ostraka.names.semitic import romanise_arabic, romanise_hebrew
from ostraka.names.thai import romanise_thai
from ostraka.names.writing import find_script, scripts

MOST_READINGS = 6
"""Of a word by itself; whole names in Han, Kana and Hangul have up to eight."""
_ALPHABETS = {"Grek": "el", "Geor": "ka", "Armn": "hy"}
_APART = frozenset(("Hani", "Hang", "Kana"))
_VARIED = frozenset(("Arab", "Beng", "Deva", "Khmr", "Mymr", "Thai"))
"""Scripts whose words differ between readings by more than a slip of the pen."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole name tells of its words: the rules of Cyrillic, and whether it is Japanese."""

    cyrillic: str
    japanese: bool


def romanise(text: str) -> tuple[str, ...]:
    """The usual Latin readings of a text, folded, at most six, the most usual first.

    Empty where the text is in Latin script already or no rule reads it.

    >>> romanise("Европейский институт")[:2]
    ('evropeyskiy institut', 'evropeiskii institut')
    """
    words = split_words(text)
    readings = romanise_words(words)
    count = max(map(len, readings), default=0)
    if not any(readings) or all(word.isascii() for word in words):
        return ()
    whole = (
        " ".join(pick(found, i) or word for word, found in zip(words, readings, strict=True))
        for i in range(count)
    )
    return tuple(dict.fromkeys(whole))


def romanise_words(words: Sequence[str], *, person: bool = True) -> list[tuple[str, ...]]:
    """The readings of each word; the words together tell the language of Cyrillic ones.

    Where they may name a `person`, words in Han, Kana and Hangul are read as family and given name.
    """
    cyrillic = find_cyrillic_language(" ".join(words))
    # Kanji beside kana or a Japanese legal form are no Mandarin.
    japanese = not JAPANESE_FORMS.isdisjoint(words) or "Kana" in scripts("".join(words))
    context = _Context(cyrillic, japanese)
    named = read_names(tuple(words)) if person else {}
    organisation = {
        word: read_organisation(word)
        for word in words
        if names_japanese_words(word) or (japanese and is_syllabic(word))
    }
    readings = [organisation.get(word) or _romanise_word(word, context) for word in words]
    if not named:
        return _combine(words, readings)
    return [named.get(word) or found for word, found in zip(words, readings, strict=True)]


def _combine(words: Sequence[str], readings: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The readings as they go together, then the first of one word with the second of the next.

    Who spells one word of a name by one rule may spell another by habit.
    """
    varied = [
        len(found) > 1 and find_script(word[0]) in _VARIED
        for word, found in zip(words, readings, strict=True)
    ]
    if sum(varied) < 2:
        return readings
    count = max(map(len, readings))
    combined: list[tuple[str, ...]] = []
    turn = 0
    for found, varies in zip(readings, varied, strict=True):
        aligned = (pick(found, number) for number in range(count))
        mixed = (pick(found, turn), pick(found, 1 - turn))
        combined.append((*aligned, *mixed) if varies else found)
        turn ^= varies
    return combined


def pick(readings: Sequence[str], number: int) -> str:
    """The reading of that number, the last one where there are fewer, empty where none."""
    return readings[min(number, len(readings) - 1)] if readings else ""


@lru_cache(maxsize=1 << 15)
def _romanise_word(word: str, context: _Context) -> tuple[str, ...]:
    if word.isascii():
        return ()
    main = next((find_script(char) for char in word if char.isalpha()), "Zyyy")
    scripts = [_script(char, main) for char in word]
    runs = [
        (script, "".join(char for char, _ in chars))
        for script, chars in groupby(zip(word, scripts, strict=True), key=itemgetter(1))
    ]
    parts = [_romanise_run(run, script, context) for script, run in runs]
    if not all(parts):
        return ()
    count = min(MOST_READINGS, max(map(len, parts)))
    space = " " if any(script in _APART for script, _ in runs) else ""
    joined = (fold(space.join(pick(part, i) for part in parts)) for i in range(count))
    return tuple(dict.fromkeys(filter(None, joined)))


def _script(char: str, main: str) -> str:
    """The script of a character; marks have that of their word, ASCII digits are Latin."""
    if char.isalpha():
        return find_script(char)
    return "Latn" if char.isascii() else main


def _romanise_run(run: str, script: str, context: _Context) -> tuple[str, ...]:
    if reader := _READERS.get(script):
        return reader(run)
    match script:
        case "Latn":
            return (run,)
        case "Cyrl":
            return romanise_cyrillic(run, context.cyrillic)
        case "Hang":
            return romanise_hangul(run)
        case "Hani":
            return () if context.japanese else romanise_han(run)
        case _:
            return _by_character(run)


def _by_character(run: str) -> tuple[str, ...]:
    """All other scripts, character by character."""
    from anyascii import anyascii  # only names in these scripts need it

    written = fold(str(anyascii(run)))
    return (written.replace(" ", ""),) if written else ()


_READERS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "Arab": romanise_arabic,
    "Beng": partial(romanise_indic, script="Beng"),
    "Deva": partial(romanise_indic, script="Deva"),
    "Hebr": romanise_hebrew,
    "Kana": romanise_kana,
    "Khmr": romanise_khmer,
    "Mymr": romanise_burmese,
    "Thai": romanise_thai,
    **{code: partial(romanise_alphabetic, language=name) for code, name in _ALPHABETS.items()},
}
"""By script, the readings of a run of letters where nothing else of the name matters."""
