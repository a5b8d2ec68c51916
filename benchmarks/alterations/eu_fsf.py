"""The European Union's financial sanctions files, as far as the benchmark needs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from benchmarks.alterations.party_making import Part, make_party
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind

SOURCE = "eu_fsf"
_EXCERPT = "eu_fsf/consolidated-excerpt-2022-03-18/xmlFullSanctionsList_1_1.xml"
_DERIVED = "eu_fsf/consolidated-derived-2025-04-15/eu_sanctions.json"
_SPACE = "{http://eu.europa.ec/fpi/fsd/export}"
_KINDS = {"person": PartyKind.PERSON, "enterprise": PartyKind.ORGANISATION}


def read_eu_fsf(lists: Path) -> Iterator[Party]:
    """Every entity of the official excerpt, and of the derived file those it does not hold."""
    official = {party.id: party for party in _read_excerpt(lists / _EXCERPT)}
    yield from official.values()
    yield from (party for party in _read_derived(lists / _DERIVED) if party.id not in official)


def _read_excerpt(path: Path) -> Iterator[Party]:
    for entity in etree.parse(path).getroot().iterfind(f"{_SPACE}sanctionEntity"):
        subject = entity.find(f"{_SPACE}subjectType")
        party = make_party(
            SOURCE,
            str(entity.get("logicalId")),
            _KINDS.get(str(subject.get("code"))) if subject is not None else None,
            [_read_alias(alias) for alias in entity.iterfind(f"{_SPACE}nameAlias")],
            born=[_read_birth(birth) for birth in entity.iterfind(f"{_SPACE}birthdate")],
            countries=[
                str(tie.get("countryIso2Code", ""))
                for tie in entity.iterfind(f"{_SPACE}citizenship")
                if tie.get("countryIso2Code") != "00"
            ],
        )
        if party:
            yield party


def _read_alias(alias: etree._Element) -> Part:
    given = f"{alias.get('firstName', '')} {alias.get('middleName', '')}".strip()
    kind = NameKind.ALIAS if alias.get("strong") == "true" else NameKind.WEAK_ALIAS
    return str(alias.get("wholeName", "")), kind, given, str(alias.get("lastName", ""))


def _read_birth(birth: etree._Element) -> str:
    return str(birth.get("birthdate") or birth.get("year") or "")


def _read_derived(path: Path) -> Iterator[Party]:
    for entry in json.loads(path.read_text(encoding="utf-8"))["data"]:
        names = [entry["name"], *entry["details"]["aliases"]]
        party = make_party(
            SOURCE,
            entry["id"].removeprefix("EU-"),
            PartyKind.PERSON if entry["type"] == "INDIVIDUAL" else PartyKind.ORGANISATION,
            [(name, NameKind.ALIAS, "", "") for name in names],
            born=[entry["details"].get("birthDate") or ""],
        )
        if party:
            yield party
