"""Invented parties for tests of matching and screening."""

from __future__ import annotations

from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Clause, ClauseKind, Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, CountryRole, CountryTie

ORIGIN = Origin("custom", "row 1")
LISTING = Listing(
    list="custom",
    authority="An authority",
    listing_class=ListingClass.ASSET_FREEZE,
    origin=ORIGIN,
    programme="TEST",
    acts=(Act(ActKind.DESIGNATE, ORIGIN, on=date(2021, 12, 10)),),
)
GROUP_LISTING = Listing(
    list="custom",
    authority="An authority",
    listing_class=ListingClass.EXPORT,
    origin=ORIGIN,
    clauses=(Clause(ClauseKind.SUBSIDIARIES, "and any subsidiary", ORIGIN),),
)


def make_party(
    party_id: str,
    *names: str | Name,
    kind: PartyKind | None = None,
    born: PartialDate | None = None,
    country: str = "",
    identifier: str = "",
    scheme: Scheme = Scheme.PASSPORT,
    address: str = "",
    listing: Listing = LISTING,
) -> Party:
    """A party with the first name primary and the others aliases."""
    return Party(
        id=party_id,
        source=party_id.split(":", maxsplit=1)[0],
        kind=kind,
        names=tuple(_make_name(name, first=k == 0) for k, name in enumerate(names)),
        listings=(listing,),
        origin=ORIGIN,
        born=(born,) if born else (),
        countries=(CountryTie(country, CountryRole.NATIONALITY, ORIGIN),) if country else (),
        addresses=(Address(address, ORIGIN),) if address else (),
        identifiers=(Identifier(scheme, identifier, ORIGIN),) if identifier else (),
    )


def weak(text: str) -> Name:
    """A weak alias."""
    return Name(text, NameKind.WEAK_ALIAS, ORIGIN)


def _make_name(name: str | Name, *, first: bool) -> Name:
    if isinstance(name, Name):
        return name
    return Name(name, NameKind.PRIMARY if first else NameKind.ALIAS, ORIGIN)
