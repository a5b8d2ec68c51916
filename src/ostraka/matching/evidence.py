"""Evidence beside the name: what agrees and what argues against. Missing is neutral.

A weight above zero in the table is the share of what the score lacks to 1 that the finding gives,
so that support orders hits and never fills the score; one below zero is taken off as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from ostraka.matching.dates_of_birth import compare_born, describe_born
from ostraka.matching.places import share_place
from ostraka.matching.record import Record
from ostraka.matching.schemes import find_differing
from ostraka.matching.weights import Weights
from ostraka.model.dates import PartialDate
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject

_CRAFT = frozenset({PartyKind.VESSEL, PartyKind.AIRCRAFT})


def weigh_evidence(subject: Subject, record: Record, weights: Weights) -> Iterator[Reason]:
    """A reason for each piece of evidence that both sides state, identifiers that agree aside.

    The weight of each is as the table has it; `settle` makes it a part of a score.
    """
    table = weights.evidence
    for feature, row, tell in _find(subject, record, weights):
        asked, listed, detail = tell()
        yield Reason(feature, asked, listed, table[row], detail, finding=row)


def find_most(
    subject: Subject, record: Record, name: float, found: Sequence[float], weights: Weights
) -> float:
    """The score of a name of this weight with the evidence, before a common name is held back.

    No word of a reason is written for it: most candidates do not reach a threshold. `found` are
    weights of identifiers that agree.
    """
    table = weights.evidence
    evidence = [table[row] for _, row, _ in _find(subject, record, weights)]
    score = round(fsum((name, *_share_out(name, (*evidence, *found)))), 4)
    return min(1.0, max(0.0, score))


def settle(name: Reason, evidence: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons with the weights that add up to the score.

    Each finding that supports takes its share of what the name and those before it lack to 1.
    """
    shares = _share_out(name.weight, [reason.weight for reason in evidence])
    pairs = zip(evidence, shares, strict=True)
    return (name, *(replace(reason, weight=weight) for reason, weight in pairs))


def _share_out(name: float, evidence: Iterable[float]) -> Iterator[float]:
    lacking = 1.0 - name
    for weight in evidence:
        if 0 < weight < 1:
            share = round(weight * lacking, 4)
            lacking -= share
            yield share
        else:
            yield weight


def find_floor(subject: Subject, threshold: float, weights: Weights) -> float:
    """The least score of a name that the evidence a subject states could lift to the threshold."""
    table = weights.evidence
    lacking = 1.0
    for is_stated, rows in (
        (subject.born, _BORN_FOR),
        (subject.countries, ("country_agrees",)),
        (subject.address, ("address_agrees",)),
        (subject.birth_place, ("birth_place_agrees",)),
        (subject.ids, ("identifier_weak",)),
    ):
        if is_stated:
            lacking *= 1.0 - max(table[row] for row in rows)
    rounding = 0.0005
    return max(0.0, (threshold - 1.0 + lacking) / lacking - rounding)


_BORN_FOR = ("born_same_day", "born_agrees", "born_swapped", "born_anniversary", "born_near")

_Told = tuple[str, str, str]
"""What was asked, what is listed, and how they are to each other in words."""

_Finding = tuple[Feature, str, Callable[[], _Told]]
"""Feature, row of the table, and what writes the words, which only a hit needs."""


def _find(subject: Subject, record: Record, weights: Weights) -> Iterator[_Finding]:
    if subject.born and record.born:
        yield _find_born(subject.born, record.born, weights)
    if subject.countries and record.countries:
        yield _find_country(subject.countries, record.countries)
    for feature, noun, asked, listed in (
        (Feature.ADDRESS, "addresses", subject.address, record.addresses),
        (Feature.BIRTH_PLACE, "places of birth", subject.birth_place, record.birth_places),
    ):
        shared = share_place(asked, listed) if asked and listed else None
        if shared:
            told = asked, shared[0], f"in both {noun}: {', '.join(shared[1])}"
            yield feature, f"{feature.value}_agrees", partial(_repeat, told)
    yield from _find_against(subject, record)


def _repeat(told: _Told) -> _Told:
    return told


def _find_born(asked: PartialDate, listed: tuple[PartialDate, ...], weights: Weights) -> _Finding:
    row, born = compare_born(asked, listed, weights.evidence.__getitem__)
    return Feature.BORN, row, partial(_tell_born, row, asked, born, len(listed))


def _tell_born(row: str, asked: PartialDate, born: PartialDate, dates: int) -> _Told:
    detail = describe_born(row, asked, born)
    if dates > 1:
        detail += f" ({dates} dates are listed)"
    return str(asked), str(born), detail


def _find_country(asked: tuple[str, ...], listed: tuple[str, ...]) -> _Finding:
    row = "country_differs" if set(asked).isdisjoint(listed) else "country_agrees"
    return Feature.COUNTRY, row, partial(_tell_country, asked, listed)


def _tell_country(asked: tuple[str, ...], listed: tuple[str, ...]) -> _Told:
    shared = sorted(set(asked) & set(listed))
    detail = f"country agrees: {', '.join(shared)}" if shared else "no country in common"
    return ", ".join(asked), ", ".join(listed), detail


def _find_against(subject: Subject, record: Record) -> Iterator[_Finding]:
    """What can only argue against a match: that it agrees is too common to say anything."""
    if subject.gender and record.genders and subject.gender not in record.genders:
        listed = ", ".join(gender.value for gender in record.genders)
        detail = f"stated: {subject.gender.value}; on the list: {listed}"
        told = subject.gender.value, listed, detail
        yield Feature.GENDER, "gender_differs", partial(_repeat, told)
    if subject.kind and record.kind and subject.kind is not record.kind:
        detail = f"asked for: {subject.kind.value}; on the list: {record.kind.value}"
        is_craft = not _CRAFT.isdisjoint((subject.kind, record.kind))
        told = subject.kind.value, record.kind.value, detail
        yield Feature.KIND, "craft_differs" if is_craft else "kind_differs", partial(_repeat, told)
    if subject.ids and not any(record.find_identifier(value) for value in subject.ids):
        differing = ((value, find_differing(value, record.identifiers)) for value in subject.ids)
        for value, found in differing:
            if found:
                row, known = found
                words = (
                    "another number"
                    if row == "identifier_differs"
                    else "another number, as renewals have"
                )
                told = value, known.text, f"{words} than {known.text}"
                yield Feature.IDENTIFIER, row, partial(_repeat, told)
                return
