"""A small invented list: parties that do not exist, as a parser would hand them over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address
from ostraka.snapshots import Publication, Store
from ostraka.sources.definition import Floors, Source
from ostraka.sources.reading import ParsedList

KEY = "custom"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
ORIGIN = Origin(KEY, "row 1")


def day(offset: int) -> date:
    """The day so many days after the first one."""
    return DAY + timedelta(days=offset)


def make_source(floors: Floors | None = None, key: str = KEY) -> Source:
    """A list with the limits given, or none but the shrink limits."""
    return Source(
        key=key,
        title="Invented list",
        authority="Nobody",
        formats=("csv",),
        cadence_days=1,
        licence="none",
        floors=floors or Floors(),
    )


def make_listing(programme: str = "ALPHA", on: date | None = None, key: str = KEY) -> Listing:
    """A listing under a programme, with or without a stated date."""
    acts = (Act(ActKind.DESIGNATE, ORIGIN, on=on),) if on else ()
    return Listing(key, "Nobody", ListingClass.ASSET_FREEZE, ORIGIN, programme, acts=acts)


def make_party(
    number: int,
    *,
    name: str = "",
    aliases: tuple[str, ...] = (),
    listings: tuple[Listing, ...] = (),
    addresses: tuple[str, ...] = (),
    kind: PartyKind = PartyKind.PERSON,
    key: str = KEY,
) -> Party:
    """An invented party with that number for its id."""
    primary = Name(name or f"Numa NUMBER-{number}", NameKind.PRIMARY, ORIGIN)
    return Party(
        id=f"{key}:{number:05d}",
        source=key,
        kind=kind,
        names=(primary, *(Name(text, NameKind.ALIAS, ORIGIN) for text in aliases)),
        listings=listings or (make_listing(key=key),),
        origin=ORIGIN,
        addresses=tuple(Address(text, ORIGIN) for text in addresses),
    )


def make_parties(count: int, first: int = 1) -> tuple[Party, ...]:
    """So many parties, numbered on."""
    return tuple(make_party(number) for number in range(first, first + count))


def make_list(
    parties: tuple[Party, ...],
    published: date | None = None,
    *,
    stated_count: int | None = None,
    counted: int | None = None,
    tallies: Mapping[str, int] | None = None,
    omits: tuple[str, ...] = (),
) -> ParsedList:
    """The parties as a parser hands them over."""
    return ParsedList(
        parties=parties,
        published=published,
        stated_count=stated_count,
        counted=counted,
        tallies=tallies or {},
        omits=omits,
    )


def publish(
    store: Store,
    parties: tuple[Party, ...],
    published: date = DAY,
    *,
    now: datetime = NOW,
    omits: tuple[str, ...] = (),
    force: str | None = None,
) -> Publication:
    """The parties published on a day, all limits as they are by default."""
    parsed = make_list(parties, published, omits=omits)
    return store.publish(make_source(), parsed, published=None, now=now, force_reason=force)
