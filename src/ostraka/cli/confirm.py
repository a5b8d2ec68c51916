"""`ostraka confirm`: how a list is used that is not free for every use, said by name."""

from __future__ import annotations

from typing import Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.terms import describe_confirmation
from ostraka.cli.writing import tell, visible, write_json, write_lines
from ostraka.model.licence import Confirmation, Use


def run(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="Key of the list, as `ostraka sources` shows it.")],
    use: Annotated[Use, typer.Option(help="What the list is used for.")],
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Who confirms it: a person, not a department.")
    ],
    licence: Annotated[
        str,
        typer.Option(
            metavar="REFERENCE",
            help="The licence of the publisher, for commercial use: its number and its day.",
            show_default=False,
        ),
    ] = "",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Record how a list is used whose publisher does not give it to everybody for everything.

    Such a list can be imported, but is neither screened nor linked nor exported before. The home
    keeps who confirmed what, when, and under which terms; where the terms change it is asked anew.

    [bold]Examples[/bold]
      ostraka confirm opensanctions --use non-commercial --by "Ada Quill"
      ostraka confirm opensanctions --use commercial --by "Ada Quill" --licence "OS-7 of 2 May 2026"
    """
    from ostraka.screening.confirming import keep_confirmation, make_confirmation
    from ostraka.sources.registry import get_source

    definition = get_source(source)
    if not definition.non_commercial:
        raise typer.BadParameter(f"{source} is free for every use: nothing is to be confirmed.")
    _check(use, by, licence)
    situation = read_situation(home, ctx.obj)
    confirmation = Confirmation(
        source=source,
        use=use,
        by=by.strip(),
        on=situation.today,
        terms=definition.licence,
        terms_mark=definition.terms_mark,
        licence=licence.strip(),
    )
    tell(f"Licence of {source}: {visible(definition.licence)}")
    keep_confirmation(situation.home, confirmation)
    if as_json:
        write_json(make_confirmation(confirmation))
    else:
        write_lines([f"{source}: {describe_confirmation(confirmation)}"])


def _check(use: Use, by: str, licence: str) -> None:
    if not by.strip():
        raise typer.BadParameter("--by needs the name of the person who confirms it.")
    if use is Use.COMMERCIAL and not licence.strip():
        raise typer.BadParameter("commercial use needs --licence REFERENCE: under which licence.")
    if use is Use.NON_COMMERCIAL and licence:
        raise typer.BadParameter("--licence goes with --use commercial.")
