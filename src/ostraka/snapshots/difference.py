"""What two states of a list say differently, party by party and field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ostraka.model.party import Party
from ostraka.snapshots.content import Content, content_of, sort_contents
from ostraka.snapshots.omission import IN_REMARKS, Omission, leave_out, parse_omissions


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party by its id and the name the list leads with."""

    party: str
    name: str


@dataclass(frozen=True, slots=True)
class PartyChange:
    """A party of which the list says something else than before.

    `fields` maps the name of a field to what it was and what it is, as JSON values; `None` or an
    empty list where nothing is said. `programmes` are told apart from the other facts of the
    listings. `name` is the newer one.
    """

    party: str
    name: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """The parties that came, went and changed, each sorted by id."""

    added: tuple[PartyRef, ...] = ()
    removed: tuple[PartyRef, ...] = ()
    changed: tuple[PartyChange, ...] = ()


def diff_parties(
    old: Iterable[Party],
    new: Iterable[Party],
    omits: Collection[str] = (),
    partial: Collection[str] = (),
) -> Difference:
    """How `new` differs from `old`; origins, order and everything in `omits` do not count.

    Args:
        old: The parties before.
        new: The parties after.
        omits: What the shape of either side's files cannot state, in the words of `omission`.
        partial: Ids of the parties whose remarks are cut on either side; what stands in remarks
            is left out of their comparison.

    Raises:
        ValueError: `omits` names nothing a party has.
    """
    whole, cut = parse_omissions(omits), parse_omissions({*omits, *IN_REMARKS})
    before, after = {p.id: p for p in old}, {p.id: p for p in new}
    both = sorted(before.keys() & after.keys())
    unread = set(partial)
    changes = (_compare(before[k], after[k], cut if k in unread else whole) for k in both)
    return Difference(
        added=_refer(after, after.keys() - before.keys()),
        removed=_refer(before, before.keys() - after.keys()),
        changed=tuple(c for c in changes if c.fields),
    )


def _refer(parties: Mapping[str, Party], keys: Collection[str]) -> tuple[PartyRef, ...]:
    return tuple(PartyRef(key, parties[key].name) for key in sorted(keys))


def _compare(old: Party, new: Party, omissions: Sequence[Omission]) -> PartyChange:
    before = leave_out(omissions, content_of(old))
    after = leave_out(omissions, content_of(new))
    fields = _changed_fields(before, after) if before != after else {}
    return PartyChange(new.id, new.name, fields)


def _changed_fields(before: Content, after: Content) -> dict[str, tuple[Any, Any]]:
    names = sorted(before.keys() | after.keys())
    fields = {n: _pair(before, after, n) for n in names if before.get(n) != after.get(n)}
    programmes = _programmes(before), _programmes(after)
    if programmes[0] != programmes[1]:
        if _besides_programmes(before) == _besides_programmes(after):
            fields.pop("listings", None)
        fields["programmes"] = programmes
    return fields


def _pair(before: Content, after: Content, name: str) -> tuple[Any, Any]:
    nothing: list[Any] | None = [] if isinstance(before.get(name, after.get(name)), list) else None
    return before.get(name, nothing), after.get(name, nothing)


def _programmes(content: Content) -> list[str]:
    return sorted({listing.get("programme", "") for listing in content.get("listings", ())} - {""})


def _besides_programmes(content: Content) -> list[Content]:
    listings = content.get("listings", ())
    return sort_contents({k: v for k, v in x.items() if k != "programme"} for x in listings)
