"""The page that `ostraka demo` prints: who may match and why, and what to try next."""

# ruff: noqa: PLC0415 - a command imports what it needs when it is called, so it starts at once

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.cli.wording import (
    CLOSE_HEADING,
    NOTHING,
    count,
    describe_held,
    describe_reason,
    name_class,
    part_by_closeness,
)
from ostraka.cli.writing import make_console, visible
from ostraka.model.hit import Hit, Result
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.snapshot import Engine

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Where nobody looks at it in a window, names stand on one line and only reasons are folded.
PIPE_WIDTH = 180

Pair = tuple[Result, Hit]


def print_page(engine: Engine, results: Sequence[Result], home: Path) -> None:
    """The possible matches, the close ones, who was not found, what a class means, what next."""
    console = make_console(PIPE_WIDTH)
    equal, close = _part(results)
    _print_hits(console, f"Possible matches ({len(equal)})", equal)
    _print_hits(console, f"{CLOSE_HEADING.capitalize()} ({len(close)})", close)
    others = sum(not result.hits for result in results)
    console.print(f"{count(others, 'other name')}: {NOTHING}: {describe_held(engine)}.")
    console.print()
    _print_classes(console, [hit for _, hit in (*equal, *close)])
    console.print(
        "The designations are shown as published on their dates; parties may have been removed "
        "since. A possible match is not a finding: compare what is known, then decide.",
        soft_wrap=True,
    )
    console.print()
    _print_next(console, equal, home)


def make_next_commands(equal: Sequence[Pair], home: Path) -> list[str]:
    """Three commands that work as they stand, on the home of the demo."""
    start = f"{own_command()} --home {shlex.quote(str(home))}"
    party = equal[0][1].party if equal else "demo:1"
    return [
        f'{start} screen "Xuekelaiti Zhaker" --source demo',
        f"{start} show {shlex.quote(party)}",
        f'{start} compare "SenseTime Group Limited" "SenseTime Group Inc."',
    ]


def own_command() -> str:
    """How this program was called, in words a shell takes."""
    if shutil.which("ostraka"):
        return "ostraka"
    called = Path(sys.argv[0])
    if called.name == "ostraka":
        return shlex.quote(str(called))
    return f"{shlex.quote(sys.executable)} -m ostraka.cli"


def _part(results: Iterable[Result]) -> tuple[list[Pair], list[Pair]]:
    equal: list[Pair] = []
    close: list[Pair] = []
    for result in results:
        same, near = part_by_closeness(result.hits)
        equal += [(result, hit) for hit in same]
        close += [(result, hit) for hit in near]
    return equal, close


def _print_hits(console: Console, title: str, pairs: Sequence[Pair]) -> None:
    if not pairs:
        return
    table = _make_table(title, foldable_names=console.is_terminal)
    for result, hit in pairs:
        table.add_row(
            visible(result.subject.name),
            f"{visible(hit.name)}\n{visible(hit.party)}",
            f"{hit.score:.2f}",
            "\n".join(_describe_listing(listing) for listing in hit.listings),
            "\n".join(describe_reason(reason) for reason in hit.reasons),
        )
    console.print(table)
    console.print()


def _make_table(title: str, *, foldable_names: bool) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.add_column("customer", no_wrap=not foldable_names, overflow="fold")
    table.add_column("possible match", no_wrap=not foldable_names, overflow="fold", style="bold")
    table.add_column("score", justify="right", style="cyan", no_wrap=True)
    table.add_column("list, since", overflow="fold", style="magenta")
    table.add_column("why", overflow="fold")
    return table


def _describe_listing(listing: Listing) -> str:
    programme = f" {listing.programme}" if listing.programme else ""
    since = f"listed on {listing.listed_on.isoformat()}" if listing.listed_on else "no date stated"
    return visible(f"{listing.list}{programme}, {name_class(listing.listing_class)}, {since}")


def _print_classes(console: Console, hits: Sequence[Hit]) -> None:
    found = {listing.listing_class for hit in hits for listing in hit.listings}
    console.print("What the classes mean (what binds whom, from when, is not worked out yet):")
    for listing_class in (c for c in ListingClass if c in found):
        basis = f" [{listing_class.citation}]" if listing_class.citation else ""
        console.print(
            f"  {name_class(listing_class)}: {listing_class.meaning}{basis}", soft_wrap=True
        )
    console.print()


def _print_next(console: Console, equal: Sequence[Pair], home: Path) -> None:
    console.print("Try next:")
    for command in make_next_commands(equal, home):
        console.print(f"  {command}", soft_wrap=True, style="green")
