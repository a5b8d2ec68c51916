"""One Profile of the Advanced XML: its names in every script, and its features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.ofac import ledger as tally
from ostraka.sources.ofac.advanced_reference import References, read_period
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.entries import find_kind, make_address, make_item, take_item
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.names import LATIN, find_name_kind, find_script, join_person_name
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children

_FAMILY = frozenset({"Last Name", "Maiden Name", "Matronymic"})
_GIVEN = frozenset({"First Name", "Middle Name", "Patronymic", "Nickname"})
_ADDRESS = "Location"
_FALSE = "False"
_UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a profile refers to: reference values, and places by ID."""

    edition: Edition
    references: References
    places: Mapping[str, Mapping[str, str]]
    ledger: Ledger


def read_profile(profile: Element, around: Surroundings) -> Draft:
    """The draft of one profile; its documents, ties and lists stand elsewhere in the file."""
    uid = profile.get("ID", "")
    record = f"{around.edition.advanced}:{uid}"
    kind = find_kind(_kind_word(profile, around.references), uid, around.ledger)
    draft = Draft(uid, kind, Origin(around.edition.key, record))
    for identity in children(profile, "Identity"):
        _take_names(draft, identity, around)
    for feature in children(profile, "Feature"):
        _take_feature(draft, feature, around)
    return draft


def _kind_word(profile: Element, references: References) -> str:
    """The party subtype; where that is "Unknown", as for persons and entities, its type."""
    subtype = profile.get("PartySubTypeID")
    word = references.text("PartySubType", subtype)
    if word and word != _UNKNOWN:
        return word
    return references.text(
        "PartyType", references.attribute("PartySubType", subtype, "PartyTypeID")
    )


def _take_names(draft: Draft, identity: Element, around: Surroundings) -> None:
    groups = {
        group.get("ID", ""): around.references.text("NamePartType", group.get("NamePartTypeID"))
        for group in identity.iter("NamePartGroup")
    }
    for alias in children(identity, "Alias"):
        primary = alias.get("Primary") == "true"
        weak = alias.get("LowQuality") == "true"
        around.ledger.count(tally.ALIAS_ROWS, by=int(not primary))
        around.ledger.count(tally.WEAK_ALIASES, by=int(weak))
        alias_type = around.references.text("AliasType", alias.get("AliasTypeID"))
        for documented in children(alias, "DocumentedName"):
            script = _find_script(documented, draft, around)
            kind = find_name_kind(alias_type, primary=primary, weak=weak, script=script)
            primary = primary and kind is not NameKind.PRIMARY
            name = _make_name(documented, draft, groups, kind, script)
            if name.text:
                draft.take(name)


def _find_script(documented: Element, draft: Draft, around: Surroundings) -> str:
    """The script of a name: its code in most files, only its English name in some."""
    for value in documented.iter("NamePartValue"):
        key = value.get("ScriptID")
        code = around.references.attribute("Script", key, "ScriptCode")
        word = code or around.references.text("Script", key)
        return find_script(word, draft.uid, around.ledger)
    return ""


def _make_name(
    documented: Element, draft: Draft, groups: Mapping[str, str], kind: NameKind, script: str
) -> Name:
    parts = [
        (groups.get(value.get("NamePartGroupID", ""), ""), tidy(value.text or ""))
        for value in documented.iter("NamePartValue")
    ]
    family = " ".join(text for label, text in parts if label in _FAMILY)
    given = " ".join(text for label, text in parts if label in _GIVEN)
    origin = Origin(draft.origin.source, f"{draft.origin.record}/name/{documented.get('ID', '')}")
    if family or given:
        # Chinese, Japanese and Korean names are written without a comma, family name first.
        text = join_person_name(family, given) if script in {"", LATIN} else f"{family} {given}"
        return Name(text.strip(), kind, origin, script, given=given, family=family)
    return Name(" ".join(text for _, text in parts), kind, origin, script)


def _take_feature(draft: Draft, feature: Element, around: Surroundings) -> None:
    label = around.references.text("FeatureType", feature.get("FeatureTypeID"))
    for version in children(feature, "FeatureVersion"):
        if label == _ADDRESS:
            _take_addresses(draft, version, around)
            continue
        reliability = around.references.text("Reliability", version.get("ReliabilityID"))
        shown = f"{_FALSE}: {label}" if reliability == _FALSE else label
        comment = tidy(child_text(version, "Comment"))
        for value in _feature_values(version, around) or ([comment] if comment else []):
            origin = replace(draft.origin, raw=f"{label} {value}".strip())
            item = make_item(shown, value, origin, person=draft.is_person)
            take_item(draft, replace(item, note=comment), around.ledger)


def _feature_values(version: Element, around: Surroundings) -> list[str]:
    """The values of a feature: periods, texts or references to texts, countries of places."""
    values = [read_period(period) for period in children(version, "DatePeriod")]
    for detail in children(version, "VersionDetail"):
        reference = around.references.text("DetailReference", detail.get("DetailReferenceID"))
        values.append(reference or tidy(detail.text or ""))
    for location in children(version, "VersionLocation"):
        place = around.places.get(location.get("LocationID", ""), {})
        values.append(_word_place(place))
    return [value for value in values if value]


def _word_place(place: Mapping[str, str]) -> str:
    parts = (place.get(key, "") for key in ("street", "city", "region", "country"))
    return ", ".join(part for part in parts if part)


def _take_addresses(draft: Draft, version: Element, around: Surroundings) -> None:
    for location in children(version, "VersionLocation"):
        around.ledger.count(tally.ADDRESS_ROWS)
        key = location.get("LocationID", "")
        origin = Origin(draft.origin.source, f"{draft.origin.record}/location/{key}")
        address = make_address(around.places.get(key, {}), origin)
        if address is not None:
            around.ledger.count(tally.ADDRESSES_HELD)
            draft.take(address)
