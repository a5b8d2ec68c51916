"""One field, several names: what is a name and what is a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.sources.packed_names import find_names_in_note, is_acronym, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ZORVAN QUILL", ("ZORVAN QUILL",)),
        ("Zor Van; Zorr Van ;Zor Wan", ("Zor Van", "Zorr Van", "Zor Wan")),
        ("Zor Van b) Z. Quill Van", ("Zor Van", "Z. Quill Van")),
        ("a) Zor Van; b) Zor Wan", ("Zor Van", "Zor Wan")),
        (") Zor Van", ("Zor Van",)),
        ("“Zor”", ("Zor",)),
        ("Zor Van (Зор Ван)", ("Zor Van", "Зор Ван")),
        ("Zor (original script: Зор)", ("Zor", "Зор")),
        ("Зор Ван (Zor Van; Zorr Van)", ("Зор Ван", "Zor Van", "Zorr Van")),
        ("Фронт (Zor Front - sub-unit name)", ("Фронт", "Zor Front")),
        ("ZORVAN AIR LINES (ZAL)", ("ZORVAN AIR LINES (ZAL)", "ZORVAN AIR LINES", "ZAL")),
        ("ZORVAN IMPEX (ZI) LTD", ("ZORVAN IMPEX (ZI) LTD", "ZORVAN IMPEX LTD", "ZI")),
        ("ZORVAN FUND / ZF", ("ZORVAN FUND / ZF", "ZORVAN FUND", "ZF")),
        ("ZORVAN FUND (RURITANIA)", ("ZORVAN FUND (RURITANIA)",)),
        (
            "ZORVAN (ZV) ; QUILL LINE COMPANY (QLC)",
            (
                *("ZORVAN (ZV)", "ZORVAN", "ZV"),
                *("QUILL LINE COMPANY (QLC)", "QUILL LINE COMPANY", "QLC"),
            ),
        ),
        (
            "QUILL CENTRE (QC) AND ZORVAN CENTRE (ZC)",
            (
                *("QUILL CENTRE (QC)", "QUILL CENTRE", "QC"),
                *("ZORVAN CENTRE (ZC)", "ZORVAN CENTRE", "ZC"),
            ),
        ),
        ("Zor Group (ZG) 3rd Works", ("Zor Group (ZG) 3rd Works", "Zor Group 3rd Works")),
        ("9th Works of Zor Group (ZG)", ("9th Works of Zor Group (ZG)", "9th Works of Zor Group")),
        ("Zor Van (birth name)", ("Zor Van",)),
        ("ZOR (COMBAT NAME)", ("ZOR",)),
        ("Zor Works (ZZe.018)", ("Zor Works",)),
        ("Zor Van, born 1 Jan. 1953 (passport no.1)", ("Zor Van",)),
        ("na", ()),
        ("", ()),
        (" ; b) ", ()),
    ],
)
def test_a_field_is_taken_apart(text: str, names: tuple[str, ...]) -> None:
    """Each shape stands in the UN list or the Consolidated Screening List, with other words."""
    assert split_names(text) == names


def test_a_note_may_hold_the_name_in_its_script() -> None:
    """A note in Latin letters is no name."""
    assert find_names_in_note("original script: Зор Ван") == ("Зор Ван",)
    assert find_names_in_note("previously listed as") == ()


def test_only_short_acronyms_are_too_broad() -> None:
    """Three letters stand for too many bodies; four are looked for."""
    assert [is_acronym(name) for name in ("ZAL", "ZALX", "Zal")] == [True, False, False]


@given(st.text(max_size=80))
def test_any_text_gives_tidy_distinct_names(text: str) -> None:
    """Whatever a list writes, a name has a letter, no blank ends, and comes once."""
    names = split_names(text)
    assert len(set(names)) == len(names)
    assert all(name == name.strip() and any(c.isalpha() for c in name) for name in names)
