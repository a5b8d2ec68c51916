"""The answer to who may do what with a party on a day, and the facts that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ostraka.effects.licensing import describe_licence, excludes_item
from ostraka.effects.notes import (
    Authorisation,
    find_authorisations,
    find_warnings,
    load_place_rules,
)
from ostraka.effects.pieces import Piece, make_pieces
from ostraka.effects.question import Case, Question
from ostraka.effects.signatures import Signature
from ostraka.effects.tables import load_rules
from ostraka.effects.timeline import Stretch, find_stretch, make_stretches, on_day
from ostraka.model.effect import Activity, Verdict
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.origin import Origin

NO_SIGNATURES: Mapping[str, Signature] = {}


@dataclass(frozen=True, slots=True)
class Fact:
    """A listing and the rule row that, together, carry a verdict: `rule` is the id of the row."""

    party: str
    list: str
    programme: str
    rule: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows for one question on one day.

    `stretch` has the verdict and the first and last day on which it is the same. `pieces` are the
    rules that speak that day, strictest first. `because` is the smallest set of facts that carries
    the verdict; `also` are further facts, each of which would carry it alone. `readings` are the
    answers where something is open.
    """

    question: Question
    day: date
    stretch: Stretch
    pieces: tuple[Piece, ...]
    because: tuple[Fact, ...]
    also: tuple[Fact, ...]
    readings: tuple[str, ...]
    authorisations: tuple[Authorisation, ...]
    caveats: tuple[str, ...]
    signatures: Mapping[str, Signature]

    @property
    def verdict(self) -> Verdict:
        """The strictest verdict of the rules that speak that day."""
        return self.stretch.verdict


def find_pieces(
    cases: Sequence[Case], question: Question, signed: frozenset[str] = frozenset()
) -> tuple[Piece, ...]:
    """Every piece that listings and places give for a question, with their first and last days."""
    rules = load_rules()
    found: list[Piece] = []
    for case in cases:
        of_list = rules.get(case.listing.list)
        if of_list is None:
            found.append(_without_rule(case))
            continue
        pieces = make_pieces(case, of_list, question, signed)
        if question.activity is Activity.EXPORT and question.item:
            pieces = tuple(_for_item(piece, question.item) for piece in pieces)
        found += pieces
    for code in question.places:
        if code in load_place_rules():
            found += _of_place(code, question, signed)
    return tuple(found)


def find_timeline(
    cases: Sequence[Case], question: Question, signed: frozenset[str] = frozenset()
) -> tuple[Stretch, ...]:
    """The verdict of every day, as runs of days on which it is the same."""
    return make_stretches(find_pieces(cases, question, signed))


def find_consequence(
    cases: Sequence[Case],
    question: Question,
    day: date,
    signatures: Mapping[str, Signature] = NO_SIGNATURES,
) -> Consequence:
    """What follows on a day for an actor who does something with a party so listed.

    A party on several lists gets the strictest verdict, with all the rules behind it. Adding a
    listing never makes the verdict milder.
    """
    pieces = find_pieces(cases, question, frozenset(signatures))
    today = on_day(pieces, day)
    stretch = find_stretch(make_stretches(pieces), day)
    carriers = [p for p in today if p.verdict is stretch.verdict]
    facts = list(dict.fromkeys(_fact(piece) for piece in carriers))
    ordered = tuple(sorted(today, key=lambda p: (p.verdict.strictness, p.row is None)))
    return Consequence(
        question=question,
        day=day,
        stretch=stretch,
        pieces=_without_silent(ordered),
        # Nothing carries that no rule restricts it: it is what is left.
        because=() if stretch.verdict is Verdict.NONE_FOUND else tuple(facts[:1]),
        also=() if stretch.verdict is Verdict.NONE_FOUND else tuple(facts[1:]),
        readings=tuple(dict.fromkeys(r for piece in today for r in piece.readings)),
        authorisations=find_authorisations([p.case for p in today], question, day),
        caveats=tuple(dict.fromkeys(_caveats(cases, today, question, day))),
        signatures=signatures,
    )


