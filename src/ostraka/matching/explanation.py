"""What the kernel found, as a reason in words from which the weight can be computed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ostraka.matching import _kernel
from ostraka.matching.record import ListedName
from ostraka.matching.weights import Weights
from ostraka.model.hit import Alignment, Closeness, Feature, Reason, TokenPair
from ostraka.model.name import NameKind
from ostraka.names import fold
from ostraka.names.legal_forms import is_legal_form

_ALIGNMENTS = tuple(Alignment)
_CLOSENESS = tuple(Closeness)
_THIN = 0.97  # of the score; more than this is lost where next to nothing agrees
_STEM = 4  # letters by which a word is known in another spelling


_KIND_WORDS = {
    NameKind.ALIAS: "a listed alias",
    NameKind.WEAK_ALIAS: "an alias the list calls weak",
    NameKind.FORMER: "a former name",
    NameKind.ORIGINAL_SCRIPT: "the listed name in its own script",
}


def explain_name(
    query: str, listed: str, scored: _kernel.Scored, known: ListedName | None = None
) -> Reason:
    """The reason that stands for the name: its weight is the name's score at four decimals.

    `known` says what the listed name is to its party, and which of its words are the family name.
    """
    _, order, support, closeness, pairs = scored
    parts = _make_parts(pairs)
    asked_as, listed_as = _read_both(query, listed, parts)
    said = [
        *_describe(query, parts, frozenset(known.family.split() if known else ())),
        *(["in another order"] if order < 1 else []),
        *(["only common words agree"] if support < _THIN else []),
        *([f"{query} read as {asked_as}"] if asked_as else []),
        *([f"{listed} read as {listed_as}"] if listed_as else []),
        *([_KIND_WORDS[known.kind]] if known and known.kind in _KIND_WORDS else []),
    ]
    near = _judge_closeness(closeness, asked_as == listed_as)
    return _make_reason(query, listed, scored, parts, near, "; ".join(said))


def weigh_name(query: str, listed: str, scored: _kernel.Scored) -> Reason:
    """The same reason without its words, for work that shows none of them."""
    closeness, parts = scored[3], _make_parts(scored[4])
    is_equal = _CLOSENESS[closeness] is Closeness.EQUAL
    read = _read_both(query, listed, parts) if is_equal else ("", "")
    near = _judge_closeness(closeness, read[0] == read[1])
    return _make_reason(query, listed, scored, parts, near, "")


def _make_parts(pairs: Iterable[_kernel.Pair]) -> tuple[TokenPair, ...]:
    return tuple(TokenPair(_ALIGNMENTS[pair[0]], *pair[1:]) for pair in pairs)


def _make_reason(
    query: str,
    listed: str,
    scored: _kernel.Scored,
    parts: tuple[TokenPair, ...],
    near: Closeness,
    detail: str,
) -> Reason:
    score, order, support = scored[:3]
    weight = round(score, 4)
    return Reason(Feature.NAME, query, listed, weight, detail, parts, order, near, support)


def _read_both(query: str, listed: str, parts: Sequence[TokenPair]) -> tuple[str, str]:
    asked_as = _read_otherwise(query, [part.query for part in parts])
    return asked_as, _read_otherwise(listed, [part.listed for part in parts])


def _judge_closeness(closeness: int, read_alike: bool) -> Closeness:
    """Names that are read otherwise than they are written are not equal, though what is read is."""
    near = _CLOSENESS[closeness]
    return Closeness.VARIANT if near is Closeness.EQUAL and not read_alike else near


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

    ceiling * order * support * sum(similarity ^ sharpness * pair weight) / sum(pair weight), where
    the weight of a pair is what it weighs on both sides; unmatched words have similarity 0.
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


def _describe(query: str, parts: Sequence[TokenPair], family: frozenset[str]) -> Iterable[str]:
    """A clause for the words that are equal, in the order of the query, then one for each other.

    Where the list parts the family name from the given one, so do the clauses.
    """
    equal = [part for part in parts if part.alignment is Alignment.EQUAL]
    places = {word: place for place, word in enumerate(fold(query).split())}
    equal.sort(key=lambda part: places.get(part.query, len(places)))
    for label in ("family name ", "given name ", ""):
        words = [part.query for part in equal if _label(part, family) == label]
        if words:
            yield f"{label}equal: {' '.join(words)}"
    for part in parts:
        if part.alignment is not Alignment.EQUAL:
            yield _describe_pair(part, _label(part, family))


def _label(part: TokenPair, family: frozenset[str]) -> str:
    """Which name a listed word belongs to, where that is known."""
    if not family or not part.listed:
        return ""
    return "family name " if family.issuperset(part.listed.split()) else "given name "


def _describe_pair(part: TokenPair, label: str) -> str:
    match part.alignment:
        case Alignment.VARIANT:
            return f"{label}{part.query} ~ {part.listed}: forms of one name or word"
        case Alignment.SIMILAR:
            return f"{label}{part.query} ~ {part.listed}: nearly the same letters"
        case Alignment.INITIAL:
            return f"{label}{part.query} can stand for {part.listed}"
        case Alignment.JOINED:
            return f"{label}{part.query} is {part.listed} written otherwise"
        case Alignment.UNMATCHED_QUERY:
            return f"{part.query} is not in the listed name"
        case _:
            return f"{label}{part.listed} is only in the listed name"
