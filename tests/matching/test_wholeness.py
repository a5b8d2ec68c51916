"""A file is read to its last byte once; whatever is written to it afterwards is noticed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from matching.listed_parties import make_party
from ostraka.matching import container
from ostraka.matching.building import build_index
from ostraka.matching.container import open_file, open_sections
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.errors import StoreDamaged


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An index of two parties, changed long enough ago that a mark of it is relied upon."""
    path = tmp_path / "a.index"
    parties = [make_party("custom:1", "Shohrat Zakir"), make_party("custom:2", "Homs Refinery")]
    build_index(parties, path, load_weights())
    _open_and_age(path)
    return path


def _open_and_age(path: Path) -> None:
    """The file is opened, and its mark set to a time well after the last change of the file."""
    open_index(path, load_weights())
    later = path.stat().st_ctime_ns + 10_000_000_000
    os.utime(_mark(path), ns=(later, later))


def _mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.whole")


def _refuse_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nobody may compute the sum of a section."""

    def refuse(file: container.SectionFile) -> None:
        raise AssertionError(file.path)

    monkeypatch.setattr(container.SectionFile, "check_sections", refuse)


def test_the_second_start_reads_no_section(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the index, only its header and table are summed up."""
    _refuse_sums(monkeypatch)
    assert open_file(path).known_whole
    assert len(open_index(path, load_weights())) == 2


def test_a_byte_altered_in_any_section_is_noticed_after_the_mark(path: Path) -> None:
    """First, middle and last byte of each section, in the place of the file that was read."""
    whole = path.read_bytes()
    sections = open_sections(path)
    starts = {name: _find_start(path, name) for name, data in sections.items() if len(data)}
    assert len(starts) > 20
    for name, start in starts.items():
        for place in {start, start + len(sections[name]) // 2, start + len(sections[name]) - 1}:
            altered = bytearray(whole)
            altered[place] ^= 0x10
            _write_in_place(path, bytes(altered))
            with pytest.raises(StoreDamaged, match=f"section {name} was altered"):
                open_index(path, load_weights())
    _write_in_place(path, whole)
    assert len(open_index(path, load_weights())) == 2


def test_the_time_of_change_cannot_be_set_back(path: Path) -> None:
    """As `cp -p` and archives do: the file system keeps a time of its own."""
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[-70] ^= 1
    _write_in_place(path, bytes(data))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert not open_file(path).known_whole


def test_a_file_put_in_the_place_of_another_is_read(path: Path) -> None:
    other = path.with_name("b.index")
    build_index([make_party("custom:1", "Shohrat Zakir")], other, load_weights())
    other.replace(path)
    assert not open_file(path).known_whole


def test_a_mark_set_right_after_the_file_was_written_is_not_relied_upon(path: Path) -> None:
    """A second change within one tick of the clock would bear the same time."""
    soon = path.stat().st_ctime_ns + 1_000_000_000
    os.utime(_mark(path), ns=(soon, soon))
    assert not open_file(path).known_whole


@pytest.mark.parametrize("content", [b"", b"1 2 3", b"\xff\xfe"])
def test_a_mark_that_says_something_else_is_no_mark(path: Path, content: bytes) -> None:
    later = _mark(path).stat().st_mtime_ns
    _mark(path).write_bytes(content)
    os.utime(_mark(path), ns=(later, later))
    assert not open_file(path).known_whole


def test_a_file_that_is_not_whole_leaves_no_mark(path: Path) -> None:
    """Else the next process would take it as read."""
    _mark(path).unlink()
    data = bytearray(path.read_bytes())
    data[_find_start(path, "postings")] ^= 1
    _write_in_place(path, bytes(data))
    with pytest.raises(StoreDamaged):
        open_index(path, load_weights())
    assert not _mark(path).exists()


def test_sections_that_do_not_fit_are_refused_and_leave_no_mark(tmp_path: Path) -> None:
    """Sums that are right prove what was written, not that it makes sense."""
    path = tmp_path / "a.index"
    build_index([make_party("custom:1", "Shohrat Zakir")], path, load_weights())
    sections = {name: bytes(view) for name, view in open_sections(path).items()}
    postings = b"\xff" * len(sections["postings"])
    container.save_sections(path, {**sections, "postings": postings})
    with pytest.raises(StoreDamaged, match="bad posting"):
        open_index(path, load_weights())
    assert not _mark(path).exists()


def _find_start(path: Path, name: str) -> int:
    """Where a section begins: its address in the map, less that of the first byte."""
    for entry in container._ENTRY.iter_unpack(open_file(path).table):
        if entry[0].rstrip(b"\x00").decode() == name:
            return int(entry[1])
    raise KeyError(name)


def _write_in_place(path: Path, data: bytes) -> None:
    """The same file with other bytes; a changed file has another time of change, if not content."""
    times = _mark(path).stat().st_mtime_ns if _mark(path).exists() else None
    before = path.stat().st_ctime_ns
    while path.stat().st_ctime_ns == before:
        with path.open("r+b") as file:
            file.write(data)
            file.truncate()
            os.fsync(file.fileno())
    if times:
        os.utime(_mark(path), ns=(times, times))
