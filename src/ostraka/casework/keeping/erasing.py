"""How long things are kept, who may not be erased, and erasing itself: the key is deleted."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import (
    Account,
    Alert,
    Decision,
    LegalHold,
    Note,
    ScreenedRow,
    Subject,
    SubjectKey,
)
from ostraka.casework.policy.in_force import get_casework_policy
from ostraka.casework.rights import require, require_text
from ostraka.model.alert import AlertState
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right

_CLOSED = (AlertState.CLOSED_TRUE.value, AlertState.CLOSED_FALSE.value)


def place_hold(subject: Subject, *, reason: str, by: Account, now: datetime) -> LegalHold:
    """What is held of the subject is kept until the hold is lifted."""
    require(by, Right.ADMINISTER)
    words = require_text(reason, "reason", "Say which proceeding or order asks for it.")
    with writing():
        hold = LegalHold.objects.create(subject=subject, reason=words, placed=now, placed_by=by)
        append(
            EventKind.HOLD_PLACED,
            at=now,
            actor=by.username,
            about=subject.id,
            body={"hold": hold.pk},
        )
    return hold


def lift_hold(hold: LegalHold, *, reason: str, by: Account, now: datetime) -> None:
    """The hold ended, for a reason."""
    require(by, Right.ADMINISTER)
    words = require_text(reason, "reason", "Say what ended the proceeding.")
    with writing():
        hold.lifted, hold.lifted_by, hold.lifted_because = now, by, words
        hold.save()
        append(
            EventKind.HOLD_LIFTED,
            at=now,
            actor=by.username,
            about=hold.subject_id,
            body={"hold": hold.pk},
        )


def erase(subject: Subject, *, why: str, actor: str, now: datetime) -> None:
    """The personal data of the subject is gone: its key, what it sealed, and how it was found.

    The entries of the record stay as they are, since they hold none of it.

    Raises:
        RecordRefused: A legal hold stands, an alert is still worked on, or a block stands.
    """
    with writing():
        _refuse_needed(subject)
        SubjectKey.objects.filter(subject=subject).delete()
        ScreenedRow.objects.filter(subject=subject).update(sealed=None)
        alerts = Alert.objects.filter(subject=subject)
        Note.objects.filter(alert__in=alerts).update(sealed=None)
        Decision.objects.filter(alert__in=alerts).update(note=None, facts=None)
        alerts.update(sealed=None, facts=None, evidence="")
        subject.identity, subject.sealed, subject.erased = None, None, now
        subject.save()
        append(EventKind.ERASED, at=now, actor=actor, about=subject.id, body={"why": why})


def find_expired(now: datetime) -> list[Subject]:
    """Subjects that no rule keeps any longer, and that nothing else keeps.

    A true match counts ten years from its last sight, a dismissed one what the rules say; the
    longest of a subject's alerts decides.
    """
    days = get_casework_policy().retention_days
    first_kept = {
        AlertState.CLOSED_TRUE: now - timedelta(days=days["true_match"]),
        AlertState.CLOSED_FALSE: now - timedelta(days=days["false_match"]),
    }
    kept = Q(alerts__state__in=[s.value for s in AlertState if not s.is_closed])
    for state, moment in first_kept.items():
        kept |= Q(alerts__state=state.value, alerts__seen__gt=moment)
    kept |= Q(rows__screening__at__gt=first_kept[AlertState.CLOSED_FALSE])
    kept |= Q(holds__isnull=False, holds__lifted=None)
    kept |= Q(alerts__blocks__isnull=False, alerts__blocks__released=None)
    keeping = Subject.objects.filter(kept).values("pk")
    return list(Subject.objects.filter(erased=None).exclude(pk__in=keeping).order_by("created"))


def erase_expired(*, now: datetime, actor: str = "ostraka") -> int:
    """How many subjects were erased because their time was over."""
    expired = find_expired(now)
    for subject in expired:
        erase(subject, why="retention", actor=actor, now=now)
    return len(expired)


def _refuse_needed(subject: Subject) -> None:
    reasons = {
        "a legal hold stands": subject.holds.filter(lifted=None),
        "an alert on it is still worked on": subject.alerts.exclude(state__in=_CLOSED),
        "a block stands": subject.alerts.filter(
            blocks__isnull=False, blocks__released__isnull=True
        ),
    }
    for reason, found in reasons.items():
        if found.exists():
            raise RecordRefused(
                f"this subject may not be erased: {reason}",
                where=f"subject {subject.id}",
                remedy="End that first; who decides on it can say whether that may be done.",
            )
