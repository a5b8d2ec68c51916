"""The parser of `eu_journal`: texts of acts, or tables of annex entries, into parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party, PartyKind
from ostraka.sources.eu_journal.act_entries import read_entries
from ostraka.sources.eu_journal.act_text import read_act
from ostraka.sources.eu_journal.annexes import JournalAct, find_absent, find_act, is_known
from ostraka.sources.eu_journal.entries import SOURCE, find_kind, read_entry
from ostraka.sources.eu_journal.sheet import Row, read_rows
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.reading import InputFile, ParsedList


@dataclass(slots=True)
class _Reading:
    """The rows of all files while they are read, and what was odd."""

    rows: list[tuple[Row, JournalAct]] = field(default_factory=list)
    tallies: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    held: set[tuple[str, str]] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    odd: Counter[str] = field(default_factory=Counter)
    consolidated: list[date] = field(default_factory=list)


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of all annexes in the files.

    A file is the text of a consolidated act, a web page of EUR-Lex, or a table with a row an entry.
    The texts state their day of consolidation, the latest of which is that of the list; the tables
    state none. `parts` counts entries by act and annex, so that an annex that vanishes is noticed;
    annexes that are known to exist and are not held are named in the warnings.

    Raises:
        SourceRefused: no file, another table, an act that is not known, or no entry at all.
    """
    if not files:
        raise SourceRefused("there is no file", where=SOURCE, remedy="Give a file for each act.")
    reading = _Reading()
    for file in files:
        _read_file(file, reading)
    parties = tuple(_make_parties(reading))
    if not parties:
        raise SourceRefused(
            "the files hold no entry of an annex",
            where=", ".join(file.name for file in files),
            remedy="Check that these are acts or tables of annex entries, and that they are whole.",
        )
    return ParsedList(
        parties=parties,
        published=max(reading.consolidated, default=None),
        tallies=dict(reading.tallies),
        parts=dict(reading.parts),
        warnings=(
            *reading.warnings,
            *(f"{what} ({count})" for what, count in sorted(reading.odd.items())),
            *find_absent(reading.held),
        ),
    )


def _read_file(file: InputFile, reading: _Reading) -> None:
    if file.data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        _read_act(file, reading)
        return
    for row in read_rows(file, reading.warnings):
        act = find_act(row.first("act"))
        if act is None:
            raise SourceRefused(
                f"line {row.line} names the act {row.first('act')!r}, which is not known",
                where=file.name,
                remedy="Give the CELEX number of a regulation, such as 32014R0833.",
            )
        _take(row, act, reading)


def _read_act(file: InputFile, reading: _Reading) -> None:
    text = read_act(file)
    for row in read_entries(text, reading.odd):
        _take(row, text.act, reading)
    reading.consolidated += [text.consolidated] if text.consolidated else []
    reading.warnings += [
        f"annex {number} of {text.act.number} holds no entry, or sets them as running text; "
        "it is not read"
        for number in text.unread
    ]


def _take(row: Row, act: JournalAct, reading: _Reading) -> None:
    annex = row.first("annex")
    reading.tallies["records"] += 1
    reading.parts[f"{act.number} {annex.partition('.')[0]}"] += 1
    reading.held.add((act.celex, annex.partition(".")[0]))
    if not is_known(act, annex):
        reading.odd[f"annex {annex} of {act.number} is new; read by its measure"] += 1
    reading.rows.append((row, act))


def _make_parties(reading: _Reading) -> Iterator[Party]:
    keys = derive_keys([_make_basis(row, act) for row, act in reading.rows])
    for (row, act), key in zip(reading.rows, keys, strict=True):
        party = read_entry(row, act, key)
        if party is None:
            reading.tallies["rows without a name"] += 1
        else:
            yield party


def _make_basis(row: Row, act: JournalAct) -> Unnumbered:
    """What an entry is known by: a ship by its number, since ships are renamed, others by name."""
    kind = find_kind(row)
    imo = next((text for c, text in row.parts("number") if c.role == "imo"), "")
    name = imo if imo and kind is PartyKind.VESSEL else row.first("name").partition("(")[0]
    place = f"{act.celex} {row.first('annex').partition('.')[0]}"
    rest = row.first("born") + row.first("address")
    return Unnumbered(place, str(kind or ""), name, row.first("since"), "", rest)
