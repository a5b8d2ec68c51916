"""JSON Lines in: one object a line, and a broken line is refused alone.

A blank line is no row and is not counted. Numbers keep the digits they are written with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TextIO

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.records import Record, Unreadable, printable

LINE_LIMIT = 4 * 1024 * 1024
"""Longest line that is read, in characters."""

KEY_LIMIT = 1_000
"""Most different keys that the objects of one file may have."""

_REMEDY = "Write one JSON object on the line."


class JsonLinesReader:
    """The records of a JSON Lines text; its header grows as new keys are met."""

    def __init__(self, text: TextIO) -> None:
        self._lines: Iterator[str] = iter(partial(text.readline, LINE_LIMIT), "")
        self.header: list[str] = []
        self._places: dict[str, int] = {}

    def records(self) -> Iterator[Record]:
        """The rows of data in order."""
        for line in self._lines:
            if len(line) == LINE_LIMIT and not line.endswith("\n"):
                self._skip_line()
                problem = f"the line is longer than {LINE_LIMIT:,} characters"
                yield Unreadable(problem, _REMEDY, printable(line))
            elif line.strip():
                yield self._parse_line(line)

    def _skip_line(self) -> None:
        while (rest := next(self._lines, "")) and not rest.endswith("\n"):
            pass

    def _parse_line(self, line: str) -> Record:
        try:
            value = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            return Unreadable("the line is not JSON", _REMEDY, printable(line))
        if not isinstance(value, dict):
            return Unreadable("the line is not a JSON object", _REMEDY, printable(line))
        return self._place(value)

    def _place(self, value: dict[str, object]) -> list[str]:
        places = self._places
        for key in value:
            if key not in places:
                self._add_key(key)
        cells = [""] * len(places)
        for key, content in value.items():
            cells[places[key]] = content if isinstance(content, str) else write_text(content)
        return cells

    def _add_key(self, key: str) -> None:
        if len(self.header) == KEY_LIMIT:
            raise TableRefused(
                f"the objects have more than {KEY_LIMIT:,} different keys",
                where="keys",
                remedy="Give one object a line, with the same keys in each.",
            )
        self._places[key] = len(self.header)
        self.header.append(key)


def write_text(content: object) -> str:
    """The value of a key as the text of a cell: the values of a list are joined by `; `.

    >>> write_text(["de", None, "fr"])
    'de; fr'
    """
    match content:
        case str():
            return content
        case None:
            return ""
        case bool():
            return "true" if content else "false"
        case list():
            return "; ".join(filter(None, map(write_text, content)))
        case _:
            return json.dumps(content, ensure_ascii=False)
