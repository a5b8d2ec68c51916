"""Where the record is kept: SQLite in the home, or PostgreSQL by an address."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ostraka.model.errors import ExtraMissing, RecordRefused

PATIENCE = 30
"""Seconds that a writer waits for another."""

_PRAGMAS = "; ".join(
    f"PRAGMA {pragma}"
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # an acknowledged entry outlives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # a deleted key leaves no bytes behind
    )
)


def make_sqlite(path: Path) -> dict[str, object]:
    """Django's settings for a database in one file; a transaction takes the write lock at once."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": PATIENCE,
            "transaction_mode": "IMMEDIATE",
            "init_command": _PRAGMAS,
        },
    }


def parse_database_url(text: str) -> dict[str, object]:
    """Django's settings for `postgresql://user:password@host:port/name`.

    Raises:
        RecordRefused: It is no such address.
        ExtraMissing: The driver is not installed.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        # the address is not repeated: it may hold a password
        raise RecordRefused(
            "this is not the address of a PostgreSQL database",
            where="OSTRAKA_DATABASE_URL",
            remedy="Write it as postgresql://USER:PASSWORD@HOST:PORT/NAME, or leave it out.",
        )
    if find_spec("psycopg") is None:
        raise ExtraMissing(
            "the driver of PostgreSQL is not installed",
            where="OSTRAKA_DATABASE_URL",
            remedy="Install it: pip install 'ostraka[postgres]'",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
    }
