"""`ostraka ownership`: whether a listing reaches a company by who owns it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption, read_day
from ostraka.cli.ownership_run import OwnershipRequest, answer_ownership
from ostraka.cli.situation import read_situation


def run(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="Stakes: BODS 0.4, GLEIF level 2, UK PSC, FollowTheMoney, or CSV. Default: "
            "those this home holds.",
            show_default=False,
        ),
    ] = None,
    listed: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who is listed, as CSV with the columns party,regime; no list is then needed.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="KEY",
            help="Take who is listed from this list; again for more. Default: every list held.",
            show_default=False,
        ),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            metavar="NAME_OR_ID",
            help="Answer for this party only; again for more.",
            show_default=False,
        ),
    ] = None,
    regime: Annotated[
        list[str] | None,
        typer.Option(
            "--regime",
            metavar="REGIME",
            help="ofac, uk, eu, ca or bis; again for more. Default: all five.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            parser=read_day,
            metavar="DATE",
            help="Answer for this day. Default: today.",
            show_default=False,
        ),
    ] = None,
    allow_stale: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="DAYS",
            help="Use lists last checked up to this many days ago.",
            show_default=False,
        ),
    ] = None,
    drawing: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT.svg",
            help="Draw the structure above the one party asked for.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Whether a listing reaches a company by who owns it, under each regime, and why.

    [bold]Examples[/bold]
      ostraka ownership stakes.csv --listed listed.csv --party "Bora Ltd"
      ostraka ownership bods.json --source us_ofac_sdn --on 2024-07-02 --json

    `review` means that the facts or the law leave it open; `no` is an answer on the stakes known.
    """
    situation = read_situation(home, ctx.obj)
    if listed is not None and source:
        raise typer.BadParameter("give --listed or --source, not both.")
    request = OwnershipRequest(
        files=tuple(files or ()),
        listed=listed,
        sources=tuple(source or ()),
        parties=tuple(party or ()),
        regimes=tuple(regime or ()),
        day=on or situation.today,
        drawing=drawing,
        allow_stale_days=allow_stale,
    )
    answer_ownership(situation, request, as_json=as_json)
