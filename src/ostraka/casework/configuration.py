"""What the record is told from outside, as one value, and Django's settings made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ostraka.casework.database import make_sqlite, parse_database_url
from ostraka.casework.secret_keys import SecretKeys, load_master, read_master

REGISTERED: Mapping[str, object] = {
    "INSTALLED_APPS": [
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.sessions",
        "ostraka.casework",
    ],
    "AUTH_USER_MODEL": "casework.Account",
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "LOGGING_CONFIG": None,
}
"""What Django must know before a model can be imported, whatever the home."""

_PASSWORD_RULES: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("MinimumLengthValidator", {"min_length": 12}),
    ("UserAttributeSimilarityValidator", {}),
    ("CommonPasswordValidator", {}),
    ("NumericPasswordValidator", {}),
)


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Which home, which database, which master secret.

    `database_url` empty is SQLite in the home; `secret` empty is a file in the home that is made
    when it is first needed.
    """

    home: Path
    database_url: str = ""
    secret: str = ""

    @property
    def folder(self) -> Path:
        """Where in the home the record lies."""
        return self.home / "record"


def load_secret_keys(configuration: Configuration) -> SecretKeys:
    """The secrets that were given, else those of the home, made where there are none."""
    if configuration.secret:
        return SecretKeys(read_master(configuration.secret))
    return SecretKeys(load_master(configuration.folder / "secret"))


def make_database(configuration: Configuration) -> dict[str, object]:
    """Django's settings for the database."""
    if configuration.database_url:
        return parse_database_url(configuration.database_url)
    return make_sqlite(configuration.folder / "record.sqlite3")


def make_settings(configuration: Configuration, keys: SecretKeys) -> dict[str, object]:
    """Django's settings for the record alone; `web` adds its own to them."""
    return {
        "DEBUG": False,
        "SECRET_KEY": keys.web,
        "DATABASES": {"default": make_database(configuration)},
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in _PASSWORD_RULES
        ],
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": False,
        "OSTRAKA_KEYS": keys,
    }
