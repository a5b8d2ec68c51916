"""Pieces of time laid over each other: stretches of days on which the verdict is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ostraka.effects.periods import DAY, holds
from ostraka.effects.pieces import Piece
from ostraka.model.effect import Verdict

_RANK = {verdict: verdict.strictness for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which the strictest verdict is the same, whatever carries it; `None` is no bound."""

    first: date | None
    last: date | None
    verdict: Verdict


def strictest(pieces: Iterable[Piece]) -> Verdict:
    """The strictest verdict of the pieces; where there is none, no rule restricts it."""
    verdicts = (piece.verdict for piece in pieces)
    return min(verdicts, key=_RANK.__getitem__, default=Verdict.NONE_FOUND)


def on_day(pieces: Iterable[Piece], day: date) -> tuple[Piece, ...]:
    """The pieces that hold on a day."""
    return tuple(piece for piece in pieces if holds(piece.first, piece.last, day))


def make_stretches(pieces: Sequence[Piece]) -> tuple[Stretch, ...]:
    """All days from the first to the last, parted where the verdict changes.

    The verdict is asked once for each run of days between two bounds, not once a day.
    """
    starts = {piece.first for piece in pieces if piece.first}
    starts |= {piece.last + DAY for piece in pieces if piece.last and piece.last < date.max}
    bounds = sorted(starts)
    found: list[Stretch] = []
    for first, following in zip([None, *bounds], [*bounds, None], strict=True):
        last = following - DAY if following else None
        day = first or last or date.max
        verdict = strictest(p for p in pieces if holds(p.first, p.last, day))
        if found and found[-1].verdict is verdict:
            found[-1] = Stretch(found[-1].first, last, verdict)
        else:
            found.append(Stretch(first, last, verdict))
    return tuple(found)


def find_stretch(stretches: Sequence[Stretch], day: date) -> Stretch:
    """The stretch that a day lies in."""
    return next(s for s in stretches if holds(s.first, s.last, day))
