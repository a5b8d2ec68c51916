"""GLEIF: relationship records (RR-CDF 2.1, XML or CSV), and names from LEI records.

Consolidation in accounts is control, usually and not always of more than half, and states no share:
it is kept as such and never made a percentage. A branch is the same legal person as its head
office. A fund's manager, its umbrella and its master hold nothing of it. An ultimate parent skips
levels; as no figures are added, nothing is counted twice.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, TextIO

from lxml import etree

from ostraka.model.errors import StakesRefused
from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day_or_tell
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.shares import UNKNOWN, WHOLE
from ostraka.ownership.stakes import Stake, Stakes

_CONSOLIDATED = {"IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY"}
_BRANCH = "IS_INTERNATIONAL_BRANCH_OF"
_NO_STAKE = {"IS_FUND-MANAGED_BY", "IS_SUBFUND_OF", "IS_FEEDER_TO"}
_VOID = {"ANNULLED", "DUPLICATE"}
_CSV_PERIODS = range(1, 6)


def read_gleif(raw: BinaryIO, file: str) -> Stakes:
    """The stakes of a file of relationships, or the names and countries of a file of LEI records.

    Raises:
        StakesRefused: It is another kind of XML, or breaks off.
    """
    problems = Problems(file)
    stakes: list[Stake] = []
    names: dict[str, str] = {}
    countries: dict[str, str] = {}
    read, announced, exceptions = 0, 0, 0
    try:
        for name, record in _read_records(raw):
            if name == "RecordCount":
                announced = int(record[""] or 0)
                continue
            read += 1
            if name == "RelationshipRecord":
                stakes.extend(make_stakes(record.get, (file, read), problems))
            elif name == "LEIRecord":
                names[record["LEI"]] = record.get("Entity/LegalName", "")
                countries[record["LEI"]] = record.get("Entity/LegalJurisdiction", "")[:2]
            else:
                exceptions += 1
    except etree.XMLSyntaxError as error:
        raise StakesRefused(
            f"it is no whole XML: {error.msg}", where=file, remedy="Fetch the file again."
        ) from error
    if not read:
        raise StakesRefused(
            "it holds no relationship and no LEI record",
            where=file,
            remedy="Give the RR or LEI2 file of GLEIF's golden copy.",
        )
    if exceptions:
        problems.say(f"{exceptions:,} reasons why a parent is not reported; no stake follows")
    if announced != read:
        problems.say(f"its head states {announced:,} records and it holds {read:,}: an excerpt")
    return Stakes(stakes, names, {k: c for k, c in countries.items() if c}, problems.all())


def read_gleif_csv(text: TextIO, file: str) -> Stakes:
    """The stakes of a relationship file of the golden copy as CSV."""
    problems = Problems(file)
    stakes = [stake for row in stream_gleif_csv(text, file, problems) for stake in row]
    return Stakes(stakes, {}, {}, problems.all())


def stream_gleif_csv(
    text: Iterable[str], file: str, problems: Problems
) -> Iterator[Sequence[Stake]]:
    """The stakes of each row, one after the other, so that no file is held whole."""
    for number, row in enumerate(csv.DictReader(text), start=1):
        record = _name_as_xml(row)
        yield tuple(make_stakes(record.get, (file, number), problems))


def make_stakes(
    get: Callable[[str], str | None], place: tuple[str, int], problems: Problems
) -> Iterator[Stake]:
    """The stake of one relationship record, none where it is no stake."""
    kind = get("Relationship/RelationshipType") or ""
    if kind in _NO_STAKE or (get("Registration/RegistrationStatus") or "") in _VOID:
        return
    if kind not in _CONSOLIDATED and kind != _BRANCH:
        problems.add(place[1], "RelationshipType", f"{kind!r} is not known; left out")
        return
    child = get("Relationship/StartNode/NodeID") or ""
    parent = get("Relationship/EndNode/NodeID") or ""
    if not child or not parent:
        problems.add(place[1], "NodeID", "empty; the record is left out")
        return
    start = read_day_or_tell(get("start") or "", (place[1], "StartDate"), problems)
    end = read_day_or_tell(get("end") or "", (place[1], "EndDate"), problems)
    if (get("Relationship/RelationshipStatus") or "") == "INACTIVE" and end is None:
        updated = get("Registration/LastUpdateDate") or ""
        end = read_day_or_tell(updated, (place[1], "LastUpdateDate"), problems)
    branch = kind == _BRANCH
    low, high = (WHOLE, WHOLE) if branch else UNKNOWN
    interest = Interest.SHARES if branch else Interest.CONSOLIDATION
    yield Stake(parent, child, low, high, interest, start, end, file=place[0], row=place[1])


def _read_records(raw: BinaryIO) -> Iterator[tuple[str, Mapping[str, str]]]:
    wanted = ("{*}RelationshipRecord", "{*}LEIRecord", "{*}RecordCount", "{*}Exception")
    parsed = etree.iterparse(
        raw, events=("end",), tag=wanted, resolve_entities=False, no_network=True, huge_tree=True
    )
    for _, element in parsed:
        name = etree.QName(element).localname
        if name == "RecordCount":
            yield name, {"": element.text or ""}
        else:
            yield name, _flatten(element)
            element.clear()
            while element.getprevious() is not None:
                parent = element.getparent()
                if parent is None:
                    break
                del parent[0]


def _flatten(record: etree._Element) -> dict[str, str]:
    flat = dict(_period_of(record))
    waiting = [("", record)]
    for path, element in waiting:  # grows while it is read
        for child in element.iterchildren("{*}*"):
            name = f"{path}{etree.QName(child).localname}"
            if len(child):
                waiting.append((f"{name}/", child))
            else:
                flat.setdefault(name, (child.text or "").strip())
    return flat


def _period_of(record: etree._Element) -> dict[str, str]:
    for period in record.iter("{*}RelationshipPeriod"):
        if period.findtext("{*}PeriodType") == "RELATIONSHIP_PERIOD":
            return {
                "start": period.findtext("{*}StartDate") or "",
                "end": period.findtext("{*}EndDate") or "",
            }
    return {}


def _name_as_xml(row: Mapping[str, str]) -> dict[str, str]:
    record = {str(name).replace(".", "/"): value for name, value in row.items()}
    for number in _CSV_PERIODS:
        part = f"Relationship/Period/{number}/"
        if record.get(f"{part}periodType") == "RELATIONSHIP_PERIOD":
            record["start"] = record.get(f"{part}startDate", "")
            record["end"] = record.get(f"{part}endDate", "")
    return record
