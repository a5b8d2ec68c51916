"""Blocks of the Advanced XML that refer to parties by ID: documents, ties, places on lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ostraka.sources.ofac.advanced_reference import References, read_day, read_period
from ostraka.sources.ofac.draft import ListEntry
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children

_PROGRAMME = "Program"
_CREATED = frozenset({"Created", ""})
_VALID = frozenset({"Valid", ""})


@dataclass(frozen=True, slots=True)
class Document:
    """An identity document, by the identity it belongs to."""

    identity: str
    label: str
    number: str
    country: str
    note: str
    issued: str
    expires: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship, by the profile it starts from."""

    profile: str
    other: str
    label: str
    former: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of a profile on one list."""

    profile: str
    list: str
    entry: ListEntry
    programmes: tuple[str, ...]


def read_document(element: Element, references: References) -> Document:
    """The document of an IDRegDocument."""
    dates = {
        references.text("IDRegDocDateType", found.get("IDRegDocDateTypeID")): read_period(period)
        for found in children(element, "DocumentDate")
        for period in children(found, "DatePeriod")
    }
    validity = references.text("Validity", element.get("ValidityID"))
    notes = (
        tidy(child_text(element, "IssuingAuthority")),
        tidy(child_text(element, "Comment")),
        "" if validity in _VALID else validity.lower(),
    )
    return Document(
        element.get("IdentityID", ""),
        references.text("IDRegDocType", element.get("IDRegDocTypeID")),
        tidy(child_text(element, "IDRegistrationNo")),
        references.text("Country", element.get("IssuedBy-CountryID")),
        "; ".join(note for note in notes if note),
        dates.get("Issue Date", ""),
        dates.get("Expiration Date", ""),
    )


def read_tie(element: Element, references: References) -> Tie:
    """The tie of a ProfileRelationship."""
    return Tie(
        element.get("From-ProfileID", ""),
        element.get("To-ProfileID", ""),
        references.text("RelationType", element.get("RelationTypeID")),
        element.get("Former") == "true",
    )


def read_entry(element: Element, references: References) -> Entry:
    """The place of a SanctionsEntry: the list, the first day on it, authorities and measures.

    In a measure of the type "Program" the comment is the tag of a programme.
    """
    events = [
        event
        for event in children(element, "EntryEvent")
        if references.text("EntryEventType", event.get("EntryEventTypeID")) in _CREATED
    ]
    days = [day for event in events if (day := read_day(event.find("Date")))]
    basis = [references.text("LegalBasis", event.get("LegalBasisID")) for event in events]
    measures: list[str] = []
    programmes: list[str] = []
    for measure in children(element, "SanctionsMeasure"):
        kind = references.text("SanctionsType", measure.get("SanctionsTypeID"))
        if kind == _PROGRAMME:
            programmes.append(tidy(child_text(measure, "Comment")))
        else:
            measures.append(kind)
    return Entry(
        element.get("ProfileID", ""),
        references.text("List", element.get("ListID")),
        ListEntry(min(days, default=None), _distinct(basis), _distinct(measures)),
        _distinct(programmes),
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
