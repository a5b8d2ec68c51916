"""Evidence beside the name: what agrees and what argues against. Missing is neutral."""

from __future__ import annotations

from collections.abc import Iterator

from ostraka.matching.record import Record
from ostraka.matching.weights import Weights
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.names import find_country, fold

_NEAR_YEARS, _APART_YEARS = 1, 4


def weigh_evidence(subject: Subject, record: Record, weights: Weights) -> Iterator[Reason]:
    """A reason for each piece of evidence that both sides state."""
    if subject.born and record.born:
        yield _weigh_born(subject.born, record.born, weights)
    if subject.countries and record.countries:
        yield _weigh_country(subject.countries, record.countries, weights)
    shared = _share_address(subject.address, record.addresses) if subject.address else None
    if shared:
        yield Reason(
            Feature.ADDRESS,
            subject.address,
            shared[0],
            weights.evidence["address_agrees"],
            f"in both addresses: {', '.join(shared[1])}",
        )
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
    "born_other_day": "born in the same year on another day",
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
    if apart == 0:
        return "born_other_day"
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


def _share_address(asked: str, listed: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The listed address with most words in common, and those words; names of countries aside."""
    words = _address_words(asked)
    found = [(address, sorted(words & _address_words(address))) for address in listed]
    best = max(found, key=lambda pair: len(pair[1]), default=("", []))
    return (best[0], tuple(best[1])) if best[1] else None


def _address_words(address: str) -> set[str]:
    """Words that can name a city or a street: no numbers, nothing short, no country."""
    parts = [part for part in address.split(",") if not find_country(part)]
    words = fold(" ".join(parts)).split()
    return {word for word in words if len(word) > 3 and word.isalpha()} - _STREET_WORDS


_STREET_WORDS = frozenset(
    {
        *("street", "road", "avenue", "lane", "building", "floor", "block", "tower", "suite"),
        *("room", "house", "district", "city", "town", "village", "province", "region", "state"),
        *("office", "center", "centre", "central", "north", "south", "east", "west"),
    }
)


def _weigh_kind(asked: PartyKind, listed: PartyKind, weights: Weights) -> Reason:
    return Reason(
        Feature.KIND,
        asked.value,
        listed.value,
        weights.evidence["kind_differs"],
        f"asked for: {asked.value}; on the list: {listed.value}",
    )
