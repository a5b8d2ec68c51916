"""`ostraka demo`: the bundled designations, screened against a bundled file of customers."""

from __future__ import annotations

from pathlib import Path

import typer

from ostraka.cli.options import HomeOption
from ostraka.cli.situation import Situation, find_home, read_situation
from ostraka.cli.writing import tell, visible

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
    customers = load_customers()
    print_page(screener.engine, screener.find_many(customers), situation.home)


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
