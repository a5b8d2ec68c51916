"""Asks again and again what owners say: everything that does not change is found once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ostraka.matching.name_index import NameIndex
from ostraka.model.subject import Subject
from ostraka.ownership import Answer, Listed, Ownership, Stake, Stakes
from ostraka.ownership.ancestry import Ancestry
from ostraka.ownership.explaining import explain
from ostraka.ownership.naming import Naming
from ostraka.screening.comparison import compare
from ostraka.screening.owners.identity import ListedOwners
from ostraka.screening.owners.owned import Meant, OwnersFound, make_found
from ostraka.screening.screener import Screener, Settings
from ostraka.snapshots import Store

NEAR_NAMES_AT_MOST = 200_000
"""Names of the stakes that are made searchable for near ones: some ten seconds."""

# Words are otherwise rare among the stakes than on the lists, by which a near name is judged.
_CANDIDATE_SHARE = 0.75

_Reached = tuple[Answer, Sequence[Stake]]


class OwnersAsking:
    """What the owners of subjects say, on the lists and the day of the screener.

    Another process that gets this finds everything for itself.
    """

    def __init__(self, store: Store, screener: Screener, stakes: Stakes) -> None:
        self._store = store
        self._screener = screener
        self.stakes = stakes
        self._reached: dict[str, list[_Reached]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """Without what was found so far."""
        return OwnersAsking, (self._store, self._screener, self.stakes)

    def find(self, subjects: Sequence[Subject]) -> list[OwnersFound]:
        """What the owners of each subject say, in order."""
        meant = self._find_meant(subjects)
        self._ask({one.key for each in meant for one in each})
        is_near = len(self._names) <= NEAR_NAMES_AT_MOST
        note = "" if is_near else f"{len(self._names):,} names of the stakes: equal ones are found."
        return [
            make_found(subject, each, self._reached, note)
            for subject, each in zip(subjects, meant, strict=True)
        ]

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.stakes)

    @cached_property
    def _ancestry(self) -> Ancestry:
        return Ancestry(self.stakes.stakes)

    @cached_property
    def _names(self) -> Sequence[str]:
        return sorted({self.stakes.name(k) for stake in self.stakes.stakes for k in stake[:2]})

    @cached_property
    def _near(self) -> NameIndex:
        return NameIndex(self._names)

    @cached_property
    def _listed(self) -> ListedOwners:
        plain = Screener(self._screener.index, self._screener.engine, Settings(limit=None))
        return ListedOwners(self._store, plain, self.stakes)

    def _find_meant(self, subjects: Sequence[Subject]) -> list[list[Meant]]:
        found = [self._find_same(subject) for subject in subjects]
        left = [at for at, same in enumerate(found) if not same and subjects[at].name]
        if left and len(self._names) <= NEAR_NAMES_AT_MOST:
            floor = self._screener.settings.threshold * _CANDIDATE_SHARE
            names = self._near.find([subjects[at] for at in left], floor=floor)
            for at, candidates in zip(left, names, strict=True):
                found[at] = self._judge(subjects[at], candidates)
        return found

    def _find_same(self, subject: Subject) -> list[Meant]:
        texts = filter(None, (subject.name, *subject.ids))
        keys = {key for text in texts for key in self._naming.find(text)}
        return [Meant(key, "", 1.0) for key in sorted(keys)]

    def _judge(self, subject: Subject, names: Sequence[str]) -> list[Meant]:
        found = []
        for name in names:
            score = compare(subject.name, name, subject.kind, index=self._screener.index).score
            if score >= self._screener.settings.threshold:
                identity = f"near {name}, score {score:.2f}"
                found += [Meant(key, identity, score) for key in self._naming.find(name)]
        return found

    def _ask(self, keys: set[str]) -> None:
        """The answers for these parties of the stakes are known."""
        parts = {key: self._ancestry.above(key) for key in sorted(keys - self._reached.keys())}
        above = {k for part in parts.values() for stake in part for k in stake[:2]}
        listed = self._listed.find(above.union(parts)) if parts else {}
        for key, part in parts.items():
            inside = {key, *(k for stake in part for k in stake[:2])}
            entries = [entry for one in sorted(inside) for entry in listed[one]]
            stakes = replace(self.stakes, stakes=part)
            self._reached[key] = _answer(key, stakes, entries, self._screener)


def _answer(
    key: str, stakes: Stakes, listed: Sequence[Listed], screener: Screener
) -> list[_Reached]:
    # that the party itself may be a listed one is a hit of the screening, near as the names are
    standing = [entry for entry in listed if entry.sure or entry.party != key]
    asked = Ownership(stakes, standing, screener.engine.as_of, [key])
    answers = explain(asked, [key])
    return [(one, order_path(one)) for one in answers if not one.listed_directly]


def order_path(answer: Answer) -> list[Stake]:
    """The stakes that carry the answer, from the furthest owner down to the party."""
    left = list(answer.facts.stakes) if answer.facts else []
    ordered: list[Stake] = []
    level = {answer.party}
    while level and left:
        here = [stake for stake in left if stake.owned in level]
        left = [stake for stake in left if stake.owned not in level]
        ordered += here
        level = {stake.owner for stake in here}
    return list(reversed(ordered + left))
