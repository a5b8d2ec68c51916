"""What a hit says and what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.listed_parties import GROUP_LISTING, make_party, weak
from matching.name_strategies import names
from ostraka.matching.building import build_index
from ostraka.matching.explanation import recompute
from ostraka.matching.index import Index, open_index
from ostraka.matching.scoring import find_hits
from ostraka.matching.summing import bound
from ostraka.matching.weights import load_weights
from ostraka.model.datetext import parse_date
from ostraka.model.hit import Closeness, Feature, Hit, Reason, total
from ostraka.model.identifier import Scheme
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject

WEIGHTS = load_weights()
CEILING = WEIGHTS.kernel.ceiling


def _open(folder: Path, *parties: Party) -> Index:
    build_index(parties, folder / "test.index", WEIGHTS)
    return open_index(folder / "test.index", WEIGHTS)


def _find(index: Index, *subjects: Subject, weak_aliases: bool = False) -> Sequence[list[Hit]]:
    return find_hits(index, subjects, threshold=0.7, weak_aliases=weak_aliases)


ZAKIR = make_party(
    "custom:1",
    "ZAKIR, Shohrat",
    "ZHAKER, Xuekelaiti",
    kind=PartyKind.PERSON,
    born=parse_date("Aug 1953"),
    country="cn",
    identifier="G12345678",
)


def test_an_equal_name_alone_scores_the_ceiling_and_not_one(tmp_path: Path) -> None:
    [[hit]] = _find(_open(tmp_path, ZAKIR), Subject("Shohrat Zakir"))
    assert (hit.score, hit.closeness, hit.matched_name) == (
        CEILING,
        Closeness.EQUAL,
        "ZAKIR, Shohrat",
    )


def test_one_hit_a_party_by_its_best_name(tmp_path: Path) -> None:
    [[hit]] = _find(_open(tmp_path, ZAKIR), Subject("Xuekelaiti Zhaker"))
    assert hit.matched_name == "ZHAKER, Xuekelaiti"


@pytest.mark.parametrize(
    ("born", "row"),
    [
        ("1953-08-20", "born_agrees"),
        ("1953", "born_agrees"),
        ("1954-02-01", "born_near"),
        ("1953-01-01", "born_agrees"),
        ("1953-11-23", "born_other_day"),
        ("1956", "born_apart"),
    ],
)
def test_dates_of_birth_weigh_what_the_table_says(tmp_path: Path, born: str, row: str) -> None:
    index = _open(tmp_path, ZAKIR)
    [[hit]] = _find(index, Subject("Shohrat Zakir", born=parse_date(born)))
    [reason] = [r for r in hit.reasons if r.feature is Feature.BORN]
    assert reason.finding == row


def test_a_far_date_of_birth_takes_an_equal_name_below_the_threshold(tmp_path: Path) -> None:
    index = _open(tmp_path, ZAKIR)
    far = Subject("Shohrat Zakir", born=parse_date("1990"), countries=("cn",))
    assert _find(index, far) == [[]]


def test_swapped_day_and_month_are_not_a_contradiction(tmp_path: Path) -> None:
    party = make_party(
        "custom:2", "Ivan Petrov", kind=PartyKind.PERSON, born=parse_date("3 Aug 1953")
    )
    [[hit]] = _find(_open(tmp_path, party), Subject("Ivan Petrov", born=parse_date("1953-03-08")))
    assert [r.finding for r in hit.reasons][1] == "born_swapped"


def test_what_is_missing_on_either_side_is_neutral(tmp_path: Path) -> None:
    party = make_party("custom:2", "Ivan Petrov", kind=PartyKind.PERSON)
    subject = Subject("Ivan Petrov", PartyKind.PERSON, parse_date("1953"), ("ru",))
    [[hit]] = _find(_open(tmp_path, party), subject)
    assert [r.feature for r in hit.reasons] == [Feature.NAME]


def test_an_equal_identifier_decides_whatever_the_name(tmp_path: Path) -> None:
    [[hit]] = _find(_open(tmp_path, ZAKIR), Subject("Somebody Else", ids=("g 1234-5678",)))
    assert (hit.party, hit.score, total(hit.reasons)) == ("custom:1", 1.0, 1.0)


def test_an_equal_identifier_beside_contradictions_still_alerts_and_is_for_review(
    tmp_path: Path,
) -> None:
    subject = Subject(
        "Shohrat Zakir", PartyKind.ORGANISATION, parse_date("1930"), ("fr",), ("G12345678",)
    )
    [[hit]] = _find(_open(tmp_path, ZAKIR), subject)
    assert (hit.score, hit.review) == (
        1.0,
        "The identifier is the same, but born 1930 far apart from Aug 1953; no country in common; "
        "asked for: organisation; on the list: person.",
    )


def test_a_short_number_decides_nothing(tmp_path: Path) -> None:
    party = make_party("custom:2", "EP-GOM", identifier="56", scheme=Scheme.SERIAL_NUMBER)
    assert _find(_open(tmp_path, party), Subject("Totally Otherman", ids=("56",))) == [[]]


def test_a_number_the_list_has_mistyped_still_decides_and_says_so(tmp_path: Path) -> None:
    party = make_party("custom:2", "OCEAN STAR", identifier="9187620", scheme=Scheme.IMO)
    [[hit]] = _find(_open(tmp_path, party), Subject("Totally Otherman", ids=("9187620",)))
    assert hit.reasons[1].listed == "imo 9187620 (its check digit is wrong on the list)"


def test_the_number_of_a_shipping_company_is_an_imo_number_too(tmp_path: Path) -> None:
    party = make_party("custom:2", "OCEAN LINES", identifier="IMO 5989469", scheme=Scheme.IMO)
    [[hit]] = _find(_open(tmp_path, party), Subject("Totally Otherman", ids=("5989469",)))
    assert hit.score == 1.0


def test_a_number_pasted_with_its_country_is_the_same_number(tmp_path: Path) -> None:
    [[hit]] = _find(_open(tmp_path, ZAKIR), Subject("Otherman", ids=("G12345678 (China)",)))
    assert hit.score == 1.0


def test_a_shared_city_supports(tmp_path: Path) -> None:
    party = make_party(
        "custom:2", "SEK STUDIO", address="Chongnyon Street, Pyongyang, Korea, North"
    )
    [[hit]] = _find(_open(tmp_path, party), Subject("SEK Studio", address="Pyongyang, North Korea"))
    assert [r.detail for r in hit.reasons][1:] == ["in both addresses: pyongyang"]


def test_one_rare_word_finds_the_one_it_can_mean(tmp_path: Path) -> None:
    party = make_party("custom:2", "MADURO MOROS, Nicolas", kind=PartyKind.PERSON)
    index = _open(tmp_path, party)
    assert [len(hits) for hits in _find(index, Subject("Maduro"), Subject("Nicolas"))] == [1, 0]


def test_a_letter_alone_is_no_name(tmp_path: Path) -> None:
    party = make_party("custom:2", "EL M", kind=PartyKind.PERSON)
    assert _find(_open(tmp_path, party), Subject("M")) == [[]]


def test_a_generic_word_in_another_language_is_a_variant_and_not_equal(tmp_path: Path) -> None:
    party = make_party("custom:2", "BANK MELLI", kind=PartyKind.ORGANISATION)
    [[hit]] = _find(_open(tmp_path, party), Subject("National Bank"))
    assert hit.closeness is Closeness.VARIANT
    assert hit.reasons[0].detail == (
        "equal: bank; national ~ melli: forms of one name or word; only common words agree"
    )


def test_a_weak_alias_alerts_only_when_asked_for(tmp_path: Path) -> None:
    party = make_party("custom:2", "Khan Mohammad Azad", weak("Daniel Mohammad"))
    index = _open(tmp_path, party)
    assert _find(index, Subject("Daniel Mohammad")) == [[]]
    [[hit]] = _find(index, Subject("Daniel Mohammad"), weak_aliases=True)
    assert hit.matched_name == "Daniel Mohammad"


def test_another_legal_form_is_close_and_not_equal(tmp_path: Path) -> None:
    party = make_party("custom:2", "SENSETIME GROUP LIMITED", kind=PartyKind.ORGANISATION)
    [[inc], [ltd]] = _find(
        _open(tmp_path, party), Subject("SenseTime Group Inc."), Subject("Sense Time Group Ltd")
    )
    assert (inc.closeness, ltd.closeness) == (Closeness.CLOSE, Closeness.VARIANT)
    assert inc.score < ltd.score


def test_a_near_name_under_an_entry_that_names_a_group_is_for_review(tmp_path: Path) -> None:
    party = make_party(
        "custom:2", "Dahua Technology", kind=PartyKind.ORGANISATION, listing=GROUP_LISTING
    )
    [[hit]] = _find(_open(tmp_path, party), Subject("Dahua Technology Rennes"))
    assert hit.review == (
        "The entry also names a group (and any subsidiary); whether this party is one is open."
    )


def test_one_common_given_name_alone_never_alerts(tmp_path: Path) -> None:
    party = make_party("custom:2", "Mohammed Salah Hashemi", kind=PartyKind.PERSON)
    assert _find(_open(tmp_path, party), Subject("Mohammed")) == [[]]


def test_another_kind_of_party_argues_against(tmp_path: Path) -> None:
    [[hit]] = _find(_open(tmp_path, ZAKIR), Subject("Shohrat Zakir", PartyKind.ORGANISATION))
    assert hit.reasons[-1].weight == WEIGHTS.evidence["kind_differs"]


def test_a_ship_of_the_name_of_a_person_is_somebody_else(tmp_path: Path) -> None:
    index = _open(tmp_path, ZAKIR)
    assert _find(index, Subject("Shohrat Zakir", PartyKind.VESSEL)) == [[]]


def test_a_name_without_letters_finds_nothing(tmp_path: Path) -> None:
    assert _find(_open(tmp_path, ZAKIR), Subject("..."), Subject("—")) == [[], []]


@given(st.lists(names, min_size=1, max_size=8), names, st.sampled_from(["", "1953", "3 Aug 1953"]))
@settings(max_examples=80, deadline=None)
def test_every_score_is_the_exact_sum_of_its_reasons(
    tmp_path_factory: pytest.TempPathFactory, listed: list[str], query: str, born: str
) -> None:
    parties = [
        make_party(f"custom:{k}", name, born=parse_date("1954"), country="cn")
        for k, name in enumerate(listed)
    ]
    index = _open(tmp_path_factory.mktemp("index"), *parties)
    subject = Subject(query, born=parse_date(born), countries=("cn",))
    [hits] = find_hits(index, [subject], threshold=0.0, weak_aliases=False)
    for hit in hits:
        assert total(hit.reasons) == hit.score
        assert 0.0 <= hit.score <= 1.0
        assert recompute(hit.reasons[0], WEIGHTS) == hit.reasons[0].weight
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.party))


@given(st.lists(st.floats(-3, 3).map(lambda weight: round(weight, 4)), min_size=1, max_size=6))
def test_bounded_reasons_add_up_to_a_score_between_0_and_1(weights: list[float]) -> None:
    reasons = tuple(Reason(Feature.NAME, "", "", weight, "") for weight in weights)
    assert total(bound(reasons)) == min(1.0, max(0.0, total(reasons)))
