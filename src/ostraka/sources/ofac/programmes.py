"""Programmes and lists of OFAC, and what a listing under them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ostraka.model.errors import SourceRefused
from ostraka.model.listing import ListingClass
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import SDN, Edition, get_other
from ostraka.sources.ofac.tables import iter_table

SDN_LIST = "SDN List"
"""What the Advanced and Enhanced shapes call the SDN list."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme's tag, the file it belongs to, and its class and list off the SDN list."""

    name: str
    home: str
    in_cons: ListingClass | None
    list: str
    reference: str


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list named inside a file. `meta` is the collective name beside the specific one."""

    name: str
    source: str
    listing_class: ListingClass
    meta: bool


@cache
def load_programmes() -> dict[str, Programme]:
    """Every known programme by its tag."""
    return {
        row["programme"]: Programme(
            row["programme"],
            row["home"],
            ListingClass(row["in_cons"]) if row["in_cons"] else None,
            row["list"],
            row["reference"],
        )
        for row in iter_table("programmes.csv")
    }


@cache
def load_lists() -> dict[str, NamedList]:
    """Every known list by the name the files give it."""
    return {
        row["name"]: NamedList(
            row["name"], row["source"], ListingClass(row["class"]), row["meta"] == "yes"
        )
        for row in iter_table("lists.csv")
    }


def refuse_other_list(drafts: Iterable[Draft], edition: Edition, where: str) -> None:
    """Nothing happens where the entries may be of this list.

    Where the file names lists, most entries must stand on one of this list; otherwise entries with
    a programme of this list only must not be fewer than those with one of the other only.

    Raises:
        SourceRefused: the file is the other of the two lists.
    """
    other = get_other(edition)
    here = there = 0
    for draft in drafts:
        homes = _homes_of_lists(draft) or _homes_of_programmes(draft)
        here += homes == {edition.home} or (bool(draft.entries) and edition.home in homes)
        there += homes == {other.home}
    if there > here:
        raise SourceRefused(
            f"this is OFAC's {other.title}, not the {edition.title}: {there} entries belong to "
            f"the former only, {here} to the latter",
            where=where,
            remedy=f"Import it as {other.key}.",
        )


def _homes_of_lists(draft: Draft) -> set[str]:
    return {SDN.home if name == SDN_LIST else "cons" for name in draft.entries}


def _homes_of_programmes(draft: Draft) -> set[str]:
    known = load_programmes()
    return {known[p].home for p in draft.programmes if p in known} - {"both"}
