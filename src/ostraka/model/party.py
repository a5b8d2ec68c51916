"""A party: who or what an entry of a list is about."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, StatedGender
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.place import Address, BirthPlace, CountryTie
from ostraka.model.relation import Relation
from ostraka.model.terms import Term


class PartyKind(Term):
    """What a party is."""

    PERSON = "person", "A natural person."
    ORGANISATION = "organisation", "A legal person, body, group or government entity."
    VESSEL = "vessel", "A ship."
    AIRCRAFT = "aircraft", "An aircraft."
    SECURITY = "security", "A security listed as such."
    WALLET = "wallet", "A crypto-asset wallet listed as such."


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One entry of one list, with everything the list says about it, in the list's spelling.

    `id` is `<source>:<the list's own id>`. `kind` is `None` where the list does not say. A party
    has at least one name and one listing. `born` holds alternatives, `established` likewise.
    """

    id: str
    source: str
    kind: PartyKind | None
    names: tuple[Name, ...]
    listings: tuple[Listing, ...]
    origin: Origin
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    countries: tuple[CountryTie, ...] = ()
    born: tuple[PartialDate, ...] = ()
    birth_places: tuple[BirthPlace, ...] = ()
    genders: tuple[StatedGender, ...] = ()
    established: tuple[PartialDate, ...] = ()
    relations: tuple[Relation, ...] = ()
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError(f"party {self.id} has no name")
        if not self.listings:
            raise ValueError(f"party {self.id} has no listing")

    @property
    def name(self) -> str:
        """The primary name, or the first where the list marks none."""
        return next((n.text for n in self.names if n.kind is NameKind.PRIMARY), self.names[0].text)

    @property
    def listing_class(self) -> ListingClass:
        """The strictest class among the listings."""
        return min((x.listing_class for x in self.listings), key=lambda c: c.strictness)
