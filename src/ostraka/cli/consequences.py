"""What is asked of the hits of a screening besides who they are: an actor and an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from ostraka.cli.situation import Situation
from ostraka.model.effect import Activity, Actor
from ostraka.model.hit import Hit

if TYPE_CHECKING:
    from ostraka.screening.answer import Json
    from ostraka.screening.consequences.cells import EntailedCells
    from ostraka.screening.consequences.hits import Entailing
    from ostraka.screening.screener import Screener


class Asked(NamedTuple):
    """Who acts, and what is done."""

    actor: Actor
    activity: Activity


def read_asked(actor: Actor | None, activity: Activity | None) -> Asked | None:
    """Both or nothing: a rule answers for one actor and one activity."""
    if actor is not None and activity is not None:
        return Asked(actor, activity)
    if actor is not None:
        raise typer.BadParameter(f"--actor needs --activity, one of {', '.join(Activity)}.")
    if activity is not None:
        raise typer.BadParameter(f"--activity needs --actor, one of {', '.join(Actor)}.")
    return None


def make_entailing(situation: Situation, screener: Screener, asked: Asked) -> Entailing:
    """What asks the rules of this home about the hits of the screener.

    Raises:
        RuleRefused: The file of signed rules cannot be read.
    """
    from ostraka.effects.question import Question
    from ostraka.effects.signatures import load_signatures
    from ostraka.screening.consequences.hits import Entailing
    from ostraka.snapshots import Store

    question = Question(asked.actor, asked.activity)
    signatures = load_signatures(situation.home)
    return Entailing(Store(situation.home), screener.engine, question, signatures)


def make_cells(situation: Situation, screener: Screener, asked: Asked) -> EntailedCells:
    """What gives the hits of a table their further cells.

    Raises:
        RuleRefused: The file of signed rules cannot be read.
    """
    from ostraka.screening.consequences.cells import EntailedCells

    return EntailedCells(make_entailing(situation, screener, asked))


def make_documents(entailing: Entailing, hit: Hit) -> list[Json]:
    """The consequences of a hit as JSON."""
    from ostraka.screening.consequences.document import make_entailed

    return [make_entailed(entailed) for entailed in entailing.find([hit])]
