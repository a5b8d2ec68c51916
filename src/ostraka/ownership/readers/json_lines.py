"""Records of a JSON file, whether it is one array or one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from ostraka.model.errors import StakesRefused


def read_objects(text: TextIO, file: str) -> Iterator[Mapping[str, Any]]:
    """Every record that is an object, in order.

    Raises:
        StakesRefused: A line, or the whole, is no JSON.
    """
    first = text.readline()
    if _is_line(first):
        yield from _read_lines(first, text, file)
        return
    try:
        whole = json.loads(first + text.read())
    except ValueError as error:
        raise _refuse(error, file) from error
    for record in whole if isinstance(whole, list) else [whole]:
        if isinstance(record, Mapping):
            yield record


def _read_lines(first: str, text: TextIO, file: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(_with(first, text), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise _refuse(error, f"{file}, line {number}") from error
        if isinstance(record, Mapping):
            yield record


def _with(first: str, rest: TextIO) -> Iterator[str]:
    yield first
    yield from rest


def _is_line(text: str) -> bool:
    """Whether the first line is a whole record, so that every line is one."""
    try:
        return isinstance(json.loads(text), Mapping)
    except ValueError:
        return False


def _refuse(error: ValueError, where: str) -> StakesRefused:
    return StakesRefused(
        f"it is no JSON: {error}", where=where, remedy="Fetch the file again, or mend the line."
    )
