"""Writes a screening into the record, and opens its alerts in the same transaction."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ostraka.casework.alerts.arriving import receive_hits
from ostraka.casework.log.append import append, writing
from ostraka.casework.log.canonical import hash_canonical, write_canonical
from ostraka.casework.models import PolicyText, ScreenedRow, Screening
from ostraka.casework.screenings.asked import Answered, Basis
from ostraka.casework.sealing import make_mark
from ostraka.casework.subjects.facts import make_subject_facts
from ostraka.casework.subjects.keeping import find_or_make_subject, mark_facts
from ostraka.model.record import EventKind


def record_screening(
    basis: Basis,
    answers: Sequence[Answered],
    *,
    actor: str,
    now: datetime,
    opens_alerts: bool = True,
) -> Screening:
    """The screening is on record and its possible matches are alerts, or nothing was written.

    A question about a day in the past is recorded without opening alerts of today. Of a subject
    without possible matches a keyed hash is kept, and no more.
    """
    with writing():
        screening = Screening(
            id=uuid.uuid4(),
            at=now,
            actor=actor,
            engine=write_canonical(basis.document),
            policy=_keep_policy(basis),
            rows=len(answers),
            hits=sum(len(answer.result.hits) for answer in answers),
        )
        screening.save(force_insert=True)
        rows = [_record_row(screening, answer, now) for answer in answers]
        append(
            EventKind.SCREENED,
            at=now,
            actor=actor,
            body={
                "screening": str(screening.id),
                "version": basis.engine.version,
                "index": basis.engine.index,
                "snapshots": {s.source: s.id for s in basis.engine.snapshots},
                "engine": hash_canonical(basis.document),
                "policy": screening.policy_id,
                "rows": len(rows),
                "hits": screening.hits,
                "answers": hash_rows(rows),
            },
        )
        for row, answer in zip(rows, answers, strict=True) if opens_alerts else ():
            receive_hits(screening, row, answer, actor=actor, now=now)
    return screening


def hash_rows(rows: Sequence[ScreenedRow]) -> str:
    """SHA-256 of what the rows say that stays when a subject is erased."""
    return hash_canonical(
        [
            [row.row, row.mark, str(row.subject_id or ""), row.hits, row.answer]
            for row in sorted(rows, key=lambda row: row.row)
        ]
    )


def mark_answer(hits: object) -> str:
    """The keyed hash of what the lists and the engine said of one subject."""
    return make_mark("answer", comparable(hits))


def comparable(hits: object) -> list[dict[str, Any]]:
    """The hits without ties between lists, which are drawn anew, and without consequences.

    Consequences follow from rules and an activity that were asked for besides.
    """
    left_out = {"linked", "consequences"}
    return [
        {key: value for key, value in hit.items() if key not in left_out}
        for hit in (hits if isinstance(hits, list) else [])
    ]


def _record_row(screening: Screening, answer: Answered, now: datetime) -> ScreenedRow:
    facts = make_subject_facts(answer.result.subject)
    row = ScreenedRow(
        screening=screening,
        row=answer.result.row,
        hits=len(answer.result.hits),
        answer=mark_answer(answer.document["hits"]),
    )
    if answer.result.hits:
        ring = find_or_make_subject(facts, answer.reference, now)
        row.subject = ring.subject
        row.sealed = ring.seal("answer", _as_asked(answer))
    else:
        row.mark = mark_facts(facts)
    row.save()
    return row


def _as_asked(answer: Answered) -> dict[str, object]:
    """Question and answer, with what the question as given out does not say: how sure a date is."""
    born = answer.result.subject.born
    query = answer.document["query"]
    asked = {**query} if isinstance(query, Mapping) else {}
    return {**answer.document, "query": {**asked, "circa": bool(born and born.circa)}}


def _keep_policy(basis: Basis) -> PolicyText | None:
    mark = basis.engine.policy
    if mark is None:
        return None
    return PolicyText.objects.get_or_create(
        sha256=mark.sha256, defaults={"text": basis.policy_text}
    )[0]
