"""The grammar in which US agencies name a party, its aliases and its group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.name import NameKind
from ostraka.sources.us_agencies.enumerations import (
    cut_at_comma,
    find_members,
    split_list,
    split_parties,
)
from ostraka.sources.us_agencies.names import read_aliases, read_name
from ostraka.sources.us_agencies.notices import find_citations, find_us_day

ALIAS, FORMER = NameKind.ALIAS, NameKind.FORMER


@pytest.mark.parametrize(
    ("cell", "name", "aliases", "clause"),
    [
        ("Zorvan Co., Ltd.", "Zorvan Co., Ltd.", [], ""),
        (
            "Zorvan Co. (and two aliases: Quill Works; and Zorr Works)",
            "Zorvan Co.",
            [("Quill Works", ALIAS), ("Zorr Works", ALIAS)],
            "",
        ),
        (
            "Zorvan (including five aliases: Quill; and Zorr) and subsidiaries",
            "Zorvan",
            [("Quill", ALIAS), ("Zorr", ALIAS)],
            "and subsidiaries",
        ),
        (
            "Zorvan Ltd. (also known as Quill Co. and Zorr Ltd.; and formerly known as Vann Co.)",
            "Zorvan Ltd.",
            [("Quill Co.", ALIAS), ("Zorr Ltd.", ALIAS), ("Vann Co.", FORMER)],
            "",
        ),
        (
            "Zorvan Production and Construction Works (ZPCW) and its subordinate and affiliated "
            "entities",
            "Zorvan Production and Construction Works",
            [("ZPCW", ALIAS)],
            "and its subordinate and affiliated entities",
        ),
        ("Zorvan Co., Ltd., and Subsidiaries", "Zorvan Co., Ltd.", [], "and Subsidiaries"),
        ("Zorvan Trade and Business Co., Ltd.", "Zorvan Trade and Business Co., Ltd.", [], ""),
        (
            "Zorvan Plant a/k/a Quill Plant, a/k/a Strelsau 1st Prison",
            "Zorvan Plant",
            [("Quill Plant", ALIAS), ("Strelsau 1st Prison", ALIAS)],
            "",
        ),
        ("Zorvan (Group) Co., Ltd.", "Zorvan (Group) Co., Ltd.", [], ""),
    ],
)
def test_a_cell_is_a_name_its_aliases_and_the_words_of_a_group(
    cell: str, name: str, aliases: list[tuple[str, NameKind]], clause: str
) -> None:
    """What stays in the name by mistake is never found; what is cut from it neither."""
    found = read_name(cell)
    assert (found.name, found.clause) == (name, clause)
    assert [(alias.text, alias.kind) for alias in found.aliases] == aliases


def test_a_bracket_at_the_end_can_be_a_short_name() -> None:
    """Only where the list says so: elsewhere it is a place as often."""
    assert [a.text for a in read_name("Zorvan Inc. (Quill Z)", short_names=True).aliases] == [
        "Quill Z"
    ]
    assert read_name("Zorvan Group (Limited)", short_names=True).name == "Zorvan Group (Limited)"
    assert read_name("Zorvan Inc. (Quill Z)").aliases == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorvan Co., Ltd., 1 Quay, Zenda", ("Zorvan Co., Ltd.", "1 Quay, Zenda")),
        ("Zorvan, OOO (f.k.a., Quill), 1 Quay", ("Zorvan, OOO (f.k.a., Quill)", "1 Quay")),
        ("JOE ZORVAN, JR., 1 QUAY, ZZ, 1234", ("JOE ZORVAN, JR.", "1 QUAY, ZZ, 1234")),
        ("Zorvan Works", ("Zorvan Works", "")),
        ("Zorvan, Inc, Suite 1", ("Zorvan, Inc", "Suite 1")),
        ("Zorvan, S.A., Rue 1", ("Zorvan, S.A.", "Rue 1")),
    ],
)
def test_a_name_ends_at_the_first_comma_no_legal_form_follows(
    text: str, expected: tuple[str, str]
) -> None:
    """Cutting at the first comma would call half the companies of China "Co."."""
    assert cut_at_comma(text) == expected


def test_several_parties_in_one_cell_stand_apart() -> None:
    """An enumeration by commas counts only where it is long and full of legal forms."""
    assert split_parties("Zenda Prison; Quill Co., Ltd.") == ("Zenda Prison", "Quill Co., Ltd.")
    many = "A Carpet Pvt., B Carpet Pvt., Ltd., C Carpet Pvt., D Carpet, and E Carpet; Zenda"
    assert split_parties(many) == (
        *("A Carpet Pvt.", "B Carpet Pvt., Ltd.", "C Carpet Pvt.", "D Carpet", "E Carpet"),
    )
    one = "Zorvan Agriculture, Industry, and Trade Co., Ltd."
    assert split_parties(one) == (one,)
    assert split_parties("Zorvan Co., Ltd. and Subsidiaries") == (
        "Zorvan Co., Ltd. and Subsidiaries",
    )


def test_the_members_a_clause_names_are_found() -> None:
    """They are parties of their own."""
    clause = "and its two subsidiaries from Ruritania, A (Zenda) Co. Limited and B (HK) Limited."
    assert find_members(clause) == ("A (Zenda) Co. Limited and B (HK) Limited",)
    assert find_members("and its subsidiaries") == ()


@given(st.text(max_size=120))
def test_no_text_breaks_a_reader_of_names(text: str) -> None:
    """Names are found inside the cell, whatever it holds; and nothing found is empty."""
    cell = read_name(text)
    assert cell.name == cell.name.strip()
    assert all(alias.text.strip() for alias in cell.aliases)
    assert all(part.strip() for part in (*split_parties(text), *split_list(text)))
    assert all(alias.text for alias in read_aliases(text))
    name, rest = cut_at_comma(text)
    assert len(name) + len(rest) <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11/28/2023", "2023-11-28"),
        ("10/9/19", "2019-10-09"),
        ("9/10/81", "1981-09-10"),
        ("June 21, 2022", "2022-06-21"),
        ("2021-12-10", "2021-12-10"),
        ("03/09/3033", None),
        ("June 2022", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_read_in_american_order_or_not_at_all(text: str, expected: str | None) -> None:
    """The list of 2023 has a date in the year 3033."""
    found = find_us_day(text)
    assert (found.isoformat() if found else None) == expected


def test_notices_are_told_apart_even_run_together() -> None:
    """The oldest rows have no separator between them."""
    found = find_citations("67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02; 84 FR 54,002, 10/9/19")
    assert [(c.text, str(c.on)) for c in found] == [
        ("67 FR 56530", "2002-09-04"),
        ("67 FR 10890", "2002-03-11"),
        ("84 FR 54002", "2019-10-09"),
    ]
    assert find_citations("no notice") == ()
