"""What goes into a parser and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.party import Party


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file of a list, decompressed and bounded in size.

    `name` is the base name it was found under; a member of an archive is `ARCHIVE.ZIP/MEMBER`.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedList:
    """A list as read: its parties, and what is needed to tell whether it was read whole.

    `published` is the date the file itself states, `None` where it states none. `stated_count` is
    the number of records its header states; `counted` an independent count of record starts in
    the bytes. `tallies` counts what was read and what was left, by a name a reader understands.
    Where rows are merged into parties, `tallies["records"]` is what both counts are held against.
    `omits` names what the shape of these files cannot state (`"addresses"`, `"aliases"`,
    `"facts:website"`, `"listings.acts"`), so that a comparison does not take it for a removal.
    `partial` are the ids of parties whose remarks are cut, so that what stands in remarks is not
    whole. `parts` counts records by the list they belong to, where one file carries several.
    """

    parties: tuple[Party, ...]
    published: date | None
    stated_count: int | None = None
    counted: int | None = None
    tallies: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()
    partial: frozenset[str] = frozenset()
    parts: Mapping[str, int] = field(default_factory=dict)


Parser = Callable[[Sequence[InputFile]], ParsedList]
"""A pure function from the files of one list to its parties.

It raises `SourceRefused` where the files cannot be that list.
"""
