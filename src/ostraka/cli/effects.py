"""`ostraka effects`: what a listing forbids, to whom, since when, and where that is laid down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption, SourceOption, read_day
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.writing import write_json, write_lines
from ostraka.model.effect import Activity, Actor

if TYPE_CHECKING:
    from ostraka.effects.question import Question
    from ostraka.effects.signatures import Signature
    from ostraka.model.snapshot import Engine
    from ostraka.screening.consequences.asking import Outcome
    from ostraka.snapshots import Store


def run(
    ctx: typer.Context,
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTY_OR_NAME", help="Id of a party, or a name.", show_default=False
        ),
    ] = None,
    listing: Annotated[
        str | None,
        typer.Option(
            metavar="KEY[/PROGRAMME]",
            help="Ask of a listing instead of a party: a list, or a programme of it.",
            show_default=False,
        ),
    ] = None,
    *,
    actor: Annotated[Actor, typer.Option(help="Who acts.")],
    activity: Annotated[Activity, typer.Option(help="What is done.")],
    on: Annotated[
        date | None,
        typer.Option(parser=read_day, metavar="DATE", help="Default: today.", show_default=False),
    ] = None,
    listed_on: Annotated[
        date | None,
        typer.Option(
            parser=read_day,
            metavar="DATE",
            help="Day of the listing, for --listing.",
            show_default=False,
        ),
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(metavar="ECCN", help="Number of the item, or EAR99.", show_default=False),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Where goods come from.", show_default=False),
    ] = None,
    source: SourceOption = None,
    allow_stale: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="DAYS",
            help="Use lists last checked up to this many days ago.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """What a listing means for one actor and one activity on one day.

    [bold]Examples[/bold]
      ostraka effects "SenseTime Group Limited" --actor us_person --activity pay
      ostraka effects us_ofac_sdn:34079 --actor us_person --activity pay --on 2021-12-11
      ostraka effects --listing us_fcc_covered --actor anyone --activity import --json

    A name is screened first; one that is near and not equal gives review. It is no legal advice:
    every rule is shown with its citation, and with what nobody has read at its source.
    """
    from ostraka.effects.notes import find_places
    from ostraka.effects.question import Question
    from ostraka.effects.signatures import load_signatures
    from ostraka.screening.consequences.asking import held_lists
    from ostraka.snapshots import Store

    if (asked is None) == (listing is None):
        raise typer.BadParameter("give a party, a name, or --listing KEY; one of them.")
    if listed_on and listing is None:
        raise typer.BadParameter("--listed-on goes with --listing.")
    situation = read_situation(home, ctx.obj)
    store = Store(situation.home)
    day = on or situation.today
    question = Question(actor, activity, (item or "").strip(), find_places(origin or ""))
    signatures = load_signatures(situation.home)
    engine: Engine | None = None
    if listing is not None:
        outcome = _ask_listing(listing, listed_on, question, day, signatures)
    else:
        outcome, engine = _ask_party_or_name(
            situation, store, asked or "", question, day, signatures, source, allow_stale
        )
    held, not_held = held_lists(engine, store)
    if as_json:
        from ostraka.screening.consequences.document import make_effects

        write_json(make_effects(outcome, held, not_held))
        return
    from ostraka.cli.effect_text import write_outcome

    write_lines(write_outcome(outcome, held, not_held))


def _ask_listing(
    mark: str,
    listed_on: date | None,
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
) -> Outcome:
    from ostraka.effects.assumed import make_assumed_case
    from ostraka.screening.consequences.asking import ask_cases

    return ask_cases(mark, [make_assumed_case(mark, listed_on)], question, day, signatures)


def _ask_party_or_name(
    situation: Situation,
    store: Store,
    asked: str,
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
    source: list[str] | None,
    allow_stale: int | None,
) -> tuple[Outcome, Engine | None]:
    from ostraka.cli.opening import Request, open_lists
    from ostraka.screening.confirming import refuse_unconfirmed
    from ostraka.screening.consequences.asking import ask_name, ask_party, name_as_asked
    from ostraka.screening.linking.kept import load_neighbours
    from ostraka.screening.renamed import find_entry

    past = day if day < situation.today else None
    found = find_entry(store, asked, past) or find_entry(store, asked) if ":" in asked else None
    if found is not None:
        others = load_neighbours(store).get(found[0].id, ())
        linked = [entry for entry in map(store.find_party, others) if entry]
        refuse_unconfirmed(store.home, [snapshot.source for _, snapshot in (found, *linked)])
        outcome = ask_party([found, *linked], question, day, signatures)
        return name_as_asked(outcome, asked), None
    request = Request(sources=source, as_of=past, allow_stale_days=allow_stale)
    screener = open_lists(situation, request)
    return ask_name(asked, screener, store, question, day, signatures), screener.engine
