"""Days and periods: formulas of rules turned into dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ostraka.effects.rows import FORMULA
from ostraka.model.listing import ActKind, DateKind, Listing

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a listing stands. `start` is its first day as stated, `None` if not stated.

    `first` and `last` bound the span; `None` is without bound. `sure` is false where only the
    history of snapshots leaves open whether it stood.
    """

    first: date | None
    last: date | None
    start: date | None
    sure: bool = True


def find_spans(listing: Listing, published: date | None, *, assumed: bool) -> tuple[Span, ...]:
    """The spans of days on which the listing stands, or may stand, in order."""
    acts = sorted(
        (a for a in listing.acts if a.on and a.kind is not ActKind.AMEND),
        key=lambda a: (a.on or date.min, a.kind is not ActKind.REMOVE),
    )
    spans: list[Span] = []
    start: date | None = None
    for act in acts:
        if act.on is None:
            continue
        if act.kind is not ActKind.REMOVE:
            start = start or act.on
        elif start is not None:
            spans.append(Span(start, act.on - DAY, start))
            start = None
        elif not spans:
            spans += _undated(listing, published, act.on - DAY, assumed=assumed)
    if start is not None:
        spans.append(Span(start, _expiry(listing), start))
    elif not acts:
        spans += _undated(listing, published, _expiry(listing), assumed=assumed)
    return tuple(spans)


def _undated(
    listing: Listing, published: date | None, last: date | None, *, assumed: bool
) -> list[Span]:
    if assumed:
        return [Span(None, last, None)]
    seen = listing.first_seen or published
    if seen is None:
        return [Span(None, last, None, sure=False)]
    absent = listing.last_absent
    doubt = Span(absent + DAY if absent else None, seen - DAY, None, sure=False)
    known = Span(seen, last, None)
    return [known] if absent == seen - DAY else [doubt, known]


def _expiry(listing: Listing) -> date | None:
    return max((d.on for d in listing.dates if d.kind is DateKind.EXPIRES), default=None)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day a formula gives. `other` is the day the entry states where that differs.

    `known` is false where the formula needs a day that nobody stated.
    """

    day: date | None
    other: date | None = None
    known: bool = True


def resolve(formula: str, span: Span, listing: Listing) -> Moment:
    """The day that a formula means for a listing that stands in that span."""
    found = FORMULA.match(formula)
    if not found:
        day = date.fromisoformat(formula)
        return Moment(day)
    days = int(found["days"] or 0)
    computed = span.start + timedelta(days=days) if span.start else None
    stated = _find_stated(listing, found["stated"]) if found["stated"] else None
    if stated and computed and stated != computed:
        return Moment(computed, stated)
    if stated or computed:
        return Moment(stated or computed)
    return Moment(span.first) if not days and not found["stated"] else Moment(None, known=False)


def _find_stated(listing: Listing, name: str | None) -> date | None:
    return next((d.on for d in listing.dates if d.kind.value == name), None)


def later(one: date | None, other: date | None) -> date | None:
    """The later of two first days; `None` is without bound."""
    return max((d for d in (one, other) if d), default=None)


def earlier(one: date | None, other: date | None) -> date | None:
    """The earlier of two last days; `None` is without bound."""
    return min((d for d in (one, other) if d), default=None)


def is_empty(first: date | None, last: date | None) -> bool:
    """Whether no day lies between the two."""
    return first is not None and last is not None and first > last


def holds(first: date | None, last: date | None, day: date) -> bool:
    """Whether the day lies between the two, both included."""
    return (first is None or first <= day) and (last is None or day <= last)
