"""Write docs/measured from the real files in ../shared/lists: what is read in each, and how full.

Run it by `make measure` where that folder is; the files it writes hold counts and shares only and
are committed, so that the page of coverage can be written and checked without the folder. Reasons
for differences are kept by a person, in the column `why`, which is carried over.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.sources.programme_map import get_programme
from ostraka.sources.registry import load_bundled, load_parser, load_sources
from sources.real_files import Reading, read_real_file

CHECKOUT = Path(__file__).parents[1]
LISTS = CHECKOUT.parent / "shared" / "lists"
FOLDER = CHECKOUT / "docs" / "measured"
FILES = ("path", "source", "published", "entries", "how", "records", "parties", "why")
# Extracts whose other fields are those of a sample, since they hold names alone.
NAMES_ONLY = frozenset({"uk.json", "eu_sanctions.json", "ofac-sdn.json", "ofac_nscmic.json"})
FIELDS: Mapping[str, Callable[[Party], object]] = {
    "kind": lambda p: p.kind,
    "several names": lambda p: len(p.names) > 1,
    "name in another script": lambda p: _has_name(p, NameKind.ORIGINAL_SCRIPT),
    "weak alias": lambda p: _has_name(p, NameKind.WEAK_ALIAS),
    "former name": lambda p: _has_name(p, NameKind.FORMER),
    "date of birth": lambda p: p.born,
    "place of birth": lambda p: p.birth_places,
    "gender": lambda p: p.genders,
    "date of establishment": lambda p: p.established,
    "country": lambda p: p.countries,
    "address": lambda p: p.addresses,
    "identifier": lambda p: p.identifiers,
    "relation": lambda p: p.relations,
    "fact": lambda p: p.facts,
    "day of listing": lambda p: any(x.listed_on for x in p.listings),
    "programme": lambda p: all(x.programme for x in p.listings),
    "legal basis": lambda p: all(get_programme(x).legal_basis for x in p.listings),
    "measures stated by the entry": lambda p: any(a.measures for x in p.listings for a in x.acts),
    "measures": lambda p: all(get_programme(x).measures for x in p.listings),
}


def main() -> int:
    """Both tables are written anew; 1 where the folder of real files is not there."""
    if not LISTS.is_dir():
        sys.stderr.write("There is no folder ../shared/lists beside this checkout.\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    known = {row["path"]: row for row in load_rows(FOLDER / "real_files.csv")}
    readings = {row["path"]: (row, _read(row)) for row in _manifest()}
    rows = [
        _make_file_row(row, found, known.get(path, {})) for path, (row, found) in readings.items()
    ]
    _write("real_files.csv", "what is read in each real file, and why counts differ", FILES, rows)
    shares = list(_measure_fields(readings.values()))
    header = ("source", "path", "parties", "field", "share")
    _write(
        "fields.csv",
        "share of parties that have a field, 0 to 1, in one file a list",
        header,
        shares,
    )
    return 0


def load_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of this folder, none where it is not there yet."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def _manifest() -> list[dict[str, str]]:
    with (LISTS / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["key"]]


def _read(row: Mapping[str, str]) -> Reading:
    return read_real_file(LISTS, row["path"], row["key"])


def _make_file_row(
    row: Mapping[str, str], found: Reading, known: Mapping[str, str]
) -> dict[str, object]:
    return {
        "path": row["path"],
        "source": row["key"],
        "published": row["published"],
        "entries": row["entries"],
        "how": found.how,
        "records": found.records,
        "parties": found.parties,
        "why": known.get("why", ""),
    }


def _measure_fields(
    readings: Iterable[tuple[Mapping[str, str], Reading]],
) -> Iterable[dict[str, object]]:
    best: dict[str, tuple[tuple[object, ...], str, Sequence[Party]]] = {}
    journal: list[Party] = []
    for row, found in readings:
        if found.parsed is None or Path(row["path"]).name in NAMES_ONLY:
            continue
        if row["key"] == "eu_journal":
            journal += found.parsed.parties
        whole = not {"aliases", "addresses"} & set(found.parsed.omits)
        rank = (found.how == "official", whole, row["published"], found.parties)
        if row["key"] not in best or rank > best[row["key"]][0]:
            best[row["key"]] = (rank, _name(row), found.parsed.parties)
    for source in load_sources().values():
        if source.bundled:
            parsed = load_parser(source.key)(load_bundled(source.key))
            best[source.key] = ((), "bundled", parsed.parties)
    if journal:
        best["eu_journal"] = ((), "all acts", journal)
    for key, (_, path, parties) in sorted(best.items()):
        counts = Counter(name for p in parties for name, has in FIELDS.items() if has(p))
        for name in FIELDS:
            share = f"{counts[name] / len(parties):.3f}"
            yield {
                "source": key,
                "path": path,
                "parties": len(parties),
                "field": name,
                "share": share,
            }


def _name(row: Mapping[str, str]) -> str:
    """The path of a file, or of the folder of the set it is read with."""
    path = Path(row["path"])
    return str(path.parent if row["key"].startswith("us_ofac") and path.suffix == ".csv" else path)


def _has_name(party: Party, kind: NameKind) -> bool:
    return any(name.kind is kind for name in party.names)


def _write(
    name: str, what: str, header: Sequence[str], rows: Iterable[Mapping[str, object]]
) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        day = datetime.now(tz=UTC).date().isoformat()
        file.write(f"# {what[0].upper()}{what[1:]}. Written by `make measure` on {day}.\n")
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
