"""All that is held of one subject, for the subject itself: Regulation (EU) 2016/679 Art. 15."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import Account, Alert, Event, Subject
from ostraka.casework.rights import require
from ostraka.casework.subjects.keeping import Keyring, open_subject
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right

Json = dict[str, object]


def get_subject(number: UUID) -> Subject:
    """The subject of that id.

    Raises:
        RecordRefused: There is none.
    """
    subject = Subject.objects.filter(pk=number).first()
    if subject is None:
        raise RecordRefused(
            "there is no subject of that id",
            where=f"subject {number}",
            remedy="Look at one of its alerts for the id.",
        )
    return subject


def export_subject(subject: Subject, *, by: Account, now: datetime) -> Json:
    """Facts, screenings, alerts, notes, decisions and entries of the record, opened.

    That it was handed out is an entry of the record.

    Raises:
        RecordRefused: The account may not, or the data was erased.
    """
    require(by, Right.ADMINISTER)
    ring = open_subject(subject)
    document: Json = {
        "subject": str(subject.id),
        "exported": now.isoformat(),
        "stated": ring.unseal("subject", subject.sealed),
        "screenings": [
            {"id": str(row.screening_id), "at": row.screening.at.isoformat()}
            | {"answer": ring.unseal("answer", row.sealed)}
            for row in subject.rows.select_related("screening").order_by("pk")
        ],
        "alerts": [_show_alert(alert, ring) for alert in subject.alerts.order_by("pk")],
        "events": [
            {"number": event.number, "at": event.at.isoformat(), "kind": event.kind}
            | {"body": json.loads(event.body)}
            for event in Event.objects.filter(about=subject.id).order_by("number")
        ],
    }
    with writing():
        append(EventKind.EXPORTED, at=now, actor=by.username, about=subject.id, body={})
    return document


def tell_view(alert: Alert, *, by: Account, now: datetime) -> None:
    """The record says that a person looked at the personal data of an alert."""
    require(by, Right.READ)
    with writing():
        append(
            EventKind.VIEWED,
            at=now,
            actor=by.username,
            about=alert.subject_id,
            alert=alert.pk,
            body={"state": alert.state},
        )


def _show_alert(alert: Alert, ring: Keyring) -> Json:
    return {
        "alert": alert.pk,
        "party": alert.party,
        "state": alert.state,
        "opened": alert.opened.isoformat(),
        "evidence": ring.unseal("alert", alert.sealed),
        "notes": [
            {"at": note.at.isoformat(), "text": ring.unseal("note", note.sealed)}
            for note in alert.notes.order_by("pk")
        ],
        "decisions": [
            {"at": made.at.isoformat(), "outcome": made.outcome, "reason": made.reason}
            | {"state": made.state, "note": ring.unseal("decision note", made.note)}
            for made in alert.decisions.order_by("pk")
        ],
    }
