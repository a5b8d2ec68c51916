"""How much room a year of daily lists takes: `python -m benchmarks.history_space [--days N]`.

The real list is changed a little each day, by seeded chance: some 3,600 additions, 3,600 amendments
and 900 removals a year. Every day is published in a fresh home, and days chosen by chance are read
back and compared.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.cases import SHARED
from ostraka.model.party import Party
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source, load_parser

KEY = "us_ofac_sdn"
LIST = SHARED / "lists" / "us_ofac" / "sdn-2023-12-28"
START = date(2024, 1, 1)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SEED = 20211210


def load_real() -> ParsedList:
    """The whole CSV set of the SDN list of 2023-12-28, with aliases and addresses."""
    return load_parser(KEY)(open_inputs([LIST]))


def change_day(parties: dict[str, Party], chance: random.Random, fresh: Iterator[int]) -> None:
    """One day: 0 to 20 added, 0 to 20 amended, 0 to 5 removed; every day, weekends too."""
    ids = sorted(parties)
    for party_id in chance.sample(ids, chance.randint(0, 5)):
        del parties[party_id]
    ids = sorted(parties)
    for party_id in chance.sample(ids, chance.randint(0, 20)):
        party = parties[party_id]
        other = parties[chance.choice(ids)]
        parties[party_id] = replace(party, names=(*party.names, other.names[0]))
    for party_id in chance.sample(ids, chance.randint(0, 20)):
        made = f"{KEY}:9{next(fresh):06d}"
        parties[made] = replace(parties[party_id], id=made)


def run(days: int, home: Path) -> None:
    """Publishes every day and prints the room it takes."""
    chance, parsed = random.Random(SEED), load_real()
    fresh = iter(range(1_000_000))
    parties = {p.id: p for p in parsed.parties}
    store, kept, began = Store(home), {}, time.perf_counter()
    for number in range(days):
        if number:
            change_day(parties, chance, fresh)
        day = START + timedelta(days=number)
        today = ParsedList(parties=tuple(parties[k] for k in sorted(parties)), published=day)
        store.publish(get_source(KEY), today, published=None, now=NOW, force_reason="simulation")
        if chance.random() < 0.03 or number == days - 1:
            kept[day] = today.parties
    seconds = time.perf_counter() - began
    _compare(store, kept)
    _report(store, home, days, seconds)


def _compare(store: Store, kept: dict[date, tuple[Party, ...]]) -> None:
    for day, parties in kept.items():
        snapshot = store.as_of(KEY, day)
        assert snapshot is not None
        read = (_without_history(p) for p in store.load_parties(snapshot))
        assert tuple(read) == parties, f"{day} reads otherwise than it was published"
    print(f"{len(kept)} days read back equal")


def _without_history(party: Party) -> Party:
    bare = (replace(x, first_seen=None, last_absent=None) for x in party.listings)
    return replace(party, listings=tuple(bare))


def _report(store: Store, home: Path, days: int, seconds: float) -> None:
    folder = home / "snapshots" / KEY
    sizes = {
        f.name: sum(x.stat().st_size for x in f.iterdir()) for f in folder.iterdir() if f.is_dir()
    }
    whole = [size for size in sizes.values() if size > max(sizes.values()) / 2]
    total = sum(p.stat().st_size for p in home.rglob("*") if p.is_file())
    last = store.snapshots(KEY)[-1]
    began = time.perf_counter()
    store.load_parties(last)
    print(f"{days} days, {last.parties:,} parties on the last: {total / 1e6:.1f} MB")
    print(
        f"{len(whole)} whole snapshots of {max(whole) / 1e6:.1f} MB at most, "
        f"{len(sizes) - len(whole)} differences"
    )
    print(
        f"{seconds / days:.2f} s to publish a day; {time.perf_counter() - began:.2f} s to read "
        "the last with its history"
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=365)
    days = parser.parse_args().days
    with tempfile.TemporaryDirectory() as home:
        run(days, Path(home))


if __name__ == "__main__":
    main()
