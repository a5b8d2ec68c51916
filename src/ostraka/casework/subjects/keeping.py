"""Subjects by the hash that finds them again, and their sealed facts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ostraka.casework.models import Subject, SubjectKey
from ostraka.casework.sealing import make_mark, make_subject_key, open_subject_key, seal, unseal
from ostraka.casework.subjects.facts import Facts
from ostraka.model.errors import RecordRefused


@dataclass(frozen=True)
class Keyring:
    """A subject with its key in the open: what seals and opens its data."""

    subject: Subject
    key: bytes

    def seal(self, purpose: str, content: object) -> bytes:
        """The content under the subject's key, for that purpose only."""
        return seal(self.key, self.subject.id, purpose, content)

    def unseal(self, purpose: str, sealed: bytes | memoryview | None) -> Any:  # noqa: ANN401 - JSON
        """What was sealed for that purpose; `None` where nothing was."""
        return None if sealed is None else unseal(self.key, self.subject.id, purpose, bytes(sealed))


def find_or_make_subject(facts: Facts, reference: str, now: datetime) -> Keyring:
    """The subject of that reference, or of those facts where there is none; new at first sight.

    Its sealed facts are those given now.
    """
    identity = make_mark("reference", reference) if reference else mark_facts(facts)
    subject = Subject.objects.filter(identity=identity).first()
    ring = open_subject(subject) if subject else _make(identity, now)
    content = {"facts": facts, "reference": reference}
    ring.subject.sealed = ring.seal("subject", content)
    ring.subject.save()
    return ring


def mark_facts(facts: Facts) -> str:
    """The keyed hash of a subject that no reference names."""
    return make_mark("subject", facts)


def open_subject(subject: Subject) -> Keyring:
    """The subject with its key.

    Raises:
        RecordRefused: The key was deleted, and the data with it.
        RecordDamaged: The key cannot be opened with the master secret of this home.
    """
    kept = SubjectKey.objects.filter(subject=subject).first()
    if kept is None:
        raise RecordRefused(
            "the personal data of this subject was erased",
            where=str(subject.id),
            remedy="The record still says that and when; nothing can bring the data back.",
        )
    return Keyring(subject, open_subject_key(subject.id, bytes(kept.wrapped)))


def _make(identity: str, now: datetime) -> Keyring:
    subject = Subject(id=uuid.uuid4(), identity=identity, created=now)
    subject.save(force_insert=True)
    key, wrapped = make_subject_key(subject.id)
    SubjectKey.objects.create(subject=subject, wrapped=wrapped)
    return Keyring(subject, key)
