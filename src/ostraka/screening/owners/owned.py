"""Whether a party that is screened is owned by listed parties, on the stakes at hand.

A party of the stakes with the same name or id is the one that is screened. One whose name is only
near may be, and what would be `yes` of it is `review`. A listing of the party itself is a hit,
which the screening reports; here only what follows from its owners counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ostraka.model.ownership import Caught
from ostraka.model.subject import Subject
from ostraka.ownership import Answer, Stake


class Meant(NamedTuple):
    """A party of the stakes that is the one screened, or may be; why, and how near its name is."""

    key: str
    identity: str
    score: float


@dataclass(frozen=True, slots=True)
class Owned:
    """One answer: the party of the stakes it is about, and why that is the one screened.

    `identity` is empty where name or id are the same, and `score` then 1. `path` is the stakes that
    carry the answer, those of the listed owners first.
    """

    answer: Answer
    identity: str
    path: Sequence[Stake]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class OwnersFound:
    """What the owners of one subject say: answers that catch it or may, the others, and notes."""

    owned: Sequence[Owned] = ()
    others: Sequence[Owned] = ()
    notes: Sequence[str] = ()


def make_found(
    subject: Subject,
    meant: Sequence[Meant],
    reached: Mapping[str, Sequence[tuple[Answer, Sequence[Stake]]]],
    note: str,
) -> OwnersFound:
    """What was `reached` for the parties that the subject may be, by whether it catches them."""
    found = [
        Owned(_doubt(answer, each.identity), each.identity, path, each.score)
        for each in meant
        for answer, path in reached[each.key]
    ]
    owned = [one for one in found if one.answer.caught in {Caught.YES, Caught.REVIEW}]
    others = [one for one in found if one.answer.caught in {Caught.NO, Caught.NO_DATA}]
    notes = [note] if note else []
    if not meant:
        notes.append(f"Nothing is known of who holds {subject.called}: no_data.")
    return OwnersFound(owned, others, notes)


def _doubt(answer: Answer, identity: str) -> Answer:
    if not identity or answer.caught not in {Caught.YES, Caught.REVIEW}:
        return answer
    why = f"It may be {answer.name} of the stakes ({identity}); of that one: {answer.why}"
    return replace(answer, caught=Caught.REVIEW, why=why)
