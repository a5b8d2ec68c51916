"""`ostraka show`: everything a list says about one party, and where it says it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.basis import describe_snapshot
from ostraka.cli.options import AsOfOption, HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import write_json, write_lines
from ostraka.model.errors import ListMissing
from ostraka.model.party import Party
from ostraka.model.snapshot import Snapshot

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
    found = store.find_party(party, as_of)
    if found is None:
        raise _not_found(store, party, as_of)
    entry, snapshot = found
    linked = _find_linked(store, entry.id, as_of)
    if as_json:
        others = [make_entry(*other) for other in linked]
        write_json(make_entry(entry, snapshot) | {"linked": others})
        return
    lines = list(write_party(entry, snapshot))
    for other in linked:
        lines += ["", "Linked with it, not merged:", "", *write_party(*other)]
    write_lines(lines)


def _find_linked(store: Store, party: str, day: date | None) -> list[tuple[Party, Snapshot]]:
    """The entries of other lists that `ostraka links` found to be the same party."""
    from ostraka.screening.linking.kept import load_neighbours

    others = load_neighbours(store).get(party, ())
    found = (store.find_party(other, day) for other in others)
    return [entry for entry in found if entry]


def _not_found(store: Store, party: str, day: date | None) -> ListMissing:
    source = party.rpartition(":")[0]
    held = store.snapshots(source) if source else ()
    looked_in = [s for s in map(partial(_find_snapshot, store, day=day), store.sources()) if s]
    if held and day and _find_snapshot(store, source, day=day) is None:
        first = held[0].published.isoformat()
        return ListMissing(
            f"no snapshot of {source} held was published on or before {day.isoformat()}; the "
            f"first is of {first}",
            where=f"the id {party!r}",
            remedy=f"Import an older file: `ostraka import {source} PATH`, or ask for a later day.",
        )
    if held:
        looked_in = [s for s in looked_in if s.source == source]
    lists = ", ".join(describe_snapshot(s, None) for s in looked_in)
    near = _find_near(store, party, looked_in)
    remedy = "`ostraka screen NAME` looks for a name, `ostraka sources` names the lists."
    return ListMissing(
        f"nothing found on the lists held: {lists or 'none'}",
        where=f"the id {party!r}",
        remedy=f"Near ids: {', '.join(near)}. {remedy}" if near else remedy,
    )


def _find_snapshot(store: Store, source: str, *, day: date | None) -> Snapshot | None:
    return store.as_of(source, day) if day else store.current(source)


def _find_near(store: Store, party: str, looked_in: Sequence[Snapshot]) -> list[str]:
    import difflib

    source, _, own_id = party.rpartition(":")
    near: list[str] = []
    for snapshot in looked_in:
        if source not in ("", snapshot.source):
            continue
        ids = [p.id for p in store.load_parties(snapshot)]
        near += [i for i in ids if i.partition(":")[2] == own_id]
        near += difflib.get_close_matches(party, ids, n=NEAR_IDS, cutoff=0.8) if source else []
    return list(dict.fromkeys(near))[:NEAR_IDS]
