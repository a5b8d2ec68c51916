"""The shapes of every `--json` document, for the JSON Schemas and for users who type their code.

They are written beside the functions that make the documents (`answer`, `entry` and the verbs) and
not derived from the model, so that a rename inside changes nothing outside. A test holds what every
verb prints against them. Every key is always there; more keys may be added.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.model.dates import Precision
from ostraka.model.fact import Gender, Topic
from ostraka.model.hit import Alignment, Closeness, Feature
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind, ClauseKind, DateKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind

# -- what an answer rests on -----------------------------------------------------------------


class SnapshotUsed(TypedDict):
    """The snapshot of one list that an answer rests on; `id` is the SHA-256 of its records.

    `reconstructed` says that an older state was read back from the listing dates of a newer
    snapshot. `omits` are fields that the files of the list, as imported, cannot state.
    """

    id: str
    published: date
    reconstructed: bool
    omits: list[str]


class EngineShape(TypedDict):
    """What an answer rests on: the same engine, index and options give the same answer.

    `snapshots` is keyed by the list. `not_screened` are lists that are held and were left out;
    `not_held` are known lists that are not here.
    """

    version: str
    index: str
    as_of: date
    threshold: float
    limit: int | None
    policy: str | None
    weak_aliases: bool
    allow_stale_days: int | None
    snapshots: dict[str, SnapshotUsed]
    not_screened: list[str]
    not_held: list[str]


# -- possible matches ------------------------------------------------------------------------


class QueryShape(TypedDict):
    """The subject as it was understood; `country` joins several codes with a semicolon.

    `kind` is a kind of party or `any`. `born` is a day, a month or a year, or two days with a
    slash between them.
    """

    row: int
    name: str
    kind: str
    born: str | None
    country: str | None
    ids: list[str]
    address: str | None


class TokenPairShape(TypedDict):
    """Words that correspond, how alike they are (0 to 1), and how much each side counts."""

    alignment: Alignment
    query: str
    listed: str
    similarity: float
    query_weight: float
    listed_weight: float


class ReasonShape(TypedDict):
    """One piece of evidence and what it adds to the score; `detail` says it as a sentence."""

    feature: Feature
    query: str
    listed: str
    weight: float
    detail: str
    order: float
    parts: list[TokenPairShape]


class StatedDateShape(TypedDict):
    """A date that an entry states besides the listing itself, and what it fixes."""

    kind: DateKind
    on: date


class ClauseShape(TypedDict):
    """Words of an entry that name a group beyond the party itself."""

    kind: ClauseKind
    text: str


# A key that is a word of Python can only be written in this form.
_Classed = TypedDict("_Classed", {"class": ListingClass})


class ListingShape(_Classed):
    """One listing; `class` is the kind of consequence it has, the strictest first.

    `listed_on` and `ended_on` are what the list states. `first_seen` and `last_absent` are
    publication dates of the snapshots on both sides of the first appearance.
    """

    list: str
    programme: str | None
    authority: str
    listed_on: date | None
    first_seen: date | None
    last_absent: date | None
    ended_on: date | None
    legal_basis: list[str]
    dates: list[StatedDateShape]
    clauses: list[ClauseShape]


class HitShape(_Classed):
    """One possible match. The score is the sum of the weights of its reasons, at four decimals.

    `closeness` tells a name that is the listed one, or a variant of it, from one only near it.
    """

    party: str
    source: str
    kind: PartyKind | None
    name: str
    matched_name: str
    score: float
    closeness: Closeness
    review: str | None
    reasons: list[ReasonShape]
    listings: list[ListingShape]
    linked: list[str]
    consequences: list[str]


class ResultShape(TypedDict):
    """One query; `found` counts all its possible matches, `hits` are the best of them."""

    query: QueryShape
    hits: list[HitShape]
    found: int


class Answer(TypedDict):
    """What `ostraka screen --json` prints; `screening` is null where nothing was recorded."""

    engine: EngineShape
    screening: str | None
    results: list[ResultShape]


# -- a file ----------------------------------------------------------------------------------

_FilePlaces = TypedDict("_FilePlaces", {"in": str})


class FileShape(_FilePlaces):
    """The files of a run and its control totals: rows in are screened and refused rows.

    `errors` is the file of what was not understood, null where there was nothing. `sha256` is
    that of OUT, or of the JSON lines it was made of where it is Parquet or xlsx.
    `ambiguous_dates` could be read day first or month first.
    """

    out: str
    errors: str | None
    sha256: str
    rows: int
    screened: int
    refused: int
    rows_with_hits: int
    hits: int
    field_problems: int
    ambiguous_dates: int
    seconds: float
    rows_a_second: float


class FileAnswer(TypedDict):
    """What `ostraka screen --file IN --out OUT --json` prints; its hits stand in OUT."""

    engine: EngineShape
    screening: str | None
    file: FileShape


# -- one party -------------------------------------------------------------------------------


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


class BirthPlaceShape(TypedDict):
    """A place of birth."""

    text: str
    country: str | None
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


class Entry(_Classed):
    """What `ostraka show --json` prints: everything a list says about one party."""

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
    genders: list[Gender]
    established: list[DateShape]
    relations: list[RelationShape]
    facts: list[FactShape]
    origin: OriginShape
    snapshot: SnapshotRead


# -- lists and snapshots ---------------------------------------------------------------------


class SourceShape(TypedDict):
    """One list that can be read; `parties`, `published` and `checked` are null where not held."""

    key: str
    title: str
    authority: str
    country: str | None
    url: str | None
    urls: list[str]
    formats: list[str]
    cadence_days: int
    licence: str
    parties: int | None
    published: date | None
    checked: datetime | None
    stale: bool | None
    omits: list[str]


class Sources(TypedDict):
    """What `ostraka sources --json` prints."""

    sources: list[SourceShape]


class SnapshotShape(TypedDict):
    """One snapshot that is held; `omits` are fields that its files cannot state."""

    id: str
    source: str
    published: date
    imported: datetime
    parties: int
    current: bool
    omits: list[str]


class Snapshots(TypedDict):
    """What `ostraka snapshots --json` prints, ordered by source and day of publication."""

    snapshots: list[SnapshotShape]


class Publication(TypedDict):
    """What `ostraka import --json` prints: the snapshot made, and what it changed."""

    source: str
    snapshot: str
    published: date
    parties: int
    added: int
    changed: int
    removed: int
    current: bool
    warnings: list[str]


class PartyReference(TypedDict):
    """A party by its id and its name."""

    party: str
    name: str


class PartyChange(PartyReference):
    """A party whose fields changed: each with its value before and its value after."""

    fields: dict[str, tuple[Any, Any]]


class Difference(TypedDict):
    """What `ostraka diff --json` prints; `old` and `new` are ids of snapshots."""

    source: str
    old: str
    new: str
    added: list[PartyReference]
    removed: list[PartyReference]
    changed: list[PartyChange]


class Comparison(TypedDict):
    """What `ostraka compare --json` prints; `match`: whether the score reaches the threshold."""

    score: float
    match: bool
    threshold: float
    reasons: list[ReasonShape]


DOCUMENTS: dict[str, Any] = {
    "sources": Sources,
    "import": Publication,
    "snapshots": Snapshots,
    "diff": Difference,
    "show": Entry,
    "screen": Answer,
    "screen-file": FileAnswer,
    "compare": Comparison,
}
"""The shape of every document, by the verb that prints it."""
