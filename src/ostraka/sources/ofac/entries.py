"""What the shapes have in common when they fill a draft."""

from __future__ import annotations

from collections.abc import Mapping

from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.place import Address, CountryRole, CountryTie
from ostraka.sources.ofac import ledger as tally
from ostraka.sources.ofac.draft import KINDS, Draft
from ostraka.sources.ofac.items import Item, make_other_identifier, make_piece
from ostraka.sources.ofac.labels import Rule, find_rule
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.names import split_person_name
from ostraka.sources.ofac.pieces import Piece
from ostraka.sources.ofac.programmes import load_lists
from ostraka.sources.ofac.remarks import Remark, read_remark
from ostraka.sources.special import is_special_field

_VESSEL_FACTS = {
    "type": Topic.VESSEL_TYPE,
    "tonnage": Topic.TONNAGE,
    "gross_tonnage": Topic.GROSS_TONNAGE,
    "owner": Topic.VESSEL_OWNER,
}
_UNKNOWN_DOCUMENT = Rule("", "identifier", Scheme.OTHER.value, "number")


def find_kind(word: str, uid: str, ledger: Ledger) -> PartyKind | None:
    """The kind OFAC's word stands for; nothing, with a warning, for a word it never used."""
    kind = KINDS.get(word.casefold())
    if kind is None:
        ledger.note(f"the kind of entry {word!r} is unknown; the entry is kept without", uid)
    return kind


def note_unknown_lists(draft: Draft, ledger: Ledger) -> None:
    """Warns of lists the table does not know; the entry keeps them all the same."""
    for name in draft.entries.keys() - load_lists().keys():
        ledger.note(f"the list {name!r} is unknown; its entries have the class status", draft.uid)


def make_name(text: str, kind: NameKind, origin: Origin, *, person: bool) -> Name:
    """A name in one piece, its parts told apart where a person's name has the comma."""
    family, given = split_person_name(text) if person else ("", "")
    return Name(text, kind, origin, given=given, family=family)


def make_address(parts: Mapping[str, str], origin: Origin, note: str = "") -> Address | None:
    """An address from `street`, `city`, `region`, `postal_code`, `country`; nothing where empty.

    City, region and code are joined as OFAC's CSV joins them, so that the shapes agree; there they
    come as one `place`.
    """
    place = parts.get("place") or ", ".join(
        p for p in (parts.get("city", ""), parts.get("region", "")) if p
    )
    place = " ".join(p for p in (place, parts.get("postal_code", "")) if p)
    country = "" if parts.get("country") == "undetermined" else parts.get("country", "")
    full = ", ".join(p for p in (parts.get("street", ""), place, country) if p)
    full = full or parts.get("country", "")
    if not full:
        return None
    return Address(
        full,
        origin,
        city=parts.get("city", ""),
        region=parts.get("region", ""),
        postal_code=parts.get("postal_code", ""),
        country=country,
        note=note,
    )


def word_region(name: str) -> str:
    """A region in place of a country, in the words of the CSV set and the legacy XML.

    >>> word_region("Crimea")
    'Region: Crimea'
    """
    return f"Region: {name}" if name and not name.startswith("Region:") else name


def take_vessel_fields(draft: Draft, fields: Mapping[str, str]) -> None:
    """Fills in the columns of vessels: call sign, flag, type, tonnages, owner."""
    if fields.get("call_sign"):
        draft.take(Identifier(Scheme.CALL_SIGN, fields["call_sign"], draft.origin))
    if fields.get("flag"):
        draft.take(CountryTie(fields["flag"], CountryRole.FLAG, draft.origin))
    for field, topic in _VESSEL_FACTS.items():
        if fields.get(field):
            draft.take(Fact(topic, fields[field], draft.origin))


def take_remark(draft: Draft, remark: Remark, ledger: Ledger) -> None:
    """Fills in what the remarks say; what no rule understands stays as it stands, counted."""
    for segment in read_remark(remark):
        ledger.count(tally.SEGMENTS)
        ledger.count(tally.SEGMENTS_UNDERSTOOD, by=int(segment.understood))
        ledger.count(tally.SEGMENTS_DROPPED, by=int(segment.dropped))
        if segment.piece is not None:
            _take_understood(draft, segment.piece, ledger)
        elif segment.text and not segment.repeats:
            draft.take(segment.as_remark())


def _take_understood(draft: Draft, piece: Piece, ledger: Ledger) -> None:
    ledger.count(tally.WEAK_ALIASES, by=int(isinstance(piece, Name)))
    draft.take(piece)


def take_item(draft: Draft, item: Item, ledger: Ledger, *, document: bool = False) -> None:
    """Fills in one labelled value of an XML shape.

    An identity document of an unknown type stays one; any other value that no rule understands
    stays as a remark.
    """
    text = f"{item.label.rstrip(' :-')} {item.value}".strip()
    if is_special_field(item.label) and item.rule is _UNKNOWN_DOCUMENT:
        ledger.count(tally.SEGMENTS_DROPPED)
        return
    ledger.count(tally.ITEMS)
    piece = make_piece(item) if item.rule is not _UNKNOWN_DOCUMENT else None
    if item.rule is _UNKNOWN_DOCUMENT:
        what = "its values are kept as they stand"
        ledger.note(f"the label {item.label!r} is unknown; {what}", draft.uid)
    if piece is None and document:
        piece = make_other_identifier(item.label, item)
    ledger.count(tally.ITEMS_UNDERSTOOD, by=int(piece is not None))
    draft.take(piece or Fact(Topic.REMARK, text, item.origin))


def make_item(label: str, value: str, origin: Origin, *, person: bool) -> Item:
    """The item of an XML shape, with the rule of its label, or one that understands nothing."""
    rule = find_rule(label) or _UNKNOWN_DOCUMENT
    own_word = (
        label.strip() if rule is _UNKNOWN_DOCUMENT or rule.becomes == "wallet" else rule.label
    )
    return Item(rule, own_word, value, origin, person)
