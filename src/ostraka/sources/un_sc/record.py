"""One INDIVIDUAL or ENTITY of the UN list, as a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.packed_names import find_names_in_note, is_acronym, is_latin, split_names
from ostraka.sources.special import is_special_field, without_special_sentences
from ostraka.sources.text import tidy
from ostraka.sources.un_sc import comments, details
from ostraka.sources.un_sc.listing import read_listing
from ostraka.sources.xmlstream import Element, child_text

SOURCE = "un_sc"

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_READ = frozenset(
    {
        *("DATAID", "VERSIONNUM", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "DELISTED_ON"),
        *_NAME_PARTS,
        *("GENDER", "SUBMITTED_BY", "NAME_ORIGINAL_SCRIPT", "COMMENTS1", "NATIONALITY2", "TITLE"),
        *("DESIGNATION", "NATIONALITY", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY"),
        "SORT_KEY_LAST_MOD",
    }
)
_PARTS = ("ALIAS", "ADDRESS", "DATE_OF_BIRTH", "PLACE_OF_BIRTH", "DOCUMENT")


def read_party(
    element: Element, maps: Mapping[str, Mapping[str, str]], unknown: Counter[str]
) -> Party | None:
    """The party of one record, or `None` where it has no name; `unknown` counts what is new.

    Raises:
        SourceRefused: the record has no DATAID.
    """
    key = child_text(element, "DATAID")
    if not key:
        raise SourceRefused(
            f"a record <{element.tag}> has no DATAID",
            where=child_text(element, "REFERENCE_NUMBER"),
            remedy="Check that this is the official XML; its format may have changed.",
        )
    origin = Origin(SOURCE, f"{element.tag}/{key}")
    person = element.tag == "INDIVIDUAL"
    names = tuple(_read_names(element, origin, maps["name_kind"], unknown))
    if not names:
        return None
    return Party(
        id=f"{SOURCE}:{key}",
        source=SOURCE,
        kind=PartyKind.PERSON if person else PartyKind.ORGANISATION,
        names=names,
        listings=(read_listing(element, origin, unknown),),
        origin=origin,
        identifiers=tuple(_read_identifiers(element, origin, maps["scheme"])),
        addresses=tuple(_read_addresses(element, origin)),
        countries=tuple(_read_countries(element, origin)),
        born=tuple(replace(b, origin=origin) for b in dict.fromkeys(_read_births(element))),
        birth_places=tuple(dict.fromkeys(_read_birth_places(element, origin))),
        genders=_read_genders(element, origin),
        facts=tuple(_read_facts(element, origin, unknown, person=person)),
    )


def _read_names(
    element: Element, origin: Origin, kinds: Mapping[str, str], unknown: Counter[str]
) -> Iterator[Name]:
    """Every name once, the primary first; positions of the parts do not tell given from family."""
    found: dict[str, Name] = {}
    whole = " ".join(filter(None, (tidy(child_text(element, part)) for part in _NAME_PARTS)))
    for place, text in enumerate(split_names(whole)):
        kind = NameKind.ALIAS if place else NameKind.PRIMARY
        found.setdefault(text, _make_name(text, kind, origin, whole))
    script = child_text(element, "NAME_ORIGINAL_SCRIPT")
    for text in split_names(script):
        found.setdefault(text, Name(text, NameKind.ORIGINAL_SCRIPT, origin))
    for alias in element.iterchildren(f"{element.tag}_ALIAS"):
        for name in _read_alias(alias, origin, kinds, unknown):
            found.setdefault(name.text, name)
    return iter(found.values())


def _read_alias(
    alias: Element, origin: Origin, kinds: Mapping[str, str], unknown: Counter[str]
) -> Iterator[Name]:
    quality = child_text(alias, "QUALITY")
    if quality not in kinds:
        unknown[f"alias quality {quality!r} is new; read as an alias of good quality"] += 1
    kind = NameKind(kinds.get(quality, "alias"))
    raw = tidy(child_text(alias, "ALIAS_NAME"))
    for text in (*split_names(raw), *find_names_in_note(child_text(alias, "NOTE"))):
        yield _make_name(text, kind, origin, raw)


def _make_name(text: str, kind: NameKind, origin: Origin, raw: str) -> Name:
    if kind is NameKind.ALIAS and not is_latin(text):
        kind = NameKind.ORIGINAL_SCRIPT
    elif kind is NameKind.ALIAS and is_acronym(text):
        kind = NameKind.WEAK_ALIAS
    return Name(text, kind, Origin(SOURCE, origin.record, raw if raw != text else ""))


def _read_identifiers(
    element: Element, origin: Origin, schemes: Mapping[str, str]
) -> Iterator[Identifier]:
    # Twelve references of 2026-02-27 end in a space.
    reference = child_text(element, "REFERENCE_NUMBER")
    if reference:
        yield Identifier(Scheme.LIST_REFERENCE, reference, origin)
    for document in element.iterchildren(f"{element.tag}_DOCUMENT"):
        found = details.read_document(document, origin, schemes)
        if found:
            yield found
    yield from comments.read_numbers(child_text(element, "COMMENTS1"), origin)


def _read_addresses(element: Element, origin: Origin) -> Iterator[Address]:
    for part in element.iterchildren(f"{element.tag}_ADDRESS"):
        address = details.read_address(part, origin)
        if address:
            yield address


def _read_countries(element: Element, origin: Origin) -> Iterator[CountryTie]:
    texts = [*details.read_lists(element, "NATIONALITY"), tidy(child_text(element, "NATIONALITY2"))]
    for text in dict.fromkeys(filter(None, texts)):
        yield CountryTie(text, CountryRole.NATIONALITY, origin)


def _read_births(element: Element) -> Iterator[PartialDate]:
    for part in element.iterchildren(f"{element.tag}_DATE_OF_BIRTH"):
        born, _ = details.read_birth(part)
        if born:
            yield born
    for alias in element.iterchildren(f"{element.tag}_ALIAS"):
        born = details.read_alias_birth(alias)
        if born:
            yield born


def _read_birth_places(element: Element, origin: Origin) -> Iterator[BirthPlace]:
    for part in element.iterchildren(f"{element.tag}_PLACE_OF_BIRTH"):
        place = details.read_birth_place(part, origin)
        if place:
            yield place
    for alias in element.iterchildren(f"{element.tag}_ALIAS"):
        place = details.read_alias_birth_place(alias, origin)
        if place:
            yield place


def _read_genders(element: Element, origin: Origin) -> tuple[StatedGender, ...]:
    stated = child_text(element, "GENDER").lower()
    if stated in set(Gender):
        return (StatedGender(Gender(stated), origin),)
    in_prose = comments.find_gender(child_text(element, "COMMENTS1"))
    return (StatedGender(in_prose, origin),) if in_prose else ()


def _read_facts(
    element: Element, origin: Origin, unknown: Counter[str], *, person: bool
) -> Iterator[Fact]:
    for text in details.read_lists(element, "TITLE"):
        yield Fact(Topic.TITLE, text, origin)
    for text in details.read_lists(element, "DESIGNATION"):
        yield Fact(Topic.POSITION, text, origin)
    yield from comments.read_remarks(child_text(element, "COMMENTS1"), origin, person=person)
    for text in _read_notes(element):
        kept = without_special_sentences(text)
        if kept:
            yield Fact(Topic.REMARK, kept, origin)
    yield from _read_new_elements(element, origin, unknown)


def _read_notes(element: Element) -> Iterator[str]:
    for part in element.iterchildren(f"{element.tag}_DATE_OF_BIRTH"):
        _, rest = details.read_birth(part)
        if rest:
            yield f"Date of birth: {rest}"
    for alias in element.iterchildren(f"{element.tag}_ALIAS"):
        note = tidy(child_text(alias, "NOTE"))
        if note and not find_names_in_note(note):
            yield f"Alias {tidy(child_text(alias, 'ALIAS_NAME'))}: {note}"


def _read_new_elements(element: Element, origin: Origin, unknown: Counter[str]) -> Iterator[Fact]:
    """Elements the format did not have when this was written: kept as remarks, never dropped."""
    known = _READ | {f"{element.tag}_{part}" for part in _PARTS}
    for child in element.iterchildren():
        if child.tag in known:
            continue
        if is_special_field(child.tag):
            unknown[f"element {child.tag} is left out: no reader keeps such data"] += 1
            continue
        unknown[f"element {child.tag} is new; kept as a remark"] += 1
        text = tidy(" ".join(map(str, child.itertext())))
        if text:
            yield Fact(Topic.REMARK, f"{child.tag}: {text}", origin)
