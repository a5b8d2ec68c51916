"""No trace of ethnicity, religion, political opinion or health is left anywhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum

import pytest

from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.registry import load_parser
from ostraka.sources.special import is_special_field, without_special_sentences
from sources.list_samples import make_csl, make_table, make_un_record, make_un_xml

TELLTALE = "Qyzzorbian"
"""A word that stands for what no reader may keep; it occurs in no other field."""

UN_LIST = make_un_xml(
    make_un_record(
        "INDIVIDUAL",
        f"<ETHNICITY>{TELLTALE}</ETHNICITY><RELIGION><VALUE>{TELLTALE}</VALUE></RELIGION>"
        f"<POLITICAL_OPINION>{TELLTALE}</POLITICAL_OPINION><HEALTH>{TELLTALE}</HEALTH>",
        COMMENTS1=f"A merchant. Belongs to {TELLTALE} tribe. Ethnic {TELLTALE} from Zenda. Tall.",
    )
)
CSL_LIST = make_csl(
    {
        "source": "SDN",
        "entity_number": "1",
        "type": "Individual",
        "name": "QORVEX, Zeta",
        "remarks": f"merchant; member of the {TELLTALE} tribe",
        "Ethnicity": TELLTALE,
        "religion": TELLTALE,
    },
    columns=(
        *("_id", "source", "entity_number", "type", "programs", "name", "addresses", "ids"),
        *("federal_register_notice", "start_date", "alt_names", "remarks"),
        *("Ethnicity", "religion"),
    ),
)
OWN_TABLE = make_table(
    "id,name,Ethnicity,religion,political,Health status,Tribe\n"
    f"1,Zeta Qorvex,{TELLTALE},{TELLTALE},{TELLTALE},{TELLTALE},{TELLTALE}\n"
)


def walk(value: object) -> Iterator[str]:
    """Every text inside a value, however deep."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(key)
            yield from walk(item)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from walk(item)
    elif isinstance(value, Enum):
        yield str(value.value)


@pytest.mark.parametrize(
    ("key", "file"), [("un_sc", UN_LIST), ("us_trade_csl", CSL_LIST), ("custom", OWN_TABLE)]
)
def test_nothing_of_a_special_category_is_kept(key: str, file: InputFile) -> None:
    """Not as a field, not as a remark, not in the raw record, not in a warning."""
    assert TELLTALE.encode() in file.data
    parsed: ParsedList = load_parser(key)([file])
    assert len(parsed.parties) == 1
    assert [text for text in walk(parsed) if TELLTALE in text] == []


def test_that_something_was_left_out_is_said() -> None:
    """A user learns that a column was not read; its values are nowhere."""
    parsed = load_parser("custom")([OWN_TABLE])
    assert len([w for w in parsed.warnings if "left out" in w]) == 5


def test_other_sentences_of_a_remark_stay() -> None:
    """Only the sentence that speaks of such a thing goes."""
    parsed = load_parser("un_sc")([UN_LIST])
    remarks = [fact.text for fact in parsed.parties[0].facts]
    assert remarks == ["A merchant. Tall."]


@pytest.mark.parametrize(
    ("name", "special"),
    [
        ("ethnicity", True),
        ("ETHNIC_GROUP", True),
        ("religion", True),
        ("political", True),
        ("Health", True),
        ("Tribe", True),
        ("nationality", False),
        ("programme", False),
        ("name", False),
        ("race", True),
        ("trace", False),
    ],
)
def test_columns_are_told_by_their_headings(name: str, special: bool) -> None:
    """In whatever case, and as part of a longer heading."""
    assert is_special_field(name) is special


@pytest.mark.parametrize(
    "sentence",
    [
        "Belongs to Foo tribe.",
        "Ethnic background: Foo.",
        "Member of the Foo clan.",
        "Right leg amputated.",
        "Lost one eye in 1990.",
        "Religion: Foo.",
    ],
)
def test_sentences_are_told_by_their_words(sentence: str) -> None:
    """The UN list writes such things into its comments."""
    assert without_special_sentences(f"A merchant. {sentence}") == "A merchant."
