"""CSV and TSV in: one record after the other, and no broken one takes another with it.

A quotation mark that is opened and never closed would swallow the rows behind it, up to the next
one. So a record over several lines is believed only when it is well formed and as wide as the
header; otherwise its first line alone is judged, and its other lines are read as rows of their own.

A line of white space without a delimiter is no row and is not counted.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import TextIO

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.columns import GivenColumns, count_known
from ostraka.screening.tables.records import Record, Unreadable, printable

DELIMITERS = ",;\t|"
LINE_LIMIT = 4 * 1024 * 1024
"""Longest line that is read, in characters."""

RECORD_LINES = 1_000
"""Most lines that one record may have."""

_SEPARATOR_LINE = re.compile(r"sep=(.)\s*$")  # Excel's own first line
_LINE_ENDS = ("\n", "\r")
_LONGEST_VALUE = 131_072  # characters
_QUOTE_REMEDY = (
    "Close the quotation mark, or write a mark that belongs to the text twice. "
    "The lines after it were read as rows of their own."
)


class SeparatedReader:
    """The records of a CSV or TSV text, its header first."""

    def __init__(self, text: TextIO, delimiter: str | None, given: GivenColumns = ()) -> None:
        """`delimiter` is told from the first line where it is `None`."""
        self._lines: Iterator[str] = iter(partial(text.readline, LINE_LIMIT), "")
        self._text = text
        self._pushed: deque[str] = deque()
        self._taken: list[str] = []
        first = self._find_first_line()
        if (stated := _SEPARATOR_LINE.match(first)) and delimiter is None:
            delimiter = stated[1]
        else:
            self._pushed.append(first)
        self._delimiter = delimiter or sniff_delimiter(first, given)
        self.header = self._read_header()

    def records(self) -> Iterator[Record]:
        """The rows of data in order."""
        taken, width = self._taken, len(self.header)
        reader = self._make_reader()
        while True:
            taken.clear()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield self._judge_first_line()
                reader = self._make_reader()
                continue
            if len(taken) > 1 and len(cells) != width:
                yield self._judge_first_line()
                reader = self._make_reader()
            elif len(cells) > 1 or taken[0].strip():
                yield cells

    def _make_reader(self) -> Iterator[list[str]]:
        # The limit is the whole process's: another library may have raised it.
        csv.field_size_limit(_LONGEST_VALUE)
        return csv.reader(self._feed(), delimiter=self._delimiter, strict=True)

    def _feed(self) -> Iterator[str]:
        """The lines for one reader; it stops early where one record has too many of them."""
        taken, pushed = self._taken, self._pushed
        while len(taken) < RECORD_LINES:
            line = pushed.popleft() if pushed else next(self._lines, "")
            if not line:
                return
            if len(line) == LINE_LIMIT and not line.endswith(_LINE_ENDS):
                line = self._skip_line()
            taken.append(line)
            yield line

    def _skip_line(self) -> str:
        """A field that the csv module refuses for its length stands for a line without end."""
        while (rest := next(self._lines, "")) and not rest.endswith(_LINE_ENDS):
            pass
        return "x" * (_LONGEST_VALUE + 1)

    def _judge_first_line(self) -> Record:
        """The first line of a record that cannot be believed; the others are given back."""
        first, *others = self._taken
        self._pushed.extendleft(reversed(others))
        alone = csv.reader([first, '"'], delimiter=self._delimiter)
        try:
            cells = next(alone)
        except csv.Error:
            problem = (
                f"a value is longer than {_LONGEST_VALUE:,} characters, or the line cannot be read"
            )
            return Unreadable(problem, "Shorten the value.", printable(first))
        if alone.line_num > 1:
            problem = "a quotation mark is opened and not closed"
            return Unreadable(problem, _QUOTE_REMEDY, printable(first))
        return cells

    def _find_first_line(self) -> str:
        for line in self._lines:
            if line.strip():
                return line
        raise TableRefused(
            "the table is empty",
            where="header",
            remedy="Give a table whose first line holds the headings of the columns.",
        )

    def _read_header(self) -> list[str]:
        self._taken.clear()
        try:
            return [heading.strip() for heading in next(self._make_reader())]
        except csv.Error:
            header = self._judge_first_line()
        if isinstance(header, Unreadable):
            raise TableRefused(header.problem, where="header", remedy=header.remedy)
        return [heading.strip() for heading in header]


def sniff_delimiter(line: str, given: GivenColumns = ()) -> str:
    """The delimiter under which the line has the most headings that are known, then the most.

    >>> sniff_delimiter("name;address, city")
    ';'
    """

    def rate(delimiter: str) -> tuple[int, int]:
        header = _split(line, delimiter)
        return count_known(header, given), len(header)

    return max(DELIMITERS, key=rate)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []
