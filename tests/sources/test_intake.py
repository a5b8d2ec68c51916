"""Files from disk: unpacked in bounded memory, or refused by the name of what is wrong."""

from __future__ import annotations

import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.sources.intake import MAX_BYTES, open_inputs
from ostraka.sources.reading import InputFile
from sources.list_samples import make_gzip, make_zip

MEGABYTE = 1 << 20


def refusal(path: Path, max_bytes: int = MAX_BYTES) -> str:
    with pytest.raises(SourceRefused) as caught:
        open_inputs([path], max_bytes=max_bytes)
    assert caught.value.where
    assert caught.value.remedy
    return caught.value.problem


def test_files_come_in_the_order_they_are_given(tmp_path: Path) -> None:
    """The user's order is the user's business; a file named twice is read once."""
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_bytes(name.encode())
    paths = [tmp_path / "b.csv", tmp_path / "a.csv", tmp_path / "b.csv"]
    assert open_inputs(paths) == (InputFile("b.csv", b"b.csv"), InputFile("a.csv", b"a.csv"))


def test_a_folder_stands_for_the_list_files_in_it(tmp_path: Path) -> None:
    """A README or a hidden file beside the set is not a part of it."""
    for name in ("sdn.csv", "ADD.CSV", "README.md", ".hidden.csv"):
        (tmp_path / name).write_text("x,y\n")
    assert [file.name for file in open_inputs([tmp_path])] == ["ADD.CSV", "sdn.csv"]


def test_gzip_loses_its_ending_and_zip_names_its_member(tmp_path: Path) -> None:
    """The names tell a parser which file of the set it has."""
    (tmp_path / "list.csv.gz").write_bytes(make_gzip(b"a,b\n"))
    (tmp_path / "set.zip").write_bytes(
        make_zip({"x/LIST.XML": b"<a/>", "__MACOSX/._LIST.XML": b"junk", "note.pdf": b"%PDF"})
    )
    assert open_inputs([tmp_path]) == (
        InputFile("list.csv", b"a,b\n"),
        InputFile("set.zip/x/LIST.XML", b"<a/>"),
    )


def test_compression_is_told_by_the_bytes_not_by_the_ending(tmp_path: Path) -> None:
    """Browsers save gzip under the name of what is inside."""
    (tmp_path / "list.csv").write_bytes(make_gzip(b"a,b\n"))
    assert open_inputs([tmp_path / "list.csv"]) == (InputFile("list.csv", b"a,b\n"),)


def test_gzip_of_several_members_is_read_to_its_end(tmp_path: Path) -> None:
    """`cat a.gz b.gz` is a gzip file."""
    (tmp_path / "list.csv.gz").write_bytes(make_gzip(b"a\n") + make_gzip(b"b\n"))
    assert open_inputs([tmp_path])[0].data == b"a\nb\n"


def test_a_workbook_stays_as_it_is(tmp_path: Path) -> None:
    """An xlsx file is a zip archive that nobody wants unpacked."""
    data = make_zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    (tmp_path / "own.xlsx").write_bytes(data)
    assert open_inputs([tmp_path]) == (InputFile("own.xlsx", data),)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.xml", b"", "the file is empty"),
        ("a.xml", b"\xef\xbb\xbf \r\n", "the file is empty"),
        ("a.csv.gz", make_gzip(b""), "the file is empty"),
        ("a.xml", b"<!DOCTYPE html><html>", "this is a web page (HTML), where a list is expected"),
        (
            "a.csv",
            b"\xef\xbb\xbf\n<!-- x -->\n<HTML lang='en'>",
            "this is a web page (HTML), where a list is expected",
        ),
        (
            "a.xml",
            b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>',
            "this is a web page (HTML), where a list is expected",
        ),
        ("a.xml", b"\x89PNG\r\n\x1a\n", "this is a PNG image, not a list"),
        ("a.csv", b"%PDF-1.7", "this is a PDF document, not a list"),
        ("a.xml", b"\x7fELF\x02", "this is a program, not a list"),
        ("a.csv", b"name\0id\n", "this is a binary file, not a list"),
        ("a.zip", make_zip({}), "this is an empty zip archive, not a list"),
        ("a.zip", make_zip({"a.pdf": b"x"}), "the zip archive holds no list file"),
        ("a.zip", make_zip({"a.xml": b"<a/>"})[:-9], "the zip archive ends early or is damaged"),
        ("a.csv.gz", make_gzip(b"a,b\n" * 99)[:-9], "the gzip file ends early"),
        ("a.csv.gz", make_gzip(b"a,b\n")[:-8] + b"\1" * 8, "the gzip file is damaged"),
        ("a.csv.gz", make_gzip(b"a,b\n") + b"x", "the gzip file has other bytes after its end"),
        ("a.csv.gz", make_gzip(make_gzip(b"a")), "the file is compressed twice"),
    ],
)
def test_a_file_that_cannot_be_a_list_is_named(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    """The message says what the file is, before any parser sees it."""
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name) == problem


