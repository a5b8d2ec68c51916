"""Why a person must look at a hit before anything is done about it."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching.record import Record
from ostraka.model.hit import Closeness, Feature, Reason
from ostraka.model.party import PartyKind


def explain_review(record: Record, closeness: Closeness, reasons: Sequence[Reason]) -> str:
    """One sentence, empty where nothing but the match itself is open.

    An entry that names a group ("and any subsidiary thereof") makes a near name a question of
    membership; an equal identifier beside contradictions makes it one of identity, and so does an
    identifier without a name.
    """
    if not reasons[0].query:
        return "No name was given: whether the party of that identifier is meant is open."
    against = [reason.detail for reason in reasons if reason.weight < 0 and _is_evidence(reason)]
    if any(reason.feature is Feature.IDENTIFIER for reason in reasons):
        against += ["the name is another"] if reasons[0].weight < _SAME_NAME else []
        return f"The identifier is the same, but {'; '.join(against)}." if against else ""
    if closeness is not Closeness.CLOSE:
        return ""
    clauses = [clause.text for listing in record.listings for clause in listing.clauses]
    if clauses and record.kind is not PartyKind.PERSON:
        return f"The entry also names a group ({clauses[0]}); whether this party is one is open."
    return Closeness.CLOSE.meaning


_SAME_NAME = 0.7  # a name that scores less is another


def _is_evidence(reason: Reason) -> bool:
    return reason.feature is not Feature.BOUND
