"""An index file is whole or refused."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.listed_parties import make_party
from ostraka.matching.building import build_index
from ostraka.matching.container import open_sections, save_sections
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights, parse_weights
from ostraka.model.errors import StoreDamaged

SECTIONS = {"one": b"first", "two": b"", "three": bytes(range(200))}


def test_sections_come_back_as_they_were_written(tmp_path: Path) -> None:
    save_sections(tmp_path / "a.index", SECTIONS)
    opened = {name: bytes(view) for name, view in open_sections(tmp_path / "a.index").items()}
    assert opened == SECTIONS


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=200)
def test_a_changed_byte_is_never_read(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    """Only padding between sections may change without notice: nothing reads it."""
    path = tmp_path_factory.mktemp("index") / "a.index"
    save_sections(path, SECTIONS)
    data = bytearray(path.read_bytes())
    place %= len(data)
    data[place] ^= change
    path.write_bytes(data)
    try:
        opened = {name: bytes(view) for name, view in open_sections(path).items()}
    except StoreDamaged:
        return
    assert opened == SECTIONS


@given(st.integers(0, 2_000))
@settings(max_examples=60)
def test_a_file_cut_off_is_refused(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    path = tmp_path_factory.mktemp("index") / "a.index"
    save_sections(path, SECTIONS)
    whole = path.read_bytes()
    path.write_bytes(whole[: min(length, len(whole) - 1)])
    with pytest.raises(StoreDamaged):
        open_sections(path)


def test_a_foreign_version_is_refused_by_number(tmp_path: Path) -> None:
    save_sections(tmp_path / "a.index", SECTIONS)
    data = bytearray((tmp_path / "a.index").read_bytes())
    data[8] = 99
    (tmp_path / "a.index").write_bytes(data)
    with pytest.raises(StoreDamaged) as refusal:
        open_sections(tmp_path / "a.index")
    assert refusal.value.problem == "the index has format 99, this version reads 2"


def test_an_index_of_other_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    build_index([make_party("custom:1", "Shohrat Zakir")], path, load_weights())
    other = parse_weights(_table().replace("score,ceiling,0.97", "score,ceiling,0.9"))
    with pytest.raises(StoreDamaged) as refusal:
        open_index(path, other)
    assert refusal.value.problem == "the index was built with other weights"


def test_sections_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    """A file may be whole as a file and still not be an index."""
    path = tmp_path / "a.index"
    build_index([make_party("custom:1", "Shohrat Zakir")], path, load_weights())
    sections = {name: bytes(view) for name, view in open_sections(path).items()}
    save_sections(path, {**sections, "postings": b"\xff\xff\xff\xff" * 2})
    with pytest.raises(StoreDamaged):
        open_index(path, load_weights())


def test_an_index_without_parties_opens_and_finds_nothing(tmp_path: Path) -> None:
    build_index([], tmp_path / "a.index", load_weights())
    index = open_index(tmp_path / "a.index", load_weights())
    assert index.search_many([[b"zakir\x1dA"]], floor=0.1, weak_aliases=True) == [[]]


def _table() -> str:
    return files("ostraka.matching").joinpath("weights.csv").read_text("utf-8")
