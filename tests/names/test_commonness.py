"""A word that is rare on a list may be common among the people a user asks about."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import fold, prepare
from ostraka.names.commonness import find_commonness
from ostraka.names.rows import load_rows


@pytest.mark.parametrize(
    ("common", "rarer"),
    [("Kim", "Smith"), ("Smith", "Vaughn"), ("Mohammed", "Tariq"), ("Wang", "Ouyang")],
)
def test_the_commoner_name_has_more_bearers(common: str, rarer: str) -> None:
    """The ladder is coarse and its order is that of the censuses."""
    shares = [prepare(name, PartyKind.PERSON)[0].tokens[0].commonness for name in (common, rarer)]
    assert shares[0] > shares[1] > 0


def test_a_word_no_table_knows_has_no_bearers() -> None:
    """Zero is "not known as common", never "rare"."""
    assert find_commonness("ostrakon") == 0


def test_another_spelling_is_as_common_as_its_class_makes_it() -> None:
    """Mukhamed is Mohammed; that few spell it so does not make it a rare name."""
    assert find_commonness("mukhamed") >= find_commonness("mohammed") // 2


def test_a_word_of_company_names_weighs_less_than_an_invented_one() -> None:
    """Golden Star says less than Rosneft."""
    golden, rosneft = prepare("Golden Rosneft", PartyKind.ORGANISATION)[0].tokens
    assert golden.commonness > rosneft.commonness == 0


@pytest.mark.parametrize("table", ["common_names", "common_words"])
def test_the_tables_are_folded_and_on_the_ladder(table: str) -> None:
    """Each name once, in the form it is looked up by, with a share between 1 and 40,000."""
    rows = load_rows(table)
    names = [name for name, _ in rows]
    assert len(set(names)) == len(names)
    assert [fold(name) for name in names] == names
    assert all(0 < int(share) <= 40_000 for _, share in rows)


def test_at_least_1500_names_are_known() -> None:
    """Fewer would leave whole traditions without weights."""
    assert len(load_rows("common_names")) >= 1_500
