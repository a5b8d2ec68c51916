"""What the programme of a listing stands for, for every list: one question, one answer.

Each list keeps its own table beside its reader. Where a list's programmes are acts of its own, such
as decrees, or stand in its file, there is no table, and the listing itself says what it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from ostraka.model.listing import Listing, ListingClass
from ostraka.model.programme import Programme
from ostraka.sources.programme_tables import iter_programmes, split_cell
from ostraka.sources.tables import iter_table

_PACKAGE = "ostraka.sources"
_FREEZE = ("asset freeze",)
_TREASURY = "US Department of the Treasury, Office of Foreign Assets Control"
_PLAIN = {  # lists whose table has the columns of `iter_programmes`
    "gb_uksl": ("gb", "regimes.csv"),
    "gb_ofsi_conlist": ("gb", "regimes.csv"),
    "eu_fsf": ("eu", "programmes.csv"),
    **{
        key: (key, "programmes.csv")
        for key in (
            *("us_bis_entity", "us_bis_denied", "us_bis_meu", "us_fcc_covered", "us_dhs_uflpa"),
            *("us_cbp_wro", "us_dod_1260h", "us_state_7031c", "un_sc", "opensanctions"),
        )
    },
}


def get_programme(listing: Listing) -> Programme:
    """The programme of a listing: that of its list's table, else what the listing itself states.

    Measures that the listing's acts state go first; where the table has none of this code, its name
    is the first act it rests on, or its own word.
    """
    stated = tuple(dict.fromkeys(m for act in listing.acts for m in act.measures))
    found = find_programme(listing.list, listing.programme)
    if found is None:
        title = next(iter(listing.legal_basis), listing.programme)
        basis, cls = listing.legal_basis, listing.listing_class
        return Programme(listing.programme, title, listing.authority, basis, cls, stated)
    basis = listing.legal_basis or found.legal_basis
    measures = stated or found.measures
    return Programme(
        found.code, found.title, listing.authority, basis, listing.listing_class, measures
    )


def find_programme(key: str, code: str) -> Programme | None:
    """The programme that a list calls by that code, `None` where its table has none."""
    return load_programmes(key).get(code)


@cache
def load_programmes(key: str) -> Mapping[str, Programme]:
    """Every programme of a legal list by its code; none for a list that keeps no table."""
    if key in _PLAIN:
        package, name = _PLAIN[key]
        found: Iterable[Programme] = iter_programmes(f"{_PACKAGE}.{package}", name)
    else:
        found = _MAKERS[key]() if key in _MAKERS else ()
    return MappingProxyType({programme.code: programme for programme in found})


def _make_ofac(*, sdn: bool) -> Iterator[Programme]:
    lists = {row["name"]: row for row in iter_table(f"{_PACKAGE}.ofac", "lists.csv")}
    for row in iter_table(f"{_PACKAGE}.ofac", "programmes.csv"):
        if not sdn and not row["in_cons"]:
            continue
        place = lists["SDN List"] if sdn else lists.get(row["list"], lists["Consolidated List"])
        yield Programme(
            row["programme"],
            row["title"],
            _TREASURY,
            split_cell(row["reference"]),
            ListingClass.ASSET_FREEZE if sdn else ListingClass(row["in_cons"]),
            tuple(filter(None, (place["measures"],))),
        )


def _make_screening(key: str) -> Iterator[Programme]:
    """Lists that are held inside the Consolidated Screening List alone."""
    for row in iter_table(f"{_PACKAGE}.us_trade_csl", "lists.csv"):
        if row["key"] == key:
            cls, basis = ListingClass(row["class"]), split_cell(row["legal_basis"])
            yield Programme(
                row["code"], row["title"], row["authority"], basis, cls, (row["measures"],)
            )


def _make_journal() -> Iterator[Programme]:
    acts = {row["celex"]: row for row in iter_table(f"{_PACKAGE}.eu_journal", "acts.csv")}
    for row in iter_table(f"{_PACKAGE}.eu_journal", "annexes.csv"):
        act = acts[row["celex"]]
        yield Programme(
            f"{act['number']} Annex {row['annex']}",
            f"{act['regime']}: {row['measure']}",
            "Council of the European Union",
            tuple(filter(None, (act["act"], row["article"]))),
            ListingClass(row["class"]),
            (row["measure"],),
        )


def _make_by_acts(key: str) -> Iterator[Programme]:
    """Canada and Australia: a table of regulations, under acts that the reader names."""
    reader = import_module(f"{_PACKAGE}.{key}.{'party' if key == 'ca_sema' else 'listing'}")
    for row in iter_table(f"{_PACKAGE}.{key}", "programmes.csv"):
        basis = tuple(filter(None, (row["basis"], reader.ACTS[row["act"]])))
        code = row.get("code") or row["name"]
        yield Programme(
            code, row["basis"], reader.AUTHORITY, basis, ListingClass.ASSET_FREEZE, _FREEZE
        )


def _make_japan() -> Iterator[Programme]:
    reader = import_module(f"{_PACKAGE}.jp_mof.party")
    for row in iter_table(f"{_PACKAGE}.jp_mof", "programmes.csv"):
        basis = tuple(filter(None, (reader.ACT, row["basis"])))
        yield Programme(
            row["code"], row["code"], reader.AUTHORITY, basis, ListingClass.ASSET_FREEZE, _FREEZE
        )


_MAKERS: Mapping[str, Callable[[], Iterable[Programme]]] = {
    "us_ofac_sdn": lambda: _make_ofac(sdn=True),
    "us_ofac_cons": lambda: _make_ofac(sdn=False),
    "us_bis_unverified": lambda: _make_screening("us_bis_unverified"),
    "us_state_isn": lambda: _make_screening("us_state_isn"),
    "us_state_dtc": lambda: _make_screening("us_state_dtc"),
    "eu_journal": _make_journal,
    "ca_sema": lambda: _make_by_acts("ca_sema"),
    "au_dfat": lambda: _make_by_acts("au_dfat"),
    "jp_mof": _make_japan,
}
