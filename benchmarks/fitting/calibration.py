"""Fits `ostraka/matching/calibration.csv`: what a score of the name, and a finding, is worth.

    python -m benchmarks.fitting.calibration

True names are altered names of the half of the parties that may be tuned on; strangers are the
half of the invented nobodies and of the companies whose row hashes even. What the two say of the
date and country of a party comes from the rows of the altered UN names whose party hashes even.
Nothing of the other halves is looked at. `benchmarks.run_calibration` measures what comes of it.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from benchmarks.alterations import generate_cases, load_listed_parties
from benchmarks.alterations.kinds import KINDS
from benchmarks.cases import NOBODIES, SHARED, Case, load_positives, sample
from benchmarks.fitting.likelihoods import fit_bands, fit_findings
from ostraka.matching.building import build_index
from ostraka.matching.evidence import weigh_evidence
from ostraka.matching.index import Index, encode_query, open_index
from ostraka.matching.record import Record
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party, PartyKind
from ostraka.screening.subjects import make_subject

FLOOR = 0.5
STARTS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96)
PER_KIND, STRANGERS, PAIRS = 60, 4_000, 200_000

JUDGED = {
    "gender_differs": (-1.0, "lists and customers state it rightly nine times in ten"),
    "country_agrees": (1.0, "one stranger in ten; the nobodies' countries are drawn at random"),
    "country_differs": (-0.7, "lists leave out one country of a true match in five"),
    "address_agrees": (1.0, "a city in common: one stranger in ten"),
    "birth_place_agrees": (1.5, "a place of birth in common: one stranger in thirty"),
    "kind_differs": (-1.5, "the kind is wrong once in thirty"),
    "craft_differs": (-2, "a ship is entered as something else once in a hundred"),
    "identifier_equal": (6.0, "a number mistyped into another party's: one in a million"),
    "identifier_weak": (2.0, "a short number in common: one stranger in a hundred"),
    "identifier_differs": (-2.0, "a number for life is mistyped or changed once in a hundred"),
    "identifier_renewed": (-0.3, "half of all parties that are the same have renewed it"),
    "common_ship": (-2.0, "a hundred ships bear the name"),
    "common_word": (-2.0, "a hundred parties and many thousand others bear it"),
    "born_swapped": (2.5, "a twelfth of the days, and a twelfth of the years, have such a twin"),
    "born_anniversary": (2.0, "strangers share a day one time in 365, and a near year seldom"),
}
"""Where the data says nothing or too little: judgements, each with its reason."""

HEAD = """\
# Weights of evidence, logarithms to base 10 of likelihood ratios: how much likelier the finding is
# where the match is true than where it is not. `name`: by the score of the name, from `from` up to
# the next row; never falling. `finding`: by the row of the table of evidence. `basis`: fitted, with
# the rows it was fitted on, or judged, with the reason.
# By `python -m benchmarks.fitting.calibration`.
kind,name,from,value,basis
"""


def main() -> None:
    """Writes the table into the package, from the lists and cases in ../shared."""
    parties = load_listed_parties(SHARED / "lists")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listed.index"
        build_index(parties, path, load_weights())
        index = open_index(path, load_weights())
        rows = [*_fit_names(index, parties), *_fit_evidence(index, parties)]
    target = Path(__file__).parents[2] / "src/ostraka/matching/calibration.csv"
    target.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def _fit_names(index: Index, parties: Sequence[Party]) -> Iterator[str]:
    cases = generate_cases(parties, per_kind=PER_KIND, seed=7, split="tune", kinds=KINDS)
    owners = {party.id: owner for owner, party in enumerate(parties)}
    wanted = [owners[case.party_id] for case in cases]
    true = _score(index, [(case.altered, case.party_kind) for case in cases], wanted)
    nobodies = list(_choose_nobodies())
    strangers = _score(index, [(case.name, case.kind) for case in nobodies], None)
    basis = f'"fitted: {len(true):,} altered names, {len(strangers):,} nobodies"'
    for start, value in zip(STARTS, fit_bands(true, strangers, STARTS), strict=True):
        yield f"name,,{start:g},{value:g},{basis}"


def _score(
    index: Index, names: Sequence[tuple[str, PartyKind | None]], wanted: Sequence[int] | None
) -> list[float]:
    """For each name the score of the party wanted, or the best of any; 0 below the floor."""
    queries = [encode_query(name, kind) for name, kind in names]
    found = index.search_many(queries, floor=FLOOR, weak_aliases=False, threads=2)
    scores = []
    for at, candidates in enumerate(found):
        own = [c for c in candidates if wanted is None or c.owner == wanted[at]]
        scores.append(max((round(c.scored[0], 4) for c in own), default=0.0))
    return scores


def _fit_evidence(index: Index, parties: Sequence[Party]) -> Iterator[str]:
    owners = {party.id: owner for owner, party in enumerate(parties)}
    positives = [case for treated in (False, True) for case in load_positives(treated=treated)]
    true = [
        finding
        for case in positives
        for party in case.truth
        if party in owners and _is_even(party)
        for finding in _find(case, index.record(owners[party]))
    ]
    chance = random.Random(7)
    people = [case for case in _choose_nobodies() if case.born]
    listed = [index.record(owner) for owner in range(len(index))]
    listed = [record for record in listed if record.born]
    drawn = ((chance.choice(people), chance.choice(listed)) for _ in range(PAIRS))
    strangers = [finding for case, record in drawn for finding in _find(case, record)]
    judged = {name: (value, f'"judged: {why}"') for name, (value, why) in JUDGED.items()}
    fitted = {
        name: (value, f'"fitted: {len(true):,} findings of true pairs, {PAIRS:,} drawn pairs"')
        for name, value in _fit_by_feature(true, strangers).items()
    }
    for name, (value, basis) in sorted((fitted | judged).items()):
        yield f"finding,{name},,{value:g},{basis}"


def _fit_by_feature(true: Sequence[str], strangers: Sequence[str]) -> Mapping[str, float]:
    """Findings of one feature exclude each other, and share what that feature says."""
    fitted: dict[str, float] = {}
    for feature in ("born", "country"):
        own = [finding for finding in true if finding.startswith(feature)]
        others = [finding for finding in strangers if finding.startswith(feature)]
        fitted |= fit_findings(own, others)
    return fitted


def _find(case: Case, record: Record) -> list[str]:
    subject, _ = make_subject(case.name, born=case.born, country=case.country)
    return [reason.finding for reason in weigh_evidence(subject, record, load_weights())]


def _choose_nobodies() -> list[Case]:
    """Half of the people and of the companies, three to one."""
    people = [*NOBODIES["people, US mix"](), *NOBODIES["people, global mix"]()]
    companies = NOBODIES["companies"]()
    return [
        *sample([case for case in people if _is_even(case.id)], STRANGERS * 3 // 4),
        *sample([case for case in companies if _is_even(case.id)], STRANGERS // 4),
    ]


def _is_even(key: str) -> bool:
    return sha256(key.encode()).digest()[0] % 2 == 0


if __name__ == "__main__":
    main()
