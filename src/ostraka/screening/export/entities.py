"""A party as FollowTheMoney entities: itself, its listings, its ties to other parties."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.fact import Topic
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Listing
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.names.countries import find_country
from ostraka.screening.export.ids import make_entity_id, make_link_id
from ostraka.sources.tables import iter_table, load_words

_NAMES = {
    NameKind.PRIMARY: "name",
    NameKind.ALIAS: "alias",
    NameKind.ORIGINAL_SCRIPT: "alias",
    NameKind.WEAK_ALIAS: "weakAlias",
    NameKind.FORMER: "previousName",
}
_SCHEMATA = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANISATION: "Organization",
    PartyKind.VESSEL: "Vessel",
    PartyKind.AIRCRAFT: "Airplane",
    PartyKind.SECURITY: "Security",
    PartyKind.WALLET: "CryptoWallet",
}
_BODIES = frozenset({"Person", "Organization", "Company", "LegalEntity"})
_COUNTRIES = {
    CountryRole.NATIONALITY: ("Person", "nationality"),
    CountryRole.CITIZENSHIP: ("Person", "citizenship"),
    CountryRole.FLAG: ("Vessel", "flag"),
    CountryRole.FORMER_FLAG: ("Vessel", "pastFlags"),
}
_FACTS = {
    Topic.TITLE: (frozenset({"Person"}), "title"),
    Topic.POSITION: (frozenset({"Person"}), "position"),
    Topic.VESSEL_TYPE: (frozenset({"Vessel"}), "type"),
    Topic.AIRCRAFT_MODEL: (frozenset({"Airplane"}), "model"),
    Topic.TONNAGE: (frozenset({"Vessel"}), "tonnage"),
    Topic.GROSS_TONNAGE: (frozenset({"Vessel"}), "grossRegisteredTonnage"),
    Topic.ORGANISATION_TYPE: (_BODIES, "classification"),
    Topic.PROGRAMME_TAG: (frozenset(_SCHEMATA.values()), "keywords"),
}


# What the schema refuses: longer identifiers and addresses, codes of countries that are no more.
_LONGEST_NUMBER, _LONGEST_ADDRESS = 64, 250
_WITHDRAWN = frozenset({"an", "bu", "cs", "dd", "su", "tp", "yd", "yu", "zr"})
_EARLIEST_YEAR = 1000


@dataclass(slots=True)
class Draft:
    """An entity in the making: its id, its schema, and its properties, each value once."""

    id: str
    schema: str
    properties: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, name: str, value: str | None) -> None:
        """The property has that value, where it says anything."""
        if value and value.strip():
            self.properties.setdefault(name, {})[value] = None

    def render(self) -> dict[str, object]:
        """The entity as one JSON object."""
        listed = {name: list(values) for name, values in sorted(self.properties.items())}
        return {"id": self.id, "schema": self.schema, "properties": listed}


def make_entities(party: Party, assets: Collection[str], country: str) -> Iterator[Draft]:
    """The party and its listings; `assets` are ids of parties that others own.

    A body that is owned is a Company, since only that can be an asset. `country` is the code of the
    authority's country, empty for none.
    """
    main = Draft(make_entity_id(party.id), _find_schema(party, assets))
    for name in party.names:
        main.add(_NAMES[name.kind], name.text)
    for identifier in party.identifiers:
        _add_identifier(main, party.kind, identifier)
    _add_places(main, party)
    _add_dates(main, party)
    _add_facts(main, party)
    for listing in party.listings:
        if listing.ended_on is None:
            exposed = listing.programme.startswith("role.")
            topics = load_words(__package__, "topics.csv")
            main.add("topics", "role.pep" if exposed else topics[listing.listing_class])
        main.add("programId", _short(listing.programme))
    yield main
    yield from (_make_sanction(main.id, party, listing, country) for listing in party.listings)


def _find_schema(party: Party, assets: Collection[str]) -> str:
    if party.kind is None:
        return "LegalEntity"
    owned = party.kind is PartyKind.ORGANISATION and party.id in assets
    return "Company" if owned else _SCHEMATA[party.kind]


@cache
def _load_properties() -> dict[str, dict[str, str]]:
    return {row["scheme"]: row for row in iter_table(__package__, "identifiers.csv")}


def _add_identifier(main: Draft, kind: PartyKind | None, identifier: Identifier) -> None:
    row = _load_properties().get(identifier.scheme, {})
    name = row.get(kind or PartyKind.PERSON, "")
    if kind is None and name in {"passportNumber", "socialSecurityNumber"}:
        name = "idNumber"
    if name and len(identifier.value) <= _LONGEST_NUMBER:
        main.add(name, identifier.value)
    else:
        label = identifier.label or identifier.scheme.replace("_", " ")
        main.add("notes", f"{label}: {identifier.value}")


def _add_places(main: Draft, party: Party) -> None:
    for address in party.addresses:
        main.add("address" if len(address.full) <= _LONGEST_ADDRESS else "notes", address.full)
    for tie in party.countries:
        schema, name = _COUNTRIES.get(tie.role, ("", ""))
        own = main.schema == schema
        if tie.role is CountryRole.REGISTRATION and main.schema in _BODIES - {"Person"}:
            own, name = True, "jurisdiction"
        _add_country(main, name if own else "country", tie.country)
    for place in party.birth_places if main.schema == "Person" else ():
        main.add("birthPlace", place.text)
        _add_country(main, "birthCountry", place.country)


def _add_country(main: Draft, name: str, country: str) -> None:
    """The code of the country; what has none in the schema stays in its words among the notes."""
    code = find_country(country) if country else None
    if code in _WITHDRAWN or (country and code is None):
        main.add("notes", f"{name}: {country}")
    else:
        main.add(name, code)


def _add_dates(main: Draft, party: Party) -> None:
    for born in party.born:
        text = render_date(born) if main.schema == "Person" else ""
        main.add("birthDate" if text else "notes", text or f"Born: {born}")
    for established in party.established:
        text = render_date(established) if main.schema in _BODIES else ""
        main.add("incorporationDate" if text else "notes", text or f"Established: {established}")
    for stated in party.genders if main.schema == "Person" else ():
        main.add("gender", str(stated.gender))


def render_date(day: PartialDate) -> str:
    """The date as FollowTheMoney writes it, empty for a span, which it cannot write."""
    match day.precision:
        case Precision.DAY:
            return day.first.isoformat()
        case Precision.MONTH:
            return day.first.isoformat()[:7]
        case Precision.YEAR:
            return day.first.isoformat()[:4]
        case _:
            return ""


def _add_facts(main: Draft, party: Party) -> None:
    for fact in party.facts:
        schemata, name = _FACTS.get(fact.topic, (frozenset(), ""))
        if main.schema in schemata:
            main.add(name, fact.text)
        elif fact.topic is not Topic.REASON:
            words = fact.topic.replace("_", " ").capitalize()
            plain = fact.topic in {Topic.REMARK, Topic.DECEASED}
            main.add("notes", fact.text if plain else f"{words}: {fact.text}")


def _make_sanction(owner: str, party: Party, listing: Listing, country: str) -> Draft:
    cited = [act.citation for act in listing.acts if act.citation]
    found = make_link_id(owner, "sanction", listing.list, listing.programme, *cited[:1])
    sanction = Draft(found, "Sanction")
    sanction.add("entity", owner)
    sanction.add("authority", listing.authority)
    sanction.add("program", listing.programme)
    sanction.add("programId", _short(listing.programme))
    sanction.add("country", country)
    for text in (*listing.legal_basis, *(m for act in listing.acts for m in act.measures)):
        sanction.add("provisions", text)
    for text in cited:
        sanction.add("authorityId" if _short(text) else "summary", text)
    for fact in party.facts:
        if fact.topic is Topic.REASON:
            sanction.add("reason", fact.text)
    for name, day in (("listingDate", listing.listed_on), ("endDate", listing.ended_on)):
        # A list's slip ("0017-05-26") stays visible in the list, and is no day of the schema.
        sanction.add(name, day.isoformat() if day and day.year >= _EARLIEST_YEAR else None)
    return sanction


def _short(text: str) -> str | None:
    """The text where it can be an identifier of the schema."""
    return text if len(text) <= _LONGEST_NUMBER else None
