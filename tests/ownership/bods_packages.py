"""Packages of BODS 0.4 written in tests, complete enough for the standard's own validator."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

Statement = dict[str, Any]
SAID = "2024-01-01"
BANDS: Mapping[str, Mapping[str, int]] = {
    "psc25-50": {"exclusiveMinimum": 25, "maximum": 50},
    "psc50-75": {"exclusiveMinimum": 50, "exclusiveMaximum": 75},
    "psc75-100": {"minimum": 75, "maximum": 100},
}


def entity(
    name: str, kind: str = "registeredEntity", *, subtype: str = "", country: str = ""
) -> Statement:
    """An entity known by its name."""
    what = {"type": kind} | ({"subtype": subtype} if subtype else {})
    details: dict[str, Any] = {"isComponent": False, "entityType": what, "name": name}
    if country:
        details["jurisdiction"] = {"name": country, "code": country}
    return _statement("entity", name, details)


def relationship(
    key: str,
    owner: str,
    owned: str,
    *interests: Mapping[str, Any],
    said: str = SAID,
    status: str = "new",
    parts: Iterable[str] = (),
    component: bool = False,
) -> Statement:
    """What `owner` has in `owned`, as said on a day; `parts` are records it is made of."""
    details: dict[str, Any] = {
        "isComponent": component,
        "subject": owned,
        "interestedParty": owner,
        "interests": list(interests),
    }
    if parts:
        details["componentRecords"] = list(parts)
    return _statement("relationship", key, details, said, status)


def interest(kind: str = "shareholding", share: float | str | None = None) -> dict[str, Any]:
    """A direct interest; a share is a figure or a band of the PSC register."""
    made: dict[str, Any] = {"type": kind, "directOrIndirect": "direct"}
    if isinstance(share, str):
        made["share"] = dict(BANDS[share])
    elif share is not None:
        made["share"] = {"exact": share}
    return made


def save(statements: Iterable[Statement], path: Path) -> Path:
    """The package on disk."""
    path.write_text(json.dumps(list(statements)), encoding="utf-8")
    return path


def _statement(
    kind: str, key: str, details: dict[str, Any], said: str = SAID, status: str = "new"
) -> Statement:
    return {
        "statementId": str(uuid5(NAMESPACE_URL, f"{kind}/{key}/{said}/{status}")),
        "statementDate": said,
        "declarationSubject": details.get("subject", key),
        "publicationDetails": {
            "publicationDate": said,
            "bodsVersion": "0.4",
            "publisher": {"name": "Tests of Ostraka"},
        },
        "recordId": key,
        "recordType": kind,
        "recordStatus": status,
        "recordDetails": details,
    }
