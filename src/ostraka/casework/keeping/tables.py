"""The tables of the record as lines of JSON, the same whichever database holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from ostraka.casework.log.append import writing
from ostraka.casework.models import Event
from ostraka.model.errors import RecordDamaged, RecordRefused

# What is referred to comes before what refers to it.
TABLES = (
    "Account",
    "ApiKey",
    "PolicyText",
    "PolicyChange",
    "Subject",
    "SubjectKey",
    "LegalHold",
    "Screening",
    "ScreenedRow",
    "Alert",
    "AlertParty",
    "Note",
    "Block",
    "Decision",
    "Event",
)
_AT_A_TIME = 1_000


class _Exactly(DjangoJSONEncoder):
    """Moments to the microsecond: Django's own form drops three digits, which are hashed."""

    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def find_tables() -> Iterator[type[models.Model]]:
    """Every table of the record, in an order in which they can be filled."""
    return (apps.get_model("casework", name) for name in TABLES)


def write_tables(stream: IO[str]) -> tuple[int, str]:
    """Every row is a line of the stream, of one moment; returns the number of entries and the head.

    Nobody writes meanwhile.
    """
    with writing():
        for table in find_tables():
            rows: Any = models.QuerySet(table).order_by("pk").iterator(chunk_size=_AT_A_TIME)
            serializers.serialize("jsonl", rows, stream=stream, cls=_Exactly)
        last = Event.objects.order_by("-number").values_list("number", "digest").first()
    return last or (0, "")


def read_tables(lines: Iterable[str]) -> None:
    """The rows of the lines are those of the record, which was empty.

    Raises:
        RecordRefused: The record is not empty.
        RecordDamaged: A line is no row of a table.
    """
    if any(models.QuerySet(table).exists() for table in find_tables()):
        raise RecordRefused(
            "there is a record already",
            where="record",
            remedy="Restore into an empty home and an empty database.",
        )
    with writing():
        try:
            rows = serializers.deserialize("jsonl", (line for line in lines if line.strip()))
            while batch := list(islice(rows, _AT_A_TIME)):
                for row in batch:
                    models.Model.save_base(row.object, raw=True, force_insert=True)
        except (serializers.base.DeserializationError, ValueError) as problem:
            raise RecordDamaged(
                f"a row of the backup cannot be read ({type(problem).__name__})",
                where="record/tables.jsonl",
                remedy="Use another backup. Nothing was written.",
            ) from problem
        _continue_numbering()


def _continue_numbering() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), list(find_tables()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
