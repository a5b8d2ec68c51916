"""The legacy CSV set: sdn.csv or cons_prim.csv, with alt, add and comments.

No header, `-0- ` for nothing, quotation marks inside values written as apostrophes, a lone 0x1A
at the end. Weak aliases, dates, numbers and ties all stand in the remarks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ostraka.model.fact import Fact, Topic
from ostraka.model.name import NameKind
from ostraka.model.origin import Origin
from ostraka.sources.ofac import ledger as tally
from ostraka.sources.ofac.csv_rows import BelongingCheck, bad_row, iter_numbered_rows
from ostraka.sources.ofac.csv_set import ADDRESSES, ALIASES, COMMENTS, PRIMARY, CsvSet, find_csv_set
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.entries import (
    find_kind,
    make_address,
    make_name,
    take_remark,
    take_vessel_fields,
)
from ostraka.sources.ofac.finishing import finish_parties
from ostraka.sources.ofac.ledger import COMMENT_ROWS, Ledger
from ostraka.sources.ofac.omissions import find_csv_omissions
from ostraka.sources.ofac.programmes import refuse_other_list
from ostraka.sources.ofac.remarks import CAP, Remark
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.text import CsvRow, tidy

_NOTHING = frozenset({"-0-", "nan", ""})
_ENTITY = "entity"
_ALIAS_KINDS = {
    "aka": NameKind.ALIAS,
    "fka": NameKind.FORMER,
    "nka": NameKind.ALIAS,
}
_ROW_START = re.compile(rb'^"?\d+"?,', re.MULTILINE)


def parse_csv_set(files: Sequence[InputFile], edition: Edition) -> ParsedList:
    """The list in a CSV set.

    Raises:
        SourceRefused: the files are no such set, or are the other list; an entry without uid or
            name, or of another number of columns; two entries with one uid.
    """
    ledger = Ledger()
    given = find_csv_set(files, edition, ledger)
    comments = _read_comments(given, ledger)
    drafts = _read_entries(given.primary, edition, comments, ledger)
    refuse_other_list(drafts.values(), edition, given.primary.name)
    check = BelongingCheck(given.comments, drafts)
    for uid in comments:
        check.find_draft(uid)
    check.settle(ledger)
    _read_aliases(given.aliases, edition, drafts, ledger)
    _read_addresses(given.addresses, edition, drafts, ledger)
    parties = finish_parties(tuple(drafts.values()), edition, ledger)
    return ParsedList(
        parties=parties,
        published=None,
        counted=len(_ROW_START.findall(given.primary.data)),
        tallies=ledger.all_tallies(),
        warnings=ledger.all_warnings(),
        omits=find_csv_omissions(given, edition),
        partial=frozenset(f"{edition.key}:{d.uid}" for d in drafts.values() if d.partial),
    )


def _read_entries(
    file: InputFile, edition: Edition, comments: dict[str, str], ledger: Ledger
) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    for row in iter_numbered_rows(file, PRIMARY, ledger, refuse=True):
        draft = _read_entry(file, row, edition, comments, ledger)
        if draft.uid in drafts:
            raise bad_row(file, row, f"repeats the uid {draft.uid}")
        drafts[draft.uid] = draft
    return drafts


def _read_entry(
    file: InputFile, row: CsvRow, edition: Edition, comments: dict[str, str], ledger: Ledger
) -> Draft:
    uid, name, kind, programmes, title, *vessel, remarks = row.cells
    uid = uid.strip()
    if not _value(name) and name.strip() != "nan":
        raise bad_row(file, row, f"has no name for the uid {uid}")
    origin = Origin(edition.key, f"{edition.primary}:{uid}")
    draft = Draft(uid, find_kind(_value(kind) or _ENTITY, uid, ledger), origin)
    draft.programmes.extend(_split_programmes(_value(programmes)))
    draft.take(make_name(tidy(name), NameKind.PRIMARY, origin, person=draft.is_person))
    if _value(title):
        draft.take(Fact(Topic.POSITION, _value(title), origin))
    _take_vessel(draft, vessel)
    take_remark(draft, _join_remark(draft, _value(title), remarks, comments, ledger), ledger)
    return draft


def _take_vessel(draft: Draft, cells: Sequence[str]) -> None:
    fields = ("call_sign", "type", "tonnage", "gross_tonnage", "flag", "owner")
    take_vessel_fields(draft, dict(zip(fields, map(_value, cells), strict=True)))


def _join_remark(
    draft: Draft, title: str, remarks: str, comments: dict[str, str], ledger: Ledger
) -> Remark:
    """The remarks with their continuation, which goes on in the middle of a word."""
    text = "" if remarks.strip() in _NOTHING else remarks
    more = comments.get(draft.uid, "")
    full = len(text) >= CAP
    if more and not full:
        ledger.note(
            "a continuation of remarks is not joined: the remarks are not cut, so it belongs to "
            "another publication",
            draft.uid,
        )
        more = ""
    cut = full and not more and not text.endswith(".")
    # at the cap a full stop may be the end of all remarks, or of an abbreviation
    draft.partial = cut or (full and not comments)
    if cut:
        ledger.note(
            f"the remarks are cut at {CAP} characters and their continuation is missing", draft.uid
        )
    return Remark(
        tidy(text + more),
        draft.origin.source,
        draft.origin.record,
        person=draft.is_person,
        positions=frozenset((title, *title.split("; "))) if title else frozenset(),
        cut=cut,
    )


def _read_comments(given: CsvSet, ledger: Ledger) -> dict[str, str]:
    """Continued remarks by uid, exactly as they stand: the first character goes on a word."""
    comments: dict[str, str] = {}
    if given.comments is None:
        return comments
    for row in iter_numbered_rows(given.comments, COMMENTS, ledger):
        ledger.count(COMMENT_ROWS)
        uid, text = row.cells[0].strip(), row.cells[1]
        comments[uid] = comments.get(uid, "") + text
    return comments


def _read_aliases(
    file: InputFile | None, edition: Edition, drafts: dict[str, Draft], ledger: Ledger
) -> None:
    check = BelongingCheck(file, drafts, strict=True)
    for row in iter_numbered_rows(file, ALIASES, ledger):
        uid, number, kind, name, _remarks = (cell.strip() for cell in row.cells)
        draft = check.find_draft(uid)
        if draft is None:
            continue
        if not _value(name):
            ledger.note(f"an alias row of {edition.aliases} has no name and is left out", uid)
            continue
        if kind not in _ALIAS_KINDS:
            ledger.note(f"the kind of alias {kind!r} is unknown; it is read as an alias", uid)
        origin = Origin(edition.key, f"{edition.aliases}:{number}")
        alias = _ALIAS_KINDS.get(kind, NameKind.ALIAS)
        draft.take(make_name(tidy(name), alias, origin, person=draft.is_person))
    ledger.count(tally.ALIAS_ROWS, by=check.rows)
    check.settle(ledger)


def _read_addresses(
    file: InputFile | None, edition: Edition, drafts: dict[str, Draft], ledger: Ledger
) -> None:
    check = BelongingCheck(file, drafts, strict=True, covering=True)
    for row in iter_numbered_rows(file, ADDRESSES, ledger):
        uid, number, street, place, country, remarks = map(_value, row.cells)
        draft = check.find_draft(uid)
        if draft is None:
            continue
        origin = Origin(edition.key, f"{edition.addresses}:{number}")
        parts = {"street": street, "place": place, "country": country}
        address = make_address(parts, origin, note=remarks)
        if address is not None:
            ledger.count(tally.ADDRESSES_HELD)
            draft.take(address)
    ledger.count(tally.ADDRESS_ROWS, by=check.rows)
    check.settle(ledger)


def _split_programmes(text: str) -> tuple[str, ...]:
    """The tags of `A] [B`, which OFAC writes without the outer brackets."""
    return tuple(tag for part in text.split("] [") if (tag := part.strip(" []")))


def _value(cell: str) -> str:
    text = tidy(cell)
    return "" if text in _NOTHING else text
