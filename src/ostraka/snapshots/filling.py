"""How many parties of a list state a thing: a field that breaks unseen shows itself here.

A publisher that renames an element leaves the parties whole and their dates of birth empty. The
floors of a source catch the fields that its table names; this compares every usual field with the
snapshot before, whatever the source.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ostraka.model.party import Party
from ostraka.snapshots.floors import Findings, states

WATCHED = (
    *("addresses", "aliases", "birth_places", "born", "countries", "genders", "identifiers"),
    *("legal_basis", "listed_on", "programme", "relations"),
)
"""Fields whose share is watched, in the words of the fill rates of a source table."""

_FEW = 20
_ALARM = 0.25
"""A share below a quarter of the one before is a broken field, not a change of the list."""


def count_filled(parties: Sequence[Party]) -> dict[str, int]:
    """The number of parties that state each watched field."""
    return {name: sum(states(party, name) for party in parties) for name in WATCHED}


def check_filled(
    before: Mapping[str, int],
    parties_before: int,
    parties: Sequence[Party],
    omits: Collection[str],
) -> Findings:
    """Whether a field that the snapshot before states is all but empty now.

    Args:
        before: Parties that stated each field; empty for a snapshot of an earlier version.
        parties_before: The number of all parties in that snapshot.
        parties: The parties of the list.
        omits: What the files of either cannot state: no fall of it means anything.
    """
    unsaid = {word.split(":")[0].split(".")[0] for word in omits}
    now = count_filled(parties)
    problems = []
    for name in WATCHED:
        held = before.get(name, 0)
        if held < _FEW or not parties or unsaid & {name, _FIELD_OF.get(name, name)}:
            continue
        usual, share = held / parties_before, now[name] / len(parties)
        if share < _ALARM * usual:
            problems.append(
                f"{share:.1%} of the parties state {name}, {usual:.1%} in the snapshot before it; "
                "the field may have been renamed"
            )
    return Findings(refusals=tuple(problems))


_FIELD_OF = {
    "aliases": "names",
    "legal_basis": "listings",
    "listed_on": "listings",
    "programme": "listings",
}
