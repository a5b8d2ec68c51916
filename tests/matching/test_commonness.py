"""A name that many bear does not alert by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from matching.listed_parties import ORIGIN, make_party
from ostraka.matching.building import build_index
from ostraka.matching.index import Index, open_index
from ostraka.matching.scoring import find_hits
from ostraka.matching.weights import load_weights
from ostraka.model.identifier import Scheme
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole, CountryTie
from ostraka.model.subject import Subject

WEIGHTS = load_weights()


def _ship(name: str) -> Party:
    ship = make_party(
        "custom:1", name, kind=PartyKind.VESSEL, identifier="9187629", scheme=Scheme.IMO
    )
    return replace(ship, countries=(CountryTie("Panama", CountryRole.FLAG, ORIGIN),))


def _open(folder: Path, *parties: Party) -> Index:
    build_index(parties, folder / "test.index", WEIGHTS)
    return open_index(folder / "test.index", WEIGHTS)


def _alerts(index: Index, subject: Subject) -> int:
    [hits] = find_hits(index, [subject], threshold=0.7, weak_aliases=False)
    return len(hits)


@pytest.mark.parametrize(
    ("subject", "alerts"),
    [
        (Subject("Ocean Star"), 0),
        (Subject("Ocean Star", PartyKind.VESSEL), 0),
        (Subject("M/V OCEAN STAR", PartyKind.VESSEL), 0),
        (Subject("Ocean Star", PartyKind.VESSEL, countries=("pa",)), 1),
        (Subject("Ocean Star", PartyKind.VESSEL, countries=("mt",)), 0),
        (Subject("Ocean Star", PartyKind.VESSEL, ids=("IMO 9187629",)), 1),
        (Subject("Ocean Star", PartyKind.VESSEL, ids=("IMO 9074729",)), 0),
    ],
)
def test_a_common_ship_name_needs_a_second_datum(
    tmp_path: Path, subject: Subject, alerts: int
) -> None:
    """Dozens of ships are called Ocean Star; the flag or the number says which."""
    assert _alerts(_open(tmp_path, _ship("OCEAN STAR")), subject) == alerts


@pytest.mark.parametrize("name", ["ZHEN BAO 3", "OCEAN STAR 7", "Ulriqua Orlak"])
def test_a_name_of_its_own_or_with_a_number_alerts_alone(tmp_path: Path, name: str) -> None:
    """What few ships are called, says which ship is meant."""
    assert _alerts(_open(tmp_path, _ship(name)), Subject(name)) == 1


def test_one_common_word_alone_never_alerts(tmp_path: Path) -> None:
    """An entry that is only MOHAMMED would stop everybody who types one name."""
    bearers = [
        make_party(f"custom:{k}", f"MOHAMMED Orlak{'abcdefghij'[k % 10]}{'klmnopqrst'[k // 10]}ov")
        for k in range(100)
    ]
    alone = make_party("custom:999", "MOHAMMED", kind=PartyKind.PERSON, country="Yemen")
    index = _open(tmp_path, *bearers, alone)
    assert _alerts(index, Subject("Mohammed")) == 0
    assert _alerts(index, Subject("Mohammed", countries=("ye",))) == 1
