"""Evidence beside the name: what agrees and what argues against. Missing is neutral."""

from __future__ import annotations

from collections.abc import Iterator

from ostraka.matching.record import Record
from ostraka.matching.weights import Weights
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject

_NEAR_YEARS, _APART_YEARS = 1, 4


def weigh_evidence(subject: Subject, record: Record, weights: Weights) -> Iterator[Reason]:
    """A reason for each piece of evidence that both sides state."""
    if subject.born and record.born:
        yield _weigh_born(subject.born, record.born, weights)
    if subject.countries and record.countries:
        yield _weigh_country(subject.countries, record.countries, weights)
    if subject.kind and record.kind and subject.kind is not record.kind:
        yield _weigh_kind(subject.kind, record.kind, weights)


def _weigh_born(asked: PartialDate, listed: tuple[PartialDate, ...], weights: Weights) -> Reason:
    table = weights.evidence
    finding, born = max(
        ((_compare_born(asked, one), one) for one in listed), key=lambda pair: table[pair[0]]
    )
    return Reason(Feature.BORN, str(asked), str(born), table[finding], _BORN_WORDS[finding])


_BORN_WORDS = {
    "born_same_day": "born on the same day",
    "born_agrees": "dates of birth can be the same",
    "born_swapped": "day and month may be swapped",
    "born_near": "years of birth are one apart: neither for nor against",
    "born_apart": "born years apart",
    "born_far": "born far apart",
}


def _compare_born(asked: PartialDate, listed: PartialDate) -> str:
    """The row of the table of evidence that fits two dates of birth."""
    if asked.first <= listed.last and listed.first <= asked.last:
        exact = asked.precision is Precision.DAY and listed.precision is Precision.DAY
        return "born_same_day" if exact else "born_agrees"
    if _is_swapped(asked, listed):
        return "born_swapped"
    apart = _years_apart(asked, listed)
    slack = 1 if asked.circa or listed.circa else 0
    if apart <= _NEAR_YEARS + slack:
        return "born_near"
    return "born_apart" if apart <= _APART_YEARS + slack else "born_far"


def _is_swapped(asked: PartialDate, listed: PartialDate) -> bool:
    if asked.precision is not Precision.DAY or listed.precision is not Precision.DAY:
        return False
    one, other = asked.first, listed.first
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _years_apart(asked: PartialDate, listed: PartialDate) -> int:
    if asked.first > listed.last:
        return asked.first.year - listed.last.year
    return listed.first.year - asked.last.year


def _weigh_country(asked: tuple[str, ...], listed: tuple[str, ...], weights: Weights) -> Reason:
    shared = sorted(set(asked) & set(listed))
    finding = "country_agrees" if shared else "country_differs"
    detail = f"country in common: {', '.join(shared)}" if shared else "no country in common"
    return Reason(
        Feature.COUNTRY, ", ".join(asked), ", ".join(listed), weights.evidence[finding], detail
    )


def _weigh_kind(asked: PartyKind, listed: PartyKind, weights: Weights) -> Reason:
    return Reason(
        Feature.KIND,
        asked.value,
        listed.value,
        weights.evidence["kind_differs"],
        f"asked for a {asked.value}, the list has a {listed.value}",
    )
