"""The same index with fewer names to be found: words keep their weights, most lists are emptied."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping
from itertools import accumulate, compress

_POSTINGS, _OFFSETS = "postings", "postings.offset"


def narrow_sections(
    sections: Mapping[str, memoryview], owners: Collection[int]
) -> dict[str, memoryview]:
    """The sections, with the readings of these parties alone where names are listed by word.

    Names of others are still met where all of their words are equal or joined words are; whoever
    asks looks at the parties that come back.
    """
    wanted = frozenset(owners)
    is_kept = bytearray(owner in wanted for owner in sections["names.owner"].cast("I"))
    postings, offsets = sections[_POSTINGS].cast("I"), sections[_OFFSETS].cast("I")
    flags = bytes(map(is_kept.__getitem__, postings))
    before = array("I", accumulate(flags, initial=0))
    return {
        **sections,
        _POSTINGS: _view(array("I", compress(postings, flags))),
        _OFFSETS: _view(array("I", map(before.__getitem__, offsets))),
    }


def _view(values: array[int]) -> memoryview:
    return memoryview(values.tobytes())
