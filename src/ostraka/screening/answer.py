"""An answer as JSON: the shapes of the contract, key by key, from the values of the model.

Written out rather than generated, so that no rename inside changes what a user's program reads.
Every key is always present; what is unknown is `None` or an empty list. Dates are ISO 8601.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.hit import HeldBack, Hit, Reason, Result, TokenPair
from ostraka.model.listing import Clause, Listing, StatedDate
from ostraka.model.snapshot import Engine, PolicyMark, Snapshot
from ostraka.model.subject import Subject
from ostraka.sources.programme_map import get_programme

Json = dict[str, object]
Entail = Callable[[Hit], list[Json]]
"""The consequences of a hit, a document each."""

_NOT_ASKED: Json = {"owned": [], "not_owned": [], "owners_notes": []}


def entail_nothing(_: Hit) -> list[Json]:
    """No consequences: no actor and no activity were asked for."""
    return []


def make_answer(
    engine: Engine,
    results: Sequence[Result],
    screening: str | None = None,
    entail: Entail = entail_nothing,
    owners: Sequence[Json] = (),
    stakes: Sequence[Json] = (),
) -> Json:
    """What `ostraka screen --json` prints: what it rests on, and the results in order.

    `screening` is the id of the record, `None` where nothing was recorded. `owners` is what the
    owners say of each result, in the same order, and `stakes` the files that rests on.
    """
    further = owners or [_NOT_ASKED] * len(results)
    return {
        "engine": make_engine(engine),
        "screening": screening,
        "stakes": list(stakes),
        "results": [
            make_result(result, entail) | said
            for result, said in zip(results, further, strict=True)
        ],
    }


def make_engine(engine: Engine) -> Json:
    """What an answer rests on, and which known lists it does not rest on."""
    return {
        "version": engine.version,
        "index": engine.index,
        "as_of": engine.as_of.isoformat(),
        "known_on": iso(engine.known_on),
        "threshold": engine.threshold,
        "limit": engine.limit,
        "policy": _make_policy(engine.policy) if engine.policy else None,
        "weak_aliases": engine.weak_aliases,
        "allow_stale_days": engine.allow_stale_days,
        "prior": engine.prior,
        "search": engine.search,
        "peps": engine.peps,
        "snapshots": {s.source: _make_snapshot(s, engine) for s in engine.snapshots},
        "not_held": list(engine.not_held),
        "not_screened": list(engine.not_screened),
    }


def make_result(result: Result, entail: Entail = entail_nothing) -> Json:
    """One query and its possible matches, best first; `found` counts those beyond the limit too.

    `held_back` are hits that lack the corroboration a policy requires; they are not counted.
    """
    return {
        "query": make_query(result.subject, result.row),
        "found": result.found,
        "hits": [make_hit(hit, entail) for hit in result.hits],
        "held_back": [_make_held_back(held, entail) for held in result.held_back],
    }


def make_query(subject: Subject, row: int) -> Json:
    """The subject as it was understood; `country` joins several codes with a semicolon."""
    return {
        "row": row,
        "name": subject.name,
        "kind": subject.kind.value if subject.kind else "any",
        "born": format_date(subject.born) if subject.born else None,
        "country": ";".join(subject.countries) or None,
        "ids": list(subject.ids),
        "address": subject.address or None,
        "birth_place": subject.birth_place or None,
        "gender": subject.gender.value if subject.gender else None,
        "product": subject.product or None,
    }


def make_hit(hit: Hit, entail: Entail = entail_nothing) -> Json:
    """One possible match. Its score is the sum of the weights of its reasons, at four decimals."""
    return {
        "party": hit.party,
        "source": hit.source,
        "kind": hit.kind.value if hit.kind else None,
        "class": hit.listing_class.value,
        "name": hit.name,
        "matched_name": hit.matched_name,
        "score": hit.score,
        "weight_of_evidence": hit.weight_of_evidence,
        "probability": hit.probability,
        "closeness": hit.closeness.value,
        "review": hit.review or None,
        "reasons": [make_reason(reason) for reason in hit.reasons],
        "would_change": list(hit.would_change),
        "listings": [make_listing(listing) for listing in hit.listings],
        "linked": list(hit.linked),
        "related": list(hit.related),
        "consequences": entail(hit),
    }


def make_reason(reason: Reason) -> Json:
    """One piece of evidence, with the words it was weighed by where it has any."""
    return {
        "feature": reason.feature.value,
        "query": reason.query,
        "listed": reason.listed,
        "weight": reason.weight,
        "detail": reason.detail,
        "finding": reason.finding or None,
        "order": reason.order,
        "parts": [_make_pair(pair) for pair in reason.parts],
    }


def make_listing(listing: Listing) -> Json:
    """One listing. What the list states and what history shows are never under one key."""
    programme = get_programme(listing)
    return {
        "list": listing.list,
        "programme": listing.programme or None,
        "programme_title": programme.title or None,
        "authority": listing.authority,
        "class": listing.listing_class.value,
        "listed_on": iso(listing.listed_on),
        "first_seen": iso(listing.first_seen),
        "last_absent": iso(listing.last_absent),
        "ended_on": iso(listing.ended_on),
        "legal_basis": list(programme.legal_basis),
        "measures": list(programme.measures),
        "dates": [_make_stated_date(stated) for stated in listing.dates],
        "clauses": [_make_clause(clause) for clause in listing.clauses],
    }


def iso(day: date | None) -> str | None:
    """The day as ISO 8601, `None` where there is none.

    >>> iso(date(2021, 12, 10))
    '2021-12-10'
    """
    return day.isoformat() if day else None


def format_date(partial: PartialDate) -> str:
    """A date as ISO 8601 has it: a day, a month, a year, or two days with a slash between them."""
    if partial.precision is Precision.RANGE:
        return f"{partial.first.isoformat()}/{partial.last.isoformat()}"
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[partial.precision]
    return partial.first.isoformat()[:length]


def _make_snapshot(snapshot: Snapshot, engine: Engine) -> Json:
    return {
        "id": snapshot.id,
        "published": snapshot.published.isoformat(),
        "reconstructed": snapshot.source in engine.reconstructed,
        "omits": list(snapshot.omits),
    }


def _make_policy(mark: PolicyMark) -> Json:
    return {"name": mark.name, "version": mark.version, "sha256": mark.sha256}


def _make_held_back(held: HeldBack, entail: Entail) -> Json:
    return {"segment": held.segment, "why": held.why, "hit": make_hit(held.hit, entail)}


def _make_pair(pair: TokenPair) -> Json:
    return {
        "alignment": pair.alignment.value,
        "query": pair.query,
        "listed": pair.listed,
        "similarity": pair.similarity,
        "query_weight": pair.query_weight,
        "listed_weight": pair.listed_weight,
    }


def _make_stated_date(stated: StatedDate) -> Json:
    return {"kind": stated.kind.value, "on": stated.on.isoformat()}


def _make_clause(clause: Clause) -> Json:
    return {"kind": clause.kind.value, "text": clause.text}
