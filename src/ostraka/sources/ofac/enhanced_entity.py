"""One entity of the Enhanced XML."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.ofac import ledger as tally
from ostraka.sources.ofac.draft import Draft, ListEntry
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.entries import (
    find_kind,
    make_address,
    make_item,
    note_unknown_lists,
    take_item,
    take_remark,
    word_region,
)
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.names import find_name_kind, find_script, join_person_name
from ostraka.sources.ofac.periods import word_period
from ostraka.sources.ofac.pieces import Link
from ostraka.sources.ofac.remarks import Remark
from ostraka.sources.ofac.shapes import is_date
from ostraka.sources.ofac.ties import find_relation_kind
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children

_PARTS = {
    "CITY": "city",
    "STATE/PROVINCE": "region",
    "POSTAL CODE": "postal_code",
}
_LINES = ("ADDRESS1", "ADDRESS2", "ADDRESS3")
_DOUBTFUL = "False"


def read_entity(entity: Element, edition: Edition, ledger: Ledger) -> Draft:
    """The draft of one entity, all it states taken in."""
    uid = entity.get("id", "")
    origin = Origin(edition.key, f"{edition.enhanced}:{uid}")
    info = entity.find("generalInfo")
    kind = find_kind(child_text(info, "entityType") if info is not None else "", uid, ledger)
    draft = Draft(uid, kind, origin)
    _take_names(draft, entity, ledger)
    _take_lists(draft, entity, ledger)
    _take_addresses(draft, entity, ledger)
    _take_features(draft, entity, ledger)
    _take_documents(draft, entity, ledger)
    _take_relationships(draft, entity, ledger)
    if info is not None:
        text = tidy(child_text(info, "remarks"))
        take_remark(draft, Remark(text, origin.source, origin.record, draft.is_person), ledger)
    return draft


def _take_lists(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for item in _listed(entity, "sanctionsLists", "sanctionsList"):
        name = tidy(item.text or "")
        draft.entries[name] = ListEntry(read_day(item.get("datePublished", "")))
    note_unknown_lists(draft, ledger)
    draft.programmes.extend(_texts(entity, "sanctionsPrograms", "sanctionsProgram"))
    draft.legal_basis = _texts(entity, "legalAuthorities", "legalAuthority")
    draft.measures = _texts(entity, "sanctionsTypes", "sanctionsType")


def _take_names(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for name in _listed(entity, "names", "name"):
        primary = child_text(name, "isPrimary") == "true"
        ledger.count(tally.ALIAS_ROWS, by=int(not primary))
        weak = child_text(name, "isLowQuality") == "true"
        ledger.count(tally.WEAK_ALIASES, by=int(weak))
        alias = child_text(name, "aliasType")
        for translation in _listed(name, "translations", "translation"):
            script = find_script(child_text(translation, "script"), draft.uid, ledger)
            kind = find_name_kind(alias, primary=primary, weak=weak, script=script)
            primary = primary and kind is not NameKind.PRIMARY
            record = f"{draft.origin.record}/name/{name.get('id', '')}"
            draft.take(_make_name(translation, draft, kind, script, record))


def _make_name(
    translation: Element, draft: Draft, kind: NameKind, script: str, record: str
) -> Name:
    family = tidy(child_text(translation, "formattedLastName"))
    given = tidy(child_text(translation, "formattedFirstName"))
    full = tidy(child_text(translation, "formattedFullName")) or join_person_name(family, given)
    parted = draft.is_person and bool(given)
    return Name(
        full,
        kind,
        Origin(draft.origin.source, record),
        script=script,
        given=given if parted else "",
        family=family if parted else "",
    )


def _take_addresses(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for item in _listed(entity, "addresses", "address"):
        ledger.count(tally.ADDRESS_ROWS)
        country = tidy(child_text(item, "country"))
        origin = Origin(draft.origin.source, f"{draft.origin.record}/address/{item.get('id', '')}")
        held = False
        for translation in _listed(item, "translations", "translation"):
            parts = _address_parts(translation, country)
            # A translation without words of its own repeats the country only.
            has_words = any(value for key, value in parts.items() if key != "country")
            address = make_address(parts, origin) if has_words or not held else None
            if address is not None:
                draft.take(address)
                held = True
        ledger.count(tally.ADDRESSES_HELD, by=int(held))


def _address_parts(translation: Element, country: str) -> dict[str, str]:
    stated = {
        child_text(part, "type"): tidy(child_text(part, "value"))
        for part in _listed(translation, "addressParts", "addressPart")
    }
    parts = {_PARTS[kind]: value for kind, value in stated.items() if kind in _PARTS}
    street = ", ".join(stated[line] for line in _LINES if stated.get(line))
    return {**parts, "street": street, "country": country or word_region(stated.get("REGION", ""))}


def _take_features(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for feature in _listed(entity, "features", "feature"):
        label = tidy(child_text(feature, "type"))
        value = _feature_value(feature)
        raw = " ".join((label, value, tidy(child_text(feature, "comments")))).strip()
        origin = replace(draft.origin, raw=raw)
        if child_text(feature, "reliability") == _DOUBTFUL:
            label = f"False: {label}"
        take_item(draft, make_item(label, value, origin, person=draft.is_person), ledger)


def _feature_value(feature: Element) -> str:
    value = tidy(child_text(feature, "value"))
    stated = feature.find("valueDate")
    if stated is None or is_date(value):
        return value
    first = read_day(child_text(stated, "fromDateBegin"))
    last = read_day(child_text(stated, "toDateEnd"))
    if first is None or last is None or first > last:
        return value
    return word_period(first, last, circa=child_text(stated, "isApproximate") == "true")


def _take_documents(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for document in _listed(entity, "identityDocuments", "identityDocument"):
        label = tidy(child_text(document, "type"))
        number = tidy(child_text(document, "documentNumber"))
        origin = replace(draft.origin, raw=f"{label} {number}".strip())
        notes = [tidy(child_text(document, "issuingAuthority"))]
        notes += ["not valid"] if child_text(document, "isValid") == "false" else []
        item = replace(
            make_item(label, number, origin, person=draft.is_person),
            country=tidy(
                child_text(document, "issuingCountry") or child_text(document, "issuingLocation")
            ),
            issued=_word_day(child_text(document, "issueDate")),
            expires=_word_day(child_text(document, "expirationDate")),
            note="; ".join(note for note in notes if note),
        )
        take_item(draft, item, ledger, document=True)


def _take_relationships(draft: Draft, entity: Element, ledger: Ledger) -> None:
    for relationship in _listed(entity, "relationships", "relationship"):
        other = relationship.find("relatedEntity")
        if other is None:
            continue
        label = tidy(child_text(relationship, "type"))
        former = "true" in (child_text(relationship, "isFormer"), relationship.get("former"))
        draft.take(
            Link(
                find_relation_kind(label, draft.uid, ledger),
                tidy(other.text or ""),
                replace(draft.origin, raw=label),
                uid=other.get("entityId", ""),
                former=former,
            )
        )


def _listed(entity: Element, list_name: str, item_name: str) -> list[Element]:
    return [item for group in children(entity, list_name) for item in children(group, item_name)]


def _texts(entity: Element, list_name: str, item_name: str) -> tuple[str, ...]:
    texts = (tidy(item.text or "") for item in _listed(entity, list_name, item_name))
    return tuple(dict.fromkeys(text for text in texts if text))


def read_day(text: str) -> date | None:
    """The day a text begins with in ISO form; nothing where it does not."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _word_day(text: str) -> str:
    day = read_day(text)
    return word_period(day, day) if day else text
