"""Answers of ownership as JSON: the shapes of the contract, key by key."""

from __future__ import annotations

from ostraka.ownership import Answer, Because, Listed, Stake, Stakes
from ostraka.ownership.rules import Rule
from ostraka.ownership.shares import to_percent
from ostraka.screening.answer import Json, iso


def make_ownership_entry(answer: Answer, stakes: Stakes, party: str | None = None) -> Json:
    """One party under one regime, named as it was asked for."""
    return {
        "party": party or answer.name,
        "id": answer.party,
        "regime": answer.regime.value,
        "caught": answer.caught.value,
        "listed_directly": answer.listed_directly,
        "percent_min": None if answer.low is None else to_percent(answer.low),
        "percent_max": None if answer.high is None else to_percent(answer.high),
        "accounted_for": to_percent(answer.accounted),
        "because": [_make_owner(one) for one in answer.because],
        "rule": make_rule(answer.rule),
        "why": answer.why,
        "flags": [flag.value for flag in answer.flags],
        "notes": list(answer.notes),
        "deciding": _make_deciding(answer, stakes),
        "holds_from": iso(answer.period.first) if answer.period else None,
        "holds_until": iso(answer.period.last) if answer.period else None,
        "readings": None
        if answer.alternatives is None
        else [
            {"question": a.question.value, "reading": a.reading, "caught": a.caught.value}
            for a in answer.alternatives
        ],
    }


def make_rule(rule: Rule) -> Json:
    """A row of law with its period and where it stands."""
    return {
        "id": rule.id,
        "citation": rule.citation,
        "from": iso(rule.since),
        "until": iso(rule.until),
        "verified": rule.verified,
        "text": rule.text,
    }


def _make_owner(one: Because) -> Json:
    return {
        "owner": one.owner,
        "percent_min": to_percent(one.low) if one.known else None,
        "percent_max": to_percent(one.high) if one.known else None,
        "caught": one.caught.value,
        "interest": one.interest.value,
        "listed": one.listed,
        "held_by": one.holder or None,
    }


def _make_deciding(answer: Answer, stakes: Stakes) -> Json | None:
    if answer.facts is None:
        return None
    return {
        "stakes": [make_stake(stake, stakes) for stake in answer.facts.stakes],
        "listings": [_make_listing(entry, stakes) for entry in answer.facts.listings],
    }


def make_stake(stake: Stake, stakes: Stakes) -> Json:
    """A stake as it was read, with the names of both sides."""
    return {
        "owner": stakes.name(stake.owner),
        "owned": stakes.name(stake.owned),
        "interest": stake.interest.value,
        "percent_min": to_percent(stake.low),
        "percent_max": to_percent(stake.high),
        "start": iso(stake.start),
        "end": iso(stake.end),
        "held_by": stakes.name(stake.holder) if stake.holder else None,
        "file": stake.file or None,
        "row": stake.row or None,
    }


def _make_listing(entry: Listed, stakes: Stakes) -> Json:
    return {
        "party": stakes.name(entry.party),
        "regime": entry.regime.value,
        "sure": entry.sure,
        "identity": entry.identity or None,
    }
