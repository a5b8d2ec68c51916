"""How the entries of a US agency's list become parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ostraka.model.fact import Fact
from ostraka.model.listing import Act, ActKind, Clause, DateKind, Listing, StatedDate
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.place import Address, CountryTie
from ostraka.model.relation import Relation
from ostraka.sources.keys import Unnumbered, derive_keys, fold
from ostraka.sources.us_agencies.entry import Entry, Place
from ostraka.sources.us_agencies.notices import Citation
from ostraka.sources.us_agencies.programmes import load_programmes
from ostraka.sources.us_trade_csl.names import find_clause_kinds

T = TypeVar("T")


def make_parties(source: str, entries: Sequence[Entry]) -> tuple[Party, ...]:
    """The parties of a list, in order of their first entries, with keys derived from their names.

    A tie to another party of the list is resolved where only one has that name.
    """
    groups: dict[str, list[Entry]] = {}
    for number, entry in enumerate(entries):
        groups.setdefault(entry.same or f"\x00{number}", []).append(entry)
    keys = derive_keys([_make_basis(source, group) for group in groups.values()])
    parties = [
        _make_party(source, key, group) for key, group in zip(keys, groups.values(), strict=True)
    ]
    return tuple(_with_ties(parties))


def _make_basis(source: str, group: list[Entry]) -> Unnumbered:
    days = sorted(str(entry.on) for entry in group if entry.on)
    first = group[0]
    return Unnumbered(
        source,
        first.kind or "",
        first.name.name,
        days[0] if days else "",
        first.citation or "; ".join(c.text for c in first.notices),
        "; ".join(place.full for place in first.places),
    )


def _make_party(source: str, key: str, group: list[Entry]) -> Party:
    origin = Origin(source, key)
    return Party(
        id=f"{source}:{key}",
        source=source,
        kind=next((entry.kind for entry in group if entry.kind), None),
        names=_make_names(group, origin),
        listings=_distinct(_make_listing(source, entry, origin) for entry in group),
        origin=origin,
        addresses=_distinct(_make_address(p, origin) for entry in group for p in entry.places),
        countries=_distinct(
            CountryTie(e.country, e.country_role, origin) for e in group if e.country
        ),
        relations=_distinct(Relation(t.kind, t.other, origin) for e in group for t in e.ties),
        facts=_distinct(Fact(topic, text, origin) for e in group for topic, text in e.facts),
    )


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _make_names(group: list[Entry], origin: Origin) -> tuple[Name, ...]:
    found: dict[str, Name] = {}
    for entry in group:
        raw = "" if entry.raw == entry.name.name else entry.raw
        kind = NameKind.ALIAS if found else NameKind.PRIMARY
        where = Origin(origin.source, origin.record, raw)
        found.setdefault(entry.name.name, Name(entry.name.name, kind, where))
        for alias in entry.name.aliases:
            found.setdefault(alias.text, Name(alias.text, alias.kind, origin))
    return tuple(found.values())


def _make_listing(source: str, entry: Entry, origin: Origin) -> Listing:
    programme = load_programmes(source)[entry.programme]
    where = Origin(origin.source, f"{entry.programme}/{origin.record}")
    clause = entry.name.clause
    ends = (StatedDate(DateKind.EXPIRES, entry.ends, where),) if entry.ends else ()
    return Listing(
        list=source,
        authority=programme.authority,
        listing_class=programme.listing_class,
        origin=where,
        programme=entry.programme,
        legal_basis=programme.legal_basis,
        acts=tuple(_make_acts(entry, where)),
        dates=ends,
        clauses=tuple(Clause(kind, clause, where) for kind in find_clause_kinds(clause)),
    )


def _make_acts(entry: Entry, origin: Origin) -> Iterator[Act]:
    if entry.on or entry.notices or entry.citation or entry.measures:
        first, *later = entry.notices or (Citation(entry.citation, None),)
        yield Act(
            ActKind.DESIGNATE,
            origin,
            on=entry.on or first.on,
            published=first.on,
            citation=entry.citation or first.text,
            measures=entry.measures,
        )
        for notice in later:
            yield Act(
                ActKind.AMEND, origin, on=notice.on, published=notice.on, citation=notice.text
            )
    if entry.removed:
        yield Act(ActKind.REMOVE, origin, on=entry.removed)


def _make_address(place: Place, origin: Origin) -> Address:
    return Address(
        place.full,
        origin,
        city=place.city,
        region=place.region,
        postal_code=place.postal_code,
        country=place.country,
    )


def _with_ties(parties: list[Party]) -> Iterator[Party]:
    holders: dict[str, set[str]] = {}
    for party in parties:
        for name in party.names:
            holders.setdefault(fold(name.text), set()).add(party.id)
    for party in parties:
        found = tuple(_resolve(r, holders, party.id) for r in party.relations)
        yield replace(party, relations=found) if found else party


def _resolve(relation: Relation, holders: dict[str, set[str]], own: str) -> Relation:
    ids = holders.get(fold(relation.other_name), set()) - {own}
    return replace(relation, other=next(iter(ids))) if len(ids) == 1 else relation
