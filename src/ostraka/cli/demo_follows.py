"""What follows for those whom the demonstration found, each rule in a row of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ostraka.cli.effect_text import describe_days
from ostraka.cli.writing import visible
from ostraka.model.effect import Activity, Actor

if TYPE_CHECKING:
    from ostraka.model.hit import Hit
    from ostraka.screening.consequences.hits import Entailing
    from ostraka.screening.consequences.overview import Bound

Row = tuple[str, str, str]


def make_follows(
    entailing: Entailing, hits: Sequence[Hit], *, narrow: bool = False
) -> Iterator[RenderableType]:
    """Each rule that speaks on the day of the screening: what it says, to whom, of which parties.

    `narrow` writes it as lines, for a window in which columns would break every word.
    """
    rows = list(_make_rows(entailing, hits))
    if not rows:
        return
    title = f"What follows on {entailing.day.isoformat()}, if they are the ones meant"
    if narrow:
        yield Text(f"{title}\n", "bold")
        yield from (Text("\n  ".join("\n".join(row).splitlines())) for row in rows)
        return
    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, leading=1
    )
    table.add_column("verdict, by which rule", overflow="fold", style="magenta", ratio=3)
    table.add_column("for whom: in what", overflow="fold", ratio=3)
    table.add_column("party, and the days", overflow="fold", style="bold", ratio=4)
    for row in rows:
        table.add_row(*row)
    yield table


def _make_rows(entailing: Entailing, hits: Sequence[Hit]) -> Iterator[Row]:
    from ostraka.screening.consequences.overview import find_bounds

    once = {hit.party: hit for hit in hits}
    found = [(hit, bound) for hit in once.values() for bound in find_bounds(entailing, hit)]
    by_rule: dict[tuple[str, str], list[tuple[Hit, Bound]]] = {}
    for hit, bound in sorted(found, key=lambda one: one[1].stretch.verdict.strictness):
        by_rule.setdefault((_name_rule(bound), _name_bound(bound)), []).append((hit, bound))
    for (rule, who), concerned in by_rule.items():
        parties = "\n".join(f"{visible(hit.name)}, {_say_days(bound)}" for hit, bound in concerned)
        yield rule, who, parties


def _say_days(bound: Bound) -> str:
    listing = bound.piece.case.listing
    if listing.listed_on is None and listing.first_seen == bound.stretch.first is not None:
        return f"on no day that the list states, first seen {bound.stretch.first}"
    return describe_days(bound.stretch.first, bound.stretch.last).replace(", no last day known", "")


def _name_rule(bound: Bound) -> str:
    row = bound.piece.row
    citation = row.citation if row else bound.piece.rules.citation
    unread = [f"{doubt.what} not verified" for doubt in row.unverified] if row else []
    rule = f"{bound.fact.list} [{bound.fact.rule}]"
    return "\n".join([f"{bound.stretch.verdict}, {rule}", citation, *dict.fromkeys(unread)])


def _name_bound(bound: Bound) -> str:
    actors = _join(bound.actors, len(Actor), "everybody")
    return f"{actors}: {_join(bound.activities, len(Activity), 'everything')}"


def _join(terms: Sequence[Actor] | Sequence[Activity], every: int, all_of_them: str) -> str:
    return all_of_them if len(terms) == every else ", ".join(terms)
