"""A file in, a file of hits out."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pytest

from ostraka.model.errors import TableRefused
from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.hit_rows import HIT_COLUMNS
from ostraka.screening.tables.progress import Progress, Totals
from screening.tables_fakes import ENDINGS, find_many, read_errors, read_table, run, write_table

Row = dict[str, object]
FIELDS = ("id", "name", "dob", "nationality", "passport")
ROWS = [
    dict(zip(FIELDS, row, strict=True))
    for row in (
        ("a-1", "Vida Orlak", "3.4.1980", "Germany", "P1"),
        ("", "Ana Nobody", "1970", "FR", ""),
        ("a-1", "@Vida, the 'first'", "", "", "P2;P3"),
        ("=2", "", "", "DE", ""),
        ("5", "O. Orlak", "31/2/1980", "Ruritania;fr", ""),
    )
]


def hit(
    row: int, key: str | None, query: str, party: int, score: float, born: str
) -> dict[str, object]:
    """A row of hits as the invented list gives it."""
    return {
        "row": row,
        "id": key,
        "query": query,
        "party": f"invented:{party}",
        "source": "invented",
        "name": "=HYPERLINK(1)",
        "matched_name": 'ORLAK, "Vida"',
        "score": score,
        "class": "asset_freeze",
        "listed_on": "2021-01-01",
        "programmes": "B; A",
        "reason": f"name: all words agree; born {born}.",
    }


HITS = [
    hit(1, "a-1", "Vida Orlak", 1, 0.97, "1980-04-03, of de, ids P1"),
    hit(1, "a-1", "Vida Orlak", 1, 1.0, "1980-04-03, of de, ids P1"),
    hit(1, "a-1", "Vida Orlak", 2, 0.7, "1980-04-03, of de, ids P1"),
    hit(3, "a-1", "@Vida, the 'first'", 1, 0.97, "None, of , ids P2,P3"),
    hit(5, "5", "O. Orlak", 1, 1.0, "None, of fr, ids"),
    hit(5, "5", "O. Orlak", 2, 0.7, "None, of fr, ids"),
]
TOTALS = Totals(rows=5, screened=4, refused=1, rows_with_hits=3, hits=6, field_problems=2)


@pytest.mark.parametrize("out_ending", ENDINGS)
@pytest.mark.parametrize("in_ending", ENDINGS)
def test_every_shape_in_and_out_gives_the_same_hits(
    tmp_path: Path, in_ending: str, out_ending: str
) -> None:
    """A hundred pairs of endings, one answer; spreadsheets get their formulas made harmless."""
    source = write_table(tmp_path / f"in.{in_ending}", ROWS)
    out = tmp_path / f"out.{out_ending}"
    summary = run(source, out, batch_rows=2)
    plain = out_ending.startswith(("jsonl", "parquet"))
    expected = [
        {n: v if plain or not str(v).startswith(("=", "@")) else f"'{v}" for n, v in row.items()}
        for row in HITS
    ]
    assert read_table(out) == expected
    assert list(read_table(out)[0]) == list(HIT_COLUMNS)
    assert (summary.totals, summary.refused) == (TOTALS, 1)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [source.name, out.name, f"{out.name}.errors.csv"]
    )


def test_what_was_not_understood_stands_in_the_errors_file(tmp_path: Path) -> None:
    """A refused row, a date and a country, each with row, id, problem and remedy."""
    source = write_table(tmp_path / "in.csv", ROWS)
    summary = run(source, tmp_path / "out.csv")
    rows = read_errors(tmp_path / "out.csv")
    assert summary.errors == tmp_path / "out.csv.errors.csv"
    assert list(rows[0]) == ["row", "id", "field", "value", "problem", "remedy"]
    assert [(r["row"], r["id"], r["field"], r["value"]) for r in rows] == [
        ("4", "'=2", "name", ""),
        ("5", "5", "born", "31/2/1980"),
        ("5", "5", "country", "Ruritania"),
    ]
    assert all(r["problem"] and r["remedy"] for r in rows)


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_found_is_a_whole_table_without_rows(tmp_path: Path, ending: str) -> None:
    """Headings where the shape has them, and no errors file beside it."""
    source = write_table(tmp_path / "in.csv", [{"name": "Ana Nobody"}])
    out = tmp_path / f"out.{ending}"
    (tmp_path / f"{out.name}.errors.csv").write_text("of an earlier run")
    summary = run(source, out)
    assert read_table(out) == []
    assert (summary.totals, summary.errors) == (Totals(rows=1, screened=1), None)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.csv", out.name]


def test_a_header_without_rows_is_screened(tmp_path: Path) -> None:
    """Nothing to do is done."""
    (tmp_path / "in.csv").write_text("name,dob\n")
    assert run(tmp_path / "in.csv", tmp_path / "out.csv").totals == Totals()
    assert (tmp_path / "out.csv").read_text() == ",".join(HIT_COLUMNS) + "\n"


def test_broken_rows_keep_their_number_and_the_others_are_screened(tmp_path: Path) -> None:
    """Bytes that are not UTF-8, an open quote, and a row with a value too many."""
    (tmp_path / "in.csv").write_bytes(
        b'id,name\n1,M\xfcller\n2,"Vida\n3,Vida\n4,Orlak, Vida\n5,Vida,\n'
    )
    summary = run(tmp_path / "in.csv", tmp_path / "out.jsonl")
    assert summary.totals == Totals(rows=5, screened=2, refused=3, rows_with_hits=2, hits=2)
    assert [h["row"] for h in read_table(tmp_path / "out.jsonl")] == [3, 5]
    errors = read_errors(tmp_path / "out.jsonl")
    assert [(e["row"], e["field"], e["value"]) for e in errors] == [
        ("1", "row", "1 M\\xfcller"),
        ("2", "row", '2,"Vida'),
        ("4", "row", "4 | Orlak | Vida"),
    ]
    assert [e["id"] for e in errors] == ["", "", "4"]


def test_names_in_parts_are_joined(tmp_path: Path) -> None:
    """Where there is no whole name, in the table or in the row."""
    (tmp_path / "in.csv").write_text(
        "Last Name,first-name,MIDDLENAME,full_name\nOrlak,Vida,,\nx,y,z,Vida One\n,, ,\n"
    )
    summary = run(tmp_path / "in.csv", tmp_path / "out.csv")
    assert summary.totals.refused == 1
    queries = [row["query"] for row in read_table(tmp_path / "out.csv")]
    assert queries == ["Vida Orlak", "Vida Orlak", "Vida Orlak", "Vida One"]


def test_given_columns_and_defaults_are_used(tmp_path: Path) -> None:
    """The name from an odd column, the country from the options where the row states none."""
    (tmp_path / "in.csv").write_text("customer,name,country\nVida,Product A,\nVida,Product B,fr\n")
    run(
        tmp_path / "in.csv",
        tmp_path / "out.csv",
        columns=[("name", "customer")],
        defaults={Field.COUNTRY: "Germany"},
    )
    reasons = [row["reason"] for row in read_table(tmp_path / "out.csv")]
    assert reasons == [
        "name: all words agree; born None, of de, ids.",
        "name: all words agree; born None, of fr, ids.",
    ]


def test_keys_of_json_may_come_late(tmp_path: Path) -> None:
    """A key first met in a later batch is read from there on."""
    lines = ['{"name": "Ana"}\n'] * 4 + ['{"dob": "1980", "id": 7, "name": "Vida"}\n']
    (tmp_path / "in.jsonl").write_text("".join(lines))
    run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", batch_rows=2)
    [row] = read_table(tmp_path / "out.jsonl")
    assert (row["row"], row["id"]) == (5, "7")
    assert str(row["reason"]).endswith("born 1980, of , ids.")


def test_progress_is_told_after_every_batch(tmp_path: Path) -> None:
    """Totals so far, the share of the file, and the seconds by the clock that was given."""
    source = write_table(tmp_path / "in.csv", ROWS)
    told: list[Progress] = []
    summary = run(source, tmp_path / "out.csv", progress=told.append, batch_rows=2)
    assert [p.totals.rows for p in told] == [2, 4, 5]
    assert [p.seconds for p in told] == [1.0, 2.0, 3.0]
    assert told[-1].share == 1.0
    assert (summary.seconds, summary.rows_a_second) == (4.0, 5 / 4)


def test_the_numbers_of_rows_are_those_of_the_table(tmp_path: Path) -> None:
    """Refused rows between count, although the finder numbers only what it is asked."""
    (tmp_path / "in.csv").write_text("id,name\n1,\n2,Vida\n3,\n4,Vida\n")
    asked: list[int] = []

    def finder(subjects: Sequence[Subject], first_row: int) -> list[Result]:
        asked.append(first_row)
        return find_many(subjects, first_row)

    run(tmp_path / "in.csv", tmp_path / "out.csv", find_many=finder)
    assert [row["row"] for row in read_table(tmp_path / "out.csv")] == [2, 4]
    assert asked == [2]


def test_a_finder_that_loses_a_subject_is_not_believed(tmp_path: Path) -> None:
    """One result each, or the rows would get each other's hits."""
    source = write_table(tmp_path / "in.csv", ROWS)
    with pytest.raises(ValueError, match="zip"):
        run(source, tmp_path / "out.csv", find_many=lambda s, r: find_many(s, r)[1:])


