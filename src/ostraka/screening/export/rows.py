"""A party as one row of a table; several values of a cell stand apart by a semicolon."""

from __future__ import annotations

from collections.abc import Iterable

from ostraka.model.name import NameKind
from ostraka.model.party import Party

COLUMNS = (
    *("id", "source", "kind", "name", "aliases", "weak_aliases", "born", "birth_places"),
    *("countries", "identifiers", "addresses", "class", "programmes", "authorities"),
    *("listed_on", "ended_on", "published"),
)
"""The columns of the table, in order."""


def make_row(party: Party, published: str) -> list[str]:
    """The cells of a party in the order of `COLUMNS`."""
    names = [n for n in party.names if n.text != party.name]
    weak = {NameKind.WEAK_ALIAS}
    listed = (x.listed_on.isoformat() for x in party.listings if x.listed_on)
    ended = (x.ended_on.isoformat() for x in party.listings if x.ended_on)
    return [
        party.id,
        party.source,
        str(party.kind or ""),
        party.name,
        _join(n.text for n in names if n.kind not in weak),
        _join(n.text for n in names if n.kind in weak),
        _join(map(str, party.born)),
        _join(place.text for place in party.birth_places),
        _join(tie.country for tie in party.countries),
        _join(f"{i.scheme}={i.value}" for i in party.identifiers),
        _join(address.full for address in party.addresses),
        str(party.listing_class),
        _join(x.programme for x in party.listings),
        _join(x.authority for x in party.listings),
        _join(listed),
        _join(ended),
        published,
    ]


def _join(values: Iterable[str]) -> str:
    """Each value once; a semicolon inside a value becomes a comma, so that the cell can be cut."""
    return "; ".join(dict.fromkeys(v.replace(";", ",") for v in values if v))
