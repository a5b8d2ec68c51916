"""`ostraka notice`: the authority's own word on the end of a listing, recorded by hand."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption, read_day
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import tell, visible, write_json, write_lines


def run(
    ctx: typer.Context,
    party: Annotated[str, typer.Argument(help="Id of the party: <source>:<the list's own id>.")],
    on: Annotated[
        date,
        typer.Option(
            parser=read_day,
            metavar="DATE",
            help="The day on which the listing ended, as the notice says (YYYY-MM-DD).",
            show_default=False,
        ),
    ],
    citation: Annotated[
        str,
        typer.Option(metavar="TEXT", help="Where the authority says so.", show_default=False),
    ],
    programme: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="The one listing that ended. Default: every listing of the party on its list.",
            show_default=False,
        ),
    ] = "",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Record that an authority took a party off, on which day, and where it says so.

    Lists tell a removal by leaving the entry out: `ostraka show` then says "absent since", with the
    snapshots on both sides. With the notice the listing has ended on a day. No snapshot is changed,
    and a party that its list still holds is still screened.

    [bold]Examples[/bold]
      ostraka notice us_ofac_sdn:34079 --on 2026-05-12 --citation "91 FR 4711"
    """
    from ostraka.cli.page_text import describe_notice
    from ostraka.screening.page import make_notice
    from ostraka.snapshots import Store
    from ostraka.snapshots.former import record_notice
    from ostraka.snapshots.notices import Notice

    situation = read_situation(home, ctx.obj)
    if not citation.strip():
        raise typer.BadParameter("--citation needs the place where the authority says so.")
    if on > situation.today:
        raise typer.BadParameter(
            "--on lies in the future: record the notice when it has taken effect."
        )
    notice = Notice(
        party=party.strip(),
        on=on,
        citation=citation.strip(),
        recorded=situation.now,
        programme=programme.strip(),
    )
    store = Store(situation.home)
    is_new = record_notice(store, notice)
    if held := store.find_party(notice.party):
        published = held[1].published.isoformat()
        tell(f"Note: the list published {published} still holds the party; it is still screened.")
    if not is_new:
        tell("This notice was recorded before; nothing was changed.")
    if as_json:
        write_json(make_notice(notice))
    else:
        write_lines([f"{visible(notice.party)}: {visible(describe_notice(notice))}"])