def test_a_damaged_member_of_an_archive_is_found_by_its_checksum(tmp_path: Path) -> None:
    """A zip archive may be whole at its end and broken in the middle."""
    data = bytearray(make_zip({"a.xml": bytes(range(32, 127)) * 50}))
    data[60] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert refusal(tmp_path / "a.zip") == "the zip archive ends early or is damaged"


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    """Nothing asks for a password."""
    data = bytearray(make_zip({"a.xml": b"<a/>"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert refusal(tmp_path / "a.zip") == "the zip archive is encrypted"


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    """The two most frequent slips at the keyboard."""
    assert refusal(tmp_path / "none.csv") == "there is no such file"
    assert refusal(tmp_path) == "the folder holds no list file"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Reading a named pipe nobody writes to would hang for ever."""
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv") == "this is not a regular file"


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The size on disk is known without reading."""
    (tmp_path / "a.csv").write_bytes(b"x" * (2 * MEGABYTE))
    assert refusal(tmp_path / "a.csv", max_bytes=MEGABYTE) == "the file is larger than 1 MiB"


@pytest.mark.parametrize("kind", ["gzip", "zip"])
def test_a_bomb_is_refused_without_filling_memory(tmp_path: Path, kind: str) -> None:
    """Two hundred megabytes of zeros pack into two hundred kilobytes."""
    zeros = bytes(200 * MEGABYTE)
    path = tmp_path / ("bomb.csv.gz" if kind == "gzip" else "bomb.zip")
    path.write_bytes(make_gzip(zeros) if kind == "gzip" else make_zip({"a.csv": zeros}))
    del zeros
    tracemalloc.start()
    try:
        problem = refusal(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "far more than a list does" in problem
    assert peak < 130 * MEGABYTE


def test_the_limit_counts_all_files_together(tmp_path: Path) -> None:
    """A hundred members below the limit are a bomb too."""
    noise = os.urandom(MEGABYTE // 2)
    (tmp_path / "a.zip").write_bytes(make_zip({f"{n}.csv": noise for n in range(4)}))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert max(info.file_size for info in archive.infolist()) < MEGABYTE
    (tmp_path / "b.csv.gz").write_bytes(make_gzip(b"y" * 3 * MEGABYTE))
    assert "far more than a list does" in refusal(tmp_path / "b.csv.gz", max_bytes=MEGABYTE)
    assert refusal(tmp_path / "a.zip", max_bytes=MEGABYTE)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """No bytes on a disk crash the reader, whatever they are packed in."""
    folder = tmp_path_factory.mktemp("any")
    for name, content in (
        ("a.csv", data),
        ("b.gz", b"\x1f\x8b" + data),
        ("c.zip", b"PK\3\4" + data),
    ):
        (folder / name).write_bytes(content)
        try:
            found = open_inputs([folder / name])
        except SourceRefused:
            continue
        assert all(file.data for file in found)


def test_a_web_page_is_taken_only_for_a_list_that_is_one(tmp_path: Path) -> None:
    """Everywhere else it is a maintenance page saved under the name of a list."""
    path = tmp_path / "list.html"
    path.write_bytes(b"<!DOCTYPE html><html><body></body></html>")
    assert refusal(path) == "this is a web page (HTML), where a list is expected"
    (file,) = open_inputs([path], pages=True)
    assert file.name == "list.html"
