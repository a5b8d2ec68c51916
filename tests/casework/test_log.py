"""The record: one entry after another, and no way to change one unseen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction

from ostraka.casework.log.append import append, writing
from ostraka.casework.log.checkpoint import (
    Checkpoint,
    load_checkpoints,
    make_checkpoint,
    write_checkpoint,
)
from ostraka.casework.log.verify import Fault, verify_chain
from ostraka.casework.models import Event
from ostraka.casework.sealing import get_keys
from ostraka.model.errors import RecordDamaged
from ostraka.model.record import EventKind

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
Raw = Callable[..., None]
pytestmark = pytest.mark.usefixtures("record")


def _write(count: int, actor: str = "anna") -> None:
    for step in range(count):
        with writing():
            append(
                EventKind.NOTED,
                at=NOON + timedelta(seconds=step),
                actor=actor,
                body={"step": step, "score": 0.1 * step},
            )


def _faults(*checkpoints: Checkpoint) -> list[Fault]:
    return list(verify_chain(checkpoints).faults)


def test_a_record_that_nobody_touched_has_no_fault() -> None:
    """The first entry follows nothing, each other the one before it."""
    _write(5)
    found = verify_chain()
    assert (found.count, found.faults) == (5, ())
    assert found.head == Event.objects.get(number=5).digest


def test_an_empty_record_has_no_fault() -> None:
    """Nothing was written, and nothing is missing."""
    assert (verify_chain().count, verify_chain().faults) == (0, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE casework_event SET actor = 'eve' WHERE number = 2",
        "DELETE FROM casework_event WHERE number = 2",
        "DELETE FROM casework_event",
        "INSERT INTO casework_event SELECT number + 7, at, kind, actor, about, alert, body, "
        "previous, digest || 'x' FROM casework_event WHERE number = 3",
    ],
)
def test_the_database_refuses_to_change_it(statement: str) -> None:
    """Whoever has only the account of the program cannot do by mistake what nobody should."""
    _write(3)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify_chain().count == 3
    assert _faults() == []


@pytest.mark.parametrize("record", ["sqlite"], indirect=True)
def test_an_entry_cannot_be_replaced_in_sqlite() -> None:
    """INSERT OR REPLACE deletes without firing the trigger of deletion."""
    _write(3)
    statement = (
        "INSERT OR REPLACE INTO casework_event SELECT number, at, kind, 'eve', about, alert, "
        "body, previous, digest FROM casework_event WHERE number = 2"
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert _faults() == []


@pytest.mark.parametrize("record", ["postgres"], indirect=True)
def test_the_record_cannot_be_emptied_in_postgresql() -> None:
    """TRUNCATE fires no trigger of a row."""
    _write(3)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE casework_event")
    assert verify_chain().count == 3


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'eve'",
        "kind = 'decided'",
        "body = '{}'",
        "at = '2020-01-01 00:00:00'",
        "alert = 7",
        "about = '11111111111111111111111111111111'",
        "digest = '0'",
        "previous = '0'",
    ],
)
def test_an_altered_entry_is_found(raw: Raw, change: str) -> None:
    """Every column is under the hash."""
    _write(5)
    raw(f"UPDATE casework_event SET {change} WHERE number = 3")  # noqa: S608
    assert min(fault.number for fault in _faults()) == 3


def test_an_entry_taken_out_is_found(raw: Raw) -> None:
    """The number is missing, and the next entry follows another."""
    _write(5)
    raw("DELETE FROM casework_event WHERE number = 3")
    assert Fault(3, "entries 3 to 3 are missing") in _faults()


def test_an_entry_taken_out_and_the_rest_renumbered_is_found(raw: Raw) -> None:
    """The number is under the hash as well."""
    _write(5)
    raw(
        "DELETE FROM casework_event WHERE number = 3",
        "UPDATE casework_event SET number = 3 WHERE number = 4",
        "UPDATE casework_event SET number = 4 WHERE number = 5",
    )
    assert {fault.number for fault in _faults()} == {3, 4}


def test_entries_that_changed_places_are_found(raw: Raw) -> None:
    """Reordering is altering two numbers."""
    _write(5)
    raw(
        "UPDATE casework_event SET number = 99 WHERE number = 2",
        "UPDATE casework_event SET number = 2 WHERE number = 3",
        "UPDATE casework_event SET number = 3 WHERE number = 99",
    )
    assert {fault.number for fault in _faults()} >= {2, 3}


def test_a_cut_end_is_found_by_a_checkpoint_only(raw: Raw) -> None:
    """What remains is a whole record; only who knows its length can tell."""
    _write(5)
    mark = make_checkpoint(get_keys().signing, NOON)
    raw("DELETE FROM casework_event WHERE number > 3")
    assert _faults() == []
    assert _faults(mark) == [Fault(4, "the end is cut off: a checkpoint knows 5 entries")]


def test_a_record_built_anew_is_found_by_a_checkpoint_only(raw: Raw) -> None:
    """Who has the program and the database can write a whole other record."""
    _write(5)
    mark = make_checkpoint(get_keys().signing, NOON)
    raw("DELETE FROM casework_event")
    _write(6, actor="eve")
    assert _faults() == []
    (fault,) = _faults(mark)
    assert fault.number == 5


def test_a_record_that_only_grew_agrees_with_its_checkpoint() -> None:
    """A checkpoint speaks of a beginning of the record."""
    _write(3)
    mark = make_checkpoint(get_keys().signing, NOON)
    _write(4)
    found = verify_chain([mark])
    assert (found.count, found.faults, found.checkpoints) == (7, (), 1)


def test_a_checkpoint_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    """One a line, so that a file can be appended to."""
    _write(2)
    mark = make_checkpoint(get_keys().signing, NOON)
    path = tmp_path / "marks"
    path.write_text(f"{write_checkpoint(mark)}\n{write_checkpoint(mark)}\n")
    assert load_checkpoints(path, mark.key) == [mark, mark]


@pytest.mark.parametrize("old", ['"count":2', '"at":"2026', '"signature":"', "{"])
def test_an_altered_checkpoint_is_refused(tmp_path: Path, old: str) -> None:
    """A place that the administrator does not control may still be written to by others."""
    _write(2)
    mark = make_checkpoint(get_keys().signing, NOON)
    new = {'"count":2': '"count":1', '"at":"2026': '"at":"2025', "{": "["}.get(old, f"{old}00")
    path = tmp_path / "marks"
    path.write_text(write_checkpoint(mark).replace(old, new))
    with pytest.raises(RecordDamaged) as refusal:
        load_checkpoints(path, mark.key)
    assert refusal.value.where == f"{path}:1"


def test_a_checkpoint_of_another_record_is_refused(tmp_path: Path) -> None:
    """Anybody can sign with a key of their own."""
    mark = make_checkpoint(get_keys().signing, NOON)
    path = tmp_path / "marks"
    path.write_text(write_checkpoint(mark))
    with pytest.raises(RecordDamaged):
        load_checkpoints(path, "00" * 32)


def test_writers_at_the_same_time_make_one_chain() -> None:
    """Four threads with a connection each; no number is given twice and none is left out."""
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            _write(25, actor=name)
        except BaseException as failure:
            failures.append(failure)
            raise
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    found = verify_chain()
    assert (found.count, found.faults) == (100, ())


def test_what_fails_leaves_no_entry() -> None:
    """An entry and what it tells of stand together, or neither does."""

    def write_and_fail() -> None:
        with writing():
            append(EventKind.NOTED, at=NOON, actor="anna", body={})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert verify_chain().count == 0


def test_an_entry_outside_of_a_transaction_is_a_mistake_of_the_program() -> None:
    """It could be written while what it tells of is not."""
    with pytest.raises(RuntimeError):
        append(EventKind.NOTED, at=NOON, actor="anna", body={})