def test_the_table_that_is_read_is_never_overwritten(tmp_path: Path) -> None:
    """By OUT or by a file beside it, under any name."""
    source = write_table(tmp_path / "in.csv", ROWS)
    (tmp_path / "link.csv").hardlink_to(source)
    errors = write_table(tmp_path / "out.csv.errors.csv", ROWS)
    before = source.read_bytes()
    out = tmp_path / "out.csv"
    for table, written in ((source, source), (source, tmp_path / "link.csv"), (errors, out)):
        with pytest.raises(TableRefused):
            run(table, written)
    assert source.read_bytes() == errors.read_bytes() == before


def test_out_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """A folder, a file in no folder, an ending that says nothing."""
    source = write_table(tmp_path / "in.csv", ROWS)
    (tmp_path / "folder.csv").mkdir()
    for name in ("folder.csv", "none/out.csv", "out.pdf"):
        with pytest.raises(TableRefused) as refusal:
            run(source, tmp_path / name)
        assert refusal.value.remedy


def test_a_folder_without_permission_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says is passed on, with what to do; nothing was begun that could go on."""
    source, out = write_table(tmp_path / "in.csv", ROWS), tmp_path / "out.csv"

    def refuse(_path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(out))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(TableRefused) as refusal:
        run(source, out)
    assert (refusal.value.problem, refusal.value.where, refusal.value.remedy) == (
        "a file cannot be read or written: Permission denied",
        str(out),
        "Check that the file may be read and OUT may be written, and that there is room.",
    )


def test_a_table_that_is_refused_leaves_the_old_answer(tmp_path: Path) -> None:
    """Nothing on disk is touched before the table is known to be one."""
    (tmp_path / "in.csv").write_text("customer\nVida\n")
    (tmp_path / "out.csv").write_text("old")
    with pytest.raises(TableRefused):
        run(tmp_path / "in.csv", tmp_path / "out.csv")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {
        "in.csv": "customer\nVida\n",
        "out.csv": "old",
    }
