"""Consequences as JSON, key by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ostraka.effects.answer import Consequence, Fact
from ostraka.effects.notes import Authorisation
from ostraka.effects.pieces import Piece
from ostraka.effects.signatures import Signature
from ostraka.screening.consequences.asking import Near, Outcome
from ostraka.screening.consequences.hits import Entailed

Json = dict[str, object]


def make_effects(outcome: Outcome, held: Sequence[str], not_held: Sequence[str]) -> Json:
    """What `ostraka effects --json` prints."""
    near = [_make_near(one) for one in outcome.near]
    stretch = outcome.stretch
    names = [
        f"{one.relation}: {one.name} ({one.party}); if it is meant: {one.consequence.verdict}"
        for one in outcome.near
    ]
    consequence = make_consequence(outcome.consequence)
    return {
        "asked": outcome.asked,
        **consequence,
        "item": outcome.consequence.question.item or None,
        "verdict": outcome.verdict.value,
        "from": _iso(stretch.first),
        "until": _iso(stretch.last),
        "parties": list(outcome.parties),
        "near": near,
        "readings": [*outcome.consequence.readings, *names],
        "caveats": [*outcome.caveats, *_of_near(outcome), *outcome.consequence.caveats],
        "lists_held": list(held),
        "lists_not_held": list(not_held),
    }


def _of_near(outcome: Outcome) -> list[str]:
    return [
        f"{one.name} ({one.party}) is {one.relation} and may be another legal person: not "
        "equal, so a person has to look."
        for one in outcome.near
    ]


def make_consequence(consequence: Consequence) -> Json:
    """One actor and activity on one day."""
    return {
        "actor": consequence.question.actor.value,
        "activity": consequence.question.activity.value,
        "on": consequence.day.isoformat(),
        "verdict": consequence.verdict.value,
        "from": _iso(consequence.stretch.first),
        "until": _iso(consequence.stretch.last),
        "rules": [make_rule(piece, consequence.signatures) for piece in consequence.pieces],
        "because": [_make_fact(fact) for fact in consequence.because],
        "also": [_make_fact(fact) for fact in consequence.also],
        "readings": list(consequence.readings),
        "authorisations": [_make_authorisation(one) for one in consequence.authorisations],
        "caveats": list(consequence.caveats),
    }


def make_entailed(entailed: Entailed) -> Json:
    """What follows from one hit: as a consequence, with what is open about the match itself."""
    return make_consequence(entailed.consequence) | {
        "verdict": entailed.verdict.value,
        "readings": list(entailed.readings),
        "caveats": list(entailed.caveats),
    }


def make_rule(piece: Piece, signatures: Mapping[str, Signature]) -> Json:
    """One rule that speaks, with the tag of what nobody read at its source."""
    row, listing = piece.row, piece.case.listing
    signature = signatures.get(row.id) if row else None
    return {
        "list": listing.list,
        "programme": listing.programme or None,
        "party": piece.case.party or None,
        "rule": row.id if row else "scope",
        "verdict": piece.verdict.value,
        "stated": piece.stated.value if piece.stated else None,
        "from": _iso(piece.first),
        "until": _iso(piece.last),
        "citation": row.citation if row else piece.rules.citation,
        "verified": row.verified if row else True,
        "unverified": [f"{doubt.what}: {doubt.note}" for doubt in row.unverified] if row else [],
        "signed_off": _make_signature(signature) if signature else None,
        "text": row.text if row else piece.rules.scope,
        "why": piece.why or None,
    }


def _make_signature(signature: Signature) -> Json:
    return {"by": signature.by, "on": signature.signed.isoformat(), "why": signature.why}


def _make_fact(fact: Fact) -> Json:
    return {
        "party": fact.party or None,
        "list": fact.list,
        "programme": fact.programme or None,
        "rule": fact.rule,
    }


def _make_authorisation(one: Authorisation) -> Json:
    verified = all(doubt.what == "citation" for doubt in one.unverified)
    return {
        "id": one.id,
        "text": one.text,
        "citation": one.citation,
        "verified": verified,
        "from": _iso(one.start),
        "until": _iso(one.until),
    }


def _make_near(one: Near) -> Json:
    return {
        "party": one.party,
        "name": one.name,
        "relation": one.relation,
        "verdict": one.consequence.verdict.value,
        "from": _iso(one.consequence.stretch.first),
        "until": _iso(one.consequence.stretch.last),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
