"""The Swiss list, from its XML to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.sources.ch_seco.programmes import Context, read_context
from ostraka.sources.ch_seco.target import make_party
from ostraka.sources.dating import find_day
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import count_start_tags, iter_records, read_root

ROOT = "swiss-sanctions-list"


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The targets of the list, removed ones too; `published` is the date of the root element.

    The file is read twice: targets point to programmes and places that stand before or after them.

    Raises:
        SourceRefused: not exactly one file, not that XML, no target with a name, or a target
            without its ssid.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Swiss list is one XML file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the one file of the whole list.",
        )
    unknown: Counter[str] = Counter()
    tallies: Counter[str] = Counter()
    context = read_context(files[0], ROOT)
    parties = tuple(_read_parties(files[0], context, tallies, unknown))
    if not parties:
        raise SourceRefused(
            "the XML holds no target with a name",
            where=files[0].name,
            remedy="Download the whole list, not a delta of it.",
        )
    return ParsedList(
        parties=parties,
        published=find_day(read_root(files[0]).attributes.get("date", "")),
        counted=count_start_tags(files[0].data, "target"),
        tallies=dict(tallies),
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
    )


def _read_parties(
    file: InputFile, context: Context, tallies: Counter[str], unknown: Counter[str]
) -> Iterator[Party]:
    for element in iter_records(file, root=ROOT, tags=("target",)):
        tallies["records"] += 1
        key = element.get("ssid", "")
        if not key:
            raise SourceRefused(
                f"target {tallies['records']} has no ssid",
                where=file.name,
                remedy="Check that this is the official XML; its format may have changed.",
            )
        party = make_party(element, str(key), context, unknown)
        if party is None:
            tallies["records without a name"] += 1
            continue
        tallies["records of removed targets"] += all(x.ended_on for x in party.listings)
        yield party
