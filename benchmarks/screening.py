"""End to end: altered names of the UN list that must be found, and nobodies that must not."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import get_source, load_parser

LISTS = {
    "us_ofac_sdn": ("us_ofac/sdn-2023-12-28", "2023-12-28"),
    "un_sc": ("un_sc/consolidated-2026-02-27", None),
    "us_ofac_cons": ("us_ofac/consolidated-2026-01-08/consolidated.xml", None),
}
"""Real lists the labelled cases refer to: folder, and date where none is inside."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Share of rows whose party is found, and found first. Rows without a party are left out."""

    rows: int
    found: float
    first: float
    rows_per_second: float


@dataclass(frozen=True, slots=True)
class Alerts:
    """Rows that stop somebody, per 1,000 invented nobodies; and the same for each script.

    The script is a property of the test row's letters; it tells where romanisation stops more.
    """

    rows: int
    per_thousand: float
    rows_per_second: float
    by_script: dict[str, tuple[int, float]]


def open_lists(lists: Path, home: Path) -> Screener:
    """A screener over the real lists, imported into `home`."""
    store, now = Store(home), datetime.now(UTC)
    for key, (path, published) in LISTS.items():
        parsed = load_parser(key)(open_inputs([lists / path]))
        day = datetime.fromisoformat(published).date() if published else None
        store.publish(get_source(key), parsed, published=day, now=now)
    return open_screener(store, settings=Settings(limit=None, threads=2), now=now)


def measure_recall(screener: Screener, path: Path, *, all_fields: bool) -> Recall:
    """How many of the altered names are found, with the name alone or with all fields."""
    rows = [row for row in _load_rows(path) if row["truth"]]
    results, seconds = _screen(screener, [_subject(row, all_fields=all_fields) for row in rows])
    truths = [set(row["truth"].split(";")) for row in rows]
    pairs = list(zip(results, truths, strict=True))
    found = sum(any(hit.party in truth for hit in result.hits) for result, truth in pairs)
    first = sum(result.hits[0].party in truth for result, truth in pairs if result.hits)
    return Recall(len(rows), found / len(rows), first / len(rows), len(rows) / seconds)


def measure_alerts(screener: Screener, path: Path, most: int | None = None) -> Alerts:
    """How many nobodies are stopped by their name alone."""
    rows = _load_rows(path)[:most]
    results, seconds = _screen(screener, [_subject(row, all_fields=False) for row in rows])
    stopped = [bool(result.hits) for result in results]
    scripts = [_script(row["full_name"]) for row in rows]
    return Alerts(
        len(rows), _per_thousand(stopped), len(rows) / seconds, _by_script(scripts, stopped)
    )


def _by_script(scripts: Sequence[str], stopped: Sequence[bool]) -> dict[str, tuple[int, float]]:
    """For each script, how many rows and how many alerts per 1,000 of them."""
    groups = {
        script: [hit for own, hit in zip(scripts, stopped, strict=True) if own == script]
        for script in sorted(set(scripts))
    }
    return {script: (len(hits), round(_per_thousand(hits), 1)) for script, hits in groups.items()}


def _per_thousand(stopped: Sequence[bool]) -> float:
    return 1000 * sum(stopped) / len(stopped)


def _script(name: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, CJK, HANGUL, ARABIC."""
    letter = next((character for character in name if character.isalpha()), "")
    return unicodedata.name(letter, "NONE").split()[0]


def _screen(screener: Screener, subjects: Sequence[Subject]) -> tuple[list[Result], float]:
    started = perf_counter()
    results = screener.find_many(subjects)
    return results, perf_counter() - started


def _load_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _subject(row: dict[str, str], *, all_fields: bool) -> Subject:
    if not all_fields:
        return make_subject(row["full_name"])[0]
    return make_subject(row["full_name"], born=row["date_of_birth"], country=row["nationality"])[0]
