"""Every real list together: `python -m benchmarks.all_lists [--home HOME] [--links]`.

Imports the newest file of every list in the folder of real lists, one after another, into one home,
builds the one index over all of them and screens a name; then, where asked, links their entries.
Files that a third party transcribed, and pieces of sets, are left to the tests: `ostraka import`
refuses them, which is printed.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import SHARED

FOREIGN = ("DERIVED", "PARTIAL")
TRANSCRIBED = frozenset({"eu_journal"})
"""Lists whose own shape here is the table that others transcribe from the acts."""
TABLES_OF_OUR_OWN = ("us_state_7031c",)


@dataclass(frozen=True)
class Taken:
    """Seconds of the clock, and those that the processor worked: others may use the machine."""

    seconds: float = 0.0
    used: float = 0.0

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.seconds + other.seconds, self.used + other.used)

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s, {self.used:5.1f} s of processor"


@dataclass(frozen=True)
class Publication:
    """The files of a list of one day."""

    day: str
    files: tuple[Path, ...]


def find_newest(lists: Path) -> dict[str, Publication]:
    """The newest whole official publication of every list."""
    found: dict[str, Publication] = {}
    with (lists / "MANIFEST.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key, day = row["key"], row["published"]
            is_foreign = any(word in row["notes"] for word in FOREIGN)
            if not key or (is_foreign and key not in TRANSCRIBED):
                continue
            held = found.get(key, Publication("", ()))
            if day >= held.day:
                others = held.files if day == held.day else ()
                found[key] = Publication(day, (*others, lists / row["path"]))
    return found


def run_ostraka(home: Path, *arguments: str) -> tuple[Taken, subprocess.CompletedProcess[str]]:
    """What a command took, and what it said."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "ostraka.cli", *arguments, "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(seconds, used), done


def import_all(home: Path) -> Iterator[tuple[str, Taken, str]]:
    """Key, time and number of parties, or the refusal, of every list."""
    for key, newest in sorted(find_newest(SHARED / "lists").items()):
        yield (key, *import_one(home, key, newest))
    for key in TABLES_OF_OUR_OWN:
        yield (key, *import_one(home, key, Publication("", ())))


def import_one(home: Path, key: str, newest: Publication) -> tuple[Taken, str]:
    """The time and the number of parties, or the refusal."""
    wanted = ["import", key, *map(str, newest.files), "--json"]
    seconds, done = run_ostraka(home, *wanted, *(["--published", newest.day] if newest.day else []))
    if done.returncode and newest.day:  # the file says itself of which day it is
        more, done = run_ostraka(home, *wanted)
        seconds += more
    if done.returncode:
        return seconds, " ".join(done.stderr.strip().splitlines()[-3:])
    return seconds, f"{json.loads(done.stdout)['parties']:,} parties"


def run(home: Path, *, links: bool) -> None:
    """Prints what every step took."""
    total = Taken()
    for key, seconds, said in import_all(home):
        total += seconds
        print(f"{key:<18} {seconds}  {said}", flush=True)
    print(f"all lists          {total}", flush=True)
    for words in ("the first, with the index of all lists", "again"):
        seconds, done = run_ostraka(home, "screen", "Shohrat Zakir", "--json")
        print(f"screening, {words}: {seconds}; {_list_hits(done)}", flush=True)
    if links:
        seconds, done = run_ostraka(home, "links", "--json")
        print(f"links: {seconds}; {done.stderr.strip().splitlines()[-1:]}", flush=True)


def _list_hits(done: subprocess.CompletedProcess[str]) -> str:
    if done.returncode:
        return done.stderr
    hits = json.loads(done.stdout)["results"][0]["hits"]
    return ", ".join(hit["party"] for hit in hits)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, help="a folder to keep; default: one that goes")
    parser.add_argument("--links", action="store_true", help="also link the entries of all lists")
    given = parser.parse_args()
    if given.home:
        run(given.home, links=given.links)
        return
    with tempfile.TemporaryDirectory() as home:
        run(Path(home), links=given.links)


if __name__ == "__main__":
    main()
