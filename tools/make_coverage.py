"""The page of coverage: each list, what of it is read and left, counts of real files, known gaps.

The counts come from docs/measured, which tools/measure_lists.py writes from the real files; so the
page can be written and checked without them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ostraka.sources.definition import Source
from ostraka.sources.programme_map import load_programmes
from ostraka.sources.registers import Register

MEASURED = Path(__file__).parents[1] / "docs" / "measured"
Row = Mapping[str, str]
_HOW = {
    "official": "as published",
    "derived": "a third party's extract, put back into the published shape in tests only",
    "refused": "refused",
}


def make_coverage_page(sources: Iterable[Source], registers: Iterable[Register]) -> str:
    """What is read of every list, what is left, how many, and what is missing."""
    files, fields = _group("real_files.csv"), _group("fields.csv")
    notes: dict[str, dict[str, Any]] = yaml.safe_load(
        (MEASURED / "coverage.yml").read_text("utf-8")
    )
    lines = [
        "# Coverage",
        "",
        "What Ostraka reads of each list, what it leaves, what was counted in real files, and what",
        "is known to be missing. Counts and shares were measured by `make measure` on files that",
        "are not part of this project; records are what a file has, parties what is listed.",
        "",
        "Fields for ethnicity, religion, political opinion and health are left in every list, the",
        "raw record included, and sentences of remarks that speak of them.",
        "",
        _find_day(),
    ]
    for source in sources:
        lines += [
            "",
            f"## {source.key}",
            "",
            f"{source.title}. Read as {_join(source.formats)}.",
            "",
        ]
        lines += _make_fields(fields[source.key])
        lines += _make_files(files[source.key])
        lines += _make_points("Programmes", _describe_programmes(source))
        lines += _make_points("Left", notes[source.key]["left"])
        lines += _make_points("Known gaps", notes[source.key]["gaps"])
        lines = lines[:-1] if lines[-1] == "" else lines
    for register in registers:
        lines += ["", f"## {register.key}", "", f"{register.title}. A register, not a list.", ""]
        lines += _make_points("Read", notes[register.key]["read"])
        lines += _make_points("Left", notes[register.key]["left"])
        lines += _make_points("Known gaps", notes[register.key]["gaps"])
    return "\n".join(lines).rstrip() + "\n"


def _find_day() -> str:
    """When it was measured, as the head of the table says."""
    head = (MEASURED / "real_files.csv").read_text("utf-8").partition("\n")[0]
    return f"Measured on {head.rpartition(' on ')[2]}"


def _make_fields(rows: list[Row]) -> list[str]:
    if not rows:
        return ["No real file was at hand in which fields could be measured.", ""]
    first = rows[0]
    held = [f"{row['field']} {float(row['share']):.0%}" for row in rows if float(row["share"]) > 0]
    missing = [row["field"] for row in rows if float(row["share"]) == 0]
    where = first["path"] if first["path"] in ("bundled", "all acts") else f"`{first['path']}`"
    lines = [
        f"Read, as a share of the {int(first['parties']):,} parties of {where}: {', '.join(held)}.",
        "",
    ]
    return lines + ([f"Not found there: {', '.join(missing)}.", ""] if missing else [])


def _make_files(rows: list[Row]) -> list[str]:
    if not rows:
        return []
    lines = ["| file | of | entries in the manifest | records | parties | read | why they differ |"]
    lines += ["|---|---|---|---|---|---|---|"]
    return [*lines, *map(_make_file, rows), ""]


def _make_file(row: Row) -> str:
    counts = (_number(row[name]) for name in ("entries", "records", "parties"))
    cells = (f"`{row['path']}`", row["published"], *counts, _HOW[row["how"]], row["why"])
    return f"| {' | '.join(cells)} |"


def _describe_programmes(source: Source) -> Iterator[str]:
    number = len(load_programmes(source.key))
    if number:
        yield f"{number} in the table, each with name, authority, legal basis and measures."
    else:
        yield "No table: entries state what they rest on, or belong to other lists."


def _make_points(heading: str, points: Iterable[str]) -> list[str]:
    shown = [f"- {' '.join(point.split())}" for point in points]
    return [f"{heading}:", "", *shown, ""] if shown else []


def _group(name: str) -> dict[str, list[Row]]:
    lines = [x for x in (MEASURED / name).read_text("utf-8").splitlines() if not x.startswith("#")]
    found: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader(lines):
        found[row["source"]].append(row)
    return found


def _number(text: str) -> str:
    return f"{int(text):,}" if text else "not counted"


def _join(formats: Iterable[str]) -> str:
    return ", ".join(name.replace("_", " ") for name in formats)
