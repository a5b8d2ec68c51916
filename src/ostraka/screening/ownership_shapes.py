"""The shape of what `ostraka ownership` prints as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

CaughtWord = Literal["yes", "no", "review", "no_data"]
InterestWord = Literal["shares", "votes", "board", "other", "consolidation", "office"]


# `from` is a word of Python, so that this shape cannot be written as a class.
OwnershipRuleShape = TypedDict(
    "OwnershipRuleShape",
    {
        "id": str,
        "citation": str,
        "from": date | None,
        "until": date | None,
        "verified": bool,
        "text": str,
    },
)


class OwnerShape(TypedDict):
    """An owner that counts; the percentages are null where the interest has none."""

    owner: str
    percent_min: float | None
    percent_max: float | None
    caught: CaughtWord
    interest: InterestWord
    listed: bool
    held_by: str | None


class StakeShape(TypedDict):
    """A stake as it was read; `file` and `row` say where."""

    owner: str
    owned: str
    interest: InterestWord
    percent_min: float
    percent_max: float
    start: date | None
    end: date | None
    held_by: str | None
    file: str | None
    row: int | None


class ListingFact(TypedDict):
    """A listing that the answer rests on; `identity` says why the owner is taken for that party."""

    party: str
    regime: str
    sure: bool
    identity: str | None


class DecidingShape(TypedDict):
    """The smallest set of facts that carries the answer, with the row of `rule`."""

    stakes: list[StakeShape]
    listings: list[ListingFact]


class ReadingShape(TypedDict):
    """The answer under one reading of a question that the law leaves open."""

    question: str
    reading: str
    caught: CaughtWord


class OwnershipEntry(TypedDict):
    """One party under one regime; facts, days and readings are null where not asked for."""

    party: str
    id: str
    regime: str
    caught: CaughtWord
    listed_directly: bool
    percent_min: float | None
    percent_max: float | None
    accounted_for: float
    because: list[OwnerShape]
    rule: OwnershipRuleShape
    why: str
    flags: list[str]
    notes: list[str]
    deciding: DecidingShape | None
    holds_from: date | None
    holds_until: date | None
    readings: list[ReadingShape] | None


class OwnedEntry(OwnershipEntry):
    """The same of a party that was screened, as `party` of the stakes.

    `identity` says why that party may be the one screened, null where name or id are the same.
    `path` is the stakes that carry the answer, those of the listed owners first.
    """

    identity: str | None
    path: list[StakeShape]


class StakesFileShape(TypedDict):
    """A file of stakes that was read; `published` is null where it was given and is not held."""

    name: str
    sha256: str
    published: date | None
    stakes: int


class OwnershipDocument(TypedDict):
    """What `ostraka ownership --json` prints."""

    on: date
    explained: bool
    lists_held: list[str]
    lists_not_held: list[str]
    problems: list[str]
    parties: list[OwnershipEntry]


class EditionShape(TypedDict):
    """A file of stakes that is kept; `current` is the edition that counts today."""

    name: str
    sha256: str
    published: date
    imported: datetime
    stakes: int
    current: bool


class HeldStakesDocument(TypedDict):
    """What `ostraka stakes --json` prints, by name and day of publication."""

    stakes: list[EditionShape]
