"""Annexes of the European Union's regulations, as transcribed from the Official Journal."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.alterations.party_making import Part, is_latin, make_party
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind

SOURCE = "eu_journal"
_FOLDER = "eu_journal/consolidated-by-act-2026-08-22"
_KINDS = {
    "Person": PartyKind.PERSON,
    "Company": PartyKind.ORGANISATION,
    "Organization": PartyKind.ORGANISATION,
    "LegalEntity": PartyKind.ORGANISATION,
    "Vessel": PartyKind.VESSEL,
}
_COLUMNS = {
    "name": NameKind.PRIMARY,
    "alias": NameKind.ALIAS,
    "weakAlias": NameKind.WEAK_ALIAS,
    "previousName": NameKind.FORMER,
}
_BRACKET = re.compile(r"\s*\(([^()]*)\)")


def read_eu_journal(lists: Path) -> Iterator[Party]:
    """Every row that names somebody, one party a row, of every act."""
    for path in sorted((lists / _FOLDER).glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                party = make_party(
                    SOURCE,
                    f"{path.stem}/{number}",
                    _KINDS.get(row["schema"]),
                    list(_read_names(row)),
                    born=_split(row["birthDate"]),
                    countries=_split(row["nationality"]),
                )
                if party:
                    yield party


def _read_names(row: dict[str, str]) -> Iterator[Part]:
    for column, kind in _COLUMNS.items():
        for text in _split(row[column]):
            for name in _part_scripts(text):
                yield name, kind if is_latin(name) else NameKind.ALIAS, "", ""


def _part_scripts(text: str) -> Iterator[str]:
    """ "Sergei AKSENOV (Сергей АКСЁНОВ)" is two names; a bracket in Latin letters stays."""
    native = [found for found in _BRACKET.findall(text) if not is_latin(found)]
    if not is_latin(_BRACKET.sub("", text)):
        native = []
    for name in native:
        text = text.replace(f"({name})", "")
    yield from (text, *native)


def _split(text: str) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]
