"""Puts the names of one command line on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ostraka.cli.opening import Request
from ostraka.cli.record_opening import find_actor, open_home_record
from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell
from ostraka.model.hit import Result
from ostraka.model.party import Party

if TYPE_CHECKING:
    from ostraka.screening.screener import Screener
    from ostraka.snapshots import Store


def record_names(
    situation: Situation, request: Request, screener: Screener, results: Sequence[Result]
) -> str:
    """The id of the screening, which is on record when this returns, and its alerts with it."""
    open_home_record(situation)
    from ostraka.casework.models import Alert
    from ostraka.casework.screenings.asked import Answered, Basis
    from ostraka.casework.screenings.recording import record_screening
    from ostraka.screening.answer import iso, make_engine, make_result
    from ostraka.snapshots import Store

    parties = _load_parties(Store(situation.home, request.known_on), screener, results)
    answers = [
        Answered(result=result, document=make_result(result), parties=parties) for result in results
    ]
    document = {
        "engine": make_engine(screener.engine),
        "asked": {"as_of": iso(request.as_of)},
    }
    text = request.policy.read_text("utf-8") if request.policy else ""
    screening = record_screening(
        Basis(engine=screener.engine, document=document, policy_text=text),
        answers,
        actor=find_actor(),
        now=situation.now,
        opens_alerts=request.as_of is None and request.known_on is None,
    )
    number = Alert.objects.filter(screening=screening).count()
    tell(f"On record as screening {screening.pk}; alerts it opened or met again: {number}.")
    return str(screening.pk)


def _load_parties(
    store: Store, screener: Screener, results: Sequence[Result]
) -> Mapping[str, Party]:
    """The entries that were hit, whole: a decision rests on more of them than a hit shows."""
    wanted = {hit.party for result in results for hit in result.hits}
    found: dict[str, Party] = {}
    for snapshot in screener.engine.snapshots:
        ids = {party for party in wanted if party.partition(":")[0] == snapshot.source}
        if ids:
            found |= {party.id: party for party in store.load_some(snapshot, ids)}
    return found
