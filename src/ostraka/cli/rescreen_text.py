"""What a rescreening shows: its totals, its alerts, its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.cli.basis import describe_held
from ostraka.cli.wording import count
from ostraka.cli.writing import visible

if TYPE_CHECKING:
    from ostraka.screening.rescreening import ChangedHit, ListChange, Rescreening


def describe_rescreening(
    change: ListChange, found: Rescreening, out: Path | None, digest: str | None
) -> list[str]:
    """The control totals, for standard error."""
    parties, hits = change.count(), found.count()
    lines = [
        f"Before: {describe_held(change.before.engine)}.",
        f"After: {describe_held(change.after.engine)}.",
        f"Since then {count(parties['added'], 'party', 'parties')} added, "
        f"{parties['removed']:,} removed, {parties['changed']:,} changed.",
        f"{count(found.rows, 'row')} in the book, {found.refused:,} refused; "
        f"{count(found.asked, 'customer')} screened again.",
        f"{count(hits['new'], 'hit')} new, {hits['changed']:,} changed, {hits['gone']:,} gone"
        + (f", written to {out}." if out else "."),
    ]
    if found.quick:
        lines.append("Hits on parties that did not change were not looked for (--quick).")
    if digest:
        lines.append(f"SHA-256 of {out}: {digest}")
    return [visible(line) for line in lines]


def write_hits(hits: Sequence[ChangedHit]) -> Iterator[str]:
    """A line for each hit: what became of it, whose it is, and who may match."""
    for one in hits:
        hit = one.hit
        score = f"{hit.score:.2f}"
        if one.score_before is not None and one.score_before != hit.score:
            score = f"{one.score_before:.2f} -> {score}"
        whose = f"row {hit.row}" + (f" ({hit.id})" if hit.id else "")
        yield visible(
            f"{one.alteration.value:<8} {whose}: {hit.query}  {score}  {hit.name}  {hit.party}"
        )
        yield visible(f"         {hit.reason}")


def make_rescreening(
    change: ListChange, found: Rescreening, out: Path | None, digest: str | None
) -> dict[str, object]:
    """What `ostraka rescreen --json` prints."""
    from ostraka.screening.answer import make_engine

    return {
        "before": make_engine(change.before.engine),
        "after": make_engine(change.after.engine),
        "quick": found.quick,
        "parties": change.count(),
        "book": {"rows": found.rows, "refused": found.refused, "screened_again": found.asked},
        "hits": found.count(),
        "out": str(out) if out else None,
        "sha256": digest,
        "changes": [_make_change(one) for one in found.hits],
    }


def _make_change(one: ChangedHit) -> dict[str, object]:
    from ostraka.screening.answer import iso
    from ostraka.screening.tables.hit_rows import HIT_COLUMNS

    return {
        "change": one.alteration.value,
        "score_before": one.score_before,
        **dict(zip(HIT_COLUMNS, one.hit, strict=True)),
        "listed_on": iso(one.hit.listed_on),
    }
