"""What share of the entries of real lists a rule answers for, by list, actor and activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from ostraka.effects.answer import find_pieces
from ostraka.effects.question import Case, Question, make_cases
from ostraka.effects.timeline import on_day, strictest
from ostraka.model.effect import Activity, Actor, Verdict
from ostraka.model.party import Party
from sources.real_files import DERIVED, OFFICIAL, read_real_file

QUESTIONS = tuple(Question(*asked) for asked in product(Actor, Activity))
_Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Covered:
    """Entries of one legal list in one edition, and for how many a rule answers each question."""

    list: str
    folder: str
    published: date
    entries: int
    answered: Counter[tuple[Actor, Activity]]


def measure(lists: Path, rows: Sequence[_Row]) -> list[Covered]:
    """Each legal list once, by the first edition that has entries of it."""
    found: dict[str, Covered] = {}
    for edition in _find_newest(rows):
        day = date.fromisoformat(edition[0]["published"])
        folder = Path(edition[0]["path"]).parent.as_posix()
        by_list = _sort_by_list(_read(lists, edition), day)
        for key in sorted(by_list.keys() - found.keys()):
            answered = _count(by_list[key], day)
            found[key] = Covered(key, folder, day, len(by_list[key]), answered)
    return [found[key] for key in sorted(found)]


def _find_newest(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The files of the newest edition of each source, official ones before extracts of others."""
    done: set[str] = set()
    for how in (OFFICIAL, DERIVED):
        editions: dict[tuple[str, str], list[_Row]] = {}
        for row in rows:
            if row["how"] == how and row["published"]:
                editions.setdefault((row["published"], row["source"]), []).append(row)
        for (_, source), edition in sorted(editions.items(), reverse=True):
            if source not in done:
                done.add(source)
                yield edition


def _read(lists: Path, edition: Sequence[_Row]) -> list[Party]:
    """The parties of an edition, each once: a file of a set is read with the whole set."""
    found: dict[str, Party] = {}
    sets: set[str] = set()
    for row in edition:
        folder = Path(row["path"]).parent.as_posix()
        together = row["source"].startswith("us_ofac") and row["path"].endswith(".csv")
        if together and folder in sets:
            continue
        sets.add(folder)
        parsed = read_real_file(lists, row["path"], row["source"]).parsed
        found |= {party.id: party for party in parsed.parties} if parsed else {}
    return list(found.values())


def _sort_by_list(parties: Sequence[Party], day: date) -> dict[str, list[list[Case]]]:
    """Of each legal list the cases of each party on it."""
    found: dict[str, list[list[Case]]] = {}
    for party in parties:
        own: dict[str, list[Case]] = {}
        for case in make_cases(party, day):
            own.setdefault(case.listing.list, []).append(case)
        for key, cases in own.items():
            found.setdefault(key, []).append(cases)
    return found


def _count(parties: Sequence[Sequence[Case]], day: date) -> Counter[tuple[Actor, Activity]]:
    answered: Counter[tuple[Actor, Activity]] = Counter()
    alike = Counter(tuple(_describe(case) for case in cases) for cases in parties)
    examples = {tuple(_describe(case) for case in cases): cases for cases in parties}
    for shape, number in alike.items():
        for question in QUESTIONS:
            pieces = on_day(find_pieces(examples[shape], question), day)
            if strictest(pieces) is not Verdict.REVIEW:
                answered[question.actor, question.activity] += number
    return answered


def _describe(case: Case) -> tuple[object, ...]:
    """All of a listing that a rule can ask for: entries that share it have one answer."""
    listing = case.listing
    return (
        listing.list, listing.programme, listing.listing_class, case.kind, case.words, case.clauses,
        tuple((act.kind, act.on, act.instrument, act.measures) for act in listing.acts),
        tuple((stated.kind, stated.on) for stated in listing.dates),
        listing.first_seen, listing.last_absent,
    )  # fmt: skip
