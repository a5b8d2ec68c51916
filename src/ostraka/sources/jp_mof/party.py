"""One row of the Japanese list, as a party."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.jp_mof.acts import read_acts
from ostraka.sources.jp_mof.births import read_births
from ostraka.sources.jp_mof.names import read_names
from ostraka.sources.jp_mof.rows import Row
from ostraka.sources.lettered import split_lettered
from ostraka.sources.special import without_special_sentences
from ostraka.sources.text import tidy

SOURCE = "jp_mof"
AUTHORITY = "Ministry of Finance of Japan"
ACT = "Foreign Exchange and Foreign Trade Act (Act No. 228 of 1949)"
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9/.-])([A-Z]{0,3}[ -]?\d[\dA-Z][\dA-Z /-]*[\dA-Z])(?![A-Za-z0-9年月])"
)
_IMO = re.compile(r"IMO\s*(?:番号)?\s*[:：]?\s*(\d{7})(?!\d)")
_BASE58 = "[1-9A-HJ-NP-Za-km-z]"
_WALLET = re.compile(
    rf"(?<![0-9A-Za-z])(0x[0-9a-fA-F]{{40}}|bc1[0-9a-z]{{11,71}}|[13]{_BASE58}{{25,34}}"
    rf"|T{_BASE58}{{33}})(?![0-9A-Za-z])"
)
_FACTS = {"title": Topic.TITLE, "position": Topic.POSITION, "phone": Topic.PHONE}
_LEFT_OUT = re.compile(
    "部族|氏族|民族|宗教|宗派|信仰|教徒|障害|義足|失明|病気|疾患|政党|切断された"
)
_GENDER = re.compile(r"性別[はが:：・]?\s*(男性|女性)")
_GENDERS = {"男性": Gender.MALE, "女性": Gender.FEMALE}
_SENTENCE = re.compile(r"(?<=[。\n])")


def make_party(row: Row, party_id: str, unknown: Counter[str]) -> Party:
    """The party of a row; `unknown` counts what could not be understood."""
    origin = Origin(SOURCE, f"{row.sheet}/row {row.number}")
    person = row.kind is PartyKind.PERSON
    born = list(_read_births(row, origin))
    if row["born"] and not born:
        unknown["a date of birth is not understood; it is kept as a remark"] += 1
    return Party(
        id=party_id,
        source=SOURCE,
        kind=row.kind,
        names=read_names(row),
        listings=(_make_listing(row, origin, unknown),),
        origin=origin,
        identifiers=tuple(dict.fromkeys(_read_numbers(row, origin))),
        addresses=tuple(Address(text, origin) for text in _pieces(row, "address")),
        countries=tuple(
            CountryTie(text, CountryRole.NATIONALITY, origin)
            for text in _pieces(row, "nationality")
        ),
        born=tuple(dict.fromkeys(born)),
        birth_places=tuple(BirthPlace(text, origin) for text in _pieces(row, "birth_place")),
        genders=tuple(
            StatedGender(_GENDERS[word], origin)
            for word in dict.fromkeys(_GENDER.findall(row["more"]) if person else ())
        ),
        facts=tuple(_read_facts(row, origin, person=person, born=bool(born))),
    )


def _make_listing(row: Row, origin: Origin, unknown: Counter[str]) -> Listing:
    return Listing(
        list=SOURCE,
        authority=AUTHORITY,
        listing_class=ListingClass.ASSET_FREEZE,
        origin=origin,
        programme=row.programme.code,
        legal_basis=tuple(filter(None, (ACT, row.programme.basis))),
        acts=tuple(read_acts(row, unknown)),
    )


def _pieces(row: Row, field: str) -> dict[str, None]:
    """The lettered values of a cell, each once."""
    texts = (tidy(piece).strip(" 、,;；。") for piece in split_lettered(row[field]))
    return dict.fromkeys(text for text in texts if text and text != "不明")


def _read_births(row: Row, origin: Origin) -> Iterator[PartialDate]:
    for born in read_births(row["born"]) if row.kind is PartyKind.PERSON else ():
        yield replace(born, origin=origin)


def _read_numbers(row: Row, origin: Origin) -> Iterator[Identifier]:
    """Numbers of passports and identity cards, one a lettered piece, and IMO numbers anywhere."""
    for field, scheme in (("passport", Scheme.PASSPORT), ("national_id", Scheme.NATIONAL_ID)):
        for piece in split_lettered(row[field]):
            found = _NUMBER.search(unicodedata.normalize("NFKC", piece))
            if found and len(re.sub(r"\D", "", found[1])) >= 4:
                raw = Origin(origin.source, origin.record, tidy(piece))
                yield Identifier(scheme, found[1].strip(), raw)
    for text in (*row.cells.values(), *(text for _, text in row.new)):
        for address in _WALLET.findall(unicodedata.normalize("NFKC", text)):
            yield Identifier(Scheme.WALLET, address, origin)
    for text in row.cells.values():
        for number in _IMO.findall(unicodedata.normalize("NFKC", text)):
            yield Identifier(Scheme.IMO, number, origin)


def _read_facts(row: Row, origin: Origin, *, person: bool, born: bool) -> Iterator[Fact]:
    texts = [(topic, piece) for field, topic in _FACTS.items() for piece in _pieces(row, field)]
    texts += [(Topic.REASON, row["reason"]), (Topic.REMARK, row["more"])]
    if row["un_date"]:
        texts.append((Topic.REMARK, f"リスト掲載日: {row['un_date']}"))
    if row["born"] and (not born or not person):
        texts.append((Topic.REMARK, f"生年月日: {row['born']}"))
    texts += [(Topic.REMARK, f"{heading}: {text}") for heading, text in row.new]
    for topic, text in texts:
        kept = tidy(_without_special(text) if person else text)
        if kept:
            yield Fact(topic, kept, origin)


def _without_special(text: str) -> str:
    """A text about a person without the sentences on tribe, religion, party or health."""
    kept = "".join(s for s in _SENTENCE.split(text) if not _LEFT_OUT.search(s))
    return without_special_sentences(kept)
