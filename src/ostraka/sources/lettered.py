"""Several values in one cell, marked a), b), c), or (a), (b), (c), in half or full width."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"[(（]([a-z]{1,2})[)）]|(?:^|(?<=[\s;,.、。，；]))([a-z]{1,2})[)）]")
_ROMAN = re.compile(r"(?:(?<=[(（])|(?:^|(?<=[\s;,.、。，；])))([ivx]{1,5})[)）]")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_TRIMMED = " \t\n\u3000;,、，；。及び"


def split_lettered(text: str) -> tuple[str, ...]:
    """The values of a cell in order, without their marks; the whole text where it has no marks.

    Roman numerals mark values as well, where there are two of them at least. Only letters that
    follow one another from `a` are marks, so that a bracket with one letter inside a value is part
    of it. What stands before the first mark is a value of its own.

    >>> split_lettered("a) 1957 b) 1953"), split_lettered("（a）アブー(b)アブ")
    (('1957', '1953'), ('アブー', 'アブ'))
    >>> split_lettered("PCE(r)-GRAPO")
    ('PCE(r)-GRAPO',)
    """
    marks = list(_iter_marks(text)) or _find_numerals(text)
    ends = [start for start, _ in marks] + [len(text)]
    head = text[: ends[0]]
    values = (text[end:stop] for (_, end), stop in zip(marks, ends[1:], strict=True))
    return tuple(v for v in (part.strip(_TRIMMED) for part in (head, *values)) if v)


def _iter_marks(text: str) -> Iterator[tuple[int, int]]:
    expected = "a"
    for found in _MARK.finditer(text):
        if (found[1] or found[2]) == expected:
            yield found.span()
            expected = _following(expected)


def _find_numerals(text: str) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for found in _ROMAN.finditer(text):
        if found[1] == _NUMERALS[min(len(marks), len(_NUMERALS) - 1)]:
            opened = found.start() and text[found.start() - 1] in "(（"
            marks.append((found.start() - bool(opened), found.end()))
    return marks if len(marks) > 1 else []


def _following(letter: str) -> str:
    if letter == "z":
        return "aa"
    return letter[:-1] + chr(ord(letter[-1]) + 1)
