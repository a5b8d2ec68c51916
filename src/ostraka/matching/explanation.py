"""What the kernel found, as a reason in words from which the weight can be computed again."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from ostraka.matching import _kernel
from ostraka.matching.weights import Weights
from ostraka.model.hit import Alignment, Closeness, Feature, Reason, TokenPair

_ALIGNMENTS = tuple(Alignment)
_CLOSENESS = tuple(Closeness)


def explain_name(query: str, listed: str, scored: _kernel.Scored) -> Reason:
    """The reason that stands for the name: its weight is the name's score at four decimals."""
    score, order, _, pairs = scored
    parts = tuple(TokenPair(_ALIGNMENTS[pair[0]], *pair[1:]) for pair in pairs)
    detail = "; ".join([*_describe(parts), *(["in another order"] if order < 1 else [])])
    return Reason(Feature.NAME, query, listed, round(score, 4), detail, parts, order)


def closeness_of(scored: _kernel.Scored) -> Closeness:
    """How near the kernel found the two names."""
    return _CLOSENESS[scored[2]]


def recompute(reason: Reason, weights: Weights) -> float:
    """The weight of a name reason, computed from its parts by the rule the kernel documents.

    ceiling * order * sum(similarity ^ sharpness * pair weight) / sum(pair weight), where the
    weight of a pair is what it weighs on both sides; unmatched words have similarity 0.
    """
    table = weights.kernel
    agreed = fsum(part.similarity**table.sharpness * _weight(part) for part in reason.parts)
    everything = fsum(_weight(part) for part in reason.parts)
    return round(table.ceiling * reason.order * agreed / everything, 4) if everything else 0.0


def _weight(part: TokenPair) -> float:
    return part.query_weight + part.listed_weight


def _describe(parts: Iterable[TokenPair]) -> Iterable[str]:
    equal = [part.query for part in parts if part.alignment is Alignment.EQUAL]
    if equal:
        yield "equal: " + " ".join(equal)
    for part in parts:
        match part.alignment:
            case Alignment.EQUAL:
                continue
            case Alignment.VARIANT:
                yield f"{part.query} and {part.listed} are forms of one name"
            case Alignment.SIMILAR:
                yield f"{part.query} is near {part.listed} ({part.similarity:.2f})"
            case Alignment.INITIAL:
                yield f"{part.query} can stand for {part.listed}"
            case Alignment.JOINED:
                yield f"{part.query} is {part.listed} written otherwise"
            case Alignment.UNMATCHED_QUERY:
                yield f"{part.query} is not in the listed name"
            case Alignment.UNMATCHED_LISTED:
                yield f"{part.listed} is only in the listed name"