def _fact(piece: Piece) -> Fact:
    listing = piece.case.listing
    rule = piece.row.id if piece.row else "scope"
    return Fact(piece.case.party, listing.list, listing.programme, rule)


def _without_silent(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without the scope of a listing that a row of it speaks for, and each only once."""
    speaking = {id(piece.case) for piece in pieces if piece.row}
    return tuple(p for p in pieces if p.row or id(p.case) not in speaking)


def _without_rule(case: Case) -> Piece:
    any_rules = load_rules()["custom"]
    why = f"there is no rule for the list {case.listing.list}"
    return Piece(None, None, Verdict.REVIEW, case, any_rules, why=why)


def _for_item(piece: Piece, item: str) -> Piece:
    """The piece for one item: an exception in the entry's own words is for a person to read."""
    if piece.row is None or not excludes_item(piece.case.requirement, item):
        return piece
    return replace(
        piece,
        verdict=Verdict.REVIEW,
        stated=piece.verdict,
        why=f"the entry's requirement has an exception that may be for {item}",
        readings=(f"the exception is not for {item}: {piece.verdict}", "it is: none_found"),
    )


def _of_place(code: str, question: Question, signed: frozenset[str]) -> tuple[Piece, ...]:
    listing = Listing(code, "", ListingClass.STATUS, Origin("places", code))
    pieces = make_pieces(Case(listing), load_place_rules()[code], question, signed)
    rows = tuple(piece for piece in pieces if piece.row is not None)
    if rows or not load_place_rules()[code].binds:
        return rows
    return tuple(
        replace(
            piece,
            verdict=Verdict.REVIEW,
            why="an address or origin lies in a territory that sanctions name",
        )
        for piece in pieces
    )


# -- what is said beside ------------------------------------------------------------------------


def _caveats(
    cases: Sequence[Case], today: Sequence[Piece], question: Question, day: date
) -> Iterator[str]:
    for piece in today:
        if piece.why:
            yield f"{_title(piece)}: {piece.why}."
        if piece.row and piece.row.duty:
            yield piece.row.duty
        if piece.row and question.activity is Activity.EXPORT and "bis_" in piece.case.listing.list:
            yield from describe_licence(piece.case, question.item)
    if not today and cases:
        yield f"No listing stands on {day.isoformat()} by the dates that the lists state."
    for case in _distinct(cases):
        yield from _of_list(case, question, day)
    for warning in find_warnings([p.case for p in today], question.actor, day):
        yield f"{warning.text} ({warning.citation})"


def _distinct(cases: Sequence[Case]) -> list[Case]:
    return list({case.mark: case for case in cases}.values())


def _of_list(case: Case, question: Question, day: date) -> Iterator[str]:
    rules = load_rules().get(case.listing.list)
    if rules is None:
        return
    for note in rules.notes:
        fits_kind = not note.kinds or case.kind is None or case.kind in note.kinds
        if (
            question.actor in note.actors
            and question.activity in note.activities
            and fits_kind
            and (note.start is None or day >= note.start)
        ):
            yield f"{note.text} ({note.citation})"
    for ending in rules.endings:
        if case.listing.programme in ending.programmes and day >= ending.ended:
            older = case.published is not None and case.published < ending.ended
            held = f" The snapshot of {case.published} is older than that." if older else ""
            yield f"{ending.text} ({ending.citation}){held}"
    if case.published and case.listing.listed_on is None and case.listing.first_seen:
        seen = case.listing.first_seen.isoformat()
        yield f"{case.mark} states no day of listing; it was first seen in the snapshot of {seen}."
    for clause in case.clauses:
        if "secondary" in clause.casefold() or "13224" in clause or "510." in clause:
            yield f"The entry states: {clause}."


def _title(piece: Piece) -> str:
    return piece.row.id if piece.row else piece.case.mark
