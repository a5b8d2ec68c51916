"""Tables of pages and of CSV files, whatever spans, breaks and stands around them."""

from __future__ import annotations

import contextlib
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.listing import ListingClass
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import load_sources
from ostraka.sources.text import tidy
from ostraka.sources.us_agencies.columns import Layout, fold_heading, read_columns
from ostraka.sources.us_agencies.programmes import find_programme, load_programmes
from ostraka.sources.us_agencies.webtable import find_columns, read_page
from sources.us_agencies.agency_samples import make_page, make_table, make_text

KEYS = [key for key in load_sources() if key.startswith(("us_bis", "us_fcc", "us_dhs", "us_cbp"))]
KEYS += ["us_dod_1260h", "us_state_7031c"]
CELLS = st.text(
    st.characters(exclude_characters="\x00\r", exclude_categories=["Cs", "Cc"]), max_size=20
)


def texts(page: InputFile) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in read_page(page)]


def test_spanning_cells_stand_in_every_row_and_column_they_span() -> None:
    """A country of the Entity List spans the rows below it."""
    page = make_page(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
        '<tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></table>'
    )
    assert texts(page) == [[["1", "2", "2"], ["1", "3", "4"]]]


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    """Its rows are not rows of the outer one."""
    inner = make_table(("X",), ("y",))
    page = make_page(make_table(("A",), (inner,)))
    assert len(texts(page)[0]) == 1
    assert texts(page)[1] == [["y"]]


def test_lines_bold_text_and_footnote_marks_are_told_apart() -> None:
    """A footnote's number is no part of a name."""
    cell = (
        "<p>Zorvan<sup>1</sup></p><p><strong>Quill</strong>&amp;\n Co.<br>Zenda</p>"
        "<script>x</script>"
    )
    (table,) = read_page(make_page(make_table(("A",), (cell,))))
    (found,) = table.rows[0]
    assert found.lines == ("Zorvan", "Quill& Co.", "Zenda")
    assert found.strong == ("Quill",)


def test_what_stands_before_a_table_ends_at_the_table_before() -> None:
    """So that each section keeps its own words."""
    page = make_page("<p>First</p>", make_table(("A",)), "<p>Second</p>", make_table(("A",)))
    assert [table.before for table in read_page(page)] == ["First", "Second"]


def test_columns_are_found_by_any_of_their_headings() -> None:
    """A column that is missing is a changed page, not an empty column."""
    wanted = {"name": ("name of entity", "entity name"), "day": ("effective date",)}
    assert find_columns(("Entity Name*", "Effective  Date"), wanted) == {"name": 0, "day": 1}
    assert find_columns(("Entity Name",), wanted) is None


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_csv_gives_back_its_cells_by_column(rows: list[list[str]]) -> None:
    """Whatever they hold, and in whatever order the columns stand."""
    layout = Layout({"one": ("one",), "two": ("two", "zwei")}, {}, "Mend it.")
    file = make_text(("Zwei", "ONE "), *rows)
    found = [[row["two"], row["one"]] for row in read_columns(file, layout, [])]
    assert found == [[tidy(cell) for cell in row] for row in rows]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_of_pages(data: bytes) -> None:
    """They are a page or they are refused."""
    with contextlib.suppress(SourceRefused):
        read_page(InputFile("page.html", data + b"</html>"))


def test_a_page_nested_without_end_is_read_or_refused() -> None:
    """Nobody writes one by mistake."""
    nested = "<div>" * 20_000
    with contextlib.suppress(SourceRefused):
        read_page(make_page(make_table(("A",), (nested,))))


def test_a_heading_is_folded_to_words() -> None:
    """Case, spaces and marks change from one edition to the next."""
    assert fold_heading("\ufeff WRO/Finding ") == "wro_finding"


@pytest.mark.parametrize("key", KEYS)
def test_every_list_has_programmes_with_authority_basis_and_measures(key: str) -> None:
    """What follows from a listing is a fact of law, and stands in a table."""
    assert importlib.import_module(f"ostraka.sources.{key}").__doc__
    programmes = load_programmes(key)
    assert programmes
    for programme in programmes.values():
        assert programme.title
        assert programme.authority
        assert programme.legal_basis
        assert programme.measures
        assert programme.listing_class is not ListingClass.ASSET_FREEZE
    assert find_programme(key, "no such programme") is None
