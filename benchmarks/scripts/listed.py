"""Pairs derived at run time from real lists that give a name in both scripts."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from fastexcel import read_excel

from ostraka.names import scripts
from ostraka.names.folding import fold

LISTS = Path(__file__).parents[3] / "shared" / "lists"
MOST = 240
"""Of each list and script at most this many pairs are taken, chosen by their hash."""

_SCRIPTS = {"arabic": "Arab", "cyrillic": "Cyrl"}
_UN = "un_sc/consolidated-2026-02-27/consolidated.xml"
_UK = "uk_ofsi/conlist-2022-05-04/ConList.xlsx"
_UA = "opensanctions/targets-ua-war-sanctions-2026-03-13/targets.simple.csv"
_UN_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_TITLE = re.compile(r"\(.*?\)|[.,]")

Found = Iterator[tuple[str, str]]


def load_listed(script: str) -> list[tuple[str, str, str]]:
    """Native name, Latin name and the list; nothing for a script or list that is not there."""
    code = _SCRIPTS.get(script)
    if code is None:
        return []
    sources = {"UN list": _UN, "UK list": _UK, "Ukrainian portal": _UA}
    found: dict[str, tuple[str, str, str]] = {}
    for name, path in sources.items():
        if (LISTS / path).is_file():
            for native, latin in _sample(_people(path), code):
                found.setdefault(fold(native), (native, latin, name))
    return list(found.values())


def _sample(found: tuple[tuple[str, str], ...], code: str) -> list[tuple[str, str]]:
    """Full names wholly in one script against full names in Latin letters."""
    tidy = {(_TITLE.sub(" ", native).strip(), _TITLE.sub(" ", latin)) for native, latin in found}
    fit = [
        (native, " ".join(latin.split()))
        for native, latin in tidy
        if scripts(native) == (code,) and scripts(latin) == ("Latn",)
        if 2 <= len(native.split()) <= 6 and 2 <= len(latin.split()) <= 6
    ]
    by_native = {native: (native, latin) for native, latin in sorted(fit)}
    return sorted(by_native.values(), key=lambda pair: _hash(pair[0]))[:MOST]


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


@cache
def _people(path: str) -> tuple[tuple[str, str], ...]:
    reader = {_UN: _read_un, _UK: _read_uk, _UA: _read_ua}[path]
    return tuple(reader(LISTS / path))


def _read_un(path: Path) -> Found:
    for person in ET.parse(path).iter("INDIVIDUAL"):  # noqa: S314 - a file of ours
        native = person.findtext("NAME_ORIGINAL_SCRIPT")
        if native:
            yield native, " ".join(filter(None, (person.findtext(tag) for tag in _UN_NAMES)))


def _read_uk(path: Path) -> Found:
    sheet = read_excel(path).load_sheet(0, header_row=1, dtypes="string").to_arrow()
    for row in sheet.to_pylist():
        native = row["Name Non-Latin Script"]
        if native and row["Group Type"] == "Individual" and row["Alias Type"] == "Primary name":
            names = (row[f"Name {number}"] for number in (1, 2, 3, 4, 5, 6))
            yield native, " ".join(filter(None, names))


def _read_ua(path: Path) -> Found:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["schema"] == "Person":
                for alias in row["aliases"].split(";"):
                    yield alias, row["name"]
