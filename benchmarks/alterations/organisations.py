"""What people change in the name of an organisation or a ship."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.tables_reading import load_pairs, load_table

_AND = re.compile(r"\b(and)\b", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,8}")


def respell_form(name: ListedName, random: Random) -> str:
    """The legal form in another spelling of its class: Limited is Ltd, OOO is LLC."""
    found = _find_form(name.words)
    if not found:
        return ""
    start, end, spellings = found
    written = " ".join(name.words[start:end])
    others = [other for other in spellings if other.lower() != written.lower()]
    return " ".join((*name.words[:start], random.choice(others or [""]), *name.words[end:]))


def drop_form(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Without its legal form, where two other words are left."""
    found = _find_form(name.words)
    if not found:
        return ""
    rest = (*name.words[: found[0]], *name.words[found[1] :])
    return " ".join(rest).rstrip(" ,") if len(rest) >= 2 else ""


def abbreviate(name: ListedName, random: Random) -> str:
    """One usual word abbreviated, or the abbreviation written out."""
    places = [k for k, word in enumerate(name.words) if _key(word) in _abbreviations()]
    if not places:
        return ""
    at = random.choice(places)
    other = random.choice(_abbreviations()[_key(name.words[at])])
    return " ".join((*name.words[:at], _in_case(other, name.words[at]), *name.words[at + 1 :]))


def change_and(name: ListedName, random: Random) -> str:  # one shape for all
    """ "and" for "&", "&" for "and"; or nothing for either."""
    if " & " in name.text:
        return name.text.replace(" & ", random.choice((" and ", " ")))
    return _AND.sub(random.choice(("&", "+")), name.text) if _AND.search(name.text) else ""


def change_numbers(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Numbers up to twenty in words, and words as numbers."""
    numbers = load_pairs("numbers")
    words = {word: number for number, word in numbers.items()}
    changed = [_change_number(word, numbers, words) for word in name.words]
    return " ".join(changed)


def dot_acronym(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """The acronym that the list gives besides this name, with points: "I.R.G.C."."""
    acronym = _find_acronym(name)
    return ".".join(acronym) + "." if acronym else ""


def append_acronym(name: ListedName, random: Random) -> str:
    """The name with the acronym that the list gives for it, behind it or before it."""
    acronym = _find_acronym(name)
    if not acronym:
        return ""
    return random.choice(("{0} ({1})", "{0} - {1}", "{1} {0}")).format(name.text, acronym)


def change_the(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """The article in front, or no longer there."""
    if name.words[0].lower() == "the":
        return " ".join(name.words[1:]) if len(name.words) > 2 else ""
    return f"The {name.text}"


def add_ship_prefix(name: ListedName, random: Random) -> str:
    """With what stands before ships' names: M/V, MT."""
    return f"{random.choice(load_table('ship_prefixes'))[0]} {name.text}"


def _change_number(word: str, numbers: dict[str, str], words: dict[str, str]) -> str:
    if word in numbers:
        return numbers[word].capitalize()
    return words.get(word.lower(), word)


def _find_acronym(name: ListedName) -> str:
    """A listed name of three to eight capitals that are the initials of words of this name."""
    initials = "".join(word[0].upper() for word in name.words)
    for other in name.others:
        if len(name.words) > 2 and _ACRONYM.fullmatch(other) and _in_order(other, initials):
            return other
    return ""


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _find_form(words: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]] | None:
    """Where a legal form stands, at the end or in front, the longest; and its class."""
    for length in range(min(5, len(words) - 1), 0, -1):
        for start in (len(words) - length, 0):
            key = _key(" ".join(words[start : start + length]))
            if key in _forms():
                return start, start + length, _forms()[key]
    return None


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _in_case(word: str, like: str) -> str:
    return word.upper() if like.isupper() else word


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    classes = [tuple(row[0].split("|")) for row in load_table("legal_forms")]
    return {_key(form): forms for forms in classes for form in forms}


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, short in load_table("abbreviations"):
        shorts = tuple(short.split("|"))
        found[_key(word)] = shorts
        for abbreviation in shorts:
            found.setdefault(_key(abbreviation), (word,))
    return found
