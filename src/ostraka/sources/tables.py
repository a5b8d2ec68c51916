"""The CSV tables beside a reader: facts of law and words of a list, not code."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import resources


def iter_table(package: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table of a package, without the lines of its head that begin with `#`."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines)


@cache
def load_words(package: str, name: str) -> dict[str, str]:
    """A table of two columns, the first to the second: words of a list to words of the model."""
    rows = (tuple(row.values()) for row in iter_table(package, name))
    return {word: meaning for word, meaning, *_ in rows}
