"""`ostraka diff`: what changed on a list between two snapshots."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import visible, write_json, write_lines
from ostraka.model.errors import ListMissing
from ostraka.model.snapshot import Snapshot

if TYPE_CHECKING:
    from ostraka.snapshots import Difference, PartyChange, PartyRef, Store


def run(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="Key of the list.")],
    old: Annotated[
        str | None,
        typer.Argument(help="A snapshot id, a beginning of one, or a date.", show_default=False),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(help="The later one, likewise.", show_default=False)
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """What changed on a list: parties added, removed, and the fields of those that changed.

    Without OLD and NEW it takes the last two snapshots by published date.

    [bold]Examples[/bold]
      ostraka diff us_ofac_sdn
      ostraka diff us_ofac_sdn 2021-12-09 2021-12-10 --json
    """
    from ostraka.snapshots import Store
    from ostraka.sources.registry import get_source

    if (old is None) != (new is None):
        raise typer.BadParameter("give both OLD and NEW, or neither.")
    get_source(source)
    store = Store(read_situation(home, ctx.obj).home)
    before, after = _choose(store, source, old, new)
    difference = store.difference(before, after)
    if as_json:
        write_json(make_difference(source, before, after, difference))
    else:
        write_lines(_write_text(source, before, after, difference))


def make_difference(
    source: str, old: Snapshot, new: Snapshot, difference: Difference
) -> dict[str, object]:
    """What `ostraka diff --json` prints."""
    return {
        "source": source,
        "old": old.id,
        "new": new.id,
        "added": [_make_reference(party) for party in difference.added],
        "removed": [_make_reference(party) for party in difference.removed],
        "changed": [
            {**_make_reference(party), "fields": {k: list(v) for k, v in party.fields.items()}}
            for party in difference.changed
        ],
    }


def _make_reference(party: PartyRef | PartyChange) -> dict[str, object]:
    return {"party": party.party, "name": party.name}


def _choose(
    store: Store, source: str, old: str | None, new: str | None
) -> tuple[Snapshot, Snapshot]:
    if old is not None and new is not None:
        return _get_snapshot(store, source, old), _get_snapshot(store, source, new)
    held = store.snapshots(source)
    if len(held) < 2:
        raise ListMissing(
            f"there are not two snapshots to compare; {len(held)} held",
            where=source,
            remedy=f"`ostraka import {source} PATH` adds one, an older one too.",
        )
    return held[-2], held[-1]


def _get_snapshot(store: Store, source: str, wanted: str) -> Snapshot:
    found = store.find_snapshot(source, wanted) or _find_as_of(store, source, wanted)
    if found is None:
        held = store.snapshots(source)
        known = ", ".join(f"{s.published.isoformat()} ({s.id[:12]})" for s in held) or "none"
        raise ListMissing(
            f"{wanted!r} names no snapshot",
            where=source,
            remedy=f"Give a date, or six digits or more of an id. Held: {known}.",
        )
    return found


def _find_as_of(store: Store, source: str, wanted: str) -> Snapshot | None:
    try:
        return store.as_of(source, date.fromisoformat(wanted))
    except ValueError:
        return None


def _write_text(source: str, old: Snapshot, new: Snapshot, difference: Difference) -> Iterator[str]:
    yield f"{source}: {_describe(old)} to {_describe(new)}"
    for sign, title, parties in (
        ("+", "added", difference.added),
        ("-", "removed", difference.removed),
    ):
        yield f"{len(parties):,} {title}"
        yield from (f"  {sign} {visible(p.party)}  {visible(p.name)}" for p in parties)
    yield f"{len(difference.changed):,} changed"
    for change in difference.changed:
        yield f"  ~ {visible(change.party)}  {visible(change.name)}"
        for field, (before, after) in change.fields.items():
            yield from _write_change(field, before, after)


def _write_change(field: str, before: object, after: object) -> Iterator[str]:
    """Of lists only what left and what came, of anything else both values."""
    if not (isinstance(before, list) and isinstance(after, list)):
        yield f"      {field}: {_show(before)} -> {_show(after)}"
        return
    yield from (f"      - {field}: {_show(item)}" for item in before if item not in after)
    yield from (f"      + {field}: {_show(item)}" for item in after if item not in before)


def _describe(snapshot: Snapshot) -> str:
    return f"{snapshot.published.isoformat()} ({snapshot.id[:12]})"


def _show(value: object) -> str:
    return visible(json.dumps(value, ensure_ascii=False))
