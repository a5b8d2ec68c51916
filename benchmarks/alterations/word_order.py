"""Words in another order, joined or parted; no letter changes."""

from __future__ import annotations

import re
from random import Random

from benchmarks.alterations.case import ListedName

_LEAST_PART = 3
_HYPHENATED = re.compile(r"(?<=\w)[-‐‑](?=\w)")


def put_family_first(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """ "Anna SCHMIDT" becomes "SCHMIDT Anna"; only names of persons."""
    return " ".join(name.family + name.given) if name.given and name.family else ""


def put_family_first_with_comma(name: ListedName, random: Random) -> str:  # noqa: ARG001
    """ "Anna SCHMIDT" becomes "SCHMIDT, Anna"; only names of persons."""
    if not name.given or not name.family:
        return ""
    return f"{' '.join(name.family)}, {' '.join(name.given)}"


def permute_given(name: ListedName, random: Random) -> str:
    """The given names in another order, the family name last."""
    if len(name.given) < 2:
        return ""
    given = list(name.given)
    random.shuffle(given)
    return " ".join((*given, *name.family))


def join_words(name: ListedName, random: Random) -> str:
    """Two neighbouring words written as one."""
    words = list(name.words)
    places = [k for k in range(len(words) - 1) if words[k].isalpha() and words[k + 1].isalpha()]
    if not places:
        return ""
    at = random.choice(places)
    return " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))


def split_word(name: ListedName, random: Random) -> str:
    """A word of six letters or more written as two, of three letters or more each."""
    words = list(name.words)
    places = [k for k, word in enumerate(words) if word.isalpha() and len(word) >= 2 * _LEAST_PART]
    if not places:
        return ""
    at = random.choice(places)
    cut = random.randint(_LEAST_PART, len(words[at]) - _LEAST_PART)
    return " ".join((*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]))


def add_hyphen(name: ListedName, random: Random) -> str:
    """A hyphen instead of one space between words of letters."""
    words = name.words
    places = [k for k in range(len(words) - 1) if words[k].isalpha() and words[k + 1].isalpha()]
    if not places:
        return ""
    at = random.choice(places)
    return " ".join((*words[:at], f"{words[at]}-{words[at + 1]}", *words[at + 2 :]))


def remove_hyphen(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """A space instead of every hyphen inside words."""
    return _HYPHENATED.sub(" ", name.text)


def join_hyphenated(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Nothing instead of every hyphen inside words."""
    return _HYPHENATED.sub("", name.text)
