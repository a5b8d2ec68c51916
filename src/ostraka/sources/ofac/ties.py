"""Ties between parties as the Advanced and Enhanced shapes state them: by type and uid."""

from __future__ import annotations

from functools import cache

from ostraka.model.relation import RelationKind
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.tables import iter_table


def find_relation_kind(label: str, uid: str, ledger: Ledger) -> RelationKind:
    """The kind of tie a label stands for; a plain link, with a warning, for an unknown label."""
    kind = _load_kinds().get(label.strip().casefold())
    if kind is None:
        ledger.note(f"the type of relation {label!r} is unknown; it is kept as a link", uid)
        return RelationKind.LINKED_TO
    return kind


@cache
def _load_kinds() -> dict[str, RelationKind]:
    rows = iter_table("relations.csv")
    return {row["label"].casefold(): RelationKind(row["kind"]) for row in rows}
