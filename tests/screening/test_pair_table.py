"""Tables of pairs: one row out for each row in, in order."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import TableRefused
from ostraka.model.party import PartyKind
from ostraka.screening.comparison import Comparison
from ostraka.screening.pair_table import PairsRead, compare_file


def _score(left: str, right: str, kind: PartyKind | None) -> Comparison:
    """A scorer that shows what it was asked."""
    same = left == right
    return Comparison(1.0 if same else 0.25 if kind else 0.5, same, 0.7, ())


def test_score_and_match_are_added_and_nothing_is_lost(tmp_path: Path) -> None:
    """Other columns stay, in their order; the kind of a row goes before the one of the option."""
    table = '\ufeffid,Left,right,kind,note\n7,A,A,,x\n8,A,B,person,\n9,A,B,,"q,r"\n'
    read, written = _run(tmp_path, table)
    assert read == PairsRead(3, ())
    assert written == [
        ["id", "Left", "right", "kind", "note", "score", "match"],
        ["7", "A", "A", "", "x", "1.0000", "true"],
        ["8", "A", "B", "person", "", "0.2500", "false"],
        ["9", "A", "B", "", "q,r", "0.5000", "false"],
    ]


def test_a_row_without_a_name_scores_nothing_and_is_reported(tmp_path: Path) -> None:
    """No row is lost for the sake of another."""
    read, written = _run(tmp_path, "left,right\nA,\n...,B\nA,A\n")
    assert written[1:] == [
        ["A", "", "0.0000", "false"],
        ["...", "B", "0.0000", "false"],
        ["A", "A", "1.0000", "true"],
    ]
    assert read == PairsRead(
        3,
        (
            "row 1: there is no name; scored 0",
            "row 2: the name has no letter and no digit; scored 0",
        ),
        refused=2,
    )


def test_a_blank_line_is_a_row(tmp_path: Path) -> None:
    """Or the rows out would stand beside the wrong rows in."""
    read, written = _run(tmp_path, "left,right\nA,A\n\nB,B\n")
    assert [row[-1] for row in written[1:]] == ["true", "false", "true"]
    assert written[2] == ["", "", "0.0000", "false"]
    assert (read.rows, read.refused) == (3, 1)


def test_compressed_tables_are_read_and_written(tmp_path: Path) -> None:
    """By their endings; the same rows are the same bytes."""
    source, out, again = (tmp_path / name for name in ("p.csv.gz", "s.csv.gz", "t.csv.gz"))
    source.write_bytes(gzip.compress(b"left,right\nA,A\n"))
    assert compare_file(source, out, None, _score) == PairsRead(1, ())
    compare_file(source, again, None, _score)
    assert gzip.decompress(out.read_bytes()) == b"left,right,score,match\nA,A,1.0000,true\n"
    assert out.read_bytes() == again.read_bytes()
    source.write_bytes(gzip.compress(b"left,right\nA,A\n")[:-6])
    with pytest.raises(TableRefused, match="cut off or damaged"):
        compare_file(source, out, None, _score)


def test_the_table_that_is_read_is_never_overwritten(tmp_path: Path) -> None:
    """Whatever name it is given by."""
    source = tmp_path / "pairs.csv"
    source.write_text("left,right\nA,A\n")
    link = tmp_path / "scored.csv"
    link.symlink_to(source)
    with pytest.raises(TableRefused, match="overwrite the table that is read"):
        compare_file(source, link, None, _score)
    assert source.read_text() == "left,right\nA,A\n"


def test_short_long_and_strange_rows_are_reported(tmp_path: Path) -> None:
    """Cells that are missing are empty; cells without a heading are left out and said to be."""
    read, written = _run(tmp_path, "left,right,kind\nA,A\nA,B,boat\nA,A,person,5\n")
    assert [row[-2:] for row in written[1:]] == [
        ["1.0000", "true"],
        ["0.5000", "false"],
        ["1.0000", "true"],
    ]
    assert read.problems == (
        "row 2: this kind of party is not known; scored without it",
        "row 3: 4 cells where the heading has 3; the rest was left out",
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"left,wrong\nA,B\n", "the table has no column right"),
        (b"", "the table has no column left and no column right"),
        (b"left,right\n\xff\xfe,B\n", "this is not a CSV table in UTF-8"),
        (b'left,right\n"A,B\n', "this is not a CSV table in UTF-8"),
    ],
)
def test_a_file_that_is_no_table_of_pairs_is_refused(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    """And an output that stood before stays as it was."""
    source, out = tmp_path / "pairs.csv", tmp_path / "scored.csv"
    source.write_bytes(content)
    out.write_text("as before")
    with pytest.raises(TableRefused) as refused:
        compare_file(source, out, None, _score)
    assert refused.value.problem.startswith(problem)
    assert refused.value.where.startswith(str(source))
    assert refused.value.remedy
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pairs.csv", "scored.csv"]
    assert out.read_text() == "as before"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), max_size=8))
def test_there_is_one_row_out_for_each_row_in(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    """Whatever the cells hold, line breaks and quotes included."""
    folder = tmp_path_factory.mktemp("pairs")
    source, out = folder / "pairs.csv", folder / "scored.csv"
    with source.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([("left", "right"), *pairs])
    with source.open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    compare_file(source, out, None, _score)
    with out.open(encoding="utf-8", newline="") as file:
        assert [row[:2] for row in csv.reader(file)] == expected


def _run(folder: Path, table: str) -> tuple[PairsRead, list[list[str]]]:
    source, out = folder / "pairs.csv", folder / "scored.csv"
    source.write_text(table, encoding="utf-8")
    read = compare_file(source, out, None, _score)
    with out.open(encoding="utf-8", newline="") as file:
        return read, list(csv.reader(file))
