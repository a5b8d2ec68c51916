"""A list beside the snapshot before it in published order: what changed, and whether too much."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.errors import StoreDamaged
from ostraka.snapshots.candidate import Candidate
from ostraka.snapshots.difference import diff_parties
from ostraka.snapshots.filling import check_filled
from ostraka.snapshots.floors import (
    RECENT_DAYS,
    Findings,
    check_floors,
    check_parts,
    check_parts_kept,
    check_rekeying,
    check_shrinkage,
    count_kinds,
)
from ostraka.snapshots.folder import SnapshotFolder
from ostraka.snapshots.losses import check_losses
from ostraka.snapshots.omission import parse_omissions


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a list differs from its neighbour, what refuses it, and what is worth a warning."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def judge(candidate: Candidate, before: SnapshotFolder | None, *, same_day: bool) -> Verdict:
    """The verdict on a list, given the snapshot before it in published order, if there is one.

    `same_day` tells whether that one was published on the same day.
    """
    if before is None:
        return _first(candidate, Findings())
    try:
        losses = check_losses(candidate, before.manifest, same_day=same_day)
        return _beside(candidate, before, losses)
    except StoreDamaged as damage:
        problem = f"the snapshot before it cannot be compared with: {damage.where} is damaged"
        return _first(candidate, Findings(refusals=(problem,)))


def _first(candidate: Candidate, findings: Findings) -> Verdict:
    findings += _absolute(candidate)
    return Verdict(
        added=len(candidate.digests),
        refusals=findings.refusals,
        warnings=candidate.parsed.warnings + findings.warnings,
    )


def _beside(candidate: Candidate, before: SnapshotFolder, losses: Findings) -> Verdict:
    from ostraka.snapshots.presence import read_digests  # pyarrow is late

    if before.manifest.id == candidate.id:  # what stood already was judged when it came
        return Verdict(warnings=candidate.parsed.warnings)
    old, new = read_digests(before.load_presence()), candidate.digests
    floors = candidate.source.floors
    findings = (
        losses
        + _absolute(candidate)
        + check_parts_kept(floors, before.manifest.parts, candidate.parsed.parts)
        + check_shrinkage(floors, before.manifest.kinds, count_kinds(candidate.parsed.parties))
        + check_rekeying(floors, old, new)
        + check_filled(
            before.manifest.filled,
            before.manifest.parties,
            candidate.parsed.parties,
            {*before.manifest.omits, *candidate.parsed.omits},
        )
    )
    differing = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    return Verdict(
        added=len(new.keys() - old.keys()),
        changed=_count_changed(candidate, before, differing),
        removed=len(old.keys() - new.keys()),
        refusals=findings.refusals,
        warnings=candidate.parsed.warnings + findings.warnings,
    )


def _absolute(candidate: Candidate) -> Findings:
    floors, parsed = candidate.source.floors, candidate.parsed
    found = check_parts(floors, parsed.parts)
    age = (candidate.now.date() - candidate.published).days
    if age <= RECENT_DAYS or candidate.fetched:
        return found + check_floors(floors, parsed.parties)
    if not floors.states_size:
        return found
    words = (
        f"the list was published {age:,} days before the import, so its size could not be checked "
        "against the size expected today"
    )
    return found + Findings(warnings=(words,))


def _count_changed(candidate: Candidate, before: SnapshotFolder, differing: set[str]) -> int:
    held, parsed = before.manifest, candidate.parsed
    omits, partial = {*held.omits, *parsed.omits}, {*held.partial, *parsed.partial}
    same_shape = parse_omissions(held.omits) == parse_omissions(parsed.omits)
    if not differing or (same_shape and not partial):
        return len(differing)
    after = (p for p in parsed.parties if p.id in differing)
    return len(diff_parties(before.load_parties(differing), after, omits, partial).changed)
