"""One pair of names, without a list."""

from __future__ import annotations

from ostraka.matching import _kernel
from ostraka.matching.encoding import encode_with_acronym
from ostraka.matching.explanation import explain_name
from ostraka.matching.index import Index
from ostraka.matching.weights import Weights
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind


def compare_names(
    left: str, right: str, kind: PartyKind | None, weights: Weights, index: Index | None
) -> Reason:
    """The reason with the best score over all readings of both names.

    Rarity of words comes from the index where there is one, else every word is equally rare but
    for its role.
    """
    lefts, rights = encode_with_acronym(left, kind), encode_with_acronym(right, kind)
    if not lefts or not rights:
        return Reason(Feature.NAME, left, right, 0.0, "a name without any letter or digit")
    words = index.kernel if index else None
    scored = max(
        (
            _kernel.compare(one, other, weights.kernel, _is_person(kind, one, other), words)
            for one in lefts
            for other in rights
        ),
        key=lambda candidate: candidate[0],
    )
    return explain_name(left, right, scored)


def _is_person(kind: PartyKind | None, left: bytes, right: bytes) -> bool:
    if kind is not None:
        return kind is PartyKind.PERSON
    return not (_kernel.looks_like_organisation(left) or _kernel.looks_like_organisation(right))
