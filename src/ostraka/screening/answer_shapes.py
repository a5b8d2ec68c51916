"""The shapes of what `screen` and `compare` print as JSON."""

from __future__ import annotations

from datetime import date

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.model.fact import Gender
from ostraka.model.hit import Alignment, Closeness, Feature
from ostraka.model.listing import ClauseKind, DateKind, ListingClass
from ostraka.model.party import PartyKind
from ostraka.screening.consequences.shapes import ConsequenceShape
from ostraka.screening.ownership_shapes import OwnedEntry, StakesFileShape

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


class PolicyShape(TypedDict):
    """The policy in force; `sha256` is that of what it says, whatever its layout."""

    name: str
    version: str
    sha256: str


class EngineShape(TypedDict):
    """What an answer rests on: the same engine, index and options give the same answer.

    `prior` is the share of true matches that the user expects. `search` is `ostraka`, or the
    published search of an authority, for comparison. `peps` says whether persons who are no more
    than politically exposed were looked at. `snapshots` is keyed by the list.
    `not_screened` are lists that are held and were left out; `not_held` are known lists that are
    not here.
    """

    version: str
    index: str
    as_of: date
    known_on: date | None
    threshold: float
    limit: int | None
    policy: PolicyShape | None
    weak_aliases: bool
    allow_stale_days: int | None
    prior: float | None
    search: str
    peps: bool
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
    birth_place: str | None
    gender: Gender | None
    product: str | None


class TokenPairShape(TypedDict):
    """Words that correspond, how alike they are (0 to 1), and how much each side counts."""

    alignment: Alignment
    query: str
    listed: str
    similarity: float
    query_weight: float
    listed_weight: float


class ReasonShape(TypedDict):
    """One piece of evidence and what it adds to the score; `detail` says it in words.

    `finding` is the row of the table of evidence that applied; names and bounds have none.
    """

    feature: Feature
    query: str
    listed: str
    weight: float
    detail: str
    finding: str | None
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
Classed = TypedDict("Classed", {"class": ListingClass})
"""What has a class of listing, the strictest first."""


class ListingShape(Classed):
    """One listing; `class` is the kind of consequence it has, the strictest first.

    `listed_on` and `ended_on` are what the list states. `first_seen` and `last_absent` are
    publication dates of the snapshots on both sides of the first appearance. `legal_basis` and
    `measures` are those of the entry, or those of its programme where the entry states none.
    """

    list: str
    programme: str | None
    programme_title: str | None
    authority: str
    listed_on: date | None
    first_seen: date | None
    last_absent: date | None
    ended_on: date | None
    legal_basis: list[str]
    measures: list[str]
    dates: list[StatedDateShape]
    clauses: list[ClauseShape]


class HitShape(Classed):
    """One possible match. The score is the sum of the weights of its reasons, at four decimals.

    `closeness` tells a name that is the listed one, or a variant of it, from one only near it.
    `weight_of_evidence` is the logarithm to base 10 of how much likelier the reasons are where the
    match is true; `probability` follows from it and the prior, null where none was stated.
    `would_change` says which further facts would change the outcome. `linked` are entries of other
    lists that are the same party, `related` those that its own list ties it to. `consequences` are
    empty unless an actor and an activity were asked for.
    """

    party: str
    source: str
    kind: PartyKind | None
    name: str
    matched_name: str
    score: float
    weight_of_evidence: float
    probability: float | None
    closeness: Closeness
    review: str | None
    reasons: list[ReasonShape]
    would_change: list[str]
    listings: list[ListingShape]
    linked: list[str]
    related: list[str]
    consequences: list[ConsequenceShape]


class HeldBackShape(TypedDict):
    """A hit that a policy keeps out: the segment of the policy that does, and why."""

    segment: str
    why: str
    hit: HitShape


class ResultShape(TypedDict):
    """One query; `found` counts all its possible matches, `hits` are the best of them.

    `held_back` are not counted: they lack the corroboration that a policy requires. `owned` are
    the regimes under which listed owners reach it, or may; `not_owned` the others, on the stakes
    known; `owners_notes` what was not known. All three are empty without `--owners`.
    """

    query: QueryShape
    hits: list[HitShape]
    found: int
    held_back: list[HeldBackShape]
    owned: list[OwnedEntry]
    not_owned: list[OwnedEntry]
    owners_notes: list[str]


class Answer(TypedDict):
    """What `ostraka screen --json` prints; `screening` is null where nothing was recorded.

    `stakes` are the files that what is said of owners rests on.
    """

    engine: EngineShape
    screening: str | None
    stakes: list[StakesFileShape]
    results: list[ResultShape]


# -- a file ----------------------------------------------------------------------------------

_FilePlaces = TypedDict("_FilePlaces", {"in": str})


class FileShape(_FilePlaces):
    """The files of a run and its control totals: rows in are screened and refused rows.

    `errors` is the file of what was not understood, null where there was nothing. `sha256` is
    that of OUT.
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
    held_back: int
    field_problems: int
    ambiguous_dates: int
    seconds: float
    rows_a_second: float


class FileAnswer(TypedDict):
    """What `ostraka screen --file IN --out OUT --json` prints; its hits stand in OUT."""

    engine: EngineShape
    screening: str | None
    file: FileShape


# -- two names -------------------------------------------------------------------------------


class Comparison(TypedDict):
    """What `ostraka compare --json` prints; `match`: whether the score reaches the threshold."""

    score: float
    match: bool
    threshold: float
    reasons: list[ReasonShape]
