"""What changed on a list, held against a book of customers from the command line."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.json_shapes import ENGINE, departures
from cli.un_samples import make_un_file
from ostraka.screening.rescreening.comparing import RESCREEN_COLUMNS

BOOK = "id,name\na,Oruk Vandale\nb,Mira Quellhorst\nc,Nobody Whatsoever\n"


@pytest.fixture
def changed(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """A home that holds a list of 101 and 103, and as it was later: 102 and 103."""
    for day, numbers in (("2020-01-02", "101 103"), ("2020-02-03", "102 103")):
        path = make_un_file(tmp_path / f"{day}.xml", day, numbers)
        ostraka("import", "un_sc", str(path), "--force", "--reason", "a test")
    (tmp_path / "book.csv").write_text(BOOK)
    return ostraka


def _run_whole(ostraka: Ostraka, folder: Path, *options: str) -> set[tuple[str, str]]:
    out = folder / "whole.csv"
    ostraka("screen", "--file", str(folder / "book.csv"), "--out", str(out), *options)
    with out.open(newline="", encoding="utf-8") as file:
        return {(row["id"], row["party"]) for row in csv.DictReader(file)}


def test_the_changes_are_those_between_two_full_runs(changed: Ostraka, tmp_path: Path) -> None:
    """New is what only the later run finds, gone what only the earlier one did."""
    result = changed("rescreen", str(tmp_path / "book.csv"), "--since", "2020-01-02", "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert departures(document["after"], ENGINE) == []
    found = {
        kind: {(c["id"], c["party"]) for c in document["changes"] if c["change"] == kind}
        for kind in ("new", "changed", "gone")
    }
    before = _run_whole(changed, tmp_path, "--as-of", "2020-01-02")
    after = _run_whole(changed, tmp_path)
    assert found == {"new": after - before, "changed": set(), "gone": before - after}
    assert found["new"] == {("b", "un_sc:102")}
    assert found["gone"] == {("a", "un_sc:101")}
    assert document["parties"] == {"added": 1, "removed": 1, "changed": 0}
    assert document["book"]["rows"] == 3


def test_the_table_is_tied_to_the_summary_by_its_hash(changed: Ostraka, tmp_path: Path) -> None:
    """One row a changed hit, nothing on standard output."""
    out = tmp_path / "changed.csv"
    result = changed(
        "rescreen", str(tmp_path / "book.csv"), "--since", "2020-01-02", "--out", str(out)
    )
    assert (result.exit_code, result.stdout) == (0, "")
    with out.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == RESCREEN_COLUMNS
    assert [(row["change"], row["id"]) for row in rows] == [("gone", "a"), ("new", "b")]
    lines = result.stderr.splitlines()
    assert lines[-2] == f"1 hit new, 0 changed, 1 gone, written to {out}."
    assert lines[-1] == f"SHA-256 of {out}: {sha256(out.read_bytes()).hexdigest()}"


def test_a_quick_run_says_what_it_leaves_out(changed: Ostraka, tmp_path: Path) -> None:
    """Whoever reads the result later must see that it is not the difference of two full runs."""
    command = ("rescreen", str(tmp_path / "book.csv"), "--since", "2020-01-02", "--json")
    exact, quick = changed(*command), changed(*command, "--quick")
    documents = [json.loads(result.stdout) for result in (exact, quick)]
    assert [document["quick"] for document in documents] == [False, True]
    assert documents[0]["changes"] == documents[1]["changes"]
    assert "(--quick)" in quick.stderr
    assert "(--quick)" not in exact.stderr


def test_nothing_of_the_book_is_kept_unless_asked_for(changed: Ostraka, tmp_path: Path) -> None:
    """A kept index answers the same, and is made anew when the book changes."""
    book, kept = tmp_path / "book.csv", tmp_path / "customers.book"
    command = ("rescreen", str(book), "--since", "2020-01-02")
    plain = changed(*command).stdout
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and path != book]
    assert [path for path in holding if b"Nobody" in path.read_bytes()] == []
    assert changed(*command, "--index", str(kept)).stdout == plain
    first = kept.read_bytes()
    assert b"Nobody" in first
    assert changed(*command, "--index", str(kept)).stdout == plain
    assert kept.read_bytes() == first
    book.write_text(BOOK + "d,Mira Quellhorst\n")
    assert "(d)" in changed(*command, "--index", str(kept)).stdout


def test_a_snapshot_that_is_not_held_is_refused(changed: Ostraka, tmp_path: Path) -> None:
    """And the message says how to name one."""
    result = changed("rescreen", str(tmp_path / "book.csv"), "--since", "nonsense")
    assert result.exit_code == 1
    assert "`ostraka snapshots`" in result.stderr


def test_a_snapshot_may_be_named_by_the_beginning_of_its_id(
    changed: Ostraka, tmp_path: Path
) -> None:
    """As everywhere else."""
    held = json.loads(changed("snapshots", "un_sc", "--json").stdout)["snapshots"]
    first = min(held, key=lambda snapshot: snapshot["published"])
    book = str(tmp_path / "book.csv")
    by_id = changed("rescreen", book, "--since", first["id"][:8], "--json").stdout
    assert by_id == changed("rescreen", book, "--since", "2020-01-02", "--json").stdout


@pytest.mark.parametrize("name", ["changed.parquet", "book.csv"])
def test_an_out_that_cannot_be_is_refused_before_anything_is_done(
    changed: Ostraka, tmp_path: Path, name: str
) -> None:
    """Above all the book itself."""
    book = tmp_path / "book.csv"
    result = changed("rescreen", str(book), "--since", "2020-01-02", "--out", str(tmp_path / name))
    assert result.exit_code == 1
    assert book.read_text() == BOOK
