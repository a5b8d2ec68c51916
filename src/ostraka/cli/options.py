"""Options that several verbs share, each with its help."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ostraka.model.party import PartyKind

HOME_HELP = (
    "The one folder that holds everything. Default: the environment variable OSTRAKA_HOME, "
    "else the user data folder of this platform."
)

HomeOption = Annotated[
    Path | None, typer.Option("--home", help=HOME_HELP, file_okay=False, show_default=False)
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="One JSON document on standard output, nothing else there.")
]
DAY_FORMAT = ["%Y-%m-%d"]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=DAY_FORMAT,
        metavar="DATE",
        help="Use the newest snapshot published on or before this day (YYYY-MM-DD).",
        show_default=False,
    ),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="KEY",
        help="Screen this list only; give the option again for more. Default: every list held "
        "except demo and leads.",
        show_default=False,
    ),
]


class KindChoice(StrEnum):
    """What a user may say that a subject is."""

    PERSON = PartyKind.PERSON
    ORGANISATION = PartyKind.ORGANISATION
    VESSEL = PartyKind.VESSEL
    AIRCRAFT = PartyKind.AIRCRAFT
    ANY = "any"

    @property
    def party_kind(self) -> PartyKind | None:
        """The kind in the words of the model; `None` for any kind."""
        return None if self is KindChoice.ANY else PartyKind[self.name]
