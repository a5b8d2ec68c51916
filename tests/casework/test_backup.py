"""A backup is the same whichever database it came from, and goes into either."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from casework.desk import NOON, ORUK, get_alert, make_account, screen
from ostraka.casework.alerts.working import note, take
from ostraka.casework.configuration import Configuration
from ostraka.casework.keeping.archive import read_archive, write_archive
from ostraka.casework.keeping.restoring import restore_tables
from ostraka.casework.log.verify import verify_chain
from ostraka.casework.models import Event
from ostraka.casework.opening import open_record
from ostraka.casework.subjects.keeping import open_subject
from ostraka.model.errors import RecordDamaged
from ostraka.model.record import Role

MOMENT = NOON + timedelta(microseconds=123_457)


def _fill() -> None:
    anna = make_account("anna", Role.ANALYST)
    screen(ORUK, now=MOMENT)
    take(get_alert().pk, by=anna, now=MOMENT)
    note(get_alert().pk, "a note", by=anna, now=MOMENT)


def test_a_backup_goes_from_either_database_into_sqlite(
    record: Configuration, tmp_path: Path
) -> None:
    """With every entry, every key, and numbers that go on where they ended."""
    _fill()
    before = verify_chain()
    archive = tmp_path / "backup.tar.gz"
    write_archive(record.home, archive)
    home = tmp_path / "other"
    found = read_archive(archive, home)
    open_record(Configuration(home=home, secret=record.secret))
    restored = restore_tables(home, found, actor="test", now=NOON)
    assert (restored.count, restored.head) == (before.count, before.head)
    assert Event.objects.latest("number").kind == "restored"
    alert = get_alert()
    assert open_subject(alert.subject).unseal("note", alert.notes.get().sealed) == "a note"
    note(alert.pk, "another", by=alert.notes.get().by, now=NOON)
    assert verify_chain().faults == ()


def test_a_backup_goes_from_sqlite_into_postgresql(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """A desk that began on one machine becomes that of a team."""
    small: Configuration = request.getfixturevalue("sqlite_record")
    _fill()
    archive = tmp_path / "backup.tar.gz"
    write_archive(small.home, archive)
    request.getfixturevalue("postgres_record")
    home = tmp_path / "other"
    restore_tables(home, read_archive(archive, home), actor="test", now=NOON)
    note(get_alert().pk, "another", by=make_account("bert", Role.ANALYST), now=NOON)
    assert verify_chain().faults == ()


@pytest.mark.parametrize("record", ["sqlite"], indirect=True)
def test_a_backup_without_its_secret_is_refused_under_another(
    record: Configuration, tmp_path: Path
) -> None:
    """Before it is relied on, and not when somebody needs a name."""
    _fill()
    archive = tmp_path / "backup.tar.gz"
    write_archive(record.home, archive)
    home = tmp_path / "other"
    found = read_archive(archive, home)
    open_record(Configuration(home=home, secret="77" * 32))
    with pytest.raises(RecordDamaged):
        restore_tables(home, found, actor="test", now=NOON)
    assert Event.objects.count() == 0
