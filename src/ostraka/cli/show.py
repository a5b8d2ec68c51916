"""`ostraka show`: everything a list says about one party, and where it says it."""

# ruff: noqa: PLC0415 - a command imports what it needs when it is called, so it starts at once

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.options import AsOfOption, HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import write_json, write_lines
from ostraka.model.errors import ListMissing

if TYPE_CHECKING:
    from ostraka.snapshots import Store

NEAR_IDS = 5


def run(
    ctx: typer.Context,
    party: Annotated[str, typer.Argument(help="Id of the party: <source>:<the list's own id>.")],
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Everything a list says about one party, with the record each value was read in.

    [bold]Examples[/bold]
      ostraka show us_ofac_sdn:34079
      ostraka show un_sc:6908555 --as-of 2025-06-30 --json
    """
    from ostraka.cli.party_text import write_party
    from ostraka.screening.entry import make_entry
    from ostraka.snapshots import Store

    store = Store(read_situation(home, ctx.obj).home)
    day = as_of.date() if as_of else None
    found = store.find_party(party, day)
    if found is None:
        raise _not_found(store, party, day)
    entry, snapshot = found
    if as_json:
        write_json(make_entry(entry, snapshot))
    else:
        write_lines(write_party(entry, snapshot))


def _not_found(store: Store, party: str, day: date | None) -> ListMissing:
    held = [s for s in store.snapshots() if s.current]
    lists = ", ".join(f"{s.source} (published {s.published.isoformat()})" for s in held)
    when = f" as of {day.isoformat()}" if day else ""
    near = _find_near(store, party, day)
    remedy = "`ostraka screen NAME` looks for a name, `ostraka sources` names the lists."
    if near:
        remedy = f"Near ids: {', '.join(near)}. {remedy}"
    return ListMissing(
        f"nothing found{when} on the lists held: {lists or 'none'}",
        where=f"the id {party!r}",
        remedy=remedy,
    )


def _find_near(store: Store, party: str, day: date | None) -> list[str]:
    import difflib

    source, _, own_id = party.rpartition(":")
    held = [s for s in store.snapshots() if s.current and source in ("", s.source)]
    near: list[str] = []
    for snapshot in held:
        known = store.as_of(snapshot.source, day) if day else snapshot
        ids = [p.id for p in store.load_parties(known)] if known else []
        near += [i for i in ids if i.partition(":")[2] == own_id]
        near += difflib.get_close_matches(party, ids, n=NEAR_IDS, cutoff=0.8) if source else []
    return list(dict.fromkeys(near))[:NEAR_IDS]
