"""The record read back from an archive, and verified before it is relied on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ostraka.casework.keeping.archive import TABLES_FILE, Archive
from ostraka.casework.keeping.tables import read_tables
from ostraka.casework.log.agreement import find_disagreements
from ostraka.casework.log.append import append, writing
from ostraka.casework.log.verify import Verification, verify_chain
from ostraka.casework.models import SubjectKey
from ostraka.casework.sealing import open_subject_key
from ostraka.model.errors import RecordDamaged
from ostraka.model.record import EventKind


def restore_tables(home: Path, archive: Archive, *, actor: str, now: datetime) -> Verification:
    """The record is that of the archive, and one entry longer, which says so.

    Raises:
        RecordDamaged: What was read back is not the record that the archive was made of.
    """
    path = home / TABLES_FILE
    with writing():
        with path.open(encoding="utf-8") as lines:
            read_tables(lines)
        found = verify_chain()
        faults = [*found.faults, *find_disagreements()]
        if faults or (archive.count and (found.count, found.head) != (archive.count, archive.head)):
            raise RecordDamaged(
                "the record in the backup is not as it was written",
                where=f"entry {faults[0].number}" if faults else "its end",
                remedy="Nothing was restored into the database. Use another backup.",
            )
        _refuse_other_secret()
        append(
            EventKind.RESTORED,
            at=now,
            actor=actor,
            body={"count": archive.count, "head": archive.head},
        )
    path.unlink()
    return found


def _refuse_other_secret() -> None:
    """Returns where the keys of subjects open: the archive may be one without its secret."""
    kept = SubjectKey.objects.first()
    if kept is not None:
        open_subject_key(kept.subject_id, bytes(kept.wrapped))
