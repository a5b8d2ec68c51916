"""What beside the name speaks for a match, what against it, and by how much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.listed_parties import ORIGIN, make_party
from ostraka.matching.evidence import find_floor, find_most, settle, weigh_evidence
from ostraka.matching.record import Record, decode_record, encode_record
from ostraka.matching.summing import weigh_reasons
from ostraka.matching.weights import load_weights
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Gender, StatedGender
from ostraka.model.hit import Feature, Reason, total
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import BirthPlace
from ostraka.model.subject import Subject

WEIGHTS = load_weights()
ORLAK = make_party("custom:1", "Vida Orlak", kind=PartyKind.PERSON)


def _record(party: Party) -> Record:
    return decode_record(encode_record(party))


def _findings(subject: Subject, party: Party) -> list[str]:
    return [reason.finding for reason in weigh_evidence(subject, _record(party), WEIGHTS)]


def _born(text: str) -> Party:
    days = tuple(day for part in text.split(" or ") if (day := parse_date(part)))
    return replace(ORLAK, born=days)


@pytest.mark.parametrize(
    ("asked", "listed", "finding"),
    [
        ("1953-08-02", "1953-08-02", "born_same_day"),
        ("1953-08-02", "1940 or 1953-08-02 or 1960", "born_same_day"),
        ("1953-08", "1953", "born_agrees"),
        ("1953-08-02", "1953-02-08", "born_swapped"),
        ("1954-08-02", "1953-08-02", "born_anniversary"),
        ("1954", "1953-08", "born_near"),
        ("1952-12-31", "1953-01-01", "born_near"),
        ("1953-05-05", "1953-01-01", "born_agrees"),
        ("1953-01-01", "1953-01-01", "born_agrees"),
        ("1953-08-02", "1953-11-23", "born_other_day"),
        ("1955", "circa 1953", "born_near"),
        ("1957", "1953", "born_apart"),
        ("1958", "1953", "born_far"),
    ],
)
def test_dates_of_birth_agree_as_far_as_they_are_stated(
    asked: str, listed: str, finding: str
) -> None:
    """The best of several listed dates counts; the first of January stands for its year."""
    assert _findings(Subject("Vida Orlak", born=parse_date(asked)), _born(listed)) == [finding]


def test_a_year_off_by_one_speaks_for_a_match_and_not_against() -> None:
    """Years of birth are misremembered by one more often than strangers are born a year apart."""
    assert WEIGHTS.evidence["born_near"] > 0 > WEIGHTS.evidence["born_apart"]


@pytest.mark.parametrize(
    ("asked", "listed", "findings"),
    [
        (Gender.FEMALE, Gender.MALE, ["gender_differs"]),
        (Gender.MALE, Gender.MALE, []),
        (None, Gender.MALE, []),
        (Gender.MALE, None, []),
    ],
)
def test_gender_only_argues_against_and_only_where_both_sides_state_it(
    asked: Gender | None, listed: Gender | None, findings: list[str]
) -> None:
    """Half of all strangers share it, so agreement says nothing; nothing is inferred."""
    party = replace(ORLAK, genders=(StatedGender(listed, ORIGIN),) if listed else ())
    assert _findings(Subject("Vida Orlak", gender=asked), party) == findings


def test_a_shared_place_of_birth_supports_and_a_shared_country_name_does_not() -> None:
    """The word of the country is what `country` weighs already."""
    party = replace(ORLAK, birth_places=(BirthPlace("Brodov, Kandia District", ORIGIN),))
    assert _findings(Subject("Vida Orlak", birth_place="Brodov"), party) == ["birth_place_agrees"]
    assert _findings(Subject("Vida Orlak", birth_place="Afghanistan"), party) == []


@pytest.mark.parametrize(
    ("scheme", "listed", "asked", "findings"),
    [
        (Scheme.IMO, "IMO 9187629", "9074729", ["identifier_differs"]),
        (Scheme.IMO, "IMO 9187629", "1234568", []),
        (Scheme.IMO, "IMO 9187629", "IMO 1234568", ["identifier_differs"]),
        (Scheme.LEI, "213800KUD8LAJWSQ9D15", "5493001KJTIIGC8Y1R12", ["identifier_differs"]),
        (Scheme.LEI, "213800KUD8LAJWSQ9D15", "K123456", []),
        (Scheme.INN, "7707083893", "7736050003", ["identifier_differs"]),
        (Scheme.MMSI, "273123456", "MMSI 273654321", ["identifier_renewed"]),
        (Scheme.PASSPORT, "X123456", "passport Y654321 (Iran)", ["identifier_renewed"]),
        (Scheme.PASSPORT, "X123456", "passport Y654321 (China)", []),
        (Scheme.PASSPORT, "X123456", "passport Y654321", []),
        (Scheme.NATIONAL_ID, "123456789", "987654321", []),
        (Scheme.IMO, "IMO 9187629", "9187629", []),
    ],
)
def test_another_number_of_the_same_scheme_argues_against(
    scheme: Scheme, listed: str, asked: str, findings: list[str]
) -> None:
    """Where a party bears one number for life, strongly; where numbers are renewed, a little."""
    number = Identifier(scheme, listed, ORIGIN, country="Iran")
    assert _findings(
        Subject("Vida Orlak", ids=(asked,)), replace(ORLAK, identifiers=(number,))
    ) == (findings)


def test_a_wallet_of_a_scheme_with_case_is_compared_as_written() -> None:
    """Base58 addresses that differ in case are other addresses."""
    address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
    wallet = Identifier(Scheme.WALLET, address, ORIGIN)
    record = _record(replace(ORLAK, identifiers=(wallet,)))
    assert record.find_identifier(address)
    assert record.find_identifier(address.swapcase()) is None


weights_of_evidence = st.sampled_from(sorted(v for v in WEIGHTS.evidence.values() if v < 1))


@given(st.floats(0, 0.97), st.lists(weights_of_evidence, max_size=6))
def test_support_never_fills_the_score(name: float, weights: list[float]) -> None:
    """Only an identifier that decides makes a score of 1: equals keep their order."""
    reasons = [Reason(Feature.BORN, "", "", weight, "") for weight in weights]
    settled = settle(Reason(Feature.NAME, "", "", round(name, 4), ""), reasons)
    assert total(settled) < 1
    assert all(
        (a.weight > 0) == (b.weight > 0)
        for a, b in zip(settled[1:], reasons, strict=True)
        if a.weight
    )


@given(st.floats(0.3, 0.99))
def test_the_floor_leaves_out_no_name_that_evidence_could_lift(threshold: float) -> None:
    """A name just below the floor stays below the threshold with everything in its favour."""
    born = parse_date("1953-08-02")
    subject = Subject("x", None, born, ("cn",), ("1",), "Brodov", "Brodov")
    floor = find_floor(subject, threshold, WEIGHTS)
    best = (
        "born_same_day",
        "country_agrees",
        "address_agrees",
        "birth_place_agrees",
        "identifier_weak",
    )
    reasons = [Reason(Feature.BORN, "", "", WEIGHTS.evidence[row], "") for row in best]
    below = Reason(Feature.NAME, "", "", max(0.0, round(floor - 0.0002, 4)), "")
    assert total(settle(below, reasons)) < threshold + (floor == 0)
    assert find_floor(Subject("x"), threshold, WEIGHTS) == pytest.approx(threshold, abs=0.001)


BIRTHS = st.sampled_from((None, "1953", "1953-08", "1953-08-02", "2 Aug 1954", "1971-01-05"))
SUBJECTS = st.builds(
    Subject,
    st.just("Vida Orlak"),
    st.none() | st.sampled_from(PartyKind),
    BIRTHS.map(lambda text: parse_date(text) if text else None),
    st.sampled_from(((), ("cn",), ("fr",), ("fr", "cn"))),
    st.sampled_from(((), ("G12345678",), ("LEI 529900T8BM49AURSDO55",), ("P1", "P2"))),
    st.sampled_from(("", "Brodov", "1 High Street, Karvel")),
    st.sampled_from(("", "Brodov", "Karvel")),
    st.none() | st.sampled_from(Gender),
)
PARTIES = st.builds(
    make_party,
    st.just("custom:1"),
    st.sampled_from(("Vida Orlak", "OCEAN STAR", "Maria")),
    kind=st.none() | st.sampled_from(PartyKind),
    born=BIRTHS.map(lambda text: parse_date(text) if text else None),
    country=st.sampled_from(("", "cn", "fr")),
    identifier=st.sampled_from(("", "G12345678", "529900T8BM49AURSDO55")),
    scheme=st.sampled_from((Scheme.PASSPORT, Scheme.LEI)),
    address=st.sampled_from(("", "Brodov, China", "High Street, Karvel")),
)


@given(SUBJECTS, PARTIES, st.floats(0, 0.97), st.lists(weights_of_evidence, max_size=2))
def test_the_score_of_a_candidate_is_known_before_a_word_of_it_is_written(
    subject: Subject, party: Party, score: float, agreed: list[float]
) -> None:
    """What is not a hit is told by numbers alone; only a common name takes off more."""
    record = _record(party)
    name = Reason(Feature.NAME, subject.name, record.name, round(score, 4), "")
    found = [Reason(Feature.IDENTIFIER, "", "", weight, "") for weight in agreed]
    most = find_most(subject, record, name.weight, agreed, WEIGHTS)
    reasons = weigh_reasons(subject, record, name, found, WEIGHTS)
    if any(reason.feature is Feature.COMMON_NAME for reason in reasons):
        assert total(reasons) < most or total(reasons) == 0
    else:
        assert total(reasons) == most
