"""Closed sets: every word carries its meaning and, where there is one, its citation."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A member of a closed set: its value, what it means, and where that meaning is laid down.

    The meaning is data, so that the console, the API and the documentation show the same words.

    >>> class Light(Term):
    ...     RED = "red", "Stop.", "Vienna Convention on Road Signs and Signals, Art. 23"
    >>> Light.RED.meaning
    'Stop.'
    >>> Light("red") is Light.RED
    True
    """

    meaning: str
    citation: str

    def __new__(cls, value: str, meaning: str = "", citation: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        member.citation = citation
        return member
