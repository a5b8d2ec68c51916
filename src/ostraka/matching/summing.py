"""From reasons to the score they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching.commonness import weigh_commonness
from ostraka.matching.evidence import settle, weigh_evidence
from ostraka.matching.record import Record
from ostraka.matching.weights import Weights
from ostraka.model.hit import Feature, Reason, total
from ostraka.model.subject import Subject


def weigh_reasons(
    subject: Subject,
    record: Record,
    name: Reason,
    found: Sequence[Reason],
    weights: Weights,
) -> tuple[Reason, ...]:
    """All reasons for and against, the name first; the score is their sum at four decimals.

    `found` are reasons for identifiers that agree. The other evidence is weighed here.
    """
    reasons = settle(name, [*weigh_evidence(subject, record, weights), *found])
    common = weigh_commonness(record, name, reasons, weights)
    return bound((*reasons, common) if common else reasons)


def bound(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, with one more where without it the score would leave 0 to 1."""
    raw = total(reasons)
    bounded = min(1.0, max(0.0, raw))
    if bounded == raw:
        return reasons
    detail = "a score is at most 1" if raw > 1 else "a score is at least 0"
    return (*reasons, Reason(Feature.BOUND, "", "", round(bounded - raw, 4), detail))
