"""Small registers in the shape of the real ones, with invented parties."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from ostraka.sources.registers import Register, RegisterFloors, get_register
from sync.publisher import Answer, Publisher

HEADING = (
    "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,"
    "Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus,"
    "Relationship.Period.1.startDate,Relationship.Period.1.endDate,Relationship.Period.1.periodType,"
    "Registration.LastUpdateDate,Registration.RegistrationStatus"
)
BOUNDS: Mapping[str, Any] = {
    "limit_mib": 8,
    "unpacked_mib": 32,
    "floors": RegisterFloors(records_min=3, stakes_min=3),
}


def lei(number: int) -> str:
    """A key of the length of an LEI."""
    return f"OSTRAKA{number:013}"


def make_rr(
    children: int,
    *,
    heading: str = HEADING,
    day: str = "2015-01-01",
    kind: str = "IS_DIRECTLY_CONSOLIDATED_BY",
) -> bytes:
    """The relationships of so many companies with one parent, as a zip archive of one CSV."""
    rows = [
        f"{lei(n)},LEI,{lei(0)},LEI,{kind},ACTIVE,{day},,RELATIONSHIP_PERIOD,2026-01-01,PUBLISHED"
        for n in range(1, children + 1)
    ]
    return pack("rr.csv", "\n".join([heading, *rows]))


def make_psc(
    companies: Sequence[str], owner: str, *, announced: int | None = None, end: str = ""
) -> bytes:
    """Half to three quarters of each company held by one person, as a zip archive of lines."""
    lines = [json.dumps(make_line(company, owner)) for company in companies]
    if announced is not None:
        totals = {
            "kind": "totals#persons-of-significant-control-snapshot",
            "persons_of_significant_control_count": announced,
        }
        lines.append(json.dumps({"data": totals}))
    return pack("psc.txt", "\n".join(lines) + end)


def make_line(company: str, owner: str) -> Mapping[str, Any]:
    """One line of the snapshot; an owner of digits is a company of that number."""
    data: dict[str, Any] = {
        "kind": "corporate-entity-person-with-significant-control",
        "name": owner,
        "natures_of_control": ["ownership-of-shares-50-to-75-percent"],
        "notified_on": "2016-04-06",
    }
    if owner.isdigit():
        data["name"] = f"Holding {owner} Ltd"
        data["identification"] = {
            "registration_number": owner, "country_registered": "England"
        }  # fmt: skip
    return {"company_number": company, "data": data}


def pack(name: str, text: str | bytes) -> bytes:
    """A zip archive of one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def make_gleif(publisher: Publisher, **changes: object) -> Register:
    """The register of GLEIF at that publisher: its document first, then the plain address."""
    real = get_register("gleif_rr")
    first, second = real.sets
    sets = (
        first.model_copy(update={"url": f"{publisher.address}/rr/latest"}),
        second.model_copy(update={"url": f"{publisher.address}/rr/latest.csv"}),
    )
    return real.model_copy(update={**BOUNDS, "sets": sets, **changes})


def publish_rr(
    publisher: Publisher, body: bytes, records: int | None, day: str = "2026-11-20"
) -> str:
    """The path of the file, published with the document that names it."""
    path = f"/files/{day}-rr.csv.zip"
    publisher.publishes(path, body, ETag=f'"{hash(body)}"')
    announce_rr(publisher, path, records, day)
    return path


def announce_rr(publisher: Publisher, path: str, records: int | None, day: str) -> None:
    """The document says that the newest file is there."""
    file = {"url": f"{publisher.address}{path}", "record_count": records}
    document = {"data": {"publish_date": f"{day} 08:00:00", "full_file": {"csv": file}}}
    publisher.says("/rr/latest", Answer(json.dumps(document).encode()))


def make_gb(publisher: Publisher, **changes: object) -> Register:
    """The register of Companies House at that publisher."""
    real = get_register("gb_psc")
    page = f"{publisher.address}/en_pscdata.html"
    sets = tuple(files.model_copy(update={"url": page}) for files in real.sets)
    return real.model_copy(update={**BOUNDS, "sets": sets, **changes})


def publish_parts(publisher: Publisher, day: str, *parts: bytes) -> list[str]:
    """The paths of the parts of a day, all named by the page."""
    paths = [f"/psc-snapshot-{day}_{n}of{len(parts)}.zip" for n in range(1, len(parts) + 1)]
    for path, body in zip(paths, parts, strict=True):
        publisher.publishes(path, body, ETag=f'"{hash(body)}"')
    name_links(publisher, *paths)
    return paths


def name_links(publisher: Publisher, *paths: str) -> None:
    """The page names these files."""
    links = "".join(f'<a href="{path[1:]}">{path}</a>' for path in paths)
    publisher.says("/en_pscdata.html", Answer(f"<html>{links}</html>".encode()))
