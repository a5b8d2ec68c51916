"""A possible match as one row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from ostraka.model.hit import Feature, Hit, OwnedBy, Reason, Result
from ostraka.screening.tables.cells import Value


class HitRow(NamedTuple):
    """One hit of one row, in the order of the columns of the contract."""

    row: int
    id: str
    query: str
    party: str
    source: str
    name: str
    matched_name: str
    score: float
    listing_class: str
    listed_on: date | None
    programmes: str
    reason: str


HIT_COLUMNS = tuple("class" if f == "listing_class" else f for f in HitRow._fields)
"""The headings of a table of hits."""

STAKES, OWNED = "stakes", "owned"
"""Source and class of a row that is there for its owners."""

DATE_COLUMNS = frozenset({"listed_on", "from", "until", "sell_by"})
"""Headings below which days stand, of those that further cells may have, too."""

Cells = tuple[Value, ...]


class Beside(Protocol):
    """What stands behind the columns of the contract where a user asked for more."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the further cells."""

    def make_cells(self, hits: Sequence[Hit]) -> list[Cells]:
        """The further cells of each hit, in the order of the hits."""

    def make_owned_cells(self, owned: OwnedBy) -> Cells:
        """The further cells of a row that is there for its owners."""


def make_hit_rows(row: int, key: str, result: Result) -> Iterator[HitRow]:
    """A row for each hit of a result, in its order. `key` is the user's own id of the subject."""
    for hit in result.hits:
        yield HitRow(
            row=row,
            id=key,
            query=result.subject.called,
            party=hit.party,
            source=hit.source,
            name=hit.name,
            matched_name=hit.matched_name,
            score=hit.score,
            listing_class=hit.listing_class.value,
            listed_on=_find_listed_on(hit),
            programmes=_join_programmes(hit),
            reason=write_reason(hit),
        )


def make_owned_row(row: int, key: str, query: str, owned: OwnedBy) -> HitRow:
    """A row for a subject that listed parties own, or may: it is on no list itself."""
    return HitRow(
        row=row,
        id=key,
        query=query,
        party=owned.party,
        source=STAKES,
        name=owned.name,
        matched_name=owned.name,
        score=owned.score,
        listing_class=OWNED,
        listed_on=None,
        programmes=owned.regime.value,
        reason=owned.reason,
    )


def write_reason(hit: Hit) -> str:
    """The reasons of a hit as one sentence on one line, with what makes it a matter for review."""
    parts = [_write_part(reason) for reason in hit.reasons if reason.feature is not Feature.BOUND]
    if hit.review:
        parts.append(f"for review: {hit.review}")
    sentence = " ".join("; ".join(part.rstrip(" .;") for part in parts if part).split())
    return f"{sentence}." if sentence else ""


def _write_part(reason: Reason) -> str:
    detail = reason.detail.strip()
    named = detail.lower().startswith(reason.feature.value)
    return detail if named else f"{reason.feature.value}: {detail}"


def _find_listed_on(hit: Hit) -> date | None:
    """The earliest day that a listing states; what history alone shows is not stated."""
    return min((x.listed_on for x in hit.listings if x.listed_on), default=None)


def _join_programmes(hit: Hit) -> str:
    return "; ".join(dict.fromkeys(x.programme for x in hit.listings if x.programme))
