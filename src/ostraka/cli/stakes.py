"""`ostraka stakes`: files of stakes kept in this home, and which are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption, read_day
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import tell, visible, write_json, write_lines

if TYPE_CHECKING:
    from ostraka.screening.owners.held import Edition


def run(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="Stakes to keep: BODS 0.4, GLEIF level 2, UK PSC, FollowTheMoney, or CSV.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        date | None,
        typer.Option(
            parser=read_day,
            metavar="DATE",
            help="The day the files were published (YYYY-MM-DD). Default: today.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Keep files of stakes in this home, or, without FILE, say which are kept.

    [bold]Examples[/bold]
      ostraka stakes holdings.csv --published 2026-11-01
      ostraka stakes

    A later file of the same name takes the place of the one before from its day on; each edition
    stays as it was given. `screen --owners` and `ostraka ownership` use what is kept.
    """
    from ostraka.screening.owners.held import HeldStakes

    situation = read_situation(home, ctx.obj)
    held = HeldStakes(situation.home)
    for file in files or ():
        edition, is_new = held.add(file, published or situation.today, situation.now)
        tell(f"{'Kept' if is_new else 'Held already'}: {_describe(edition)}.")
    editions = held.editions()
    current = {edition.path for edition in held.choose(situation.today)}
    if as_json:
        write_json({"stakes": [_make_row(e, current=e.path in current) for e in editions]})
    elif not editions:
        write_lines(["No stakes are held. `ostraka stakes FILE` keeps a file of them."])
    elif not files:
        write_lines(
            f"{_describe(edition)}{', in use' if edition.path in current else ''}"
            for edition in editions
        )


def _describe(edition: Edition) -> str:
    day = edition.published.isoformat()
    return f"{visible(edition.name)} of {day}, {edition.stakes:,} stakes, {edition.sha256[:12]}"


def _make_row(edition: Edition, *, current: bool) -> dict[str, object]:
    return {
        "name": edition.name,
        "sha256": edition.sha256,
        "published": edition.published.isoformat(),
        "imported": edition.imported.isoformat(),
        "stakes": edition.stakes,
        "current": current,
    }
