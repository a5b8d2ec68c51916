"""Which column holds what."""

from __future__ import annotations

import pytest

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.columns import get_columns, parse_given
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.separated import sniff_delimiter


@pytest.mark.parametrize(
    "heading",
    [
        "date_of_birth",
        "Date of Birth",
        "DATE-OF-BIRTH",
        "dob",
        " Born ",
        "birthDate",
        "Geburtsdatum",
    ],
)
def test_headings_are_known_in_any_case_and_spacing(heading: str) -> None:
    """Spaces, hyphens, underscores and case make no difference."""
    assert get_columns(("name", heading)).places[Field.BORN] == (1,)


def test_every_heading_of_the_contract_is_known() -> None:
    """The list of the contract, heading by heading."""
    known = {
        Field.ID: ["id"],
        Field.NAME: ["name", "full_name"],
        Field.FIRST_NAME: ["first_name"],
        Field.MIDDLE_NAME: ["middle_name"],
        Field.LAST_NAME: ["last_name"],
        Field.KIND: ["kind", "schema"],
        Field.BORN: ["dob", "date_of_birth", "born"],
        Field.COUNTRY: ["country", "nationality"],
        Field.IDENTIFIER: ["passport", "identifier"],
        Field.ADDRESS: ["address"],
    }
    for field, headings in known.items():
        for heading in headings:
            header = (heading,) if field is Field.NAME else ("name", heading)
            assert get_columns(header).places[field] == (len(header) - 1,)


def test_countries_and_identifiers_are_read_from_all_their_columns() -> None:
    """Nationality and residence are both evidence, as are passport and tax number."""
    columns = get_columns(("name", "nationality", "passport", "country", "tax id"))
    assert columns.places[Field.COUNTRY] == (3, 1)
    assert columns.places[Field.IDENTIFIER] == (2, 4)


def test_the_most_usual_of_two_headings_is_read() -> None:
    """`name` goes before `full_name`, wherever it stands."""
    assert get_columns(("full_name", "name")).places[Field.NAME] == (1,)


def test_a_given_column_goes_before_usual_ones_and_is_read_once() -> None:
    """`country` is the name here, strange as it is, and so it is no country."""
    columns = get_columns(("name", "country"), parse_given([("Full Name", "COUNTRY")]))
    assert columns.places == {Field.NAME: (1,)}


def test_given_parts_are_the_name() -> None:
    """Who names the parts does not mean the column `name`."""
    given = parse_given([("first_name", "a"), ("last_name", "b")])
    assert get_columns(("name", "a", "b"), given).places == {
        Field.FIRST_NAME: (1,),
        Field.LAST_NAME: (2,),
    }


@pytest.mark.parametrize(
    ("header", "given"),
    [
        (("customer", "dob"), ()),
        ((), ()),
        (("name", "Name"), ()),
        (("name", "dob", "dob"), ()),
        (("name",), (("born", "birth"),)),
        (("a", "a"), (("name", "a"),)),
    ],
)
def test_columns_that_are_missing_or_doubtful_are_refused(
    header: tuple[str, ...], given: tuple[tuple[str, str], ...]
) -> None:
    """No name, one heading twice, a given heading that is not there."""
    with pytest.raises(TableRefused) as refusal:
        get_columns(header, given)
    assert refusal.value.where in ("header", "columns")
    assert refusal.value.remedy


def test_a_table_without_names_is_told_its_columns_and_three_ways_out() -> None:
    """The message is the help."""
    with pytest.raises(TableRefused) as refusal:
        get_columns(("customer", "dob"))
    assert refusal.value.problem == "no column holds a name"
    assert refusal.value.remedy == (
        "The columns are: 'customer', 'dob'. Give the column of names the heading name; or give "
        "two columns the headings first_name and last_name; or give a column of securities the "
        "heading isin, ticker or lei; or say which column holds it "
        "(`--column name=…`, or `columns={'name': …}` in Python)."
    )


@pytest.mark.parametrize("heading", ["isin", "LEI", "Ticker", "symbol"])
def test_securities_are_enough_without_names(heading: str) -> None:
    """A table of holdings names what is held by its number."""
    columns = get_columns(("quantity", heading))
    assert columns.find_place(Field.SECURITY) == 1


def test_other_identifiers_are_enough_only_where_they_were_given() -> None:
    """A column of names under a heading nobody knows must not be left unread in silence."""
    with pytest.raises(TableRefused):
        get_columns(("Kunde Nr. 2", "passport"))
    assert get_columns(("a", "b"), (("identifier", "b"),)).places == {Field.IDENTIFIER: (1,)}


def test_an_unknown_field_is_refused() -> None:
    """`--column nose=long` names the fields there are."""
    with pytest.raises(TableRefused) as refusal:
        parse_given([("nose", "long")])
    assert refusal.value.remedy.startswith("Use one of: id, name, first_name,")


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("name,dob", ","),
        ("name;dob;city, street", ";"),
        ("name\tdob", "\t"),
        ("name|dob", "|"),
        ("name", ","),
        ('"last, first";name;dob', ";"),
        ("a;b,c,d,e", ","),
    ],
)
def test_the_delimiter_is_the_one_that_makes_headings(line: str, delimiter: str) -> None:
    """Known headings count more than many headings."""
    assert sniff_delimiter(line) == delimiter
