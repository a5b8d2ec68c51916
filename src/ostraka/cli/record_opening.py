"""Opens the record of the home, with what the environment says of its database and secret."""

from __future__ import annotations

import getpass
import os

from ostraka.cli.situation import Situation

DATABASE_VARIABLE = "OSTRAKA_DATABASE_URL"
SECRET_VARIABLE = "OSTRAKA_SECRET"  # noqa: S105 - the name of it


def open_home_record(situation: Situation) -> None:
    """The record of the home can be read and written from now on; it is made where there is none.

    Raises:
        RecordRefused: The environment names a database or a secret that cannot be understood.
        RecordDamaged: The record cannot be opened.
        ExtraMissing: The driver of PostgreSQL is not installed.
    """
    from ostraka.casework.configuration import Configuration
    from ostraka.casework.opening import open_record

    open_record(
        Configuration(
            home=situation.home,
            database_url=os.environ.get(DATABASE_VARIABLE, ""),
            secret=os.environ.get(SECRET_VARIABLE, ""),
        )
    )


def find_actor() -> str:
    """Who is at the machine, as the record names them: the account of the operating system."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # an id without a name, as in a container
        name = str(os.getuid())
    return f"machine:{name}"
