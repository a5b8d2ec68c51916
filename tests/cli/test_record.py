"""Screenings on record: from the command line, and back again years later."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.conftest import Ostraka
from cli.processes import OSTRAKA, make_environment
from cli.un_samples import make_un_file
from ostraka.casework.models import Account, Event, ScreenedRow
from ostraka.casework.subjects.keeping import open_subject
from ostraka.cli.main import app

HIT, NOBODY = "Mira Quellhorst", "Nobody Whatsoever"


@pytest.fixture
def desk(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """A home with a small list."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102")))
    return ostraka


@pytest.fixture
def screening(desk: Ostraka) -> str:
    """The id of a recorded screening of one who is listed and one who is not."""
    answer = json.loads(desk("screen", HIT, NOBODY, "--record", "--json").stdout)
    assert isinstance(answer["screening"], str)
    return answer["screening"]


def _open(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(home / "record" / "record.sqlite3", isolation_level=None)


def test_nothing_is_written_without_being_asked(desk: Ostraka, tmp_path: Path) -> None:
    """Nobody's name is kept because it was screened."""
    answer = json.loads(desk("screen", HIT, "--json").stdout)
    assert answer["screening"] is None
    assert not (tmp_path / "home" / "record").exists()


def test_a_recorded_screening_is_the_same_when_run_again(desk: Ostraka, screening: str) -> None:
    """What nothing was found of is recognised once the name is given."""
    document = json.loads(desk("replay", screening, "--json").stdout)
    assert [row["same"] for row in document["rows"]] == [True, None]
    document = json.loads(desk("replay", screening, "--name", NOBODY, "--json").stdout)
    assert [row["same"] for row in document["rows"]] == [True, True]
    assert document["engine"]["then"] == document["engine"]["now"]


def test_it_is_run_on_the_lists_as_they_were(desk: Ostraka, screening: str, tmp_path: Path) -> None:
    """The party has left the list since, and a file of an older day came in later."""
    desk("import", "un_sc", str(make_un_file(tmp_path / "new.xml", "2020-02-02", "101 103")))
    desk("import", "un_sc", str(make_un_file(tmp_path / "old.xml", "2019-02-02", "101")))
    assert json.loads(desk("screen", HIT, "--json").stdout)["results"][0]["hits"] == []
    result = desk("replay", screening, "--json")
    assert (result.exit_code, json.loads(result.stdout)["same"]) == (0, True)


def test_another_answer_is_told(desk: Ostraka, screening: str) -> None:
    """An engine that weighs otherwise gives another answer on the same lists."""
    row = ScreenedRow.objects.get(screening_id=screening, row=1)
    assert row.subject is not None
    ring = open_subject(row.subject)
    kept = ring.unseal("answer", row.sealed)
    kept["hits"][0]["score"] = 0.5
    row.sealed = ring.seal("answer", kept)
    row.save()
    result = desk("replay", screening)
    assert result.exit_code == 1
    assert "un_sc:102: another score" in result.stdout


def test_an_unknown_screening_is_refused(desk: Ostraka) -> None:
    """With what to do next."""
    result = desk("replay", "never")
    assert result.exit_code == 1
    assert "no screening of that id" in result.stderr


def test_the_name_stands_nowhere_in_the_home(screening: str, tmp_path: Path) -> None:
    """Personal data is sealed: a stolen file of the database says nobody's name."""
    assert screening
    for path in (tmp_path / "home" / "record").iterdir():
        content = path.read_bytes()
        assert NOBODY.encode() not in content
        assert HIT.encode() not in content


def test_the_secret_is_for_its_owner_alone(desk: Ostraka, screening: str, tmp_path: Path) -> None:
    """Made once; a file that others may read is refused rather than used."""
    secret = tmp_path / "home" / "record" / "secret"
    assert screening
    assert secret.stat().st_mode & 0o777 == 0o600
    secret.chmod(0o644)
    result = desk("audit", "verify")
    assert result.exit_code == 1
    assert "chmod 600" in result.stderr


def test_the_record_is_whole(desk: Ostraka, screening: str, tmp_path: Path) -> None:
    """And holds against a mark kept elsewhere."""
    assert screening
    marks = tmp_path / "marks"
    assert desk("audit", "checkpoint", str(marks)).exit_code == 0
    desk("screen", HIT, "--record")
    found = json.loads(desk("audit", "verify", "--checkpoints", str(marks), "--json").stdout)
    assert (found["whole"], found["checkpoints"], found["faults"]) == (True, 1, [])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE casework_event SET actor = 'eve' WHERE number = 1",
        "DELETE FROM casework_event WHERE number = 1",
        "DELETE FROM casework_event WHERE number = 2",
        "UPDATE casework_alert SET state = 'closed_false'",
        "UPDATE casework_screening SET engine = '{}'",
        "UPDATE casework_screenedrow SET hits = 0",
        "DELETE FROM casework_screenedrow",
    ],
)
def test_what_was_done_to_the_database_is_found(
    desk: Ostraka, screening: str, tmp_path: Path, statement: str
) -> None:
    """Whoever can write to it, in any table that the record speaks of."""
    assert screening
    marks = tmp_path / "marks"
    desk("audit", "checkpoint", str(marks))
    with _open(tmp_path / "home") as database:
        for name in ("update", "delete", "insert"):
            database.execute(f"DROP TRIGGER casework_event_{name}")
        database.execute(statement)
    result = desk("audit", "verify", "--checkpoints", str(marks))
    assert result.exit_code == 1, result.stdout


