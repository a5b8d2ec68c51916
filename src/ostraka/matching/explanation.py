"""What the kernel found, as a reason in words from which the weight can be computed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ostraka.matching import _kernel
from ostraka.matching.weights import Weights
from ostraka.model.hit import Alignment, Closeness, Feature, Reason, TokenPair
from ostraka.names import fold
from ostraka.names.legal_forms import is_legal_form

_ALIGNMENTS = tuple(Alignment)
_CLOSENESS = tuple(Closeness)
_THIN = 0.97  # of the score; more than this is lost where next to nothing agrees
_STEM = 4  # letters by which a word is known in another spelling


def explain_name(query: str, listed: str, scored: _kernel.Scored) -> Reason:
    """The reason that stands for the name: its weight is the name's score at four decimals."""
    score, order, support, closeness, pairs = scored
    parts = tuple(TokenPair(_ALIGNMENTS[pair[0]], *pair[1:]) for pair in pairs)
    asked_as = _read_otherwise(query, [part.query for part in parts])
    listed_as = _read_otherwise(listed, [part.listed for part in parts])
    said = [
        *_describe(query, parts),
        *(["in another order"] if order < 1 else []),
        *(["only common words agree"] if support < _THIN else []),
        *([f"{query} read as {asked_as}"] if asked_as else []),
        *([f"{listed} read as {listed_as}"] if listed_as else []),
    ]
    near = _CLOSENESS[closeness]
    if near is Closeness.EQUAL and asked_as != listed_as:
        near = Closeness.VARIANT
    return Reason(
        Feature.NAME, query, listed, round(score, 4), "; ".join(said), parts, order, near, support
    )


def _read_otherwise(text: str, words: Iterable[str]) -> str:
    """How a name was read where that is not how it is written: romanised, or a word translated.

    Another spelling of a word ("organization", "Ltd") is no other reading.
    """
    read = " ".join(words).split()
    written = fold(text).split()
    foreign = [word for word in read if not _stands_in(word, written)]
    return " ".join(read) if foreign else ""


def _stands_in(word: str, written: list[str]) -> bool:
    return is_legal_form(word) or any(word[:_STEM] == other[:_STEM] for other in written)


def recompute(reason: Reason, weights: Weights) -> float:
    """The weight of a name reason, computed from its parts by the rule the kernel documents.

    ceiling * order * support * sum(similarity ^ sharpness * pair weight) / sum(pair weight), where the
    weight of a pair is what it weighs on both sides; unmatched words have similarity 0.
    """
    table = weights.kernel
    # Added one by one, as the kernel does: any other order could round the last digit otherwise.
    agreed = everything = 0.0
    for part in reason.parts:
        agreed += part.similarity**table.sharpness * _weight(part)
        everything += _weight(part)
    if not everything:
        return 0.0
    return round(table.ceiling * reason.order * reason.support * (agreed / everything), 4)


def _weight(part: TokenPair) -> float:
    return part.query_weight + part.listed_weight


def _describe(query: str, parts: Sequence[TokenPair]) -> Iterable[str]:
    """A clause for the words that are equal, in the order of the query, then one for each other."""
    equal = [part.query for part in parts if part.alignment is Alignment.EQUAL]
    if equal:
        places = {word: place for place, word in enumerate(fold(query).split())}
        equal.sort(key=lambda word: places.get(word, len(places)))
        yield "equal: " + " ".join(equal)
    for part in parts:
        match part.alignment:
            case Alignment.EQUAL:
                continue
            case Alignment.VARIANT:
                yield f"{part.query} and {part.listed} are forms of one name or word"
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
