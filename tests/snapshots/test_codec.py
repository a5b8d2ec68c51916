"""Parties go into Parquet and come out as they were."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import polars
import pyarrow as pa
import pytest
from hypothesis import given, settings

from ostraka.model.party import Party
from ostraka.snapshots.decode import parse_table
from ostraka.snapshots.encode import arrow_type, make_table
from ostraka.snapshots.parquet import read_parties, read_rows, render_parties
from ostraka.snapshots.shapes import record_of
from snapshots.invented import make_parties, make_party
from snapshots.party_strategies import party_lists

ORIGIN_FIELDS = ("source", "record", "raw")


@settings(max_examples=50, deadline=None)
@given(party_lists())
def test_any_parties_come_back_equal(parties: tuple[Party, ...]) -> None:
    """Nothing the vocabulary can say is lost, rounded or reordered."""
    # as text, since dates are equal wherever they are stated
    assert repr(read_parties(read_rows(render_parties(parties)))) == repr(parties)


def test_some_parties_are_found_without_the_others() -> None:
    """A party is read by its id, across row groups."""
    parties = make_parties(2500)
    wanted = parties[7], parties[2400]
    assert read_parties(read_rows(render_parties(parties), ids=[p.id for p in wanted])) == wanted


def test_the_columns_mirror_the_vocabulary() -> None:
    """Every field of a party is a column of the same name."""
    table = make_table(make_parties(1))
    assert table.column_names == [f.name for f in record_of(Party).fields]
    assert table.schema.field("born").type == pa.list_(
        pa.struct(
            [
                ("first", pa.date32()),
                ("last", pa.date32()),
                ("precision", pa.string()),
                ("circa", pa.bool_()),
                ("raw", pa.string()),
                ("origin", pa.struct([(name, pa.string()) for name in ORIGIN_FIELDS])),
            ]
        )
    )


def test_other_tools_read_the_file() -> None:
    """Polars sees one row a party and its names as a list of structs."""
    party = make_party(1, name="Ada EXAMPLE", aliases=("Ada E.",))
    frame = polars.read_parquet(BytesIO(render_parties([party])))
    texts = frame.select(polars.col("names").explode().struct.field("text")).to_series()
    assert (frame["id"].to_list(), texts.to_list()) == ([party.id], ["Ada EXAMPLE", "Ada E."])


def test_a_column_the_file_lacks_is_the_default_of_its_field() -> None:
    """A snapshot older than a field of the vocabulary says nothing about it."""
    parties = make_parties(3)
    assert parse_table(make_table(parties).drop_columns(["facts", "genders"])) == parties


def test_a_column_without_default_must_be_there() -> None:
    """A party without names is no party."""
    with pytest.raises(ValueError, match=r"^the column names is missing$"):
        parse_table(make_table(make_parties(1)).drop_columns(["names"]))


def test_a_column_nobody_knows_is_refused() -> None:
    """A file of a newer vocabulary is not read with half of what it says."""
    table = make_table(make_parties(1)).append_column("aura", pa.array(["violet"]))
    with pytest.raises(ValueError, match=r"^the vocabulary does not know aura$"):
        parse_table(table)


def test_a_term_nobody_knows_is_refused() -> None:
    """A closed set stays closed."""
    table = make_table(make_parties(1))
    at = table.schema.get_field_index("kind")
    with pytest.raises(ValueError, match=r"^'ghost' is not a valid PartyKind$"):
        parse_table(table.set_column(at, "kind", pa.array(["ghost"])))


def test_a_column_of_another_type_is_refused() -> None:
    """Numbers in place of names are no names."""
    table = make_table(make_parties(1))
    at = table.schema.get_field_index("names")
    with pytest.raises(ValueError, match=r"^a column of lists is stored as int64$"):
        parse_table(table.set_column(at, "names", pa.array([1])))
    with pytest.raises(ValueError, match=r"^a column of str is stored as int64$"):
        parse_table(table.set_column(0, "id", pa.array([1])))


def test_a_field_no_column_can_hold_is_refused_at_once() -> None:
    """Only tuples of any length are lists."""

    @dataclass(frozen=True)
    class Pair:
        both: tuple[str, int]

    with pytest.raises(TypeError):
        record_of(Pair)


def test_a_struct_stays_a_struct() -> None:
    """Arrow types follow the shape, so that an empty table has the whole schema."""
    assert pa.struct(list(make_table(()).schema)) == arrow_type(record_of(Party))
