"""One row of the Ukrainian register, as a party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import BirthPlace, CountryRole, CountryTie
from ostraka.sources.packed_names import is_acronym, is_latin
from ostraka.sources.text import tidy
from ostraka.sources.ua_nsdc import details
from ostraka.sources.ua_nsdc.listing import read_listing
from ostraka.sources.ua_nsdc.rows import Row

SOURCE = "ua_nsdc"
_KNOWN_AS = re.compile(
    r"^(?:відом\w* як|також відом\w* як|він же|вона ж|[а-яії]+ою мовою)\s*:?\s*", re.IGNORECASE
)


def make_party(row: Row, party_id: str, unknown: Counter[str]) -> Party:
    """The party of a row; `unknown` counts what is new."""
    origin = Origin(SOURCE, f"{row.sheet}/row {row.number}")
    return Party(
        id=party_id,
        source=SOURCE,
        kind=row.kind,
        names=_read_names(row, origin),
        listings=(read_listing(row, origin, unknown),),
        origin=origin,
        identifiers=tuple(dict.fromkeys(details.read_numbers(row, origin))),
        addresses=tuple(dict.fromkeys(details.read_addresses(row, origin))),
        countries=_read_countries(row, origin),
        born=tuple(dict.fromkeys(details.read_births(row, origin))),
        birth_places=_read_birth_places(row, origin),
        established=tuple(dict.fromkeys(details.read_established(row, origin))),
        relations=tuple(details.read_owners(row, origin)),
        facts=tuple(details.read_facts(row, origin)),
    )


def _read_names(row: Row, origin: Origin) -> tuple[Name, ...]:
    """Every name once: the Ukrainian one leads, the one in the party's own language follows."""
    found: dict[str, Name] = {}
    for place, field in enumerate(row.names):
        for text in _split(row[field], row.kind):
            kind = _find_kind(field, text) if place or found else NameKind.PRIMARY
            language = "uk" if field == "ukrainian" and not is_latin(text) else ""
            found.setdefault(text, Name(text, kind, origin, language=language))
    return tuple(found.values())


def _split(text: str, kind: PartyKind) -> Iterator[str]:
    """Names apart at lines and semicolons; of persons also at commas."""
    for part in re.split(r"\s*[;\n]\s*" if kind is not PartyKind.PERSON else r"\s*[;,\n]\s*", text):
        name = _KNOWN_AS.sub("", tidy(part)).strip(" ,;")
        if any(c.isalnum() for c in name):
            yield name


def _find_kind(field: str, text: str) -> NameKind:
    if is_acronym(text):
        return NameKind.WEAK_ALIAS
    return (
        NameKind.ORIGINAL_SCRIPT if field == "original" and not is_latin(text) else NameKind.ALIAS
    )


def _read_countries(row: Row, origin: Origin) -> tuple[CountryTie, ...]:
    codes = dict.fromkeys(re.findall(r"[^\s,;/]+(?: [^\s,;/]+)*", tidy(row["citizenship"])))
    return tuple(CountryTie(code, CountryRole.CITIZENSHIP, origin) for code in codes)


def _read_birth_places(row: Row, origin: Origin) -> tuple[BirthPlace, ...]:
    text = tidy(row["birth_place"]).strip(" ,;")
    return (BirthPlace(text, origin),) if text else ()
