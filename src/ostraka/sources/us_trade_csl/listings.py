"""The listings that one row states: one for each programme, with its acts, dates and clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ostraka.model.listing import (
    Act,
    ActKind,
    Clause,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.model.origin import Origin
from ostraka.sources.dating import find_day
from ostraka.sources.ofac.pieces import Dated
from ostraka.sources.us_trade_csl.lists import LegalList
from ostraka.sources.us_trade_csl.names import find_clause_kinds
from ostraka.sources.us_trade_csl.rows import Row

_UNKNOWN = LegalList("", "us_trade_csl", "US Government", ListingClass.STATUS, ())
_NEXT_NOTICE = re.compile(r"[,;\s]+(?=\d{2,3} F\.?\s?R\.?\s?\d)")


def read_listings(
    row: Row, legal: LegalList | None, origin: Origin, dated: Sequence[Dated], clause: str
) -> tuple[Listing, ...]:
    """The listings of a row on its legal list; on the list of an unknown name, a mere status."""
    found = legal or _UNKNOWN
    where = Origin(origin.source, f"{found.code or row['source']}/{origin.record}")
    return tuple(
        Listing(
            list=found.key,
            authority=found.authority,
            listing_class=found.listing_class,
            origin=where,
            programme=programme,
            legal_basis=found.legal_basis,
            acts=_read_acts(row, where, dated),
            dates=_read_dates(row, where, dated),
            clauses=tuple(Clause(kind, clause, where) for kind in find_clause_kinds(clause)),
        )
        for programme in row.parts("programs") or [_own_programme(found)]
    )


def _own_programme(legal: LegalList) -> str:
    """A list that is a programme by itself; OFAC's lists have programmes of their own."""
    return "" if legal.key.startswith("us_ofac") else legal.code


def part_citations(text: str) -> str:
    """The notices of a cell with one semicolon between them, whatever stood there.

    >>> part_citations("84 FR 54002;; 85 FR 34495 ,; 88 FR 1")
    '84 FR 54002; 85 FR 34495; 88 FR 1'
    """
    return _NEXT_NOTICE.sub("; ", text)


def _read_acts(row: Row, origin: Origin, dated: Sequence[Dated]) -> tuple[Act, ...]:
    citation = part_citations(row["federal_register_notice"])
    order = row["standard_order"].upper()
    measures = (f"standard order: {order}",) if order else ()
    start = find_day(row["start_date"])
    stated = [piece for piece in dated if piece.what == "listing"]
    if stated and not start:
        return tuple(_stated_act(piece, dated) for piece in stated)
    if not (start or citation or measures):
        return ()
    act = Act(ActKind.DESIGNATE, origin, on=start, citation=citation, measures=measures)
    return (act,)


def _stated_act(listed: Dated, dated: Sequence[Dated]) -> Act:
    """The act whose day of listing stands among the ids, with its day of effect beside it."""
    directive = listed.label.partition("(")[2].rstrip(":) ")
    effective = [p.on for p in dated if p.what == "effective" and directive in p.label]
    return Act(
        ActKind.DESIGNATE,
        listed.origin,
        on=listed.on,
        effective=next(iter(effective), None),
        instrument=directive,
    )


def _read_dates(row: Row, origin: Origin, dated: Sequence[Dated]) -> tuple[StatedDate, ...]:
    kinds = {"effective": DateKind.EFFECTIVE, "divest_by": DateKind.DIVEST_BY}
    found = [StatedDate(kinds[p.what], p.on, p.origin) for p in dated if p.what in kinds]
    end = find_day(row["end_date"])
    if end:
        # The Denied Persons List writes ends decades ahead for denials without one.
        raw = Origin(origin.source, origin.record, row["end_date"])
        found.append(StatedDate(DateKind.EXPIRES, end, raw))
    return tuple(dict.fromkeys(found))
