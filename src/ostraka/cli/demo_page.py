"""The page that `ostraka demo` prints: who may match and why, and what to try next."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ostraka.cli.basis import describe_held
from ostraka.cli.wording import (
    CLOSE_HEADING,
    NOTHING,
    count,
    describe_reason,
    name_class,
    part_by_closeness,
)
from ostraka.cli.writing import visible, write_blocks
from ostraka.model.hit import Hit, Result
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.snapshot import Engine

# Where nobody looks at it in a window, names stand on one line and only reasons are folded.
PIPE_WIDTH = 180
# Below this, five columns would break most words.
TABLE_WIDTH = 150

Pair = tuple[Result, Hit]


class TellMore(Protocol):
    """What is told of the hits behind them."""

    def __call__(self, hits: Sequence[Hit], /, *, narrow: bool) -> Iterator[RenderableType]:
        """The blocks of the page; `narrow` is a window in which columns would break every word."""
        ...


def print_page(
    engine: Engine,
    results: Sequence[Result],
    home: Path,
    tell_more: TellMore,
) -> None:
    """The possible matches, the close ones, who was not found, what follows, what next."""
    stacked = sys.stdout.isatty() and shutil.get_terminal_size().columns < TABLE_WIDTH
    page = make_page(engine, results, home, tell_more, stacked=stacked)
    write_blocks(page, PIPE_WIDTH)


def make_page(
    engine: Engine,
    results: Sequence[Result],
    home: Path,
    tell_more: TellMore | None = None,
    *,
    stacked: bool = False,
) -> Iterator[RenderableType]:
    """The page, block by block; `stacked` puts all of a hit into one column."""
    same, close = _part(results)
    show = _stack_hits if stacked else _make_hits
    yield from show(f"Possible matches ({len(same)})", same)
    yield from show(f"{CLOSE_HEADING.capitalize()} ({len(close)})", close)
    others = sum(not result.hits for result in results)
    yield f"{count(others, 'other name')}: {NOTHING}: {describe_held(engine)}.\n"
    if tell_more:
        yield from tell_more([hit for _, hit in same], narrow=stacked)
    yield from _describe_classes([hit for _, hit in (*same, *close)])
    yield (
        "\nThe designations are shown as published on their dates; parties may have been removed "
        "since.\nA possible match is not a finding: compare what is known, then decide.\n"
        "What follows from one is no legal advice.\n"
    )
    yield "Try next:"
    yield from (Text(f"  {command}", "green") for command in make_next_commands(same, home))


def make_next_commands(found: Sequence[Pair], home: Path) -> list[str]:
    """Three commands that work as they stand, on the home of the demo."""
    start = f"{own_command()} --home {shlex.quote(str(home))}"
    party = found[0][1].party if found else "demo:1"
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
    same: list[Pair] = []
    close: list[Pair] = []
    for result in results:
        named, near = part_by_closeness(result.hits)
        same += [(result, hit) for hit in named]
        close += [(result, hit) for hit in near]
    return same, close


def _make_hits(title: str, pairs: Sequence[Pair]) -> Iterator[RenderableType]:
    if not pairs:
        return
    table = _make_table(title)
    for result, hit in pairs:
        table.add_row(
            visible(result.subject.name),
            _describe_party(hit),
            f"{hit.score:.2f}",
            "\n".join(_describe_listing(listing) for listing in hit.listings),
            "\n".join(describe_reason(reason) for reason in hit.reasons),
        )
    yield table
    yield ""


def _stack_hits(title: str, pairs: Sequence[Pair]) -> Iterator[RenderableType]:
    if not pairs:
        return
    yield Text(f"{title}\n", "bold")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for result, hit in pairs:
        lines = [
            Text(f"{visible(result.subject.name)} may be"),
            *(Text(line, "bold") for line in _describe_party(hit).splitlines()),
            *(Text(_describe_listing(listing), "magenta") for listing in hit.listings),
            *(Text(describe_reason(reason)) for reason in hit.reasons),
            Text(),
        ]
        grid.add_row(f"{hit.score:.2f}", Text("\n").join(lines))
    yield grid


def _make_table(title: str) -> Table:
    # In a window names may fold; elsewhere they stand on one line and only the rest folds.
    whole = not sys.stdout.isatty()
    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, leading=1
    )
    table.add_column("customer", no_wrap=whole, overflow="fold")
    table.add_column("possible match", no_wrap=whole, overflow="fold", style="bold")
    table.add_column("score", justify="right", style="cyan", no_wrap=True)
    table.add_column("list, class, listed on", overflow="fold", style="magenta")
    table.add_column("why", overflow="fold")
    return table


def _describe_party(hit: Hit) -> str:
    spelling = [f"as {hit.matched_name}"] if hit.matched_name != hit.name else []
    return "\n".join(visible(line) for line in (hit.name, *spelling, hit.party))


def _describe_listing(listing: Listing) -> str:
    programme = f" {listing.programme}" if listing.programme else ""
    since = listing.listed_on.isoformat() if listing.listed_on else "no date stated"
    return visible(f"{listing.list}{programme}, {name_class(listing.listing_class)}, {since}")


def _describe_classes(hits: Sequence[Hit]) -> Iterator[str]:
    found = {listing.listing_class for hit in hits for listing in hit.listings}
    yield "What the classes mean:"
    for listing_class in (c for c in ListingClass if c in found):
        basis = f" [{listing_class.citation}]" if listing_class.citation else ""
        yield f"  {name_class(listing_class)}: {listing_class.meaning}{basis}"
