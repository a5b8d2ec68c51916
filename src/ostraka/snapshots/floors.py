"""Floors, bands, fill rates and shrink limits: how a list that lost something shows itself.

The rules are those every importer of lists needs: size bands hold for recent files only, since a
list of ten years ago was smaller; shrink limits hold against the neighbour in published order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.snapshots.shapes import Many, record_of

if TYPE_CHECKING:
    from ostraka.sources.definition import Floors

RECENT_DAYS = 60
"""Absolute floors and bands apply to files published within so many days before the import."""

UNKNOWN_KIND = "unknown"

_FEW = 20
"""Below so many parties a share says nothing: two of nine aircraft removed is a normal day."""

_REKEYED = 0.5
"""Share of the ids before that may go while a list keeps its size; above, it was re-keyed."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the limits say of a list: what refuses it, and what is only worth a warning."""

    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __add__(self, other: Findings) -> Findings:
        return Findings(self.refusals + other.refusals, self.warnings + other.warnings)


def count_kinds(parties: Sequence[Party]) -> dict[str, int]:
    """The number of parties of each kind, `unknown` for those whose list states none."""
    return dict(sorted(Counter(str(p.kind or UNKNOWN_KIND) for p in parties).items()))


def check_floors(floors: Floors, parties: Sequence[Party]) -> Findings:
    """Whether the list is as large and as filled as this list always is.

    Raises:
        ValueError: A fill rate names nothing a party has; the source table is at fault.
    """
    problems = [
        *_size_problems(floors, len(parties)),
        *_kind_problems(floors, count_kinds(parties)),
        *_fill_problems(floors, parties),
    ]
    return Findings(refusals=tuple(problems))


def check_parts(floors: Floors, parts: Mapping[str, int]) -> Findings:
    """Whether each list that the file always carries is there, whatever the age of the file."""
    problems = tuple(
        f"the file holds {parts.get(part, 0):,} records of the list {part}, at least {least:,} are "
        "expected; it may be cut"
        for part, least in floors.parts.items()
        if parts.get(part, 0) < least
    )
    return Findings(refusals=problems)


def check_parts_kept(
    floors: Floors, before: Mapping[str, int], after: Mapping[str, int]
) -> Findings:
    """Whether a list inside the file is gone or has lost more records than the limits let pass."""
    gone = tuple(
        f"the file holds no record of the list {part}, the snapshot before it held {count:,}"
        for part, count in before.items()
        if count and not after.get(part)
    )
    shrunk = (
        _shrinkage(floors, f"records of the list {part}", count, after[part])
        for part, count in before.items()
        if count >= _FEW and after.get(part)
    )
    return sum(shrunk, Findings(refusals=gone))


def check_shrinkage(
    floors: Floors, before: Mapping[str, int], after: Mapping[str, int]
) -> Findings:
    """Whether the list lost more parties, in total or of a kind, than the limits let pass.

    Args:
        floors: The limits of the source.
        before: Parties by kind in the neighbour before it in published order.
        after: Parties by kind in the list.
    """
    whole = _shrinkage(floors, "parties", sum(before.values()), sum(after.values()))
    kinds = (
        _shrinkage(floors, f"parties of kind {kind}", count, after.get(kind, 0))
        for kind, count in before.items()
        if count >= _FEW
    )
    return sum(kinds, whole)


def check_rekeying(floors: Floors, before: Collection[str], after: Collection[str]) -> Findings:
    """Whether so many ids of the neighbour are gone that the list must have been re-keyed."""
    gone = len(set(before) - set(after))
    if len(before) < _FEW or gone <= floors.shrink_refuse * len(before):
        return Findings()
    problem = f"{gone:,} of {len(before):,} ids of the snapshot before it are gone"
    if gone > _REKEYED * len(before):
        return Findings(refusals=(problem,))
    return Findings(warnings=(problem,))


def _size_problems(floors: Floors, count: int) -> Iterator[str]:
    if floors.parties_min is not None and count < floors.parties_min:
        yield f"the list holds {count:,} parties, at least {floors.parties_min:,} are expected"
    if floors.parties_max is not None and count > floors.parties_max:
        yield f"the list holds {count:,} parties, at most {floors.parties_max:,} are expected"


def _kind_problems(floors: Floors, kinds: Mapping[str, int]) -> Iterator[str]:
    for kind, least in floors.kinds.items():
        if kinds.get(kind, 0) < least:
            yield (
                f"the list holds {kinds.get(kind, 0):,} parties of kind {kind}, "
                f"at least {least:,} are expected"
            )


def _fill_problems(floors: Floors, parties: Sequence[Party]) -> Iterator[str]:
    for name, least in floors.fill.items():
        share = sum(states(party, name) for party in parties) / max(len(parties), 1)
        if share < least:
            yield f"{share:.1%} of the parties state {name}, at least {least:.1%} are expected"


def states(party: Party, name: str) -> bool:
    """Whether a party states a thing, in the words of the fill rates of a source table.

    Raises:
        ValueError: The word names nothing a party has.
    """
    match name:
        case "kind":
            return party.kind is not None
        case "programme":
            return any(x.programme for x in party.listings)
        case "listed_on":
            return any(x.listed_on for x in party.listings)
        case "legal_basis":
            return any(x.legal_basis for x in party.listings)
        case "aliases":
            return any(n.kind is not NameKind.PRIMARY for n in party.names)
    fields = {f.name for f in record_of(Party).fields if isinstance(f.shape, Many)}
    if name not in fields:
        raise ValueError(f"a fill rate names {name!r}, which no party has")
    return bool(getattr(party, name))


def _shrinkage(floors: Floors, what: str, before: int, after: int) -> Findings:
    lost = before - after
    if not before or lost <= floors.shrink_warn * before:
        return Findings()
    problem = (
        f"the list holds {after:,} {what}, the snapshot before it held {before:,}, "
        f"so {lost / before:.1%} are gone"
    )
    if lost > floors.shrink_refuse * before:
        return Findings(refusals=(problem,))
    return Findings(warnings=(problem,))
