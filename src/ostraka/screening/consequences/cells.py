"""What follows from hits as further cells of a table, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ostraka.effects.pieces import Piece
from ostraka.model.effect import Activity, Verdict
from ostraka.model.hit import Hit, OwnedBy
from ostraka.screening.consequences.hits import Entailed, Entailing
from ostraka.screening.consequences.portfolio import Position, find_position
from ostraka.screening.tables.hit_rows import Cells

COLUMNS = ("verdict", "from", "until", "rule", "citation", "unverified")
"""Headings of what follows: the verdict with its first and last day, and the rules behind it."""

POSITION_COLUMNS = ("sell_by", "position")
"""Headings of what is said of a security: the last day to divest, and buying, holding, selling."""

_SECURITIES = frozenset(
    {
        Activity.SECURITIES_BUY,
        Activity.SECURITIES_SELL,
        Activity.SECURITIES_DIVEST,
        Activity.SECURITIES_HOLD,
    }
)


class EntailedCells:
    """Asks the rules about the hits of a table; where securities are asked, about the position."""

    def __init__(self, entailing: Entailing) -> None:
        self._entailing = entailing
        self._of_securities = entailing.question.activity in _SECURITIES

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the cells."""
        return (*COLUMNS, *(POSITION_COLUMNS if self._of_securities else ()))

    def make_cells(self, hits: Sequence[Hit]) -> list[Cells]:
        """The cells of each hit, in their order."""
        entailed = zip(hits, self._entailing.find(hits), strict=True)
        if not self._of_securities:
            return [_make_cells(one) for _, one in entailed]
        return [
            (*_make_cells(one), *_make_position(find_position(self._entailing, hit)))
            for hit, one in entailed
        ]

    def make_owned_cells(self, owned: OwnedBy) -> Cells:
        """`review`, with the rule of ownership: what follows is that of the owner's own listing."""
        unread = "" if owned.verified else "the rule of ownership was not verified at its source"
        rule = f"{owned.regime.value} [ownership]"
        cells = (Verdict.REVIEW.value, None, None, rule, owned.rule, unread)
        return (*cells, None, _say_owned(owned)) if self._of_securities else cells


def _say_owned(owned: OwnedBy) -> str:
    return f"whether rules for {owned.regime.value} listings bind here too is for a person to say"


def _make_cells(entailed: Entailed) -> Cells:
    consequence = entailed.consequence
    stretch = consequence.stretch
    rules = [p for p in consequence.pieces if p.verdict is consequence.verdict]
    return (
        entailed.verdict.value,
        stretch.first,
        stretch.last,
        _join(_name_rule(piece) for piece in rules),
        _join(p.row.citation if p.row else p.rules.citation for p in rules),
        _join(f"{doubt.what}: {doubt.note}" for p in rules if p.row for doubt in p.row.unverified),
    )


def _name_rule(piece: Piece) -> str:
    return f"{piece.case.mark} [{piece.row.id if piece.row else 'scope'}]"


def _make_position(position: Position) -> Cells:
    return position.sell_by, position.describe()


def _join(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
