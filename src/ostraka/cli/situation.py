"""What a command knows of the world around it: which home, and what time it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

HOME_VARIABLE = "OSTRAKA_HOME"


@dataclass(frozen=True, slots=True)
class Situation:
    """The folder that holds everything, and the moment the command was given, in UTC."""

    home: Path
    now: datetime

    @property
    def today(self) -> date:
        """The day of the command, in UTC."""
        return self.now.date()


def read_situation(*homes: Path | None) -> Situation:
    """The situation of a command; the first home that was given counts."""
    return Situation(find_home(*homes), datetime.now(UTC))


def find_home(*homes: Path | None) -> Path:
    """The first home given, else `OSTRAKA_HOME`, else the platform's user data folder."""
    given = next((home for home in homes if home is not None), None)
    if given is None and os.environ.get(HOME_VARIABLE):
        given = Path(os.environ[HOME_VARIABLE])
    return _default_home() if given is None else given.expanduser().absolute()


def _default_home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("ostraka", appauthor=False)
