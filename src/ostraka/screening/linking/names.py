"""Entries with the same name: linked where something else agrees, for review where nothing does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.model.hit import Closeness, Feature, Hit
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject
from ostraka.names import find_country
from ostraka.screening.linking.link import Basis, Link, Standing
from ostraka.screening.screener import Screener

NEAR = 0.85
"""Names whose score with the evidence beside them is lower are not brought up."""

_MOST_NAMES = 4
_MOST_NUMBERS = 4
_BATCH = 512
_BORN_AGREES = frozenset({"born_same_day", "born_agrees"})


def link_by_name(screener: Screener, parties: Sequence[Party]) -> Iterator[Link]:
    """A link for every two entries of different lists whose names are near, each pair once."""
    by_id = {p.id: p for p in parties}
    best: dict[tuple[str, str], Link] = {}
    asked = [(p, s) for p in parties for s in _make_subjects(p)]
    batches = iter(asked)
    while batch := list(islice(batches, _BATCH)):
        results = screener.find_rows([subject for _, subject in batch])
        for (party, _), result in zip(batch, results, strict=True):
            for hit in result.hits:
                link = _judge(party, by_id.get(hit.party), hit)
                if link and _ranks(link) > _ranks(best.get((link.left, link.right))):
                    best[link.left, link.right] = link
    yield from best.values()


def _ranks(link: Link | None) -> tuple[bool, float]:
    return (False, -1.0) if link is None else (link.standing is Standing.LINKED, link.score)


def _make_subjects(party: Party) -> Iterator[Subject]:
    countries = tuple(
        sorted({code for tie in party.countries if (code := find_country(tie.country))})
    )
    names = [n.text for n in party.names if n.kind is not NameKind.WEAK_ALIAS]
    # another number of a scheme that gives one for life argues against the same name
    numbers = tuple(
        f"{i.scheme.value} {i.value}" for i in party.identifiers if i.scheme in ONE_TO_A_PARTY
    )[:_MOST_NUMBERS]
    births = party.born or (None,)
    for name in dict.fromkeys(names[:_MOST_NAMES]):
        for born in births[:2]:
            yield Subject(name, kind=party.kind, born=born, countries=countries, ids=numbers)


def _judge(asking: Party, found: Party | None, hit: Hit) -> Link | None:
    if found is None or found.source == asking.source:
        return None
    findings: Mapping[Feature, tuple[str, float]] = {
        r.feature: (r.finding, r.weight) for r in hit.reasons
    }
    left, right = sorted((asking, found), key=lambda p: p.id)
    evidence = [f"names: {hit.closeness.value}"]
    evidence += [r.detail for r in hit.reasons if r.feature is not Feature.NAME and r.finding]
    standing = Standing.LINKED if _corroborated(asking, hit, findings) else Standing.REVIEW
    return Link(
        left.id,
        right.id,
        left.name,
        right.name,
        Basis.NAME,
        standing,
        hit.score,
        tuple(evidence),
    )


def _corroborated(asking: Party, hit: Hit, findings: Mapping[Feature, tuple[str, float]]) -> bool:
    """Whether the name, with what stands beside it, is enough to show two entries together.

    A person needs a date of birth that agrees: names of persons repeat. Others need the very name
    and a country in common. Whatever argues against sends the pair to a person.
    """
    against = any(
        weight < 0 for feature, (_, weight) in findings.items() if feature is not Feature.BOUND
    )
    if against or asking.kind is None or hit.kind is not asking.kind:
        return False
    if asking.kind is PartyKind.PERSON:
        born = findings.get(Feature.BORN, ("", 0.0))[0]
        return hit.closeness is not Closeness.CLOSE and born in _BORN_AGREES
    country = findings.get(Feature.COUNTRY, ("", 0.0))[0]
    return hit.closeness is Closeness.EQUAL and country == "country_agrees"
