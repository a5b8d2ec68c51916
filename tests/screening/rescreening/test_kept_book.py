"""A kept book follows its file: what is new alone is prepared, and a new book would be the same."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ostraka.matching.building import build_index
from ostraka.matching.weights import load_weights
from ostraka.model.errors import StoreDamaged, TableRefused
from ostraka.screening.rescreening import (
    Book,
    BookSource,
    get_book,
    load_book,
    read_book,
    save_book,
)
from ostraka.screening.rescreening import reading as reading_module
from ostraka.screening.rescreening.batch import Batch, Work, prepare_batch
from screening.rescreening.two_states import write_book

names = st.sampled_from(
    ("", "Shohrat Zakir", "Oruk Vandale", "习近平", "Ivan Pavlov", "\udcff", "1")
)
rows = st.fixed_dictionaries(
    {
        "id": st.sampled_from(("", "C-1", "C-2")),
        "name": names,
        "kind": st.sampled_from(("", "person", "nonsense")),
        "dob": st.sampled_from(("", "1953", "3/4/1960", "25/7/1942", "7/25/1942")),
        "country": st.sampled_from(("", "cn")),
        "identifier": st.sampled_from(("", "IMO 9187629", "E1234567")),
    }
)
books = st.lists(rows, min_size=1, max_size=9)
BOOK = [{"id": "a", "name": "Shohrat Zakir"}, {"id": "b", "name": "Oruk Vandale"}]
MORE = [{"id": "c", "name": "Ivan Pavlov"}, *BOOK]


def _save(book: Book, path: Path) -> bytes:
    save_book(book, path)
    return path.read_bytes()


@settings(max_examples=60, deadline=None)
@given(books, books, st.integers(1, 4))
def test_a_book_brought_up_to_date_is_the_one_made_anew(
    before: list[dict[str, str]], after: list[dict[str, str]], batch_rows: int
) -> None:
    """Byte for byte, whatever was added, changed, removed or moved, refused rows among them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "book.csv"
        _write(path, before)
        kept = read_book(BookSource(path))
        _write(path, after)
        anew = read_book(BookSource(path))
        renewed = read_book(BookSource(path), batch_rows=batch_rows, kept=kept)
        event(f"read the same way: {kept.mark.reading == anew.mark.reading}")
        assert _save(renewed, folder / "1") == _save(anew, folder / "2")


def _write(path: Path, book: list[dict[str, str]]) -> None:
    lines = [",".join(rows) for rows in ([*book[0]], *(row.values() for row in book))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogateescape")


def test_only_rows_that_are_new_are_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preparing is what takes long; a row that moved down is the same row."""
    prepared: list[int] = []

    def note(work: Work, **how: object) -> Batch:
        prepared.extend(work[0])
        return prepare_batch(work, **how)  # type: ignore[arg-type]

    source = BookSource(write_book(tmp_path, BOOK))
    get_book(source, tmp_path / "kept.book")
    write_book(tmp_path, MORE)
    monkeypatch.setattr(reading_module, "prepare_batch", note)
    found = get_book(source, tmp_path / "kept.book")
    assert prepared == [1]
    assert [asked.row for asked in found.book.iter_customers()] == [1, 2, 3]
    assert found.notes == ("The kept index is of an earlier book, and brought up to date.",)
    assert get_book(source, tmp_path / "kept.book").notes == ()
    assert prepared == [1]


@pytest.mark.parametrize("harm", ["altered", "cut off", "empty", "a list's", "of another version"])
def test_a_kept_file_that_is_not_whole_is_made_anew_and_said_so(tmp_path: Path, harm: str) -> None:
    """It is never read, and what stands there afterwards is whole."""
    source, kept = BookSource(write_book(tmp_path, BOOK)), tmp_path / "kept.book"
    get_book(source, kept)
    whole = kept.read_bytes()
    if harm == "a list's":
        build_index([], kept, load_weights())
    else:
        kept.write_bytes(
            {
                "altered": whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:],
                "cut off": whole[: len(whole) // 2],
                "empty": b"",
                "of another version": whole[:8] + b"\x09" + whole[9:],
            }[harm]
        )
    with pytest.raises(StoreDamaged):
        load_book(kept)
    (note,) = get_book(source, kept).notes
    assert note.startswith("The kept index is not used, and made anew: ")
    assert kept.read_bytes() == whole


def test_a_file_of_something_else_is_not_written_over(tmp_path: Path) -> None:
    """Above all not the book of customers itself."""
    path = write_book(tmp_path, BOOK)
    before = path.read_bytes()
    with pytest.raises(TableRefused) as refusal:
        get_book(BookSource(path), path)
    assert refusal.value.where == str(path)
    assert path.read_bytes() == before


def test_a_run_that_is_stopped_while_it_writes_leaves_the_kept_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file stands beside the old one until it is whole."""
    source, kept = BookSource(write_book(tmp_path, BOOK)), tmp_path / "kept.book"
    get_book(source, kept)
    before = kept.read_bytes()
    write_book(tmp_path, MORE)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            get_book(source, kept)
    assert kept.read_bytes() == before
    assert len(get_book(source, kept).book) == 3
