"""`ostraka demo`: the bundled designations, screened against a bundled file of customers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ostraka.cli.options import HomeOption
from ostraka.cli.situation import Situation, find_home, read_situation
from ostraka.cli.writing import tell, visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ostraka.model.hit import Hit
    from ostraka.screening.screener import Screener

FOLDER = "demo"


def run(ctx: typer.Context, home: HomeOption = None) -> None:
    """Screen the bundled customers against the bundled designations, in a home of its own.

    Needs no list, no network and no setting. The home is the folder demo inside the usual one.

    [bold]Examples[/bold]
      ostraka demo
      ostraka --home /tmp/ostraka-demo demo
    """
    from ostraka.cli.demo_page import print_page
    from ostraka.cli.opening import Request, open_lists
    from ostraka.sources.demo.bundle import load_customers

    situation = read_situation(home, ctx.obj, _own_home())
    _import_designations(situation)
    screener = open_lists(situation, Request(sources=("demo",)))
    results = screener.find_many(load_customers())
    print_page(screener.engine, results, situation.home, partial(_tell_more, situation, screener))


def _tell_more(
    situation: Situation, screener: Screener, hits: Sequence[Hit], *, narrow: bool
) -> Iterator[RenderableType]:
    """What follows for the parties found, and the story of one of them."""
    from ostraka.cli.consequences import Asked, make_entailing
    from ostraka.cli.demo_follows import make_follows
    from ostraka.cli.demo_story import tell_story
    from ostraka.model.effect import Activity, Actor

    any_question = Asked(Actor.ANYONE, Activity.PAY)  # of every actor and activity it is asked
    entailing = make_entailing(situation, screener, any_question)
    yield from make_follows(entailing, hits, narrow=narrow)
    yield ""
    yield from tell_story(situation, screener)


def _own_home() -> Path:
    return find_home() / FOLDER


def _import_designations(situation: Situation) -> None:
    from ostraka.snapshots import Store
    from ostraka.sources.demo.bundle import load_designations
    from ostraka.sources.registry import get_source, load_parser

    parsed = load_parser("demo")(load_designations())
    publication = Store(situation.home).publish(
        get_source("demo"), parsed, published=None, now=situation.now
    )
    tell(
        f"{publication.parties} bundled designations, as of {publication.published.isoformat()}, "
        f"in {visible(str(situation.home))}"
    )
