"""An alert shows what was found last, and what of it is of the subject stands in it sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ostraka.casework.alerts.grouping import HitGroup
from ostraka.casework.models import Alert, AlertParty, Screening
from ostraka.casework.screenings.asked import Answered
from ostraka.casework.sealing import make_mark
from ostraka.casework.subjects.facts import (
    CaseFacts,
    make_hit_facts,
    make_party_facts,
    make_subject_facts,
)
from ostraka.casework.subjects.keeping import Keyring
from ostraka.model.hit import Hit


@dataclass(frozen=True)
class Arrival:
    """Hits on one party that a screening found of one subject, by whom and when."""

    screening: Screening
    ring: Keyring
    group: HitGroup
    answer: Answered
    actor: str
    now: datetime


def show(alert: Alert, arrival: Arrival, facts: CaseFacts) -> None:
    """The alert shows what arrived; it is not saved yet."""
    lead = arrival.group.lead
    alert.party, alert.source, alert.name = lead.party, lead.source, lead.name
    alert.listing_class, alert.score = find_class(arrival.group.hits), lead.score
    alert.pattern = arrival.group.pattern
    alert.evidence = make_mark("evidence", facts)
    alert.facts = arrival.ring.seal("facts", facts)
    document = {**arrival.answer.document, "hits": _find_own_hits(arrival)}
    alert.sealed = arrival.ring.seal("alert", document)
    alert.screening, alert.seen = arrival.screening, arrival.now


def find_class(hits: Sequence[Hit]) -> str:
    """The strictest class among the hits."""
    return min((hit.listing_class for hit in hits), key=lambda c: c.strictness).value


def make_facts(arrival: Arrival) -> CaseFacts:
    """What a decision on the alert would rest on."""
    listed = arrival.answer.parties
    return {
        "subject": make_subject_facts(arrival.answer.result.subject),
        "parties": {
            hit.party: make_party_facts(listed[hit.party])
            if hit.party in listed
            else make_hit_facts(hit)
            for hit in arrival.group.hits
        },
    }


def name_parties(alert: Alert, group: HitGroup) -> None:
    """Every entry of the party belongs to the alert; one that is found again has not ended."""
    found = {hit.party for hit in group.hits}
    for party in sorted(group.parties):
        entry, _ = AlertParty.objects.get_or_create(
            alert=alert,
            party=party,
            defaults={"source": party.partition(":")[0], "found": party in found},
        )
        if party in found:
            entry.found, entry.ended = True, None
            entry.save()


def _find_own_hits(arrival: Arrival) -> list[object]:
    hits = arrival.answer.document["hits"]
    listed = hits if isinstance(hits, list) else []
    own = {hit.party for hit in arrival.group.hits}
    return [hit for hit in listed if isinstance(hit, Mapping) and hit.get("party") in own]
