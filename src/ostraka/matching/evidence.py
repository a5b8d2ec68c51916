"""Evidence beside the name: what agrees and what argues against. Missing is neutral.

A weight above zero in the table is the share of what the score lacks to 1 that the finding gives,
so that support orders hits and never fills the score; one below zero is taken off as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
    for feature, asked, listed, row, detail in _find(subject, record, weights):
        yield Reason(feature, asked, listed, table[row], detail, finding=row)


def settle(name: Reason, evidence: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons with the weights that add up to the score.

    Each finding that supports takes its share of what the name and those before it lack to 1.
    """
    lacking = 1.0 - name.weight
    settled = [name]
    for reason in evidence:
        weight = reason.weight
        if 0 < weight < 1:
            weight = round(weight * lacking, 4)
            lacking -= weight
        settled.append(replace(reason, weight=weight))
    return tuple(settled)


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

_Finding = tuple[Feature, str, str, str, str]
"""Feature, what was asked, what is listed, row of the table, words."""


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
            detail = f"in both {noun}: {', '.join(shared[1])}"
            yield feature, asked, shared[0], f"{feature.value}_agrees", detail
    yield from _find_against(subject, record)


def _find_born(asked: PartialDate, listed: tuple[PartialDate, ...], weights: Weights) -> _Finding:
    row, born = compare_born(asked, listed, weights.evidence.__getitem__)
    detail = describe_born(row, asked, born)
    if len(listed) > 1:
        detail += f" ({len(listed)} dates are listed)"
    return Feature.BORN, str(asked), str(born), row, detail


def _find_country(asked: tuple[str, ...], listed: tuple[str, ...]) -> _Finding:
    shared = sorted(set(asked) & set(listed))
    row = "country_agrees" if shared else "country_differs"
    detail = f"country agrees: {', '.join(shared)}" if shared else "no country in common"
    return Feature.COUNTRY, ", ".join(asked), ", ".join(listed), row, detail


def _find_against(subject: Subject, record: Record) -> Iterator[_Finding]:
    """What can only argue against a match: that it agrees is too common to say anything."""
    if subject.gender and record.genders and subject.gender not in record.genders:
        listed = ", ".join(gender.value for gender in record.genders)
        detail = f"stated: {subject.gender.value}; on the list: {listed}"
        yield Feature.GENDER, subject.gender.value, listed, "gender_differs", detail
    if subject.kind and record.kind and subject.kind is not record.kind:
        detail = f"asked for: {subject.kind.value}; on the list: {record.kind.value}"
        is_craft = not _CRAFT.isdisjoint((subject.kind, record.kind))
        finding = "craft_differs" if is_craft else "kind_differs"
        yield Feature.KIND, subject.kind.value, record.kind.value, finding, detail
    if not any(record.find_identifier(value) for value in subject.ids):
        differing = ((value, find_differing(value, record.identifiers)) for value in subject.ids)
        for value, found in differing:
            if found:
                row, known = found
                words = (
                    "another number"
                    if row == "identifier_differs"
                    else "another number, as renewals have"
                )
                yield Feature.IDENTIFIER, value, known.text, row, f"{words} than {known.text}"
                return
