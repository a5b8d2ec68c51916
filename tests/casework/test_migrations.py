"""The steps of the tables lead to the models as they are."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from ostraka.casework.configuration import Configuration
from ostraka.casework.opening import open_record
from ostraka.model.errors import RecordDamaged


@pytest.mark.usefixtures("record")
def test_no_model_has_changed_without_a_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Else an upgrade would leave the tables behind the program."""
    call_command("makemigrations", "casework", "--check", "--dry-run")
    assert "No changes detected" in capsys.readouterr().out


@pytest.mark.parametrize("record", ["sqlite"], indirect=True)
def test_a_record_of_a_newer_version_is_refused(record: Configuration) -> None:
    """An older program would write what the newer one cannot read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('casework', '9999_later', '2030-01-01')"
        )
    with pytest.raises(RecordDamaged):
        open_record(record)
