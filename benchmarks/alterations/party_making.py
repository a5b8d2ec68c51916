"""Parties of the lists that have no parser of their own yet: for benchmarks only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole, CountryTie
from ostraka.names import scripts
from ostraka.sources.text import tidy

Part = tuple[str, NameKind, str, str]
"""A name, what it is, its given and its family part; both empty where the list does not say."""


def make_party(
    source: str,
    key: str,
    kind: PartyKind | None,
    names: Iterable[Part],
    *,
    born: Iterable[str] = (),
    countries: Iterable[str] = (),
) -> Party | None:
    """A party with its names, each once; none where no name has a letter."""
    origin = Origin(source, key)
    kept = tuple(_make_names(names, origin))
    if not kept:
        return None
    first = kept[0]
    if all(name.kind is not NameKind.PRIMARY for name in kept):
        kept = (replace(first, kind=NameKind.PRIMARY), *kept[1:])
    return Party(
        id=f"{source}:{key}",
        source=source,
        kind=kind,
        names=kept,
        listings=(Listing(source, source, ListingClass.ASSET_FREEZE, origin),),
        origin=origin,
        born=tuple(_read_dates(born)),
        countries=tuple(
            CountryTie(country, CountryRole.NATIONALITY, origin) for country in countries if country
        ),
    )


def _make_names(names: Iterable[Part], origin: Origin) -> Iterator[Name]:
    seen = set()
    for text, kind, given, family in names:
        plain = tidy(text)
        if plain in seen or not any(map(str.isalpha, plain)):
            continue
        seen.add(plain)
        is_native = kind is NameKind.ALIAS and not is_latin(plain)
        own = NameKind.ORIGINAL_SCRIPT if is_native else kind
        yield Name(plain, own, origin, given=tidy(given), family=tidy(family))


def _read_dates(texts: Iterable[str]) -> Iterator[PartialDate]:
    seen = set()
    for text in texts:
        if (found := parse_date(text)) and found not in seen:
            seen.add(found)
            yield found


def is_latin(text: str) -> bool:
    """Whether every letter is of the Latin script."""
    return set(scripts(text)) <= {"Latn"}
