"""One entry of an annex, as a party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Listing
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.entry import Entry, kind_by_script
from ostraka.sources.eu.programmes import AUTHORITY
from ostraka.sources.eu_journal.annexes import Annex, JournalAct, find_annex
from ostraka.sources.eu_journal.numbers import read_document, read_number
from ostraka.sources.eu_journal.sheet import Row
from ostraka.sources.gb.documents import split_joined
from ostraka.sources.gb.texts import split_numbered
from ostraka.sources.packed_names import is_acronym, split_names
from ostraka.sources.special import without_special_sentences
from ostraka.sources.tables import load_words

SOURCE = "eu_journal"
_ARTICLE = re.compile(r"^(Article \d+[a-z]*(?:\(\d+\))?(?:, point \([a-z]+\))?)")
_PROSE = {Topic.REASON, Topic.REMARK}
_RUSSIA = re.compile(r"\bRussian? ?(?:Federation)?\b")
_MARK = re.compile(r"^\s*\([a-z]{1,4}\)\s*")
_OR = re.compile(r"\s+or\s+")


def find_kind(row: Row) -> PartyKind | None:
    """What the entry is, `None` for a port, an airport, a crypto-asset or an unknown word."""
    word = load_words(__package__, "kinds.csv").get(row.first("kind").casefold(), "")
    return PartyKind(word) if word else None


def read_entry(row: Row, act: JournalAct, key: str) -> Party | None:
    """The party of a row under its derived key, `None` where it has no name."""
    annex = row.first("annex")
    origin = Origin(SOURCE, f"{act.celex} {annex} {row.first('record') or row.line}")
    entry = Entry(SOURCE, key, find_kind(row), origin)
    for name in _read_names(row, origin, person=entry.kind is PartyKind.PERSON):
        entry.add_name(name)
    if not entry.names:
        return None
    entry.add(_make_listing(row, act, find_annex(act, annex, row.first("measure")), origin))
    entry.add(*_read_identifiers(row, origin))
    entry.add(*_read_places(row, origin))
    entry.add(*_read_facts(row, origin, person=entry.kind is PartyKind.PERSON))
    _add_dates(entry, row, origin)
    return entry.make_party()


def _read_names(row: Row, origin: Origin, *, person: bool) -> Iterator[Name]:
    for column, text in row.parts("name"):
        for place, name in enumerate(_split_packed(text, column.role, person=person)):
            kind = NameKind(column.role)
            if place and kind is NameKind.PRIMARY:
                kind = NameKind.ALIAS
            if kind is NameKind.ALIAS and is_acronym(name) and not person:
                kind = NameKind.WEAK_ALIAS
            raw = Origin(SOURCE, origin.record, text if text != name else "")
            yield Name(name, kind_by_script(name, kind), raw)


def _split_packed(text: str, role: str, *, person: bool) -> list[str]:
    """The names of a value that is no primary name.

    Five or more apart by commas are a list; of a person also fewer, where each has two words, so
    that a family name before a comma is not cut off.
    """
    parts = text.split(", ")
    several = len(parts) > 4 or (person and all(" " in part.strip() for part in parts))
    pieces = parts if several and role != "primary" else [text]
    return [name for piece in pieces for name in split_names(piece)]


def _make_listing(row: Row, act: JournalAct, annex: Annex, origin: Origin) -> Listing:
    """The listing under the annex; its act carries the day, article and measure of the entry."""
    stated = parse_date(row.first("since"))
    day = stated.first if stated and stated.first == stated.last else None
    reason = next((text for column, text in row.cells.items() if column.role == "reason"), "")
    article = _ARTICLE.match(reason)
    own = row.first("article") or (article.group(1) if article else "") or annex.article
    return Listing(
        list=SOURCE,
        authority=AUTHORITY,
        listing_class=annex.listing_class,
        origin=origin,
        programme=f"{act.number} Annex {annex.number}",
        legal_basis=tuple(filter(None, (act.name, annex.article, act.regime))),
        acts=(
            Act(
                ActKind.DESIGNATE,
                Origin(SOURCE, origin.record, row.first("since")),
                on=day,
                instrument=act.name,
                citation=", ".join(filter(None, (f"Annex {row.first('annex')}", own))),
                measures=(annex.measure,),
            ),
        ),
    )


def _read_identifiers(row: Row, origin: Origin) -> Iterator[Identifier]:
    russian = any(_RUSSIA.search(text) for _, text in row.parts("address"))
    for column, text in row.parts("number"):
        scheme = Scheme(column.role)
        yield from read_number(scheme, text, column.heading, origin, russian=russian)
    for column, text in row.parts("document"):
        for part in split_joined(text):
            found = read_document(Scheme(column.role), part, column.heading, origin)
            if found:
                yield found


def _read_places(row: Row, origin: Origin) -> Iterator[Address | BirthPlace | CountryTie]:
    for _, text in row.parts("address"):
        yield Address(text, origin)
    for _, text in row.parts("birth_place"):
        yield BirthPlace(text, origin)
    for column, text in row.parts("country"):
        yield CountryTie(text, CountryRole(column.role), origin)


def _read_facts(row: Row, origin: Origin, *, person: bool) -> Iterator[Fact | StatedGender]:
    for _, text in row.parts("gender"):
        if text.casefold() in set(Gender):
            yield StatedGender(Gender(text.casefold()), origin)
    for column, cell in row.cells.items():
        if column.field == "fact":
            topic = Topic(column.role)
            for text in [cell] if topic in _PROSE else cell.split(";"):
                yield from _make_fact(topic, text.strip(), origin, person=person)
        elif column.field == "parent":
            name = cell.partition("(")[0].strip()
            yield from _make_fact(Topic.REMARK, f"{column.role}: {name}", origin, person=person)
        elif not column.field:
            remark = f"{column.heading}: {cell}"
            yield from _make_fact(Topic.REMARK, remark, origin, person=person)


def _make_fact(topic: Topic, text: str, origin: Origin, *, person: bool) -> Iterator[Fact]:
    kept = without_special_sentences(text) if person and topic in _PROSE else text
    if kept:
        yield Fact(topic, kept, origin)


def _add_dates(entry: Entry, row: Row, origin: Origin) -> None:
    cells = (text for column, text in row.cells.items() if column.field == "born")
    for text in cells:
        for part in _split_births(text):
            born = parse_date(part)
            if born:
                entry.add(replace(born, origin=origin))
            else:
                entry.add(Fact(Topic.REMARK, f"Date of birth: {part}", origin))
    for _, text in row.parts("established"):
        found = parse_date(text)
        if found:
            entry.established[replace(found, origin=origin)] = None


def _split_births(text: str) -> Iterator[str]:
    """The births of a cell, apart by semicolons, by "or", or marked (a), (b) or (i), (ii)."""
    for piece in text.replace('"', "").replace("(probably)", "probably").split(";"):
        for numbered in split_numbered(piece):
            bare = _MARK.sub("", numbered)
            yield from filter(None, (part.strip(" ,") for part in _OR.split(bare)))