def test_a_forced_import_is_on_record(desk: Ostraka, tmp_path: Path) -> None:
    """Who overrode a limit of a list, and why, can be asked."""
    path = make_un_file(tmp_path / "next.xml", "2020-03-02", "101")
    desk("import", "un_sc", str(path), "--force", "--reason", "an exercise")
    (event,) = Event.objects.all()
    assert event.kind == "import_forced"
    assert '"reason":"an exercise"' in event.body


def test_an_account_is_made_with_a_password_from_standard_input(tmp_path: Path) -> None:
    """An argument would stand in the list of processes and in the history of the shell."""
    home = tmp_path / "home"
    added = CliRunner().invoke(
        app, ["user", "add", "anna", "--role", "analyst", "--home", str(home)],
        input="correct horse battery staple\n",
    )  # fmt: skip
    assert added.exit_code == 0, added.stderr
    listed = CliRunner().invoke(app, ["user", "list", "--json", "--home", str(home)])
    assert json.loads(listed.stdout)["users"] == [
        {"name": "anna", "role": "analyst", "active": True}
    ]
    assert Account.objects.get().check_password("correct horse battery staple")


@pytest.mark.parametrize(
    "password", ["", "short", "password1234", "anna anna anna", "1234567890123"]
)
def test_a_weak_password_is_refused(tmp_path: Path, password: str) -> None:
    """Too short, too common, all digits, or empty."""
    result = CliRunner().invoke(
        app,
        ["user", "add", "anna anna anna", "--role", "admin", "--home", str(tmp_path)],
        input=f"{password}\n",
    )
    assert result.exit_code == 1
    assert Account.objects.count() == 0


def test_a_backup_restores_lists_and_record(desk: Ostraka, screening: str, tmp_path: Path) -> None:
    """In another folder everything is there, verified, and personal data opens."""
    archive = tmp_path / "backup.tar.gz"
    assert desk("backup", str(archive)).exit_code == 0
    assert archive.stat().st_mode & 0o777 == 0o600
    other = str(tmp_path / "other")
    restored = desk("restore", str(archive), "--home", other)
    assert restored.exit_code == 0, restored.stderr
    assert desk("audit", "verify", "--home", other).exit_code == 0
    replayed = json.loads(desk("replay", screening, "--json", "--home", other).stdout)
    assert replayed["same"] is True
    again = desk("restore", str(archive), "--home", other)
    assert again.exit_code == 1


def test_a_damaged_backup_is_refused(desk: Ostraka, screening: str, tmp_path: Path) -> None:
    """Cut off, or with one byte changed, wherever."""
    assert screening
    archive = tmp_path / "backup.tar.gz"
    desk("backup", str(archive))
    whole = archive.read_bytes()
    for number, data in enumerate(
        (whole[:-40], whole[: len(whole) // 2], whole[:700] + bytes([whole[700] ^ 1]) + whole[701:])
    ):
        archive.write_bytes(data)
        result = desk("restore", str(archive), "--home", str(tmp_path / f"other{number}"))
        assert result.exit_code == 1, result.stdout
        assert "damaged" in result.stderr


def test_the_record_survives_its_writer(tmp_path: Path, desk: Ostraka, kills: int) -> None:
    """Killed at any moment; what was acknowledged is on record, and the chain is whole."""
    home = tmp_path / "home"
    desk("screen", HIT, "--record")
    acknowledged = []
    for turn in range(kills):
        process = subprocess.Popen(
            [*OSTRAKA, "screen", HIT, "--record", "--json"],
            env=make_environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            text, _ = process.communicate(timeout=0.3 + 0.15 * (turn % 10))
            acknowledged.append(json.loads(text)["screening"])
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
    found = json.loads(desk("audit", "verify", "--json").stdout)
    assert found["faults"] == []
    with _open(home) as database:
        held = {row[0] for row in database.execute("SELECT id FROM casework_screening")}
    assert {number.replace("-", "") for number in acknowledged} <= held
