"""Lists that a publisher of these tests has, small and invented, with real readers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ostraka.snapshots import Store
from ostraka.snapshots.refresh import Outcome, Room, refresh_all
from ostraka.sources.definition import Download, Floors, Source, Sync
from ostraka.sources.fetch import Fetcher
from ostraka.sources.registry import get_source, load_parser

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LIST = "<?xml version='1.0'?><CONSOLIDATED_LIST{space} dateGenerated='{day}T00:00:01Z'>{people}"
PERSON = (
    "<INDIVIDUAL><DATAID>{n}</DATAID><FIRST_NAME>Numa</FIRST_NAME><SECOND_NAME>Quell{n}"
    "</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.{n}</REFERENCE_NUMBER>"
    "<LISTED_ON>2017-06-02</LISTED_ON></INDIVIDUAL>"
)


def make_un(day: str, people: int, *, namespace: str = "") -> bytes:
    """A United Nations list of that day with so many people."""
    space = f" xmlns='{namespace}'" if namespace else ""
    inside = "".join(PERSON.format(n=1000 + n) for n in range(people))
    body = f"<INDIVIDUALS>{inside}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>"
    return LIST.format(space=space, day=day, people=body).encode()


def make_csv(*names: str, heading: str = "name") -> bytes:
    """A list that states no date of its own."""
    return "\n".join([f"id,{heading}", *(f"{i},{n}" for i, n in enumerate(names))]).encode()


def make_source(key: str, *sets: tuple[str, ...], seconds: int = 600) -> Source:
    """The definition of a list as it is, but for its addresses and the floors of its size."""
    downloads = tuple(tuple(Download(url=url) for url in urls) for urls in sets)
    sync = Sync(sets=downloads, seconds=seconds)
    return get_source(key).model_copy(update={"sync": sync, "floors": Floors()})


def make_room(home: Path, fetcher: Fetcher, now: datetime = NOW, version: str = "1") -> Room:
    """A home whose lists are read by their own parsers."""
    return Room(store=Store(home), fetcher=fetcher, now=now, version=version, parser_of=load_parser)


def refresh_lists(room: Room, *sources: Source) -> dict[str, Outcome]:
    """The outcome of every list, by its key."""
    return {outcome.source: outcome for outcome in refresh_all(room, sources)}
