"""The UN list, from its XML to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.sources.dating import find_day
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.registry import get_source
from ostraka.sources.un_sc.links import with_links
from ostraka.sources.un_sc.record import read_party
from ostraka.sources.xmlstream import count_start_tags, iter_records, read_root

_ROOT = "CONSOLIDATED_LIST"
_TAGS = ("INDIVIDUAL", "ENTITY")


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the Consolidated List.

    `published` is the day of `dateGenerated`; the record starts are counted in the bytes.

    Raises:
        SourceRefused: not exactly one file, not that XML, or a record without its DATAID.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the UN list is one XML file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the one file consolidated.xml.",
        )
    tallies: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    parties = tuple(with_links(list(_read_parties(files[0], tallies, unknown))))
    return ParsedList(
        parties=parties,
        published=find_day(read_root(files[0]).attributes.get("dateGenerated", "")),
        counted=sum(count_start_tags(files[0].data, tag) for tag in _TAGS),
        tallies=dict(tallies),
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
    )


def _read_parties(file: InputFile, tallies: Counter[str], unknown: Counter[str]) -> Iterator[Party]:
    maps = get_source("un_sc").maps
    for element in iter_records(file, root=_ROOT, tags=_TAGS):
        tallies["records"] += 1
        tallies[f"{element.tag} records"] += 1
        party = read_party(element, maps, unknown)
        if party is None:
            tallies["records without a name"] += 1
            continue
        tallies["names"] += len(party.names)
        yield party
