"""Options that several verbs share, each with its help."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

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


def read_day(given: str | date) -> date:
    """The day of an option, which is always a whole ISO 8601 date."""
    try:
        return given if isinstance(given, date) else date.fromisoformat(given.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is not a day: write it as 2021-12-10.") from error


AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=read_day,
        metavar="DATE",
        help="Use the newest snapshot published on or before this day (YYYY-MM-DD).",
        show_default=False,
    ),
]
PepsOption = Annotated[
    bool,
    typer.Option(
        "--peps",
        help="Look at persons who are listed for nothing but a public office, too: they are "
        "politically exposed, not sanctioned.",
    ),
]
KnownOnOption = Annotated[
    date | None,
    typer.Option(
        "--known-on",
        parser=read_day,
        metavar="DATE",
        help="Answer as this home would have on this day (YYYY-MM-DD, UTC): what was imported "
        "later is left out. Beside --as-of it asks what was known then of another day.",
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


def read_kind(given: str) -> KindChoice:
    """The kind in any of the words that a table may use for it: company, individual, ship."""
    if given in set(KindChoice):
        return KindChoice(given)
    from ostraka.screening.subjects import make_subject

    subject, problems = make_subject("anybody", kind=given)
    if problems or not given.strip():
        raise typer.BadParameter(
            f"{given!r} is not a kind: write person, organisation, vessel, aircraft or any."
        )
    return KindChoice[subject.kind.name] if subject.kind else KindChoice.ANY


def make_kind_option(what: str) -> OptionInfo:
    """The option `--kind`, with a help of its own."""
    option: OptionInfo = typer.Option(
        "--kind",
        parser=read_kind,
        metavar="KIND",
        help=f"{what} person, organisation, vessel, aircraft or any; company, individual, ship "
        "and other usual words are understood.",
    )
    return option
