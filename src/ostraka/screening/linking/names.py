"""Entries with the same name: linked where something else agrees, for review where nothing does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ostraka.matching.evidence import find_most
from ostraka.matching.explanation import weigh_name
from ostraka.matching.index import Candidate, Index
from ostraka.matching.summing import weigh_reasons
from ostraka.model.hit import Closeness, Feature, Reason, total
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject
from ostraka.screening.linking.asking import Question, ask_names, rank_lists
from ostraka.screening.linking.link import Basis, Link, Standing
from ostraka.screening.linking.stated import Stated, find_stated

NEAR = 0.85
"""Names whose score with the evidence beside them is lower are not brought up."""

_BORN_AGREES = frozenset({"born_same_day", "born_agrees"})

Pair = tuple[str, str]
_Rank = tuple[bool, float, int]
"""Whether the entries are linked, the score, and how early their names are stated."""

_NOTHING: _Rank = (False, -1.0, 0)


def link_by_name(
    index: Index, parties: Sequence[Party], linked: Collection[Pair] = frozenset(), threads: int = 1
) -> Iterator[Link]:
    """A link for every two entries of different lists whose names are near, each pair once.

    Of two lists the smaller one is asked about, name by name; a name that several of its entries
    bear is looked up once. The best two names of a pair count, those stated first among equals.

    Args:
        index: The index of these very parties.
        parties: They, in the order in which the index was built.
        linked: Pairs of ids, the lesser first, that need no looking at.
        threads: The number of threads the search is spread over.
    """
    rank = rank_lists(parties)
    judge = _Judge(index, parties, linked)
    for question, candidates in ask_names(index, parties, rank, threads):
        for asking in question.bearers:
            found = [c for c in candidates if _may_be_one(asking, parties[c.owner], rank)]
            if found:
                judge.hear(question, asking, found)
    yield from judge.links()


def _may_be_one(asking: Party, found: Party, rank: Mapping[str, tuple[int, str]]) -> bool:
    if rank[asking.source] >= rank[found.source]:
        return False
    return asking.kind is None or found.kind is None or asking.kind is found.kind


class _Judge:
    """Judges pairs of names as they are found, and keeps the best link of every two entries."""

    def __init__(self, index: Index, parties: Sequence[Party], linked: Collection[Pair]) -> None:
        self._index = index
        self._parties = parties
        self._linked = linked
        self._names = {party.id: party.name for party in parties}
        self._stated: dict[str, Stated] = {}
        self._best: dict[Pair, tuple[_Rank, Link]] = {}

    def links(self) -> Iterator[Link]:
        """The link of each pair."""
        return (link for _, link in self._best.values())

    def hear(self, question: Question, asking: Party, candidates: Iterable[Candidate]) -> None:
        """Judges the candidates for one name of one entry."""
        stated = self._stated.get(asking.id)
        if stated is None:
            stated = self._stated[asking.id] = find_stated(asking, NEAR, self._index.weights)
        subjects: Sequence[Subject] = ()
        for one in candidates:
            found = self._parties[one.owner]
            pair = (min(asking.id, found.id), max(asking.id, found.id))
            if one.scored[0] < stated.floor or pair in self._linked:
                continue
            subjects = subjects or list(stated.ask(question.name))
            for subject in subjects:
                self._keep_better(pair, subject, one, -question.number)

    def _keep_better(self, pair: Pair, subject: Subject, one: Candidate, place: int) -> None:
        held = self._best[pair][0] if pair in self._best else _NOTHING
        record, weights = self._index.record(one.owner), self._index.weights
        # most names fall short, or the pair has better ones: no reason is written for them
        most = find_most(subject, record, round(one.scored[0], 4), (), weights)
        if most < NEAR or (True, most, place) <= held:
            return
        name = weigh_name(subject.name, record.names[one.place], one.scored)
        reasons = weigh_reasons(subject, record, name, (), weights)
        score = total(reasons)
        alike = subject.kind if subject.kind is self._parties[one.owner].kind else None
        is_linked = _corroborated(alike, name.closeness, reasons)
        rank = (is_linked, score, place)
        if score >= NEAR and rank > held:
            standing = Standing.LINKED if is_linked else Standing.REVIEW
            self._best[pair] = rank, self._make(pair, standing, score, reasons)

    def _make(
        self, pair: Pair, standing: Standing, score: float, reasons: Sequence[Reason]
    ) -> Link:
        closeness = reasons[0].closeness or Closeness.CLOSE
        evidence = [f"names: {closeness.value}"]
        evidence += [r.detail for r in reasons if r.feature is not Feature.NAME and r.finding]
        names = (self._names[pair[0]], self._names[pair[1]])
        return Link(*pair, *names, Basis.NAME, standing, score, tuple(evidence))


def _corroborated(
    kind: PartyKind | None, closeness: Closeness | None, reasons: Sequence[Reason]
) -> bool:
    """Whether the name, with what stands beside it, is enough to show two entries together.

    A person needs a date of birth that agrees: names of persons repeat. Others need the very name
    and a country in common. Whatever argues against sends the pair to a person. `kind` is that of
    both, `None` where they differ or one does not state it.
    """
    against = any(r.weight < 0 for r in reasons if r.feature is not Feature.BOUND)
    if against or kind is None:
        return False
    findings = {r.feature: r.finding for r in reasons}
    if kind is PartyKind.PERSON:
        is_near = closeness in {Closeness.EQUAL, Closeness.VARIANT}
        return is_near and findings.get(Feature.BORN) in _BORN_AGREES
    return closeness is Closeness.EQUAL and findings.get(Feature.COUNTRY) == "country_agrees"
