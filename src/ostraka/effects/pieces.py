"""From a listing and its rules to pieces of time, each with one verdict and what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ostraka.effects.matching import find_groups
from ostraka.effects.periods import (
    DAY,
    Moment,
    Span,
    earlier,
    find_spans,
    is_empty,
    later,
    resolve,
)
from ostraka.effects.question import Case, Question
from ostraka.effects.rows import Ending, Row, Rules
from ostraka.model.effect import Verdict


@dataclass(frozen=True, slots=True)
class Piece:
    """Days on which one rule row, applied to one listing, gives one verdict.

    `row` is `None` where the scope of the list itself answers. `stated` is what the row says when
    it could be followed; it differs from `verdict` where something is open, and `why` says what.
    """

    first: date | None
    last: date | None
    verdict: Verdict
    case: Case
    rules: Rules
    row: Row | None = None
    stated: Verdict | None = None
    why: str = ""
    readings: tuple[str, ...] = ()


def make_pieces(
    case: Case, rules: Rules, question: Question, signed: frozenset[str] = frozenset()
) -> tuple[Piece, ...]:
    """Every piece that the rules of its list give for one listing; they may lie over each other.

    Before and after the listing there is no piece. `signed` are ids of rows signed off.
    """
    rows = _rows_for(case, rules, question)
    return tuple(
        piece
        for span in find_spans(case.listing, case.published, assumed=case.published is None)
        for piece in _of_span(case, rules, question, rows, span, signed)
    )


def _rows_for(case: Case, rules: Rules, question: Question) -> tuple[Row, ...]:
    asked = (question.actor, question.activity)
    return tuple(
        row
        for index in find_groups(case, rules)
        for row in rules.groups[index].by_question.get(asked, ())
        if not row.kinds or case.kind is None or case.kind in row.kinds
    )


def _of_span(
    case: Case,
    rules: Rules,
    question: Question,
    rows: tuple[Row, ...],
    span: Span,
    signed: frozenset[str],
) -> Iterator[Piece]:
    base = Verdict.NONE_FOUND if question.actor in rules.binds else Verdict.NOT_BOUND
    yield Piece(span.first, span.last, base, case, rules)
    ending = _find_ending(case, rules)
    for row in rows:
        for piece in _of_row(case, rules, row, span, signed):
            yield from _end(piece, ending, case) if ending else (piece,)


def _of_row(
    case: Case, rules: Rules, row: Row, span: Span, signed: frozenset[str]
) -> Iterator[Piece]:
    start = resolve(row.start, span, case.listing)
    end = resolve(row.before, span, case.listing) if row.before else Moment(None)
    if not start.known or not end.known:
        why = "the rule counts from the day of listing, which is not stated"
        yield _open(Piece(span.first, span.last, row.verdict, case, rules, row), why)
        return
    first = later(span.first, later(start.day, start.other))
    last = earlier(span.last, earlier(_before(end.day), _before(end.other)) or row.until)
    piece = Piece(first, last, row.verdict, case, rules, row, row.verdict, readings=row.readings)
    if not is_empty(first, last):
        yield _judge(piece, span, signed)
    yield from _disputed(piece, span, start, end)


def _before(day: date | None) -> date | None:
    return day - DAY if day else None


def _judge(piece: Piece, span: Span, signed: frozenset[str]) -> Piece:
    """The piece as it may be followed: at best `review` where something of it is not known."""
    row = piece.row
    if row is not None and not row.verified and row.id not in signed:
        doubts = "; ".join(d.note for d in row.unverified if d.what != "citation")
        piece = _open(piece, f"not verified at its source: {doubts}")
    if not span.sure:
        piece = _open(piece, "the snapshots held do not tell whether it was listed that day")
    return piece


def _open(piece: Piece, why: str) -> Piece:
    if piece.verdict is Verdict.NONE_FOUND:
        return replace(piece, why=why)
    stated = piece.stated or piece.verdict
    readings = piece.readings or (f"if it holds: {stated}", "if it does not: none_found")
    return replace(piece, verdict=Verdict.REVIEW, stated=stated, why=why, readings=readings)


def _disputed(piece: Piece, span: Span, start: Moment, end: Moment) -> Iterator[Piece]:
    """Days between what the rule computes and what the entry states: each reading is shown."""
    for moment, name in ((start, "begins"), (end, "ends")):
        if moment.day and moment.other:
            one, other = sorted((moment.day, moment.other))
            first, last = later(span.first, one), earlier(span.last, other - DAY)
            why = (
                f"the rule {name} on {moment.day} by its formula and on {moment.other} by the "
                "entry; the two differ"
            )
            if not is_empty(first, last):
                yield _open(replace(piece, first=first, last=last), why)


def _find_ending(case: Case, rules: Rules) -> Ending | None:
    programme = case.listing.programme
    return next((e for e in rules.endings if programme in e.programmes), None)


def _end(piece: Piece, ending: Ending, case: Case) -> Iterator[Piece]:
    """The piece as far as its programme lasts; the day of the end itself is open."""
    newer = case.published is not None and case.published >= ending.ended
    if newer and not ending.verified:
        yield piece  # the list still has it after the end nobody verified
        return
    last = earlier(piece.last, ending.ended - DAY)
    if not is_empty(piece.first, last):
        yield replace(piece, last=last)
    after = later(piece.first, ending.ended)
    open_until = ending.ended if ending.verified and not newer else piece.last
    if not is_empty(after, earlier(open_until, piece.last)):
        why = f"{ending.text} ({ending.citation})"
        last_open = earlier(open_until, piece.last)
        yield _open(replace(piece, first=after, last=last_open), why)
