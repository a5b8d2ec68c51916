"""The JSON of the contract as small schemas, and a check that names what departs from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TEXT, NUMBER, FLAG = (str,), (int, float), (bool,)
TEXT_OR_NULL, NUMBER_OR_NULL = (str, type(None)), (int, float, type(None))
NULL = (type(None),)


@dataclass(frozen=True)
class Each:
    """Every item of a list, or every value of an object with free keys, has this shape."""

    shape: Any


REASON = {
    "feature": TEXT,
    "query": TEXT,
    "listed": TEXT,
    "weight": NUMBER,
    "detail": TEXT,
}
LISTING = {
    "programme": TEXT_OR_NULL,
    "authority": TEXT,
    "listed_on": TEXT_OR_NULL,
    "first_seen": TEXT_OR_NULL,
    "last_absent": TEXT_OR_NULL,
    "ended_on": TEXT_OR_NULL,
}
HIT = {
    "party": TEXT,
    "source": TEXT,
    "kind": TEXT_OR_NULL,
    "class": TEXT,
    "name": TEXT,
    "matched_name": TEXT,
    "score": NUMBER,
    "reasons": Each(REASON),
    "listings": Each(LISTING),
    "linked": Each(TEXT),
    "related": Each(TEXT),
    "consequences": Each(TEXT),
}
ENGINE = {
    "version": TEXT,
    "index": TEXT,
    "as_of": TEXT,
    "threshold": NUMBER,
    "limit": NUMBER_OR_NULL,
    "policy": TEXT_OR_NULL,
    "weak_aliases": FLAG,
    "snapshots": Each({"id": TEXT, "published": TEXT, "reconstructed": FLAG, "omits": Each(TEXT)}),
    "not_held": Each(TEXT),
    "not_screened": Each(TEXT),
}
QUERY = {
    "row": NUMBER,
    "name": TEXT,
    "kind": TEXT,
    "born": TEXT_OR_NULL,
    "country": TEXT_OR_NULL,
    "ids": Each(TEXT),
}
ANSWER = {
    "engine": ENGINE,
    "screening": NULL,
    "results": Each({"query": QUERY, "found": NUMBER, "hits": Each(HIT)}),
}
SOURCES = {
    "sources": Each(
        {
            "key": TEXT,
            "title": TEXT,
            "authority": TEXT,
            "country": TEXT_OR_NULL,
            "url": TEXT_OR_NULL,
            "formats": Each(TEXT),
            "cadence_days": NUMBER,
            "licence": TEXT,
            "non_commercial": FLAG,
            "parties": NUMBER_OR_NULL,
            "published": TEXT_OR_NULL,
            "checked": TEXT_OR_NULL,
            "stale": (bool, type(None)),
            "omits": Each(TEXT),
        }
    )
}
PUBLICATION = {
    "source": TEXT,
    "snapshot": TEXT,
    "published": TEXT,
    "parties": NUMBER,
    "added": NUMBER,
    "changed": NUMBER,
    "removed": NUMBER,
    "current": FLAG,
    "warnings": Each(TEXT),
}
SNAPSHOTS = {
    "snapshots": Each(
        {
            "id": TEXT,
            "source": TEXT,
            "published": TEXT,
            "imported": TEXT,
            "parties": NUMBER,
            "current": FLAG,
            "omits": Each(TEXT),
        }
    )
}
PARTY = {"party": TEXT, "name": TEXT}
DIFFERENCE = {
    "source": TEXT,
    "old": TEXT,
    "new": TEXT,
    "added": Each(PARTY),
    "removed": Each(PARTY),
    "changed": Each({**PARTY, "fields": Each((list,))}),
}
COMPARISON = {"score": NUMBER, "match": FLAG, "threshold": NUMBER, "reasons": Each(REASON)}


def departures(document: Any, shape: Any, place: str = "") -> list[str]:  # noqa: ANN401 - JSON
    """Where the document lacks a key or holds something else than the shape says."""
    return list(_departures(document, shape, place or "document"))


def _departures(document: Any, shape: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(shape, Each):
        yield from _of_each(document, shape.shape, place)
    elif isinstance(shape, dict):
        for key, inner in shape.items():
            if not isinstance(document, dict) or key not in document:
                yield f"{place} lacks {key}"
            else:
                yield from _departures(document[key], inner, f"{place}.{key}")
    elif not isinstance(document, shape) or (isinstance(document, bool) and bool not in shape):
        yield f"{place} is {document!r}"


def _of_each(document: Any, shape: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - JSON
    if not isinstance(document, (list, dict)):
        yield f"{place} is {document!r}"
        return
    items = document.items() if isinstance(document, dict) else enumerate(document)
    for key, item in items:
        yield from _departures(item, shape, f"{place}[{key}]")
