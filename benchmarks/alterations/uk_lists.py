"""The United Kingdom's lists, as far as the benchmark needs them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.alterations.party_making import Part, make_party
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind

_CONSOLIDATED = "uk_ofsi/conlist-2020-04-27/ConList.csv"
_NAMES_ONLY = "uk_fcdo/uksl-names-derived-2026-06-11/uk.json"
_KINDS = {"Individual": PartyKind.PERSON, "Entity": PartyKind.ORGANISATION}
_ALIASES = {"Prime Alias": NameKind.PRIMARY, "FKA": NameKind.FORMER}
_NUMBERED = re.compile(r"\(?\b\d+\)\s*")
_GIVEN = tuple(f"Name {number}" for number in range(1, 6))


def read_uk_ofsi(lists: Path) -> Iterator[Party]:
    """The consolidated list of 2020: one party a group of rows, the prime alias first."""
    with (lists / _CONSOLIDATED).open(encoding="cp1252", newline="") as file:
        next(file)  # the date of the list
        rows = sorted(csv.DictReader(file), key=_order)
    for group, members in groupby(rows, key=lambda row: row["Group ID"]):
        named = list(members)
        party = make_party(
            "uk_ofsi",
            group,
            _KINDS.get(named[0]["Group Type"]),
            [_read_name(row) for row in named],
            born=[part for row in named for part in _part(row["DOB"])],
            countries=_part(named[0]["Nationality"]),
        )
        if party:
            yield party


def read_uk_fcdo(lists: Path) -> Iterator[Party]:
    """The names of the UK Sanctions List of 2026: the file has no more, so each is a party."""
    for entry in json.loads((lists / _NAMES_ONLY).read_text(encoding="utf-8")):
        name = (entry["full_name"], NameKind.ALIAS, "", "")
        party = make_party("uk_fcdo", str(entry["id"]), None, [name])
        if party:
            yield party


def _order(row: dict[str, str]) -> tuple[int, bool]:
    return int(row["Group ID"]), row["Alias Type"] != "Prime Alias"


def _read_name(row: dict[str, str]) -> Part:
    given = " ".join(row[column] for column in _GIVEN if row[column])
    family = row["Name 6"]
    kind = _ALIASES.get(row["Alias Type"], NameKind.ALIAS)
    if row["Group Type"] != "Individual":
        return f"{family} {given}".strip(), kind, "", ""
    return f"{given} {family}".strip(), kind, given, family


def _part(text: str) -> list[str]:
    """ "1) Saudi Arabia 2) Qatar" is two values."""
    return [part.strip(" .") for part in _NUMBERED.split(text) if part.strip(" .")]
