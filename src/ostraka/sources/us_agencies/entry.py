"""Entries of a US agency's list as it states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.fact import Topic
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind
from ostraka.sources.us_agencies.notices import Citation
from ostraka.sources.us_trade_csl.names import NameCell


@dataclass(frozen=True, slots=True)
class Place:
    """An address of an entry: its whole text, and the parts where the list separates them."""

    full: str
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """How an entry says it stands to another party."""

    kind: RelationKind
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its list states it.

    `raw` is the cell the name was read from. `same` tells which entries are one party: those of
    equal `same`; empty for an entry that is a party of its own. `removed` is the day of a removal
    that the list states. Notices after the first are amendments.
    """

    name: NameCell
    raw: str
    programme: str
    same: str = ""
    kind: PartyKind | None = None
    on: date | None = None
    ends: date | None = None
    removed: date | None = None
    notices: tuple[Citation, ...] = ()
    citation: str = ""
    measures: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    country: str = ""
    country_role: CountryRole = CountryRole.ISSUER
    facts: tuple[tuple[Topic, str], ...] = ()
    ties: tuple[Tie, ...] = ()
