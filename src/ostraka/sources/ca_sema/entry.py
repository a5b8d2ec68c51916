"""One record of the Canadian list in the words of the list, whichever dialect its tags are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ostraka.model.party import PartyKind
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element

# Tags are bilingual in some years (LastName-NomDeFamille); only the part before the hyphen is read.
_FIELDS = {
    **{word: word for word in ("country", "lastname", "givenname", "schedule", "item", "aliases")},
    "dateoflisting": "dateoflisting",
    "shipimonumber": "imo",
    "imonumber": "imo",
    **dict.fromkeys(("entityorship", "entity", "entityship"), "entity"),
    **dict.fromkeys(("titleorship", "titleorshiptype", "title"), "title"),
    **dict.fromkeys(("dateofbirthorshipbuilddate", "dateofbirth"), "date"),
}
_NOT_STATED = frozenset({"n/a", "na", "-", "s/o"})
_DIGITS = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Programme:
    """A set of regulations under which Canada lists: its word, its act and its citation."""

    code: str
    act: str
    basis: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: its fields by their plain words, and those no version of the list had before."""

    number: int
    fields: dict[str, str]
    new: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        return self.fields.get(field, "")

    @property
    def programme(self) -> Programme:
        """The regulations; those of an unknown name keep it and have no citation."""
        name = tidy(self["country"].partition("/")[0])
        return load_programmes().get(name) or Programme(name, "", "")

    @property
    def kind(self) -> PartyKind:
        """What the party is, told by which fields are filled: a record does not state it."""
        if self.imo:
            return PartyKind.VESSEL
        if self["entity"] and not self["givenname"]:
            return PartyKind.ORGANISATION
        return PartyKind.PERSON

    @property
    def imo(self) -> str:
        """The digits of the IMO number of a ship."""
        return _DIGITS.sub("", self["imo"])

    @property
    def name(self) -> str:
        """The name as the record spells it, given names first."""
        person = f"{self['givenname']} {self['lastname']}".strip()
        return person or self["entity"]


@cache
def load_programmes() -> dict[str, Programme]:
    """The regulations by the names the list has for them."""
    rows = iter_table(__package__, "programmes.csv")
    return {row["name"]: Programme(row["code"], row["act"], row["basis"]) for row in rows}


def read_entry(element: Element, number: int, unknown: Counter[str]) -> Entry:
    """A record as it stands; `unknown` counts the tags that are new or left out."""
    fields: dict[str, str] = {}
    new: list[tuple[str, str]] = []
    for child in element.iterchildren():
        tag = str(child.tag)
        text = tidy(" ".join(map(str, child.itertext())))
        if text.casefold() in _NOT_STATED or not text:
            continue
        field = _FIELDS.get(tag.partition("-")[0].casefold())
        if field:
            fields[field] = text
        elif is_special_field(tag):
            unknown[f"element {tag} is left out: no reader keeps such data"] += 1
        else:
            unknown[f"element {tag} is new; kept as a remark"] += 1
            new.append((tag, text))
    return Entry(number, fields, tuple(new))
