"""From a candidate to a hit: the name, the other evidence, the score they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching.evidence import weigh_evidence
from ostraka.matching.explanation import closeness_of, explain_name
from ostraka.matching.index import Candidate, Index, encode_query
from ostraka.matching.record import Record
from ostraka.model.hit import Closeness, Feature, Hit, Reason, total
from ostraka.model.party import PartyKind
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
    hits = [_make_hit(index, subject, one, owners.pop(one.owner, "")) for one in candidates]
    hits += [_make_identifier_hit(index, subject, owner, ids) for owner, ids in owners.items()]
    return hits


def _keep(hits: list[Hit], threshold: float) -> list[Hit]:
    kept = [hit for hit in hits if hit.score >= threshold]
    return sorted(kept, key=lambda hit: (-hit.score, hit.party))


def _find_by_identifiers(index: Index, subject: Subject) -> dict[int, str]:
    owners: dict[int, str] = {}
    for value in subject.ids:
        for owner in index.find_by_identifier(value):
            owners.setdefault(owner, value)
    return owners


def _make_hit(index: Index, subject: Subject, candidate: Candidate, identifier: str) -> Hit:
    record = index.record(candidate.owner)
    name = explain_name(subject.name, record.names[candidate.place], candidate.scored)
    return _assemble(index, subject, record, name, closeness_of(candidate.scored), identifier)


def _make_identifier_hit(index: Index, subject: Subject, owner: int, identifier: str) -> Hit:
    record = index.record(owner)
    name = Reason(Feature.NAME, subject.name, record.names[0], 0.0, "the names are different")
    return _assemble(index, subject, record, name, Closeness.CLOSE, identifier)


def _assemble(
    index: Index,
    subject: Subject,
    record: Record,
    name: Reason,
    closeness: Closeness,
    identifier: str,
) -> Hit:
    reasons = [name, *weigh_evidence(subject, record, index.weights)]
    if identifier:
        reasons.append(_weigh_identifier(index, record, identifier))
    bounded = bound(tuple(reasons))
    return Hit(
        party=record.id,
        source=record.source,
        kind=record.kind,
        listing_class=min((x.listing_class for x in record.listings), key=lambda c: c.strictness),
        name=record.name,
        matched_name=name.listed,
        score=total(bounded),
        closeness=closeness,
        reasons=bounded,
        listings=record.listings,
        linked=record.linked,
        review=_review(record, closeness),
    )


def bound(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, with one more where without it the score would leave 0 to 1."""
    raw = total(reasons)
    bounded = min(1.0, max(0.0, raw))
    if bounded == raw:
        return reasons
    detail = "a score is at most 1" if raw > 1 else "a score is at least 0"
    return (*reasons, Reason(Feature.BOUND, "", "", round(bounded - raw, 4), detail))


def _weigh_identifier(index: Index, record: Record, identifier: str) -> Reason:
    listed = next((i for i in record.identifiers if identifier in i), "; ".join(record.identifiers))
    weight = index.weights.evidence["identifier_equal"]
    return Reason(Feature.IDENTIFIER, identifier, listed, weight, "the same identifier")


def _review(record: Record, closeness: Closeness) -> str:
    """Why a person must look, where the entry names a group or the name is only near."""
    clauses = [clause.text for listing in record.listings for clause in listing.clauses]
    if clauses and closeness is Closeness.CLOSE and record.kind is not PartyKind.PERSON:
        return f"The entry also names a group ({clauses[0]}); whether this party is one is open."
    if closeness is Closeness.CLOSE:
        return Closeness.CLOSE.meaning
    return ""
