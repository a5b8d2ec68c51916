"""What follows from one hit, as lines below it."""

from __future__ import annotations

from collections.abc import Iterator

from ostraka.cli.effect_text import SAID, describe_days
from ostraka.effects.pieces import Piece
from ostraka.screening.consequences.hits import Entailed


def write_entailed(entailed: Entailed) -> Iterator[tuple[str, str]]:
    """The verdict with its days, then each rule behind it with its citation, then what is open."""
    consequence = entailed.consequence
    question, stretch = consequence.question, consequence.stretch
    yield "asked", f"{question.activity} by {question.actor}, {consequence.day}"
    yield "verdict", f"{entailed.verdict}: {SAID[entailed.verdict]}"
    yield "days", describe_days(stretch.first, stretch.last)
    for piece in consequence.pieces:
        signed = piece.row is not None and piece.row.id in consequence.signatures
        yield from _write_rule(piece, signed=signed)
    for reading in entailed.readings:
        yield "reading", reading
    for one in consequence.authorisations:
        tag = ", not verified" if one.unverified else ""
        yield "authorised", f"{one.text} ({one.citation}{tag}); for a person to weigh"
    for caveat in entailed.caveats:
        yield "to know", caveat


def _write_rule(piece: Piece, *, signed: bool) -> Iterator[tuple[str, str]]:
    row = piece.row
    yield "rule", f"{piece.verdict} by {piece.case.mark} [{row.id if row else 'scope'}]"
    yield "", row.text if row else piece.rules.scope
    yield "", describe_days(piece.first, piece.last)
    yield "", row.citation if row else piece.rules.citation
    for doubt in row.unverified if row else ():
        yield "unverified", f"{doubt.what}: {doubt.note}{' (signed off)' if signed else ''}"
