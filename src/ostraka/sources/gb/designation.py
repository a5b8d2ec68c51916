"""One designation of a United Kingdom list: many rows or elements, one party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.contacts import CONTACTS, split_contact
from ostraka.sources.entry import Entry
from ostraka.sources.gb.documents import read_documents
from ostraka.sources.gb.listings import Regimes
from ostraka.sources.gb.names import read_name, read_native
from ostraka.sources.gb.numbers import read_business_numbers
from ostraka.sources.gb.texts import clean, read_birth, split_numbered
from ostraka.sources.special import without_special_sentences
from ostraka.sources.un_sc import comments

Row = Mapping[str, str]
"""What one row or element states, by field; a heading that is new begins with `NEW`."""

NEW = "?"
KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "ship": PartyKind.VESSEL,
}
"""What the lists call the kinds, in lower case."""

_REFERENCES = {
    "un_reference": "UN reference",
    "uk_reference": "UK Sanctions List reference",
    "group_id": "OFSI Group ID",
}
_TIES = {
    "parent": (RelationKind.OWNED_OR_CONTROLLED_BY, False),
    "subsidiary": (RelationKind.CONTROLS, False),
    "owner": (RelationKind.OWNED_OR_CONTROLLED_BY, False),
    "previous_owner": (RelationKind.OWNED_OR_CONTROLLED_BY, True),
}
_COUNTRIES = {
    "nationality": CountryRole.NATIONALITY,
    "flag": CountryRole.FLAG,
    "previous_flag": CountryRole.FORMER_FLAG,
}
_GROUPS = (
    ("name_", "name"),
    ("native", "native"),
    ("address_", "address"),
    ("postcode", "address"),
    ("country", "address"),
    ("birth_", "birth"),
    ("passport", "passport"),
    ("national_id", "national id"),
    ("regime", "regime"),
    ("designated", "regime"),
    ("uk_designated", "regime"),
    ("last_updated", "regime"),
)
_PROSE = {Topic.REASON, Topic.REMARK}
_IMO = re.compile(r"(?<!\d)\d{7}(?!\d)")
_PHONES = re.compile(r"(?<=\d)[.;,]\s+(?=[+\d(])")


@dataclass(slots=True)
class Designation:
    """What has been read of one designation, and what about it was new."""

    entry: Entry
    odd: Counter[str]
    regimes: Regimes = field(default_factory=Regimes)
    _seen: set[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=set)

    @property
    def is_person(self) -> bool:
        """Whether the designation is of a natural person."""
        return self.entry.kind is PartyKind.PERSON

    def take(self, row: Row) -> None:
        """Adds what one row states to what is held."""
        row = self._without_repeats(row)
        name, odd = read_name(row, self.entry.origin, person=self.is_person)
        native = read_native(row, self.entry.origin)
        self.odd.update(odd)
        for found in filter(None, (name, native)):
            self.entry.add_name(found)
        self.regimes.take(row)
        self.entry.add(*self._read_places(row))
        self.entry.add(*self._read_numbers(row))
        self.entry.add(*self._read_facts(row))
        self.entry.add(*self._read_ties(row))
        for text in split_numbered(row.get("born", "")):
            born = read_birth(text)
            if born:
                self.entry.add(replace(born, origin=self.entry.origin))
            elif text:
                self.entry.add(Fact(Topic.REMARK, f"Date of birth: {text}", self.entry.origin))

    def _without_repeats(self, row: Row) -> Row:
        """What the row states and none before it did; cells that belong together stay together."""
        parts: dict[str, dict[str, str]] = {}
        for key, text in row.items():
            parts.setdefault(_group_of(key), {})[key] = text
        kept: dict[str, str] = {}
        for group, part in parts.items():
            mark = (group, tuple(part.items()))
            if mark not in self._seen:
                self._seen.add(mark)
                kept.update(part)
        return kept

    def make_party(self, published: date | None) -> Party | None:
        """The party on a list of that day, `None` where no row had a name."""
        if not self.entry.names:
            return None
        self.entry.add(*self.regimes.make_listings(self.entry.origin, self.odd, published))
        return self.entry.make_party()

    def _read_places(self, row: Row) -> Iterator[Address | BirthPlace | CountryTie]:
        origin = self.entry.origin
        lines = [clean(row.get(f"address_{n}", "")) for n in range(1, 7)]
        postcode, country = clean(row.get("postcode", "")), clean(row.get("country", ""))
        full = ", ".join(filter(None, (*lines, postcode, country)))
        if full:
            yield Address(full, origin, postal_code=postcode, country=country)
        yield from _read_births(row, origin)
        for name, role in _COUNTRIES.items():
            for text in split_numbered(row.get(name, "")):
                if text:
                    yield CountryTie(text, role, origin)

    def _read_numbers(self, row: Row) -> Iterator[Identifier]:
        origin = self.entry.origin
        for name, label in _REFERENCES.items():
            if text := clean(row.get(name, "")):
                yield Identifier(Scheme.LIST_REFERENCE, text, origin, label=label)
        for name, scheme in (("passport", Scheme.PASSPORT), ("national_id", Scheme.NATIONAL_ID)):
            stated, note = row.get(name, ""), row.get(f"{name}_note", "")
            yield from read_documents(stated, note, scheme, origin)
        yield from read_business_numbers(clean(row.get("business_number", "")), origin)
        for text in split_numbered(row.get("imo", "")):
            for number in _IMO.findall(text) or filter(None, [text]):
                yield Identifier(Scheme.IMO, number, origin, label="IMO number")
        if hull := clean(row.get("hull", "")):
            yield Identifier(Scheme.OTHER, hull, origin, label="hull identification number")
        yield from comments.read_numbers(clean(row.get("other", "")), origin)

    def _read_facts(self, row: Row) -> Iterator[Fact | StatedGender]:
        origin = self.entry.origin
        for word in re.findall(r"[a-z]+", row.get("gender", "").casefold()):
            if word in set(Gender):
                yield StatedGender(Gender(word), origin)
        for key, stated in row.items():
            if key == "other":
                yield from self._make_fact(Topic.REMARK, clean(stated))
            elif key.startswith(NEW):
                remark = f"{key.removeprefix(NEW)}: {clean(stated)}"
                yield from self._make_fact(Topic.REMARK, remark)
            elif key.startswith("fact_"):
                topic = Topic(key.removeprefix("fact_"))
                for kind, text in _split_fact(topic, stated):
                    yield from self._make_fact(kind, text)

    def _make_fact(self, topic: Topic, text: str) -> Iterator[Fact]:
        prose = self.is_person and topic in _PROSE
        kept = without_special_sentences(text) if prose else text
        if kept:
            yield Fact(topic, kept, self.entry.origin)

    def _read_ties(self, row: Row) -> Iterator[Relation | Fact]:
        for name, (kind, former) in _TIES.items():
            for text in split_numbered(row.get(name, "")):
                if not text:
                    continue
                if name == "owner":
                    yield Fact(Topic.VESSEL_OWNER, text, self.entry.origin)
                yield Relation(kind, text, self.entry.origin, former=former)


@cache
def _group_of(key: str) -> str:
    return next((group for start, group in _GROUPS if key.startswith(start)), key)


def _split_fact(topic: Topic, text: str) -> list[tuple[Topic, str]]:
    if topic in _PROSE:
        return [(topic, clean(text))]
    parts = split_numbered(text)
    if topic in CONTACTS:
        return [contact for part in parts for contact in split_contact(topic, part)]
    if topic is Topic.PHONE:
        parts = [phone for part in parts for phone in _PHONES.split(part)]
    return [(topic, part) for part in parts]


def _read_births(row: Row, origin: Origin) -> Iterator[BirthPlace]:
    towns = split_numbered(row.get("birth_town", ""))
    countries = split_numbered(row.get("birth_country", ""))
    if len(towns) != len(countries) and len(set(countries)) == 1:
        countries = countries[:1] * max(len(towns), 1)
    for number in range(max(len(towns), len(countries))):
        town = towns[number] if number < len(towns) else ""
        country = countries[number] if number < len(countries) else ""
        if town or country:
            yield BirthPlace(", ".join(filter(None, (town, country))), origin, country)
