"""Tables that the record speaks of still say what the record says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from ostraka.casework.log.verify import Fault
from ostraka.casework.models import Alert, Event, Screening
from ostraka.casework.screenings.recording import hash_rows
from ostraka.model.record import EventKind

_AT_A_TIME = 2_000


def find_disagreements() -> Iterator[Fault]:
    """Screenings and alerts that are not as the record left them, or that it does not know."""
    yield from _find_screenings()
    yield from _find_alerts()


def _find_screenings() -> Iterator[Fault]:
    known = set()
    told = Event.objects.filter(kind=EventKind.SCREENED.value)
    for event in told.iterator(chunk_size=_AT_A_TIME):
        body = _read(event)
        known.add(str(body.get("screening")))
        screening = Screening.objects.filter(pk=str(body.get("screening"))).first()
        if screening is None:
            yield Fault(event.number, "the screening it tells of is gone")
        elif hashlib.sha256(screening.engine.encode()).hexdigest() != body["engine"]:
            yield Fault(event.number, "what the screening rested on was altered")
        elif hash_rows(list(screening.answers.all())) != body["answers"]:
            yield Fault(event.number, "the answers of the screening were altered")
    untold = [pk for pk in Screening.objects.values_list("pk", flat=True) if str(pk) not in known]
    if untold:
        yield Fault(0, f"screenings that no entry tells of: {len(untold)}")


def _find_alerts() -> Iterator[Fault]:
    told: dict[int, tuple[int, str]] = {}
    for event in Event.objects.exclude(alert=None).iterator(chunk_size=_AT_A_TIME):
        told[event.alert or 0] = (event.number, str(_read(event).get("state")))
    for pk, state in Alert.objects.order_by("pk").values_list("pk", "state"):
        number, last = told.pop(pk, (0, ""))
        if not number:
            yield Fault(0, f"alert {pk} is one that no entry tells of")
        elif last != state:
            yield Fault(number, f"alert {pk} is not where this entry left it")
    for pk, (number, _) in sorted(told.items()):
        yield Fault(number, f"alert {pk} is gone")


def _read(event: Event) -> dict[str, object]:
    try:
        body = json.loads(event.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
