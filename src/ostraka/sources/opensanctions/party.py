"""One target of a FollowTheMoney file, as a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import REFERENT, Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.opensanctions.entity import Entity
from ostraka.sources.opensanctions.links import Links, read_relations
from ostraka.sources.opensanctions.listing import SOURCE, read_listings
from ostraka.sources.packed_names import is_latin
from ostraka.sources.special import without_special_sentences
from ostraka.sources.tables import iter_table, load_words

_SCHEMES = {  # where the kind of the party decides what a number is
    (PartyKind.AIRCRAFT, Scheme.REGISTRATION): Scheme.TAIL_NUMBER,
    (PartyKind.ORGANISATION, Scheme.NATIONAL_ID): Scheme.REGISTRATION,
}


def make_party(
    entity: Entity, kind: PartyKind | None, links: Links, held: set[str], unknown: Counter[str]
) -> Party:
    """The party of a target with what other entities state of it."""
    origin = Origin(SOURCE, entity.id)
    _count_strange(entity, unknown)
    sanctions = links.sanctions.get(entity.id, [])
    office = bool(links.offices.get(entity.id)) or bool(entity.all("position"))
    return Party(
        id=f"{SOURCE}:{entity.id}",
        source=SOURCE,
        kind=kind,
        names=read_names(entity, origin),
        listings=read_listings(entity, sanctions, office=office, unknown=unknown),
        origin=origin,
        identifiers=tuple(dict.fromkeys(_read_identifiers(entity, kind, links, origin))),
        addresses=tuple(dict.fromkeys(_read_addresses(entity, links, origin))),
        countries=tuple(_read_countries(entity, origin)),
        born=tuple(_read_dates(entity, "birthDate", origin)),
        birth_places=tuple(_read_birth_places(entity, origin)),
        genders=tuple(
            StatedGender(Gender(g), origin) for g in entity.all("gender") if g in set(Gender)
        ),
        established=tuple(_read_dates(entity, "incorporationDate", origin)),
        relations=tuple(read_relations(entity, links, held)),
        facts=tuple(dict.fromkeys(_read_facts(entity, kind, links, origin))),
    )


def read_names(entity: Entity, origin: Origin) -> tuple[Name, ...]:
    """Every name once, the one the dataset shows first."""
    found = {entity.name: Name(entity.name, NameKind.PRIMARY, origin)}
    for name, word in _of(entity, "name"):
        kind = NameKind(word)
        if kind is NameKind.ALIAS and not is_latin(name):
            kind = NameKind.ORIGINAL_SCRIPT
        if any(c.isalnum() for c in name):
            found.setdefault(name, Name(name, kind, origin))
    return tuple(found.values())


def _of(entity: Entity, field: str) -> Iterator[tuple[str, str]]:
    """Every value that becomes a field, with its kind, in the order of the table."""
    for name, becomes in load_words(__package__, "properties.csv").items():
        wanted, _, kind = becomes.partition(":")
        if wanted == field:
            yield from ((value, kind) for value in entity.all(name))


def _count_strange(entity: Entity, unknown: Counter[str]) -> None:
    known = load_words(__package__, "properties.csv").keys()
    ignored = {row["property"] for row in iter_table(__package__, "ignored.csv")}
    for name in entity.properties.keys() - known - ignored:
        unknown[f"property {name}"] += 1


def _read_identifiers(
    entity: Entity, kind: PartyKind | None, links: Links, origin: Origin
) -> Iterator[Identifier]:
    for name, becomes in load_words(__package__, "properties.csv").items():
        field, _, word = becomes.partition(":")
        if field == "identifier":
            scheme = Scheme(word)
            scheme = _SCHEMES.get((kind, scheme), scheme) if kind else scheme
            for value in entity.all(name):
                yield Identifier(scheme, value, origin, label=name)
    for document in links.documents.get(entity.id, ()):
        yield from _read_document(document)
    for referent in entity.referents:
        yield Identifier(Scheme.LIST_REFERENCE, referent, origin, label=REFERENT)


def _read_document(document: Entity) -> Iterator[Identifier]:
    words = f"{document.schema} {document.first('type')}".casefold()
    scheme = Scheme.PASSPORT if "passport" in words else Scheme.NATIONAL_ID
    issued, expires = (parse_date(document.first(p)) for p in ("startDate", "endDate"))
    for value in document.all("number") or document.all("passportNumber"):
        yield Identifier(
            scheme,
            value,
            Origin(SOURCE, document.id),
            label=document.first("type"),
            country=document.first("country"),
            issued=issued,
            expires=expires,
        )


def _read_addresses(entity: Entity, links: Links, origin: Origin) -> Iterator[Address]:
    for text in entity.all("address"):
        yield Address(text, origin)
    for other in (links.others.get(key) for key in entity.all("addressEntity")):
        if other:
            parts = (other.first(p) for p in ("street", "postalCode", "city", "region", "country"))
            full = other.first("full") or ", ".join(filter(None, parts))
            if full:
                yield Address(
                    full,
                    Origin(SOURCE, other.id),
                    city=other.first("city"),
                    region=other.first("region"),
                    postal_code=other.first("postalCode"),
                    country=other.first("country"),
                )


def _read_countries(entity: Entity, origin: Origin) -> Iterator[CountryTie]:
    for country, role in _of(entity, "country"):
        yield CountryTie(country, CountryRole(role), origin)


def _read_dates(entity: Entity, name: str, origin: Origin) -> Iterator[PartialDate]:
    for text in entity.all(name):
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)


def _read_birth_places(entity: Entity, origin: Origin) -> Iterator[BirthPlace]:
    for text in entity.all("birthPlace"):
        yield BirthPlace(text, origin)
    for code in entity.all("birthCountry"):
        yield BirthPlace(code, origin, country=code)


def _read_facts(
    entity: Entity, kind: PartyKind | None, links: Links, origin: Origin
) -> Iterator[Fact]:
    for text, topic in _of(entity, "fact"):
        yield Fact(Topic(topic), text, origin)
    if kind is PartyKind.VESSEL:
        yield from (Fact(Topic.VESSEL_TYPE, text, origin) for text in entity.all("type"))
    for office in links.offices.get(entity.id, ()):
        yield _make_office(office, links)
    yield from _read_prose(entity, kind, links, origin)


def _read_prose(
    entity: Entity, kind: PartyKind | None, links: Links, origin: Origin
) -> Iterator[Fact]:
    """Reasons and remarks; of persons of whom no list says anything, no remark is kept."""
    sanctions = links.sanctions.get(entity.id, [])
    texts = [(Topic.REASON, t, s.id) for s in sanctions for t in s.all("reason")]
    if kind is not PartyKind.PERSON or sanctions:
        texts += [(Topic.REMARK, text, origin.record) for text, _ in _of(entity, "prose")]
    for topic, text, record in texts:
        kept = without_special_sentences(text) if kind in {PartyKind.PERSON, None} else text
        if kept:
            yield Fact(topic, kept, Origin(SOURCE, record))


def _make_office(office: Entity, links: Links) -> Fact:
    """An office with its dates; those of an entity that mixes several holders belong to no one."""
    post = ", ".join(links.name_of(key) for key in office.all("post")) or "Office"
    dates = ""
    if len(office.all("holder")) == 1:
        start, end = office.all("startDate"), office.all("endDate")
        dates = "".join(
            (f" from {min(start)}" if start else "", f" until {max(end)}" if end else "")
        )
    status = f" ({office.first('status')})" if office.first("status") else ""
    return Fact(Topic.POSITION, f"{post}{dates}{status}", Origin(SOURCE, office.id))
