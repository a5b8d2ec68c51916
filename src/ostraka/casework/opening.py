"""Opens the record of a home: settings, connection, tables."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import django
from django.conf import settings
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from ostraka.casework.configuration import (
    REGISTERED,
    Configuration,
    load_secret_keys,
    make_settings,
)
from ostraka.model.errors import RecordDamaged

_LOCK = 0x6F73_7472
"""Number of the lock that keeps two processes from making the same tables in PostgreSQL."""


def register_models() -> None:
    """The models of this package can be imported from now on; no database is connected yet."""
    if not settings.configured:
        settings.configure(**REGISTERED, USE_TZ=True)
        django.setup()


def open_record(configuration: Configuration, further: Mapping[str, object] | None = None) -> None:
    """The record of that home is what the models of this process read and write from now on.

    Tables are made or brought up to date. `further` are settings of Django that `web` adds. Another
    home may be opened later, by a thread that is the only one to use the record.

    Raises:
        RecordRefused: The address or the master secret cannot be understood.
        RecordDamaged: The database cannot be opened, or was written by a newer version.
        ExtraMissing: The driver of the database is not installed.
    """
    configuration.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = load_secret_keys(configuration)
    register_models()
    _point_at(make_settings(configuration, keys) | dict(further or {}))
    try:
        with _one_at_a_time(configuration.folder):
            _migrate()
    except DatabaseError as problem:
        raise RecordDamaged(
            f"the database cannot be used ({type(problem).__name__})",
            where=str(connection.settings_dict["HOST"] or connection.settings_dict["NAME"]),
            remedy="Check that it runs, that the account may make tables there, and that its "
            "file is not damaged; `ostraka restore` reads a backup back.",
        ) from problem


def _point_at(made: Mapping[str, object]) -> None:
    connections.close_all()
    for name, value in made.items():
        setattr(settings, name, value)
    connections.settings = connections.configure_settings(
        cast("dict[str, dict[str, Any]]", made["DATABASES"])
    )
    if "default" in {made.alias for made in connections.all(initialized_only=True)}:
        del connections["default"]


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if any(app == "casework" for app, _ in unknown):
        raise RecordDamaged(
            "the record was written by a newer version of Ostraka",
            where=str(connection.settings_dict["NAME"]),
            remedy="Use that version, or restore a backup made before it.",
        )
    targets = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(targets):
        executor.migrate(targets)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder / "opening.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    finally:
        os.close(descriptor)
