"""Reads the whole record and finds what was altered, taken out or moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ostraka.casework.log.chain import FIRST, hash_event
from ostraka.casework.log.checkpoint import Checkpoint
from ostraka.casework.models import Event
from ostraka.model.errors import RecordRefused

_AT_A_TIME = 2_000
_MOST_FAULTS = 100  # one cut makes every later entry a fault; the first are the ones to look at


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written, and the number of the entry where it shows."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a reading of the whole record found; `head` is the hash of its last entry."""

    count: int
    head: str
    faults: tuple[Fault, ...]
    checkpoints: int = 0


def verify_chain(checkpoints: Iterable[Checkpoint] = ()) -> Verification:
    """The record read from its first entry to its last, and held against the checkpoints."""
    marks = list(checkpoints)
    wanted = {mark.count for mark in marks}
    heads: dict[int, str] = {}
    faults: list[Fault] = []
    count, head, last = 0, FIRST, 0
    for event in Event.objects.order_by("number").iterator(chunk_size=_AT_A_TIME):
        if len(faults) < _MOST_FAULTS:
            faults += _find_faults(event, last, head)
        count, head, last = count + 1, event.digest, event.number
        if event.number in wanted:
            heads[event.number] = event.digest
    faults += _hold_against(marks, heads, last)
    return Verification(count, head, tuple(faults), len(marks))


def _find_faults(event: Event, last: int, head: str) -> Iterator[Fault]:
    if event.number != last + 1:
        yield Fault(last + 1, f"entries {last + 1} to {event.number - 1} are missing")
    if event.previous != head:
        yield Fault(event.number, "it does not follow the entry before it")
    try:
        computed = hash_event(event)
    except RecordRefused:
        computed = ""
    if event.digest != computed:
        yield Fault(event.number, "its content is not what was written")


def _hold_against(marks: list[Checkpoint], heads: dict[int, str], last: int) -> Iterator[Fault]:
    for mark in marks:
        if mark.count > last:
            yield Fault(last + 1, f"the end is cut off: a checkpoint knows {mark.count} entries")
        elif heads.get(mark.count, FIRST) != mark.head:
            yield Fault(mark.count, "a checkpoint knows another record: this one was built anew")
