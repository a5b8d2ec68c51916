"""The consequences of a listing in words, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ostraka.cli.writing import visible
from ostraka.effects.pieces import Piece
from ostraka.effects.signatures import Signature
from ostraka.model.effect import Verdict
from ostraka.screening.consequences.asking import Outcome

SAID = {
    Verdict.PROHIBITED: "prohibited unless licensed",
    Verdict.LICENCE_REQUIRED: "a licence is required",
    Verdict.PRESUMED_PROHIBITED: "presumed prohibited, unless the presumption is rebutted",
    Verdict.EXPOSURE: "not forbidden to this actor, who is exposed to sanctions for it",
    Verdict.REPORT: "frozen, and to be reported",
    Verdict.REVIEW: "a person has to look: the law or the facts leave it open",
    Verdict.NOT_BOUND: "this actor is not addressed",
    Verdict.NONE_FOUND: "no rule of the lists held restricts it",
}


def write_outcome(outcome: Outcome, held: Sequence[str], not_held: Sequence[str]) -> Iterator[str]:
    """The verdict with its days, the rules behind it, what is open, and what it rests on."""
    consequence = outcome.consequence
    question = consequence.question
    yield f"{visible(outcome.asked)}: {question.activity} by {question.actor}, {consequence.day}"
    yield f"  {outcome.verdict}: {SAID[outcome.verdict]}"
    yield f"  {describe_days(outcome.stretch.first, outcome.stretch.last)}"
    for piece in consequence.pieces:
        yield ""
        yield from describe_rule(piece, consequence.signatures)
    for one in outcome.near:
        yield ""
        yield f"  near: {visible(one.name)} ({one.party}), {one.relation}"
        yield f"    if it is meant: {one.consequence.verdict}"
    yield from _list("Readings", consequence.readings)
    yield from _list("Authorisations, for a person to weigh", _authorisations(outcome))
    yield from _list("To know", (*outcome.caveats, *consequence.caveats))
    yield ""
    yield f"Lists held: {', '.join(held) or 'none'}. Not held: {len(not_held)} known lists."
    yield "This is no legal advice."


def describe_rule(piece: Piece, signatures: Mapping[str, Signature]) -> Iterator[str]:
    """One rule: verdict, days, text, citation, and what nobody has read at its source."""
    row = piece.row
    yield f"  {piece.verdict} by {piece.case.mark} [{row.id if row else 'scope'}]"
    yield f"    {row.text if row else piece.rules.scope}"
    yield f"    {describe_days(piece.first, piece.last)}"
    yield f"    {row.citation if row else piece.rules.citation}"
    for doubt in row.unverified if row else ():
        yield f"    not verified ({doubt.what}): {doubt.note}"
    signature = signatures.get(row.id) if row else None
    if signature:
        yield f"    signed off by {visible(signature.by)} on {signature.signed}: {signature.why}"


def describe_days(first: date | None, last: date | None) -> str:
    """First and last day in words.

    >>> describe_days(date(2022, 2, 8), None)
    'from 2022-02-08, no last day known'
    """
    start = f"from {first}" if first else "no first day known"
    return f"{start}, {f'to {last}' if last else 'no last day known'}"


def _authorisations(outcome: Outcome) -> tuple[str, ...]:
    return tuple(
        f"{one.text} ({one.citation}{', not verified' if one.unverified else ''})"
        for one in outcome.consequence.authorisations
    )


def _list(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading}:"
        for line in lines:
            yield f"  - {visible(line)}"
