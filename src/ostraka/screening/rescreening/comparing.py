"""What the alerts of a book were before a list changed, and what they are after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from ostraka.matching.evidence import find_floor
from ostraka.matching.weights import load_weights
from ostraka.model.subject import Subject
from ostraka.model.terms import Term
from ostraka.screening.rescreening.book import Book
from ostraka.screening.rescreening.change import ListChange
from ostraka.screening.screener import Screener
from ostraka.screening.tables.cells import Value
from ostraka.screening.tables.hit_rows import HIT_COLUMNS, HitRow, make_hit_rows
from ostraka.screening.tables.row_reader import Asked

# The book's words are otherwise rare than the lists', so that a name may score less there than it
# does here; what is asked for too much is screened again and dropped.
_CANDIDATE_SHARE = 0.75
_ROWS_AT_ONCE = 1_000


class Alteration(Term):
    """What became of a hit."""

    NEW = "new", "A hit now, and none before."
    CHANGED = "changed", "A hit before and now, with another score, name, listing or reason."
    GONE = "gone", "A hit before, and none now."


class ChangedHit(NamedTuple):
    """A hit that a full run before and one after would differ by; as it was, where it is gone."""

    alteration: Alteration
    score_before: float | None
    hit: HitRow

    def write(self) -> tuple[Value, ...]:
        """The values under `RESCREEN_COLUMNS`."""
        return (self.alteration.value, self.score_before, *self.hit)


RESCREEN_COLUMNS = ("change", "score_before", *HIT_COLUMNS)
"""The headings of a table of changed hits."""


@dataclass(frozen=True, slots=True)
class Rescreening:
    """What came of a rescreening: the hits that differ, by row and party.

    `asked` counts the customers that were screened again, out of `rows` of the book, of which
    `refused` had no name or could not be read. `quick` tells that only hits on parties that changed
    were looked for.
    """

    hits: tuple[ChangedHit, ...]
    asked: int
    rows: int
    refused: int
    quick: bool = False

    def count(self) -> dict[str, int]:
        """How many hits are new, changed and gone."""
        found = Counter(hit.alteration for hit in self.hits)
        return {kind.value: found[kind] for kind in Alteration}


def rescreen(
    change: ListChange, book: Book, threads: int = 1, *, quick: bool = False
) -> Rescreening:
    """The hits of the book, as far as the two states differ: what two full runs would differ by.

    A word is as rare as the lists have it, so that a hit can move though nothing was said of its
    party: every customer is screened before and after, unless the lists are the same.

    With `quick` only hits on parties that changed are told. The index of the customers says whom
    to screen; each of them is then screened before and after like any other subject, so that scores
    and reasons are those of the two full runs.
    """
    if not quick:
        asked, parties = book.iter_customers() if change.is_any else iter(()), None
        narrow: tuple[Screener | None, Screener | None] = (None, None)
    else:
        records = (*change.removed, *change.added)
        floor = _find_floor(change, book.states)
        asked = iter(book.find_customers(records, floor=floor, threads=threads))
        parties = change.parties
        narrow = change.narrow()
    hits: list[ChangedHit] = []
    count = 0
    while part := list(islice(asked, _ROWS_AT_ONCE)):
        count += len(part)
        before = _find(change.before, narrow[0], part, parties)
        after = _find(change.after, narrow[1], part, parties)
        compared = (_compare(before.get(k), after.get(k)) for k in sorted(before.keys() | after))
        hits.extend(hit for hit in compared if hit)
    return Rescreening(tuple(hits), count, book.mark.rows, book.mark.refused, quick)


def _find_floor(change: ListChange, states: Subject) -> float:
    """The least score of a name that may be worth a look, whatever a row of the book states."""
    weights = load_weights()
    thresholds = [screener.least_threshold for screener in (change.before, change.after)]
    return min(find_floor(states, t, weights) for t in thresholds) * _CANDIDATE_SHARE


def _find(
    screener: Screener,
    narrow: Screener | None,
    asked: Sequence[Asked],
    parties: Collection[str] | None,
) -> dict[tuple[int, str], HitRow]:
    """The hits as a full run has them: `narrow` only says who has any.

    It finds all that the whole index does, and of names like a thousand others more: the search of
    a whole index lays so many listed names against a query and no more.
    """
    if narrow:
        rows = {row for row, _ in _screen(narrow, asked, parties)}
        asked = [one for one in asked if one.row in rows]
    return _screen(screener, asked, parties)


def _screen(
    screener: Screener, asked: Sequence[Asked], parties: Collection[str] | None
) -> dict[tuple[int, str], HitRow]:
    results = screener.find_rows([one.subject for one in asked])
    return {
        _key(hit): hit
        for one, result in zip(asked, results, strict=True)
        for hit in make_hit_rows(one.row, one.key, result)
        if parties is None or hit.party in parties
    }


def _key(hit: HitRow) -> tuple[int, str]:
    return hit.row, hit.party


def _compare(before: HitRow | None, after: HitRow | None) -> ChangedHit | None:
    if after is None:
        return ChangedHit(Alteration.GONE, before.score, before) if before else None
    if before is None:
        return ChangedHit(Alteration.NEW, None, after)
    return None if before == after else ChangedHit(Alteration.CHANGED, before.score, after)
