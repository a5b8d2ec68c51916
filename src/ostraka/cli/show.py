"""`ostraka show`: everything a list says about one party, and where it says it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.basis import describe_snapshot
from ostraka.cli.options import AsOfOption, HomeOption, JsonOption, KnownOnOption
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import write_json, write_lines
from ostraka.model.errors import ListMissing
from ostraka.model.snapshot import Snapshot

if TYPE_CHECKING:
    from ostraka.snapshots import Store

NEAR_IDS = 5


def run(
    ctx: typer.Context,
    party: Annotated[str, typer.Argument(help="Id of the party: <source>:<the list's own id>.")],
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Everything a list says about one party, with the record each value was read in.

    A party that left its list is shown as it was read last, with the snapshots on both sides of its
    leaving and the authority's notice, where `ostraka notice` recorded it. A former id that
    the list itself states leads to the entry of today.

    [bold]Examples[/bold]
      ostraka show us_ofac_sdn:34079
      ostraka show un_sc:6908555 --as-of 2025-06-30 --json
    """
    from ostraka.cli.page_text import write_page
    from ostraka.screening.page import find_page, make_page
    from ostraka.snapshots import Store

    store = Store(read_situation(home, ctx.obj).home, known_on)
    page = find_page(store, party, as_of or known_on)
    if page is None:
        raise _not_found(store, party, as_of or known_on)
    if as_json:
        write_json(make_page(page))
    else:
        write_lines(write_page(page, as_of or known_on))


def _not_found(store: Store, party: str, day: date | None) -> ListMissing:
    source = party.rpartition(":")[0]
    held = store.snapshots(source) if source else ()
    looked_in = [s for s in map(partial(_find_snapshot, store, day=day), store.sources()) if s]
    if held and day and _find_snapshot(store, source, day=day) is None:
        return ListMissing(
            f"no snapshot of {source} held was published on or before {day.isoformat()}; the "
            f"first, of {held[0].published.isoformat()}, does not hold the party, or states that "
            "it was listed later",
            where=f"the id {party!r}",
            remedy=f"Import an older file: `ostraka import {source} PATH`, or ask for a later day.",
        )
    if held:
        looked_in = [s for s in looked_in if s.source == source]
    lists = ", ".join(describe_snapshot(s, None) for s in looked_in)
    near = [*store.find_renamed(party, day)] or _find_near(store, party, looked_in)
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
