"""Which kind of file of stakes this is, told from its content."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from ostraka.model.errors import StakesRefused
from ostraka.ownership.readers.json_lines import read_objects
from ostraka.ownership.readers.opening import open_bytes, open_text
from ostraka.ownership.stakes import Stakes

Object = Mapping[str, Any]
_START = 4096


def read_stakes(path: Path) -> Stakes:
    """The stakes of a file, whatever of the known kinds it is.

    Raises:
        StakesRefused: It is of no known kind, or cannot be read as what it is.
    """
    with open_bytes(path) as raw:
        start = raw.read(_START).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return _read_xml(path)
    if start[:1] in {b"{", b"["}:
        return _read_json(path)
    with open_text(path) as text:
        return _read_table(text, start, path.name)


def _read_xml(path: Path) -> Stakes:
    from ostraka.ownership.readers.gleif import read_gleif

    with open_bytes(path) as raw:
        return read_gleif(raw, path.name)


def _read_table(text: TextIO, start: bytes, file: str) -> Stakes:
    if b"Relationship.StartNode.NodeID" in start:
        from ostraka.ownership.readers.gleif import read_gleif_csv

        return read_gleif_csv(text, file)
    from ostraka.ownership.readers.csv_stakes import read_csv

    return read_csv(text, file)


def _read_json(path: Path) -> Stakes:
    with open_text(path) as text:
        objects = read_objects(text, path.name)
        first = next(objects, {})
        reader = _choose(first)
        if reader is None:
            raise StakesRefused(
                "it is no kind of stakes that is known: its first record has "
                f"{', '.join(sorted(first)[:6]) or 'nothing'}",
                where=path.name,
                remedy="Give BODS 0.4, a PSC snapshot, FollowTheMoney, GLEIF level 2, or CSV.",
            )
        return reader(_chain(first, objects), path.name)


def _choose(first: Object) -> Callable[[Iterator[Object], str], Stakes] | None:
    if "recordType" in first or "statementId" in first or "statementID" in first:
        from ostraka.ownership.readers.bods import read_bods

        return read_bods
    if isinstance(first.get("data"), Mapping) and "kind" in first["data"]:
        from ostraka.ownership.readers.psc import read_psc

        return read_psc
    if "schema" in first and "properties" in first:
        from ostraka.ownership.readers.ftm import read_ftm

        return read_ftm
    return None


def _chain(first: Object, rest: Iterator[Object]) -> Iterator[Object]:
    yield first
    yield from rest


def read_stakes_text(text: str, name: str = "text.csv") -> Stakes:
    """The stakes of a table that is at hand as text."""
    from ostraka.ownership.readers.csv_stakes import read_csv

    return read_csv(io.StringIO(text), name)
