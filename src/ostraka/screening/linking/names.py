"""Entries with the same name: linked where something else agrees, for review where nothing does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ostraka.matching.evidence import find_floor
from ostraka.matching.explanation import explain_name
from ostraka.matching.index import Candidate, Index, encode_query
from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.matching.summing import weigh_reasons
from ostraka.model.hit import Closeness, Feature, Reason, total
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject
from ostraka.names import find_country
from ostraka.screening.linking.link import Basis, Link, Standing

NEAR = 0.85
"""Names whose score with the evidence beside them is lower are not brought up."""

FLOOR = 0.75
"""Nor are names that score less by themselves, whatever stands beside them."""

_MOST_NAMES = 8
_MOST_NUMBERS = 4
_BATCH = 2048
_BORN_AGREES = frozenset({"born_same_day", "born_agrees"})

Pair = tuple[str, str]
_Asked = tuple[str, PartyKind | None]


def link_by_name(
    index: Index, parties: Sequence[Party], linked: Collection[Pair] = frozenset(), threads: int = 1
) -> Iterator[Link]:
    """A link for every two entries of different lists whose names are near, each pair once.

    Of two lists the smaller one is asked about, name by name; a name that several of its entries
    bear is looked up once.

    Args:
        index: The index of these very parties.
        parties: They, in the order in which the index was built.
        linked: Pairs of ids, the lesser first, that need no looking at.
        threads: The number of threads the search is spread over.
    """
    rank = _rank_lists(parties)
    best: dict[Pair, Link] = {}
    for asking, candidates in _search(index, parties, rank, threads):
        subjects = list(_make_subjects(asking[0], asking[1]))
        floor = min(find_floor(subject, NEAR, index.weights) for subject in subjects)
        for one in candidates:
            found = parties[one.owner]
            pair = (min(asking[0].id, found.id), max(asking[0].id, found.id))
            if pair in linked or one.scored[0] < floor or not _may_be_one(asking[0], found, rank):
                continue
            for subject in subjects:
                link = _judge(index, asking[0], found, subject, one)
                if link and _ranks(link) > _ranks(best.get(pair)):
                    best[pair] = link
    yield from best.values()


def _rank_lists(parties: Iterable[Party]) -> Mapping[str, tuple[int, str]]:
    sizes: defaultdict[str, int] = defaultdict(int)
    for party in parties:
        sizes[party.source] += 1
    return {key: (size, key) for key, size in sizes.items()}


def _may_be_one(asking: Party, found: Party, rank: Mapping[str, tuple[int, str]]) -> bool:
    kinds = {asking.kind, found.kind} - {None}
    return rank[asking.source] < rank[found.source] and len(kinds) < 2


def _search(
    index: Index, parties: Sequence[Party], rank: Mapping[str, tuple[int, str]], threads: int
) -> Iterator[tuple[tuple[Party, str], list[Candidate]]]:
    """Every entry with each of its names, and the entries whose names score the floor."""
    largest = max(rank.values(), default=None)
    bearers: defaultdict[_Asked, list[Party]] = defaultdict(list)
    for party in parties:
        if rank[party.source] != largest:
            for name in _choose_names(party):
                bearers[name, party.kind].append(party)
    questions = iter(bearers)
    while batch := list(islice(questions, _BATCH)):
        queries = [encode_query(name, kind) for name, kind in batch]
        found = index.search_many(queries, floor=FLOOR, weak_aliases=False, threads=threads)
        for asked, candidates in zip(batch, found, strict=True):
            yield from (((party, asked[0]), candidates) for party in bearers[asked])


def _choose_names(party: Party) -> Iterable[str]:
    names = (n.text for n in party.names if n.kind is not NameKind.WEAK_ALIAS)
    return islice(dict.fromkeys(names), _MOST_NAMES)


def _ranks(link: Link | None) -> tuple[bool, float]:
    return (False, -1.0) if link is None else (link.standing is Standing.LINKED, link.score)


def _make_subjects(party: Party, name: str) -> Iterator[Subject]:
    countries = tuple(
        sorted({code for tie in party.countries if (code := find_country(tie.country))})
    )
    # another number of a scheme that gives one for life argues against the same name
    numbers = tuple(
        f"{i.scheme.value} {i.value}" for i in party.identifiers if i.scheme in ONE_TO_A_PARTY
    )[:_MOST_NUMBERS]
    for born in party.born[:2] or (None,):
        yield Subject(name, kind=party.kind, born=born, countries=countries, ids=numbers)


def _judge(
    index: Index, asking: Party, found: Party, subject: Subject, one: Candidate
) -> Link | None:
    record = index.record(one.owner)
    listed, known = record.names[one.place], record.known[one.place]
    name = explain_name(subject.name, listed, one.scored, known)
    reasons = weigh_reasons(subject, record, name, (), index.weights)
    score = total(reasons)
    if score < NEAR:
        return None
    left, right = sorted((asking, found), key=lambda p: p.id)
    closeness = name.closeness or Closeness.CLOSE
    evidence = [f"names: {closeness.value}"]
    evidence += [r.detail for r in reasons if r.feature is not Feature.NAME and r.finding]
    same = _corroborated(asking, found, closeness, reasons)
    standing = Standing.LINKED if same else Standing.REVIEW
    names = (left.name, right.name)
    return Link(left.id, right.id, *names, Basis.NAME, standing, score, tuple(evidence))


def _corroborated(
    asking: Party, found: Party, closeness: Closeness, reasons: Sequence[Reason]
) -> bool:
    """Whether the name, with what stands beside it, is enough to show two entries together.

    A person needs a date of birth that agrees: names of persons repeat. Others need the very name
    and a country in common. Whatever argues against sends the pair to a person.
    """
    against = any(r.weight < 0 for r in reasons if r.feature is not Feature.BOUND)
    if against or asking.kind is None or found.kind is not asking.kind:
        return False
    findings = {r.feature: r.finding for r in reasons}
    if asking.kind is PartyKind.PERSON:
        return closeness is not Closeness.CLOSE and findings.get(Feature.BORN) in _BORN_AGREES
    return closeness is Closeness.EQUAL and findings.get(Feature.COUNTRY) == "country_agrees"
