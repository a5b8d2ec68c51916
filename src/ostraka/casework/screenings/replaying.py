"""A recorded screening held against the same one run again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import ScreenedRow, Screening, Subject
from ostraka.casework.screenings.recording import comparable
from ostraka.casework.subjects.facts import make_subject_facts
from ostraka.casework.subjects.keeping import mark_facts, open_subject
from ostraka.model import subject as model
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind

Ask = Callable[[model.Subject, int], Mapping[str, Any]]
"""Runs one subject again, as a row of that number: question and hits as they are given out."""
ReadQuery = Callable[[Mapping[str, Any]], model.Subject]


@dataclass(frozen=True, slots=True)
class ReplayedRow:
    """One subject run again. `same` is `None` where it could not be, and `why` says why."""

    row: int
    same: bool | None
    why: str = ""
    differences: tuple[str, ...] = ()


def get_screening(text: str) -> Screening:
    """The screening of that id.

    Raises:
        RecordRefused: There is none.
    """
    try:
        found = Screening.objects.filter(pk=UUID(text.strip())).first()
    except ValueError:
        found = None
    if found is None:
        raise RecordRefused(
            "there is no screening of that id on record",
            where=f"screening {text[:40]}",
            remedy="Give the id that `ostraka screen --record` printed; another home has others.",
        )
    return found


def read_recorded(screening: Screening) -> Mapping[str, Any]:
    """What the answers rested on, and what was asked for."""
    document: Mapping[str, Any] = json.loads(screening.engine)
    return document


def replay_rows(
    screening: Screening, ask: Ask, read_query: ReadQuery, given: Sequence[model.Subject] = ()
) -> Iterator[ReplayedRow]:
    """Every row run again. Of a row that had no hits only a keyed hash is kept.

    It is run again where a subject of that hash is given.
    """
    by_mark = {mark_facts(make_subject_facts(subject)): subject for subject in given}
    for row in ScreenedRow.objects.filter(screening=screening).order_by("row"):
        if row.subject is None:
            subject = by_mark.get(row.mark)
            if subject is None:
                yield ReplayedRow(row.row, None, "nothing was found, and only a keyed hash kept")
            else:
                yield _compare(row.row, [], ask(subject, row.row)["hits"])
        elif row.sealed is None or _is_erased(row.subject):
            yield ReplayedRow(row.row, None, "the personal data was erased")
        else:
            kept = open_subject(row.subject).unseal("answer", row.sealed)
            yield _compare(row.row, kept["hits"], ask(read_query(kept["query"]), row.row)["hits"])


def tell_replay(
    screening: Screening, rows: Sequence[ReplayedRow], *, actor: str, now: datetime
) -> None:
    """The record says that the screening was run again, and with what result."""
    with writing():
        append(
            EventKind.REPLAYED,
            at=now,
            actor=actor,
            body={
                "screening": str(screening.pk),
                "same": sum(row.same is True for row in rows),
                "different": sum(row.same is False for row in rows),
                "not_run": sum(row.same is None for row in rows),
            },
        )


def _is_erased(subject: Subject) -> bool:
    return subject.erased is not None


def _compare(row: int, before: Sequence[Any], after: Sequence[Any]) -> ReplayedRow:
    old = {hit["party"]: hit for hit in comparable(before)}
    new = {hit["party"]: hit for hit in comparable(after)}
    found = [f"{party}: no longer found" for party in old if party not in new]
    found += [f"{party}: found now" for party in new if party not in old]
    for party in old.keys() & new.keys():
        keys = [key for key in old[party] if old[party][key] != new[party].get(key)]
        found += [f"{party}: another {', '.join(sorted(keys))}"] if keys else []
    return ReplayedRow(row, not found, differences=tuple(sorted(found)))
