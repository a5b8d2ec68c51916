"""Acts and annexes: what an entry in an annex entails, and which annexes there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from ostraka.model.listing import ListingClass
from ostraka.sources.tables import iter_table, load_words

_CELEX = re.compile(r"[03]?(\d{4})R(\d{4})")


@dataclass(frozen=True, slots=True)
class JournalAct:
    """An act: its CELEX number, its number and name as cited, its regime and programme."""

    celex: str
    number: str
    name: str
    regime: str
    programme: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex of an act: the article that refers to it, its measure, and the class of that.

    `kind` is what all its entries are, in the words of `kinds.csv`, empty where headings inside it
    say so. `form` is how the act sets them: `table` or `list`.
    """

    celex: str
    number: str
    article: str
    measure: str
    listing_class: ListingClass
    kind: str = ""
    form: str = "table"


def find_act(celex: str) -> JournalAct | None:
    """The act of a CELEX number, that of a consolidated version included.

    >>> find_act("02014R0833-20251024").number
    '833/2014'
    """
    found = _CELEX.match(celex)
    return _load_acts().get(f"3{found.group(1)}R{found.group(2)}") if found else None


def find_annex(act: JournalAct, annex: str, measure: str) -> Annex:
    """The annex of an act; an unknown one by the words for its measure, else an asset freeze."""
    number = annex.partition(".")[0]
    known = _load_annexes().get((act.celex, number))
    if known:
        return known
    words = load_words(__package__, "measures.csv")
    stated = words.get(measure.casefold(), ListingClass.ASSET_FREEZE)
    return Annex(act.celex, number, "", measure.casefold(), ListingClass(stated))


def is_known(act: JournalAct, annex: str) -> bool:
    """Whether the table of annexes has this one."""
    return (act.celex, annex.partition(".")[0]) in _load_annexes()


def find_known_annex(act: JournalAct, number: str) -> Annex | None:
    """The annex of that number, where the table has it as one that lists parties."""
    return _load_annexes().get((act.celex, number))


def find_absent(held: Collection[tuple[str, str]]) -> Iterator[str]:
    """What is known to exist and is not among the annexes held: whole acts, then annexes of others.

    `held` are pairs of CELEX number and annex without its parts.
    """
    acts = {celex for celex, _ in held}
    gone = [act.number for celex, act in _load_acts().items() if celex not in acts]
    if gone:
        yield f"acts not held: {', '.join(gone)}"
    for celex, act in _load_acts().items():
        missing = [n for c, n in _load_annexes() if c == celex and (c, n) not in held]
        if celex in acts and missing:
            yield f"annexes of {act.number} not held: {', '.join(missing)}"


@cache
def _load_acts() -> dict[str, JournalAct]:
    rows = iter_table(__package__, "acts.csv")
    return {row["celex"]: JournalAct(*row.values()) for row in rows}


@cache
def _load_annexes() -> dict[tuple[str, str], Annex]:
    rows = (row for row in iter_table(__package__, "annexes.csv") if row["celex"])
    return {
        (row["celex"], row["annex"]): Annex(
            row["celex"],
            row["annex"],
            row["article"],
            row["measure"],
            ListingClass(row["class"]),
            row["kind"],
            row["form"],
        )
        for row in rows
    }
