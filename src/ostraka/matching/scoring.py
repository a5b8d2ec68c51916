"""From a candidate to a hit: the name, the other evidence, the score they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching.comparison import compare_names
from ostraka.matching.evidence import weigh_evidence
from ostraka.matching.explanation import explain_name
from ostraka.matching.identifiers import KnownIdentifier
from ostraka.matching.index import Candidate, Index, encode_query
from ostraka.matching.record import Record
from ostraka.matching.review import explain_review
from ostraka.model.hit import Closeness, Feature, Hit, Reason, total
from ostraka.model.subject import Subject


def find_hits(
    index: Index,
    subjects: Sequence[Subject],
    *,
    threshold: float,
    weak_aliases: bool,
    threads: int = 1,
) -> list[list[Hit]]:
    """For each subject every party whose reasons add up to the threshold, best first.

    Equal scores stand in the order of their party ids.
    """
    queries = [encode_query(subject.name, subject.kind) for subject in subjects]
    floor = max(0.0, threshold - index.weights.most_gained)
    found = index.search_many(queries, floor=floor, weak_aliases=weak_aliases, threads=threads)
    return [
        _keep(_score(index, subject, candidates), threshold)
        for subject, candidates in zip(subjects, found, strict=True)
    ]


def find_hits_exhaustively(
    index: Index, subject: Subject, *, threshold: float, weak_aliases: bool
) -> list[Hit]:
    """The same for one subject by scoring every listed name: what the index must not lose."""
    floor = max(0.0, threshold - index.weights.most_gained)
    query = encode_query(subject.name, subject.kind)
    candidates = index.search_all(query, floor=floor, weak_aliases=weak_aliases)
    return _keep(_score(index, subject, candidates), threshold)


def _score(index: Index, subject: Subject, candidates: Sequence[Candidate]) -> list[Hit]:
    owners = _find_by_identifiers(index, subject)
    hits = []
    for one in candidates:
        record = index.record(one.owner)
        name = explain_name(subject.name, record.names[one.place], one.scored)
        identifier = owners.pop(one.owner, None)
        hits.append(_assemble(index, subject, record, name, name.closeness, identifier))
    for owner, identifier in owners.items():
        if identifier[1].decides:
            hits.append(_make_identifier_hit(index, subject, index.record(owner), identifier))
    return hits


_Found = tuple[str, KnownIdentifier]
"""An identifier as asked for, and the listed one it equals."""


def _keep(hits: list[Hit], threshold: float) -> list[Hit]:
    kept = [hit for hit in hits if hit.score >= threshold]
    return sorted(kept, key=lambda hit: (-hit.score, hit.party))


def _find_by_identifiers(index: Index, subject: Subject) -> dict[int, _Found]:
    owners: dict[int, _Found] = {}
    for value in subject.ids:
        for owner in index.find_by_identifier(value):
            known = index.record(owner).find_identifier(value)
            if known and not (owner in owners and owners[owner][1].decides):
                owners[owner] = (value, known)
    return owners


def _make_identifier_hit(index: Index, subject: Subject, record: Record, found: _Found) -> Hit:
    """A hit by identifier: by the name of the party that is nearest, however far."""
    reasons = (
        compare_names(subject.name, name, record.kind, index.weights, index)
        for name in record.names
    )
    name = max(reasons, key=lambda reason: reason.weight)
    return _assemble(index, subject, record, name, Closeness.CLOSE, found)


def _assemble(
    index: Index,
    subject: Subject,
    record: Record,
    name: Reason,
    closeness: Closeness | None,
    found: _Found | None,
) -> Hit:
    reasons = [name, *weigh_evidence(subject, record, index.weights)]
    if found:
        reasons.append(_weigh_identifier(index, *found))
    bounded = bound(tuple(reasons))
    return Hit(
        party=record.id,
        source=record.source,
        kind=record.kind,
        listing_class=min((x.listing_class for x in record.listings), key=lambda c: c.strictness),
        name=record.name,
        matched_name=name.listed,
        score=total(bounded),
        closeness=closeness or Closeness.CLOSE,
        reasons=bounded,
        listings=record.listings,
        linked=record.linked,
        review=explain_review(record, closeness or Closeness.CLOSE, bounded),
    )


def bound(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, with one more where without it the score would leave 0 to 1."""
    raw = total(reasons)
    bounded = min(1.0, max(0.0, raw))
    if bounded == raw:
        return reasons
    detail = "a score is at most 1" if raw > 1 else "a score is at least 0"
    return (*reasons, Reason(Feature.BOUND, "", "", round(bounded - raw, 4), detail))


def _weigh_identifier(index: Index, asked: str, known: KnownIdentifier) -> Reason:
    row = "identifier_equal" if known.decides else "identifier_weak"
    detail = "the same identifier"
    if not known.decides:
        detail += ", of a kind or length that others may bear too"
    return Reason(Feature.IDENTIFIER, asked, known.text, index.weights.evidence[row], detail)
