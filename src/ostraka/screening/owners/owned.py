"""Whether a party that is screened is owned by listed parties, on the stakes at hand.

A party of the stakes with the same name or id is the one that is screened. One whose name is only
near may be, and what would be `yes` of it is `review`. A listing of the party itself is a hit,
which the screening reports; here only what follows from its owners counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ostraka.model.ownership import Caught
from ostraka.model.subject import Subject
from ostraka.ownership import Answer, Listed, Ownership, Stake, Stakes
from ostraka.ownership.ancestry import Ancestry
from ostraka.ownership.explaining import explain
from ostraka.ownership.naming import Naming
from ostraka.screening.comparison import compare
from ostraka.screening.owners.identity import identify
from ostraka.screening.screener import Screener, Settings
from ostraka.snapshots import Store

NEAR_PAIRS_AT_MOST = 20_000
"""Pairs of a screened name and a name of the stakes that are compared: some seconds."""


@dataclass(frozen=True, slots=True)
class Owned:
    """One answer: the party of the stakes it is about, and why that is the one screened.

    `identity` is empty where name or id are the same. `path` is the stakes that carry the answer,
    those of the listed owners first.
    """

    answer: Answer
    identity: str
    path: Sequence[Stake]


@dataclass(frozen=True, slots=True)
class OwnersFound:
    """What the owners of one subject say: answers that catch it or may, the others, and notes."""

    owned: Sequence[Owned] = ()
    others: Sequence[Owned] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Meant:
    key: str
    identity: str


def find_owners(
    store: Store, screener: Screener, stakes: Stakes, subjects: Sequence[Subject]
) -> list[OwnersFound]:
    """What the owners of each subject say, in order, on the lists and the day of the screener."""
    naming = Naming(stakes)
    names = sorted({stakes.name(key) for stake in stakes.stakes for key in stake[:2]})
    near = len(names) * len(subjects) <= NEAR_PAIRS_AT_MOST
    meant = [_find_meant(subject, naming, names if near else (), screener) for subject in subjects]
    ancestry = Ancestry(stakes.stakes)
    keys = {one.key for each in meant for one in each}
    above = {stake for key in keys for stake in ancestry.above(key)}
    part = replace(stakes, stakes=[stake for stake in stakes.stakes if stake in above])
    plain = Screener(screener.index, screener.engine, Settings(limit=None))
    listed = identify(store, plain, part, keys) if keys else []
    note = "" if near else f"{len(names):,} names of the stakes were looked up as written only."
    return [
        _answer(subject, each, part, listed, screener, note)
        for subject, each in zip(subjects, meant, strict=True)
    ]


def _find_meant(
    subject: Subject, naming: Naming, names: Sequence[str], screener: Screener
) -> list[_Meant]:
    same = {key for text in (subject.name, *subject.ids) for key in naming.find(text)}
    if same:
        return [_Meant(key, "") for key in sorted(same)]
    found = []
    for name in names:
        compared = compare(subject.name, name, subject.kind, index=screener.index)
        if compared.score >= screener.settings.threshold:
            identity = f"near {name}, score {compared.score:.2f}"
            found += [_Meant(key, identity) for key in naming.find(name)]
    return found


def _answer(
    subject: Subject,
    meant: Sequence[_Meant],
    stakes: Stakes,
    listed: Sequence[Listed],
    screener: Screener,
    note: str,
) -> OwnersFound:
    found = [one for each in meant for one in _ask(each, stakes, listed, screener)]
    owned = [one for one in found if one.answer.caught in {Caught.YES, Caught.REVIEW}]
    others = [one for one in found if one.answer.caught in {Caught.NO, Caught.NO_DATA}]
    notes = [note] if note else []
    if not meant:
        notes.append(f"Nothing is known of who holds {subject.name}: no_data.")
    return OwnersFound(owned, others, notes)


def _ask(
    meant: _Meant, stakes: Stakes, listed: Sequence[Listed], screener: Screener
) -> Iterator[Owned]:
    # that the party itself may be a listed one is a hit of the screening, near as the names are
    standing = [entry for entry in listed if entry.sure or entry.party != meant.key]
    asked = Ownership(stakes, standing, screener.engine.as_of, [meant.key])
    for answer in explain(asked, [meant.key]):
        if not answer.listed_directly:
            path = _order_path(answer)
            yield Owned(_doubt(answer, meant.identity), meant.identity, path)


def _doubt(answer: Answer, identity: str) -> Answer:
    if not identity or answer.caught not in {Caught.YES, Caught.REVIEW}:
        return answer
    why = f"It may be {answer.name} of the stakes ({identity}); of that one: {answer.why}"
    return replace(answer, caught=Caught.REVIEW, why=why)


def _order_path(answer: Answer) -> list[Stake]:
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
