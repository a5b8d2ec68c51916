"""A record to write into: one in SQLite and one in PostgreSQL, each empty."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from casework.postgres_server import find_binaries, running_server
from ostraka.casework.configuration import Configuration
from ostraka.casework.opening import open_record

MASTER = "5a" * 32


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server of PostgreSQL that has the tables in `template`, or a skip."""
    binaries = find_binaries()
    if binaries is None:
        missing = "no PostgreSQL here: apt-get install postgresql"
        if os.environ.get("OSTRAKA_TEST_POSTGRES"):
            pytest.fail(missing)
        pytest.skip(missing)
    with running_server(binaries) as server:
        yield server


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty record in SQLite, to be copied: making tables takes a second."""
    home = tmp_path_factory.mktemp("made")
    open_record(Configuration(home=home, secret=MASTER))
    _disconnect()
    return home


@pytest.fixture(scope="session")
def made_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The server, with a database `made` that has the tables."""
    _execute(postgres, "CREATE DATABASE made")
    open_record(
        Configuration(
            home=tmp_path_factory.mktemp("pg"), database_url=f"{postgres}/made", secret=MASTER
        )
    )
    _disconnect()
    return postgres


@pytest.fixture
def sqlite_record(tmp_path: Path, made_home: Path) -> Iterator[Configuration]:
    """An empty record in SQLite, open."""
    shutil.copytree(made_home, tmp_path / "home")
    configuration = Configuration(home=tmp_path / "home", secret=MASTER)
    open_record(configuration)
    yield configuration
    _disconnect()


@pytest.fixture
def postgres_record(tmp_path: Path, made_postgres: str) -> Iterator[Configuration]:
    """An empty record in PostgreSQL, open."""
    name = f"t{uuid.uuid4().hex}"
    _execute(made_postgres, f"CREATE DATABASE {name} TEMPLATE made")
    configuration = Configuration(
        home=tmp_path / "home", database_url=f"{made_postgres}/{name}", secret=MASTER
    )
    open_record(configuration)
    yield configuration
    _disconnect()
    _execute(made_postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def record(request: pytest.FixtureRequest) -> Configuration:
    """An empty record, open, in each of the two databases."""
    opened: Configuration = request.getfixturevalue(f"{request.param}_record")
    return opened


@pytest.fixture
def raw(record: Configuration) -> Callable[..., None]:  # noqa: ARG001 - it must be open
    """Runs SQL as one would who has the database and no scruples: triggers are dropped first."""

    def run(*statements: str) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("ALTER TABLE casework_event DISABLE TRIGGER USER")
            else:
                for name in ("update", "delete", "insert"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS casework_event_{name}")
            for statement in statements:
                cursor.execute(statement)

    return run


def _disconnect() -> None:
    connections.close_all()


def _execute(server: str, statement: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as opened:
        opened.execute(statement)
