"""`ostraka sync`: the lists as their publishers have them now, all of them side by side."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.failure import REFUSED, make_message
from ostraka.cli.importing import make_publication
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.registers import describe_register_outcome, make_register_outcome
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.sync_progress import Watching, watching
from ostraka.cli.terms import add_confirmation, tell_terms
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, visible, write_json

if TYPE_CHECKING:
    from ostraka.screening.registers.outcome import RegisterOutcome
    from ostraka.snapshots.refresh import Outcome, Room
    from ostraka.snapshots.refresh.room import Watch
    from ostraka.sources.definition import Source
    from ostraka.sources.registers import Register

PROXY_VARIABLES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Keys of the lists and registers, as `ostraka sources` shows them. Default: every "
            "list that is screened by default and can be fetched; a register is fetched only where "
            "it is named, since it may take gigabytes.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Fetch lists and registers from their publishers; what is new becomes what is held.

    What is unchanged is not sent again. A list that cannot be had or must not be published leaves
    its old snapshot in force, harms no other, and makes the exit code 1. A proxy is taken from
    HTTPS_PROXY.

    [bold]Examples[/bold]
      ostraka sync
      ostraka sync us_ofac_sdn un_sc --json
      ostraka sync gleif_rr
    """
    from ostraka.snapshots.refresh import refresh_all

    situation = read_situation(home, ctx.obj)
    registers = _choose_registers(sources or [])
    lists = [key for key in sources or () if key not in {one.key for one in registers}]
    wanted = [] if registers and not lists else _choose_sources(lists)
    tell_terms(situation, wanted)
    with ExitStack() as stack:
        keys = [*(source.key for source in wanted), *(one.key for one in registers)]
        watch = stack.enter_context(watching(keys))
        room = _make_room(situation, watch.update)
        outcomes = []
        for outcome in refresh_all(room, wanted):
            watch.end(outcome.source)
            tell(*describe_outcome(outcome))
            outcomes.append(outcome)
        fetched = _fetch_registers(room, registers, watch)
    outcomes.sort(key=lambda outcome: outcome.source)
    if as_json:
        write_json(
            {
                "sources": [make_outcome(outcome) for outcome in outcomes],
                "registers": [make_register_outcome(outcome) for outcome in fetched],
            }
        )
    lists_held = [outcome.succeeded for outcome in outcomes]
    registers_held = [outcome.succeeded for outcome in fetched]
    _tell_counts("list", lists_held)
    _tell_counts("register", registers_held)
    if not all(lists_held + registers_held):
        raise typer.Exit(REFUSED)


def _tell_counts(what: str, succeeded: Sequence[bool]) -> None:
    if succeeded:
        tell(f"{count(sum(succeeded), what)} current, {succeeded.count(False):,} not.")


def _fetch_registers(
    room: Room, registers: Sequence[Register], watch: Watching
) -> list[RegisterOutcome]:
    """The outcome of each, one after the other: each may take gigabytes of the disk."""
    from ostraka.screening.registers.refreshing import RegisterRoom, refresh_register

    place = RegisterRoom(
        home=room.store.home,
        fetcher=room.fetcher,
        now=room.now,
        version=room.version,
        watch=watch.update,
    )
    fetched = []
    for register in registers:
        fetched.append(refresh_register(place, register))
        watch.end(register.key)
        tell(*describe_register_outcome(fetched[-1]))
    return fetched


def make_outcome(outcome: Outcome) -> dict[str, object]:
    """What `ostraka sync --json` prints of one list."""
    publication = outcome.publication
    return {
        "source": outcome.source,
        "state": outcome.state.value,
        "publication": make_publication(publication) if publication else None,
        "bytes": outcome.size,
        "notes": list(outcome.notes),
        "problem": outcome.problem or None,
        "where": outcome.where or None,
        "remedy": outcome.remedy or None,
    }


def describe_outcome(outcome: Outcome) -> list[str]:
    """What became of one list, in lines for a person."""
    notes = [f"Note: {visible(note)}" for note in outcome.notes]
    if not outcome.succeeded:
        said = make_message(outcome.problem, outcome.where, outcome.remedy)
        return [*notes, f"{outcome.source}: {outcome.state.value}; nothing was changed.", *said]
    publication = outcome.publication
    if publication is None:
        return [*notes, f"{outcome.source}: unchanged."]
    warnings = [f"Warning: {outcome.source}: {visible(w)}" for w in publication.warnings]
    changes = f"{publication.added:,} added, {publication.changed:,} changed, "
    changes += f"{publication.removed:,} removed"
    return [
        *notes,
        *warnings,
        f"{outcome.source} of {publication.published.isoformat()}: "
        f"{count(publication.parties, 'party', 'parties')}; {changes}.",
    ]


def _choose_registers(keys: Sequence[str]) -> list[Register]:
    from ostraka.sources.registers import load_registers

    known = load_registers()
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def _choose_sources(keys: Sequence[str]) -> list[Source]:
    from ostraka.sources.registry import get_source, load_sources

    if keys:
        return [get_source(key) for key in dict.fromkeys(keys)]
    return [source for source in load_sources().values() if source.sync and source.default]


def _make_room(situation: Situation, watch: Watch) -> Room:
    from importlib.metadata import version

    from ostraka.snapshots import Store
    from ostraka.snapshots.refresh import Room
    from ostraka.sources.fetch import Fetcher, Limits, make_user_agent
    from ostraka.sources.registry import get_source, load_parser

    proxy = next((os.environ[v] for v in PROXY_VARIABLES if os.environ.get(v)), "")
    mine = version("ostraka")
    limits = Limits(max_bytes=512 << 20, seconds=3600)
    return Room(
        store=Store(situation.home),
        fetcher=Fetcher(make_user_agent(mine), limits, proxy=proxy),
        now=situation.now,
        version=mine,
        parser_of=lambda key: add_confirmation(situation, get_source(key), load_parser(key)),
        watch=watch,
    )
