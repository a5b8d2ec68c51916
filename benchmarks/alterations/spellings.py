"""Names romanised by another standard: letters of one are written as letters of the other.

Which standard a clerk follows is not known, so one or two rules of a table are applied wherever the
name shows the letters. Which names come from which script is told by words of the name or by the
country that the list states: a property of these test rows.
"""

from __future__ import annotations

import re
from functools import cache, partial
from random import Random

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.tables_reading import load_table

_CHINESE = {"cn", "hk", "tw", "mo"}
_KOREAN = {"kp", "kr"}
Rule = tuple[re.Pattern[str], str]


def respell_cyrillic(name: ListedName, random: Random) -> str:
    """By other letter pairs for Cyrillic, where a word ends as names in -ov, -sky, -ich do."""
    endings = tuple(end for end, _ in load_table("family_endings"))
    if not any(word.lower().endswith(endings) for word in name.words if len(word) > 4):
        return ""
    return _respell(name.text, _rules("cyrillic_pairs"), random)


def respell_arabic(name: ListedName, random: Random) -> str:
    """By other letter pairs for Arabic, where a word is a usual Arabic given name or particle."""
    markers = {word for (word,) in load_table("arabic_given")}
    words = re.split(r"[\s-]+", name.text.lower())
    if not markers.intersection(words):
        return ""
    return _respell(name.text, _rules("arabic_pairs"), random)


def respell_chinese(name: ListedName, random: Random) -> str:
    """The family name as Wade-Giles or Cantonese spells it; where the list says China."""
    return _respell_word(name, "chinese_families", _CHINESE, random)


def respell_korean(name: ListedName, random: Random) -> str:
    """The family name in another of the spellings in use; where the list says Korea."""
    return _respell_word(name, "korean_families", _KOREAN, random)


def _respell(text: str, rules: tuple[Rule, ...], random: Random) -> str:
    able = [rule for rule in rules if rule[0].search(text)]
    if not able:
        return ""
    for pattern, letters in random.sample(able, min(len(able), random.choice((1, 2)))):
        text = pattern.sub(partial(_write, letters), text)
    return text


def _write(letters: str, found: re.Match[str]) -> str:
    """The letters in the case of what they replace, which may be one letter of a word."""
    before = found.string[: found.start()][-1:]
    if found.group().isupper() and before.isupper():
        return letters.upper()
    return _in_case(letters, found.group())


def _in_case(letters: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return letters.upper()
    return letters.capitalize() if like[:1].isupper() else letters


def _respell_word(name: ListedName, table: str, countries: set[str], random: Random) -> str:
    if not countries.intersection(name.countries):
        return ""
    for at, word in enumerate(name.words):
        others = _spellings(table).get(word.lower(), ())
        if others:
            other = _in_case(random.choice(others), word)
            return " ".join((*name.words[:at], other, *name.words[at + 1 :]))
    return ""


@cache
def _rules(table: str) -> tuple[Rule, ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), letters) for pattern, letters in load_table(table)
    )


@cache
def _spellings(table: str) -> dict[str, tuple[str, ...]]:
    groups = [tuple(row[0].split("|")) for row in load_table(table)]
    return {word: tuple(o for o in group if o != word) for group in groups for word in group}
