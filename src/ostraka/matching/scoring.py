"""From a candidate to a hit: the name, the other evidence, the score they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ostraka.matching.calibration import weigh_likelihood
from ostraka.matching.changes import find_changes
from ostraka.matching.comparison import compare_names
from ostraka.matching.evidence import find_floor, find_most
from ostraka.matching.explanation import explain_name
from ostraka.matching.identifiers import KnownIdentifier
from ostraka.matching.index import Candidate, Index, encode_query
from ostraka.matching.record import Record
from ostraka.matching.review import explain_review
from ostraka.matching.summing import weigh_reasons
from ostraka.model.hit import Closeness, Feature, Hit, Reason, total
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject

ThresholdOf = Callable[[Subject, PartyKind | None], float]
"""The threshold for a subject and a listed party of a kind."""


# Each is one choice of whoever screens, and all have names at the call.
def find_hits(  # noqa: PLR0913
    index: Index,
    subjects: Sequence[Subject],
    *,
    threshold: float,
    weak_aliases: bool,
    threads: int = 1,
    threshold_of: ThresholdOf | None = None,
    with_changes: bool = True,
) -> list[list[Hit]]:
    """For each subject every party whose reasons add up to the threshold, best first.

    Equal scores stand in the order of their party ids. `threshold_of` gives the threshold where
    it is not the same for all; none of them may be below `threshold`. `with_changes` tries what
    would change each hit, which takes longer than all else about it.
    """
    hits: list[list[Hit]] = [[] for _ in subjects]
    own = threshold_of or (lambda *_: threshold)
    for floor, places in _group_by_floor(index, subjects, threshold).items():
        queries = [_encode(subjects[at].name, subjects[at].kind) for at in places]
        found = index.search_many(queries, floor=floor, weak_aliases=weak_aliases, threads=threads)
        for at, candidates in zip(places, found, strict=True):
            hits[at] = _keep(index, subjects[at], candidates, own, with_changes=with_changes)
    for at, subject in enumerate(subjects):
        if not subject.name:
            hits[at] = _keep(index, subject, (), own, with_changes=with_changes)
    return hits


@lru_cache(maxsize=1 << 14)
def _encode(name: str, kind: PartyKind | None) -> tuple[bytes, ...]:
    """Customers share names, and one customer may stand in several rows."""
    return tuple(encode_query(name, kind))


def find_hits_exhaustively(
    index: Index, subject: Subject, *, threshold: float, weak_aliases: bool
) -> list[Hit]:
    """The same for one subject by scoring every listed name: what the index must not lose."""
    floor = find_floor(subject, threshold, index.weights)
    query = encode_query(subject.name, subject.kind)
    candidates: Sequence[Candidate] = ()
    if subject.name:
        candidates = index.search_all(query, floor=floor, weak_aliases=weak_aliases)
    return _keep(index, subject, candidates, lambda *_: threshold, with_changes=True)


def _group_by_floor(
    index: Index, subjects: Sequence[Subject], threshold: float
) -> dict[float, list[int]]:
    """Places of subjects by the score their names need: the less is known besides, the more.

    Subjects without a name are left out.
    """
    groups: dict[float, list[int]] = {}
    for at, subject in enumerate(subjects):
        if not subject.name:
            continue
        groups.setdefault(find_floor(subject, threshold, index.weights), []).append(at)
    return groups


def _keep(
    index: Index,
    subject: Subject,
    candidates: Sequence[Candidate],
    threshold_of: ThresholdOf,
    *,
    with_changes: bool,
) -> list[Hit]:
    kept = []
    for hit, threshold, record in _score(index, subject, candidates, threshold_of):
        if hit.score >= threshold:
            found = with_changes and find_changes(subject, record, hit, index.weights, threshold)
            kept.append(replace(hit, would_change=found) if found else hit)
    return sorted(kept, key=lambda hit: (-hit.score, hit.party))


def _score(
    index: Index, subject: Subject, candidates: Sequence[Candidate], threshold_of: ThresholdOf
) -> Iterator[tuple[Hit, float, Record]]:
    """Every candidate that may reach its threshold, explained; the others are not."""
    owners = _find_by_identifiers(index, subject)
    for one in candidates:
        record = index.record(one.owner)
        found = owners.pop(one.owner, None)
        threshold = threshold_of(subject, record.kind)
        if _falls_short(index, subject, record, one, found, threshold):
            continue
        name = explain_name(
            subject.name, record.names[one.place], one.scored, record.known[one.place]
        )
        yield _make_hit(index, subject, record, name, found), threshold, record
    for owner, found in owners.items():
        if found[1].decides or not subject.name:
            record = index.record(owner)
            name = _find_nearest_name(index, subject, record)
            threshold = threshold_of(subject, record.kind)
            yield _make_hit(index, subject, record, name, found), threshold, record


_Found = tuple[str, KnownIdentifier]
"""An identifier as asked for, and the listed one it equals."""


def _find_by_identifiers(index: Index, subject: Subject) -> dict[int, _Found]:
    owners: dict[int, _Found] = {}
    for value in subject.ids:
        for owner in index.find_by_identifier(value):
            known = index.record(owner).find_identifier(value)
            if known and not (owner in owners and owners[owner][1].decides):
                owners[owner] = (value, known)
    return owners


def _find_nearest_name(index: Index, subject: Subject, record: Record) -> Reason:
    """The name of a party found by its identifier that is nearest, however far."""
    if not subject.name:
        detail = "no name was given"
        return Reason(Feature.NAME, "", record.name, 0.0, detail, closeness=Closeness.CLOSE)
    reasons = (
        compare_names(subject.name, name, record.kind, index.weights, index)
        for name in record.names
    )
    return replace(max(reasons, key=lambda reason: reason.weight), closeness=Closeness.CLOSE)


def _make_hit(
    index: Index, subject: Subject, record: Record, name: Reason, found: _Found | None
) -> Hit:
    evidence = [_weigh_identifier(index, subject, *found)] if found else []
    reasons = weigh_reasons(subject, record, name, evidence, index.weights)
    closeness = name.closeness or Closeness.CLOSE
    return Hit(
        party=record.id,
        source=record.source,
        kind=record.kind,
        listing_class=min((x.listing_class for x in record.listings), key=lambda c: c.strictness),
        name=record.name,
        matched_name=name.listed,
        score=total(reasons),
        closeness=closeness,
        reasons=reasons,
        listings=record.listings,
        linked=record.linked,
        review=explain_review(record, closeness, reasons),
        weight_of_evidence=weigh_likelihood(reasons),
    )


# All that the score of one candidate follows from.
def _falls_short(
    index: Index,
    subject: Subject,
    record: Record,
    one: Candidate,
    found: _Found | None,
    threshold: float,
) -> bool:
    """Whether the score is below the threshold, whatever a common name takes off besides."""
    weights = index.weights
    agreed = [weights.evidence[_get_row(subject, found[1])]] if found else []
    name = round(one.scored[0], 4)
    return find_most(subject, record, name, agreed, weights) < threshold


def _get_row(subject: Subject, known: KnownIdentifier) -> str:
    if known.decides:
        return "identifier_equal"
    return "identifier_weak" if subject.name else "identifier_alone"


def _weigh_identifier(index: Index, subject: Subject, asked: str, known: KnownIdentifier) -> Reason:
    row = _get_row(subject, known)
    detail = "the same identifier"
    if not known.decides:
        detail += ", of a kind or length that others may bear too"
    weight = index.weights.evidence[row]
    return Reason(Feature.IDENTIFIER, asked, known.text, weight, detail, finding=row)
