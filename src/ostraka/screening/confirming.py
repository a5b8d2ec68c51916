"""Who confirmed how a list is used that is not free for every use: a small file of the home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ostraka.model.errors import UseUnconfirmed
from ostraka.model.licence import Confirmation, Use
from ostraka.snapshots.durable import make_folder, replace_file
from ostraka.snapshots.sealed import parse_sealed, refusing_the_unknown, render_sealed
from ostraka.sources.limits import load_limits
from ostraka.sources.registry import get_source

CONFIRMATIONS_FILE = "confirmations.json"


def refuse_unconfirmed(home: Path, keys: Iterable[str]) -> None:
    """Returns when the use of every list is confirmed that is not free for every use.

    A confirmation holds for the terms that were shown: new terms have to be confirmed anew.

    Raises:
        UseUnconfirmed: It is not, or other terms were.
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    for key in dict.fromkeys(keys):
        if _find_mark(key) and find_confirmation(home, key) is None:
            raise _unconfirmed(key, find_last(home, key))


def find_confirmation(home: Path, key: str) -> Confirmation | None:
    """The confirmation that holds for a list under its terms of today.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    last = find_last(home, key)
    return last if last and last.terms_mark == _find_mark(key) else None


def find_last(home: Path, key: str) -> Confirmation | None:
    """What was confirmed of a list last, under whichever terms.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    return next(reversed(load_confirmations(home).get(key, ())), None)


def load_confirmations(home: Path) -> Mapping[str, tuple[Confirmation, ...]]:
    """Everything that was ever confirmed in a home, by list, the latest last.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    path = home / CONFIRMATIONS_FILE
    if not path.exists():
        return {}
    remedy = "Remove it, and confirm again: `ostraka confirm SOURCE`."
    body = parse_sealed(path.read_bytes(), path, remedy)
    with refusing_the_unknown(path):
        return {key: tuple(map(_parse, rows)) for key, rows in body["confirmed"].items()}


def keep_confirmation(home: Path, confirmation: Confirmation) -> None:
    """The home holds the confirmation after those before it.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    held = load_confirmations(home)
    earlier = held.get(confirmation.source, ())
    rows = {**held, confirmation.source: (*earlier, confirmation)}
    body = {key: [make_confirmation(row) for row in rows[key]] for key in sorted(rows)}
    make_folder(home)
    replace_file(home / CONFIRMATIONS_FILE, render_sealed({"confirmed": body}))


def make_confirmation(confirmation: Confirmation) -> dict[str, Any]:
    """A confirmation as JSON, in the record and on standard output."""
    return asdict(confirmation) | {
        "use": confirmation.use.value,
        "on": confirmation.on.isoformat(),
        "licence": confirmation.licence or None,
    }


def explain_confirming(key: str) -> str:
    """The two commands that confirm a use of a list."""
    return (
        f"`ostraka confirm {key} --use {Use.NON_COMMERCIAL} --by NAME`, or, under a licence of its "
        f"publisher, `ostraka confirm {key} --use {Use.COMMERCIAL} --by NAME --licence REFERENCE`"
    )


def _find_mark(key: str) -> str:
    """The mark of terms to be confirmed, empty where there are none."""
    limits = load_limits().get(key)
    return limits.terms_mark if limits else ""


def _parse(row: Mapping[str, Any]) -> Confirmation:
    on, use = date.fromisoformat(row["on"]), Use(row["use"])
    return Confirmation(**{**row, "on": on, "use": use, "licence": row["licence"] or ""})


def _unconfirmed(key: str, last: Confirmation | None) -> UseUnconfirmed:
    problem = "the list is not free for every use, and this home does not record how it is used"
    if last:
        problem = f"the terms of the list have changed since its use was confirmed on {last.on}"
    return UseUnconfirmed(
        problem,
        where=key,
        remedy=f"{get_source(key).licence}\nConfirm the use once in this home: "
        f"{explain_confirming(key)}.",
    )
