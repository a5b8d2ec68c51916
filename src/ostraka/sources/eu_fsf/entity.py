"""Entities of the Financial Sanctions Files as entries; those of one reference are one party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.sources.entry import Entry, kind_by_script
from ostraka.sources.eu_fsf import details, node
from ostraka.sources.eu_fsf.acts import make_listings
from ostraka.sources.eu_fsf.node import Node, Record
from ostraka.sources.gb.texts import split_numbered
from ostraka.sources.packed_names import is_acronym, is_latin
from ostraka.sources.special import without_special_sentences
from ostraka.sources.tables import iter_table, load_words

SOURCE = "eu_fsf"
_KINDS = {"P": PartyKind.PERSON, "E": PartyKind.ORGANISATION}
_CODES = {"person": PartyKind.PERSON, "enterprise": PartyKind.ORGANISATION}
_GENDERS = {"M": Gender.MALE, "F": Gender.FEMALE}
_WEAK = re.compile(r"\blow? ?quality\b|\blo quality\b", re.IGNORECASE)
_GOOD = re.compile(r"\b[gq]?o+d quality\b", re.IGNORECASE)


def find_kind(record: Record, odd: Counter[str]) -> PartyKind | None:
    """What the entity is: by the table of corrections, then by its code."""
    corrected = load_words(__package__, "kinds.csv").get(record.key)
    if corrected:
        return PartyKind(corrected)
    for subject in record.of(node.SUBJECT):
        kind = _KINDS.get(subject["classificationCode"]) or _CODES.get(subject["code"].casefold())
        if kind:
            return kind
    odd["a subject type is new or missing; the party is kept without a kind"] += 1
    return None


def make_entry(record: Record, odd: Counter[str]) -> Entry:
    """An empty entry for the party of a record."""
    return Entry(SOURCE, record.key, find_kind(record, odd), _origin_of(record))


def fill_entry(entry: Entry, record: Record, odd: Counter[str]) -> None:
    """Adds all that a record states to its entry."""
    origin = _origin_of(record)
    for alias in record.of(node.NAME):
        _add_name(entry, alias, origin)
    if record.entity["unitedNationId"]:
        number = record.entity["unitedNationId"]
        entry.add(Identifier(Scheme.LIST_REFERENCE, number, origin, label="UN reference"))
    entry.add(*make_listings(record, origin, odd))
    for birth in record.of(node.BIRTH):
        _add_birth(entry, birth, origin)
    for address in record.of(node.ADDRESS):
        entry.add(*details.read_address(address, origin))
    for part in record.of(node.CITIZENSHIP):
        entry.add(*filter(None, [details.read_citizenship(part, origin)]))
    for part in record.of(node.IDENTIFICATION):
        entry.add(*filter(None, [details.read_identification(part, origin, odd)]))
    entry.add(*_read_remarks(entry, record, origin))


def _origin_of(record: Record) -> Origin:
    return Origin(SOURCE, f"{node.ENTITY}/{record.entity['logicalId'] or record.key}")


def _add_name(entry: Entry, alias: Node, origin: Origin) -> None:
    text = alias["wholeName"] or " ".join(
        filter(None, (alias["firstName"], alias["middleName"], alias["lastName"]))
    )
    person = entry.kind is PartyKind.PERSON
    if text.casefold() not in _load_bare_names():
        given = " ".join(filter(None, (alias["firstName"], alias["middleName"])))
        entry.add_name(
            Name(
                text,
                _kind_of(alias, text, first=not entry.names, person=person),
                origin,
                language=alias["nameLanguage"].lower(),
                given=given,
                family=alias["lastName"] if given else "",
            )
        )
    gender = _GENDERS.get(alias["gender"].upper())
    if gender:
        entry.add(StatedGender(gender, origin))
    for topic, name in ((Topic.TITLE, "title"), (Topic.POSITION, "function")):
        entry.add(*(Fact(topic, part, origin) for part in split_numbered(alias[name]) if part))


def _kind_of(alias: Node, text: str, *, first: bool, person: bool) -> NameKind:
    remark = " ".join(alias.remarks)
    weak = alias["strong"].casefold() == "false" or bool(_WEAK.search(remark))
    if weak and not _GOOD.search(remark):
        return NameKind.WEAK_ALIAS
    if is_acronym(text) and not first:
        return NameKind.WEAK_ALIAS
    parted = bool(alias["lastName"] and alias["firstName"])
    leads = alias["nameLanguage"] in ("", "EN") and not _GOOD.search(remark)
    if is_latin(text) and leads and (parted or not person):
        return NameKind.PRIMARY
    return kind_by_script(text, NameKind.ALIAS)


def _add_birth(entry: Entry, birth: Node, origin: Origin) -> None:
    born = details.read_birth(birth)
    place = details.read_birth_place(birth, origin)
    other = details.read_other_calendar(birth)
    if born:
        entry.add(replace(born, origin=origin))
    if place:
        entry.add(place)
    if other:
        entry.add(Fact(Topic.REMARK, other, origin))


def _read_remarks(entry: Entry, record: Record, origin: Origin) -> Iterator[Fact]:
    person = entry.kind is PartyKind.PERSON
    texts = [record.entity["designationDetails"], *record.entity.remarks]
    for part in record.nodes:
        if part.tag in (node.NAME, node.BIRTH, node.CITIZENSHIP):
            texts.extend(r for r in part.remarks if not (_WEAK.search(r) or _GOOD.search(r)))
        texts.extend(part.new)
    for text in (*texts, *record.entity.new):
        kept = without_special_sentences(text) if person else text
        if kept:
            yield Fact(Topic.REMARK, kept, origin)


@cache
def _load_bare_names() -> frozenset[str]:
    return frozenset(row["text"] for row in iter_table(__package__, "bare_names.csv"))
