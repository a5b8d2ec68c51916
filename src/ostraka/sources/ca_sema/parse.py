"""The Canadian list, from its XML to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.sources.ca_sema.entry import Entry, read_entry
from ostraka.sources.ca_sema.party import SOURCE, make_party
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import count_start_tags, iter_records

_ROOT, _RECORD = "data-set", "record"


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the list, one a record; the file states no date of its own.

    Raises:
        SourceRefused: not exactly one file, not that XML, or no record with a name.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Canadian list is one XML file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the one file sema-lmes.xml.",
        )
    unknown: Counter[str] = Counter()
    records = iter_records(files[0], root=_ROOT, tags=(_RECORD,))
    entries = [read_entry(element, number, unknown) for number, element in enumerate(records, 1)]
    named = [entry for entry in entries if entry.name]
    if not named:
        raise SourceRefused(
            "the XML holds no record with a name",
            where=files[0].name,
            remedy="Check that this is the file sema-lmes.xml; its format may have changed.",
        )
    return ParsedList(
        parties=_make_parties(named, unknown),
        published=None,
        counted=count_start_tags(files[0].data, _RECORD),
        tallies={
            "records": len(entries),
            "records without a name": len(entries) - len(named),
        },
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
    )


def _make_parties(entries: Sequence[Entry], unknown: Counter[str]) -> tuple[Party, ...]:
    keys = derive_keys([_make_basis(entry) for entry in entries])
    pairs = zip(entries, keys, strict=True)
    return tuple(make_party(entry, f"{SOURCE}:{key}", unknown) for entry, key in pairs)


def _make_basis(entry: Entry) -> Unnumbered:
    """What an id hangs on: of a ship the IMO number, which outlives its names."""
    return Unnumbered(
        entry.programme.code,
        entry.kind,
        entry.imo or entry.name,
        entry["dateoflisting"],
        entry["schedule"],
        entry["item"],
    )
