"""Extracts that keep names only, put back into the shapes of their publishers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ostraka.sources.reading import InputFile
from sources.eu_samples import make_fsf_entity, make_fsf_name, make_fsf_xml
from sources.ofac.ofac_samples import NONE, Row, primary, table
from sources.uk_samples import make_uksl_csv

Entries = Sequence[dict[str, Any]]
_KINDS = {"entity": NONE}


def make_names_xml(entries: Entries) -> InputFile:
    """The Financial Sanctions Files with these names."""
    return make_fsf_xml(*map(_make_entity, entries))


def _make_entity(entry: dict[str, Any]) -> str:
    names = [str(entry["name"]), *map(str, entry["details"]["aliases"])]
    return make_fsf_entity(
        names="".join(make_fsf_name(name) for name in names),
        code="P" if entry["type"] == "INDIVIDUAL" else "E",
        logicalId=str(entry["id"]).removeprefix("EU-"),
        euReferenceNumber="",
    )


def make_names_csv(entries: Entries) -> InputFile:
    """The UK Sanctions List with a designation for each name, since the extract joins none."""
    return make_uksl_csv(
        *({"Unique ID": f"ZZZ{e['id']}", "Name 6": e["full_name"], "Name 1": ""} for e in entries)
    )


def make_sdn_set(entries: Entries) -> tuple[InputFile, ...]:
    """OFAC's files of entries and of aliases with these names."""
    rows = (
        Row(
            uid=str(e["uid"]),
            name=_plain(e["name"]),
            kind=_KINDS.get(str(e["type"]), str(e["type"])),
            programmes="] [".join(e["programs"]),
        )
        for e in entries
    )
    aliases = (
        f'{e["uid"]},{number},"aka","{_plain(name)}",{NONE}'
        for e in entries
        for number, name in enumerate(e["alternateNames"], start=1)
    )
    return primary(*rows), table("alt.csv", *aliases)


def make_companies(entries: Entries) -> InputFile:
    """OFAC's file of non-SDN entries with these companies, numbered here."""
    rows = (
        Row(uid=str(number), name=_plain(e["name"]), programmes="CMIC-EO13959")
        for number, e in enumerate(entries, start=900001)
    )
    return primary(*rows, name="cons_prim.csv")


def _plain(text: str) -> str:
    return text.replace('"', "'")
