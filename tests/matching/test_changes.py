"""What a hit says would change its outcome, held to the scorer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from matching.listed_parties import make_party
from ostraka.matching.building import build_index
from ostraka.matching.changes import write_years
from ostraka.matching.index import open_index
from ostraka.matching.scoring import find_hits
from ostraka.matching.weights import load_weights
from ostraka.model.datetext import parse_date
from ostraka.model.hit import Hit
from ostraka.model.identifier import Scheme
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject

WEIGHTS = load_weights()
ORLAK = make_party(
    "custom:1",
    "ORLAK, Vida",
    kind=PartyKind.PERSON,
    born=parse_date("Aug 1953"),
    country="cn",
    identifier="G12345678",
)


def _find(folder: Path, party: Party, subject: Subject) -> list[Hit]:
    build_index([party], folder / "test.index", WEIGHTS)
    index = open_index(folder / "test.index", WEIGHTS)
    return find_hits(index, [subject], threshold=0.7, weak_aliases=False)[0]


def _find_lowest(folder: Path, party: Party) -> str:
    """Of the spellings with one letter exchanged, the one that is found with the lowest score."""
    name = "Vida Orlak"
    spellings = [name[:k] + "u" + name[k + 1 :] for k in range(1, len(name)) if name[k] != " "]
    scores = {
        spelling: hit.score
        for spelling in spellings
        for hit in _find(folder, party, Subject(spelling))
    }
    return min(scores, key=lambda spelling: scores[spelling])


def test_the_years_of_birth_that_keep_the_hit_are_named_and_true(tmp_path: Path) -> None:
    """Each named year keeps the hit, and the years beside the span do not."""
    subject = Subject("Vida Orlak")
    [hit] = _find(tmp_path, ORLAK, subject)
    assert hit.would_change == (
        "A date of birth outside 1949-1957 would take it below the threshold.",
        "The same passport G12345678 would settle it.",
    )
    for year, standing in (("1948", 0), ("1949", 1), ("1957", 1), ("1958", 0)):
        born = replace(subject, born=parse_date(year))
        assert len(_find(tmp_path, ORLAK, born)) == standing


def test_a_name_near_the_threshold_falls_by_less(tmp_path: Path) -> None:
    """The sentences follow from the score, not from the entry alone, and are true."""
    party = replace(ORLAK, born=())
    near = _find_lowest(tmp_path, party)
    for query, falls in (("Vida Orlak", False), (near, True)):
        [hit] = _find(tmp_path, party, Subject(query))
        assert any(text.startswith("Being no person") for text in hit.would_change) is falls
        other_kind = Subject(query, kind=PartyKind.ORGANISATION)
        assert (_find(tmp_path, party, other_kind) == []) is falls


def test_nothing_outweighs_an_equal_identifier(tmp_path: Path) -> None:
    [hit] = _find(tmp_path, ORLAK, Subject("Somebody Else", ids=("G12345678",)))
    assert hit.would_change == (
        "The identifier is the same: no other fact would take it below the threshold.",
    )


def test_another_number_of_a_ship_is_another_ship(tmp_path: Path) -> None:
    ship = make_party(
        "custom:2", "ULRIQUA", kind=PartyKind.VESSEL, identifier="9187629", scheme=Scheme.IMO
    )
    [hit] = _find(tmp_path, ship, Subject("Ulriqua"))
    assert "Another number than imo 9187629 would take it below the threshold." in hit.would_change


def test_an_entry_that_states_nothing_says_so(tmp_path: Path) -> None:
    party = make_party("custom:3", "Vida Orlak")
    [hit] = _find(tmp_path, party, Subject("Vida Orlak"))
    assert hit.would_change == (
        "No fact that the list states would, by differing, take it below the threshold.",
    )


def test_years_are_written_as_spans() -> None:
    assert write_years([1950]) == "1950"
