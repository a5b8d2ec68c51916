"""Everything that follows from one hit: each rule that decides, with whom it binds and in what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ostraka.effects.answer import Fact
from ostraka.effects.pieces import Piece
from ostraka.effects.timeline import Stretch
from ostraka.model.effect import Activity, Actor
from ostraka.model.hit import Hit
from ostraka.screening.consequences.asking import OPEN
from ostraka.screening.consequences.hits import Entailing


@dataclass(frozen=True, slots=True)
class Bound:
    """One verdict that holds on the day: for whom, doing what, by which rule, on which days.

    `fact` is the listing and the rule that carry it, `piece` the rule as it speaks.
    """

    actors: Sequence[Actor]
    activities: Sequence[Activity]
    stretch: Stretch
    fact: Fact
    piece: Piece


def find_bounds(entailing: Entailing, hit: Hit) -> list[Bound]:
    """The verdicts that restrict anybody in anything if the party is meant, strictest first.

    Activities of one actor that the same fact decides for the same days are one row, and so are
    the actors who have them in common.
    """
    by_actor: dict[tuple[Fact, Stretch, Actor], list[Activity]] = {}
    carried: dict[Fact, Piece] = {}
    for actor in Actor:
        for activity in Activity:
            question = replace(entailing.question, actor=actor, activity=activity)
            consequence = entailing.entail(hit, question).consequence
            if consequence.verdict in OPEN:
                continue
            fact = consequence.because[0]
            carried.setdefault(fact, consequence.pieces[0])
            by_actor.setdefault((fact, consequence.stretch, actor), []).append(activity)
    rows: dict[tuple[Fact, Stretch, tuple[Activity, ...]], list[Actor]] = {}
    for (fact, stretch, actor), activities in by_actor.items():
        rows.setdefault((fact, stretch, tuple(activities)), []).append(actor)
    bounds = [
        Bound(actors, activities, stretch, fact, carried[fact])
        for (fact, stretch, activities), actors in rows.items()
    ]
    return sorted(bounds, key=lambda bound: bound.stretch.verdict.strictness)
