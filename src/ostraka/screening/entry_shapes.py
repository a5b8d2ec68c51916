"""The shapes of what `show` prints as JSON: everything a list says about one party."""

from __future__ import annotations

from datetime import date, datetime

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.model.dates import Precision
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind
from ostraka.screening.answer_shapes import Classed, ListingShape


class OriginShape(TypedDict):
    """Where a value was read; `raw` is its text in the list, null where the value is that text."""

    source: str
    record: str
    raw: str | None


class NameShape(TypedDict):
    """One name of a party."""

    text: str
    kind: NameKind
    script: str | None
    language: str | None
    given: str | None
    family: str | None
    origin: OriginShape


class ActShape(TypedDict):
    """One act of an authority on a listing; a date is null where the list does not state it."""

    kind: ActKind
    on: date | None
    effective: date | None
    published: date | None
    instrument: str | None
    citation: str | None
    measures: list[str]
    origin: OriginShape


class EntryListing(ListingShape):
    """A listing with the acts that make it, and where it was read."""

    acts: list[ActShape]
    origin: OriginShape


class IdentifierShape(TypedDict):
    """One identifier of a party."""

    scheme: Scheme
    value: str
    label: str | None
    country: str | None
    issued: str | None
    expires: str | None
    note: str | None
    origin: OriginShape


class AddressShape(TypedDict):
    """One address of a party; `country` is an ISO 3166 alpha-2 code in lower case."""

    full: str
    city: str | None
    region: str | None
    postal_code: str | None
    country: str | None
    note: str | None
    origin: OriginShape


class CountryShape(TypedDict):
    """A country that a party has to do with, and in which way."""

    country: str
    role: CountryRole
    origin: OriginShape


class DateShape(TypedDict):
    """A date as finely as it is stated: all days from `first` to `last` are possible."""

    date: str
    first: date
    last: date
    precision: Precision
    circa: bool
    raw: str | None
    origin: OriginShape | None


class BirthPlaceShape(TypedDict):
    """A place of birth."""

    text: str
    country: str | None
    origin: OriginShape


class GenderShape(TypedDict):
    """A gender, where and only where the list states one."""

    gender: Gender
    origin: OriginShape


class RelationShape(TypedDict):
    """A tie of a party to another; percentages are shares owned, 0 to 100."""

    kind: RelationKind
    other: str | None
    other_name: str
    percent_min: float | None
    percent_max: float | None
    since: date | None
    until: date | None
    former: bool
    origin: OriginShape


class FactShape(TypedDict):
    """Something else that a list says of a party."""

    topic: Topic
    text: str
    origin: OriginShape


class SnapshotRead(TypedDict):
    """The snapshot that an entry was read in."""

    id: str
    source: str
    published: date
    imported: datetime
    omits: list[str]


class BareEntry(Classed):
    """Everything one list says about one party."""

    party: str
    source: str
    kind: PartyKind | None
    name: str
    names: list[NameShape]
    listings: list[EntryListing]
    identifiers: list[IdentifierShape]
    addresses: list[AddressShape]
    countries: list[CountryShape]
    born: list[DateShape]
    birth_places: list[BirthPlaceShape]
    genders: list[GenderShape]
    established: list[DateShape]
    relations: list[RelationShape]
    facts: list[FactShape]
    origin: OriginShape
    snapshot: SnapshotRead


class NoticeShape(TypedDict):
    """An authority's own word on the end of a listing, as a user recorded it.

    `programme` is null where it ends every listing of the party on its list.
    """

    party: str
    programme: str | None
    on: date
    citation: str
    recorded: datetime


class FormerListing(EntryListing):
    """A listing that is gone from its list, with the last snapshot that held it and the next.

    `ended_on` is null until the list or a recorded notice states the end.
    """

    last_seen: date
    last_seen_in: SnapshotRead
    absent_since: date
    absent_from: SnapshotRead
    notice: NoticeShape | None


class Entry(BareEntry):
    """What `ostraka show --json` prints: an entry, and those of other lists linked with it.

    `on_list` is false for a party that is no longer there: it is then as it was read last.
    `reconstructed` tells that a later snapshot was read back by its own dates, `review` what stays
    open for it. `former_id` is the id asked for, where the list has the party under another one.
    """

    on_list: bool
    reconstructed: bool
    review: str | None
    former_listings: list[FormerListing]
    notices: list[NoticeShape]
    linked: list[BareEntry]
    former_id: str | None
