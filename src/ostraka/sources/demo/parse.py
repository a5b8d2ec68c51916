"""The bundled list, from its own YAML to parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import yaml

from ostraka.model.dates import PartialDate
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import (
    Act,
    ActKind,
    Clause,
    ClauseKind,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.dating import make_year
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.text import decode

SOURCE = "demo"
_Entry = Mapping[str, Any]


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the bundled file, each on each list it was on.

    Raises:
        SourceRefused: not exactly one file, or not the YAML of the bundled list.
    """
    if len(files) != 1:
        raise _refused(", ".join(file.name for file in files), "it is one file")
    content = _load(files[0])
    names = {entry["id"]: entry["name"] for entry in content["parties"]}
    parties = tuple(_make_party(e, content["events"], names) for e in content["parties"])
    return ParsedList(
        parties=parties,
        published=content["published"],
        counted=files[0].data.count(b"\n  - id: "),
        tallies={"records": len(parties), "names": sum(len(p.names) for p in parties)},
    )


def _load(file: InputFile) -> dict[str, Any]:
    try:
        content = yaml.safe_load(decode(file))
    except yaml.YAMLError as problem:
        raise _refused(file.name, "its YAML is damaged") from problem
    wanted = {"published", "events", "parties"}
    if not isinstance(content, dict) or not wanted <= content.keys():
        raise _refused(file.name, f"it must hold {', '.join(sorted(wanted))}")
    if not isinstance(content["published"], date):
        raise _refused(file.name, "its date of publication is not a date")
    return content


def _refused(where: str, why: str) -> SourceRefused:
    return SourceRefused(
        f"this is not the bundled list: {why}",
        where=where,
        remedy="Import the file parties.yml that came with this version.",
    )


def _make_party(entry: _Entry, events: Mapping[str, _Entry], names: Mapping[str, str]) -> Party:
    key: str = entry["id"]
    origin = Origin(SOURCE, key)
    kind = PartyKind(entry["kind"])
    person = kind is PartyKind.PERSON
    role = CountryRole.NATIONALITY if person else CountryRole.REGISTRATION
    return Party(
        id=f"{SOURCE}:{key}",
        source=SOURCE,
        kind=kind,
        names=tuple(_make_names(entry, origin)),
        listings=tuple(_make_listing(name, events[name], key) for name in entry["listings"]),
        origin=origin,
        countries=tuple(CountryTie(c, role, origin) for c in entry.get("countries", ())),
        born=_make_years(entry, "born", origin),
        identifiers=tuple(_make_identifiers(entry, origin)),
        genders=_make_genders(entry, origin),
        established=_make_years(entry, "established", origin),
        relations=tuple(_make_link(other, names[other], key) for other in entry.get("linked", ())),
        facts=tuple(_make_facts(entry, origin)),
    )


def _make_names(entry: _Entry, origin: Origin) -> Iterator[Name]:
    yield Name(entry["name"], NameKind.PRIMARY, origin)
    for text in entry.get("aliases", ()):
        yield Name(text, NameKind.ALIAS, origin)
    for text in entry.get("weak", ()):
        yield Name(text, NameKind.WEAK_ALIAS, origin)
    for script, texts in entry.get("original", {}).items():
        for text in texts:
            yield Name(text, NameKind.ORIGINAL_SCRIPT, origin, script=script)


def _make_years(entry: _Entry, field: str, origin: Origin) -> tuple[PartialDate, ...]:
    if field not in entry:
        return ()
    return (replace(make_year(entry[field], str(entry[field])), origin=origin),)


def _make_genders(entry: _Entry, origin: Origin) -> tuple[StatedGender, ...]:
    return (StatedGender(Gender(entry["gender"]), origin),) if "gender" in entry else ()


def _make_identifiers(entry: _Entry, origin: Origin) -> Iterator[Identifier]:
    for scheme, values in entry.get("identifiers", {}).items():
        for value in values:
            yield Identifier(Scheme(scheme), value, origin)


def _make_facts(entry: _Entry, origin: Origin) -> Iterator[Fact]:
    for text in entry.get("positions", ()):
        yield Fact(Topic.POSITION, text, origin)
    for topic, texts in entry.get("facts", {}).items():
        for text in texts:
            yield Fact(Topic(topic), text, origin)


def _make_link(other: str, name: str, key: str) -> Relation:
    return Relation(RelationKind.LINKED_TO, name, Origin(SOURCE, key), other=f"{SOURCE}:{other}")


def _make_listing(name: str, event: _Entry, key: str) -> Listing:
    origin = Origin(SOURCE, f"{key}/{name}")
    dates = {DateKind.EFFECTIVE: "effective", DateKind.DIVEST_BY: "divest_by"}
    stated = dates if "divest_by" in event else {}
    clause = event.get("clause")
    return Listing(
        list=event["list"],
        authority=event["authority"],
        listing_class=ListingClass(event["class"]),
        origin=origin,
        programme=event.get("programme", ""),
        legal_basis=tuple(event["legal_basis"]),
        acts=(_make_act(event, origin),),
        dates=tuple(StatedDate(kind, event[field], origin) for kind, field in stated.items()),
        clauses=(Clause(ClauseKind(clause["kind"]), clause["text"], origin),) if clause else (),
    )


def _make_act(event: _Entry, origin: Origin) -> Act:
    return Act(
        ActKind.DESIGNATE,
        origin,
        on=event["day"],  # YAML 1.1 reads the key `on` as a truth value
        effective=event.get("effective"),
        published=event.get("published"),
        instrument=event.get("instrument", ""),
        citation=event["citation"],
        measures=tuple(event.get("measures", ())),
    )
