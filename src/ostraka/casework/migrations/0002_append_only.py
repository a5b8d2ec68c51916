"""The database itself refuses to change the record; the hashes find who goes round that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

# A row that replaces another fires no trigger of deletion in SQLite: hence the one of insertion.
_SQLITE = (
    """CREATE TRIGGER casework_event_update BEFORE UPDATE ON casework_event
       BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER casework_event_delete BEFORE DELETE ON casework_event
       BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER casework_event_insert BEFORE INSERT ON casework_event
       WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM casework_event)
       BEGIN SELECT RAISE(ABORT, 'the record leaves no number out'); END""",
)
_POSTGRESQL = (
    """CREATE FUNCTION casework_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the record is append-only'; END $$""",
    """CREATE TRIGGER casework_event_change BEFORE UPDATE OR DELETE ON casework_event
       FOR EACH ROW EXECUTE FUNCTION casework_event_kept()""",
    """CREATE TRIGGER casework_event_truncate BEFORE TRUNCATE ON casework_event
       FOR EACH STATEMENT EXECUTE FUNCTION casework_event_kept()""",
    """CREATE FUNCTION casework_event_next() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM casework_event) THEN
           RAISE EXCEPTION 'the record leaves no number out';
         END IF;
         RETURN NEW;
       END $$""",
    """CREATE TRIGGER casework_event_insert BEFORE INSERT ON casework_event
       FOR EACH ROW EXECUTE FUNCTION casework_event_next()""",
)


def make_triggers(_: object, editor: BaseDatabaseSchemaEditor) -> None:
    """The triggers stand, in the language of the database."""
    for statement in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    """No way back: who would drop the triggers drops the record's protection."""

    dependencies: ClassVar[Sequence[tuple[str, str]]] = [("casework", "0001_tables")]
    operations: ClassVar[Sequence[Operation]] = [migrations.RunPython(make_triggers)]
