"""An entry while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, StatedGender
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Clause
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.place import Address, BirthPlace, CountryTie
from ostraka.sources.ofac.pieces import Born, Dated, Established, Link, Piece

KINDS: dict[str, PartyKind] = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
}
"""What OFAC calls the kinds, in lower case."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A party's place on one list, as the Advanced and Enhanced shapes state it."""

    on: date | None
    legal_basis: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """What has been read of one entry.

    `entries` holds its lists by name where the shape states them; `legal_basis` and `measures`
    are those stated for the entry as a whole. `partial` tells that its remarks are, or may be, cut.
    """

    uid: str
    kind: PartyKind | None
    origin: Origin
    programmes: list[str] = field(default_factory=list)
    legal_basis: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    entries: dict[str, ListEntry] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    countries: list[CountryTie] = field(default_factory=list)
    born: list[PartialDate] = field(default_factory=list)
    birth_places: list[BirthPlace] = field(default_factory=list)
    genders: list[StatedGender] = field(default_factory=list)
    established: list[PartialDate] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    dated: list[Dated] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    partial: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the entry is a natural person's."""
        return self.kind is PartyKind.PERSON

    @property
    def primary_name(self) -> str:
        """The primary name; empty while none was read."""
        return next((n.text for n in self.names if n.kind is NameKind.PRIMARY), "")

    def take(self, piece: Piece) -> None:
        """Puts a value where it belongs."""
        match piece:
            case Born(found):
                self.born.append(found)
            case Established(found):
                self.established.append(found)
            case _:
                self._shelf(piece).append(piece)

    def _shelf(self, piece: Piece) -> list[Piece]:
        shelf: list[Piece] = getattr(self, _SHELVES[type(piece)])
        return shelf


_SHELVES: dict[type, str] = {
    Address: "addresses",
    BirthPlace: "birth_places",
    Clause: "clauses",
    CountryTie: "countries",
    Dated: "dated",
    Fact: "facts",
    StatedGender: "genders",
    Identifier: "identifiers",
    Link: "links",
    Name: "names",
}
