"""Reading refuses what is not whole, and importing the same file again mends it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import NotPublished, StoreDamaged
from ostraka.snapshots import Store
from ostraka.snapshots.folder import PARTIES_FILE, PRESENCE_FILE
from ostraka.snapshots.manifest import MANIFEST_FILE
from ostraka.snapshots.sealed import parse_sealed, render_sealed
from ostraka.snapshots.state import STATE_FILE
from snapshots.invented import DAY, KEY, day, make_parties, publish

FILES = [PARTIES_FILE, PRESENCE_FILE, MANIFEST_FILE, STATE_FILE]


def find_file(home: Path, name: str) -> Path:
    """The only file of that name in a home with one snapshot."""
    (path,) = home.rglob(name)
    return path


def read_whole(home: Path) -> None:
    """Everything a home with one list holds is read, or the refusal is raised."""
    store = Store(home)
    held = store.current(KEY)
    assert held is not None
    assert len(store.load_parties(held)) == held.parties


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one list of three parties."""
    publish(Store(tmp_path), make_parties(3))
    read_whole(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("where", [0, 0.3, 0.7, -1])
def test_a_changed_byte_is_noticed(home: Path, name: str, where: float) -> None:
    """In every file, wherever it is."""
    path = find_file(home, name)
    data = bytearray(path.read_bytes())
    data[int(where * len(data))] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreDamaged) as refusal:
        read_whole(home)
    assert refusal.value.where == str(path)
    assert refusal.value.remedy


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_noticed(home: Path, name: str) -> None:
    """Also the file that names the others: its loss is not an empty home."""
    path = find_file(home, name)
    path.unlink()
    with pytest.raises(StoreDamaged) as refusal:
        read_whole(home)
    assert refusal.value.where == str(path)


@pytest.mark.parametrize("name", [MANIFEST_FILE, STATE_FILE])
def test_a_foreign_format_version_is_named(home: Path, name: str) -> None:
    """The user learns that another version wrote it, not that it is broken."""
    path = find_file(home, name)
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))
    with pytest.raises(StoreDamaged) as refusal:
        read_whole(home)
    assert refusal.value.problem == (
        "the file has format 99; this version of Ostraka reads format 1"
    )


@pytest.mark.parametrize("name", [MANIFEST_FILE, STATE_FILE])
def test_a_field_of_a_newer_version_is_refused(home: Path, name: str) -> None:
    """Sealed and whole, but saying more than this version understands."""
    path = find_file(home, name)
    body = json.loads(path.read_text())
    for row in body.get("publications", [body]):
        row["aura"] = "violet"
    newer = {key: value for key, value in body.items() if key not in {"format", "seal"}}
    path.write_bytes(render_sealed(newer))
    if name == MANIFEST_FILE:
        state = find_file(home, STATE_FILE)
        told = json.loads(state.read_text())
        told["publications"][0]["manifest"] = sha256(path.read_bytes()).hexdigest()
        plain = {key: value for key, value in told.items() if key not in {"format", "seal"}}
        state.write_bytes(render_sealed(plain))
    with pytest.raises(StoreDamaged) as refusal:
        read_whole(home)
    assert refusal.value.remedy == "Use the version of Ostraka that wrote it, or a newer one."


def test_a_manifest_of_another_snapshot_is_noticed(tmp_path: Path) -> None:
    """Whole in itself, but not the one the state names."""
    store = Store(tmp_path)
    publish(store, make_parties(2), day(-1))
    publish(store, make_parties(3))
    old, new = sorted(tmp_path.rglob(MANIFEST_FILE))
    new.write_bytes(old.read_bytes())
    with pytest.raises(StoreDamaged) as refusal:
        read_whole(tmp_path)
    assert refusal.value.where == str(new)


@pytest.mark.parametrize("name", [PARTIES_FILE, PRESENCE_FILE, MANIFEST_FILE])
def test_the_same_list_imported_again_mends_a_damaged_snapshot(home: Path, name: str) -> None:
    """As the remedy says; what was damaged is gone after the next import."""
    find_file(home, name).write_bytes(b"rust")
    outcome = publish(Store(home), make_parties(3))
    read_whole(home)
    assert (outcome.added, outcome.changed, outcome.removed) == (0, 0, 0)
    repaired = "the snapshot was damaged on disk; it was repaired from these files"
    assert outcome.warnings == (repaired,)
    assert publish(Store(home), make_parties(3)).warnings == ()
    assert find_file(home, name).parent.name == f"{DAY}-{outcome.snapshot[:12]}-2"


def test_a_damaged_neighbour_is_no_neighbour_to_compare_with(home: Path) -> None:
    """A new list waits for a look or a reason; the damage cannot hold it up for ever."""
    path = find_file(home, PRESENCE_FILE)
    path.write_bytes(b"rust")
    with pytest.raises(NotPublished) as refusal:
        publish(Store(home), make_parties(4), day(1))
    assert refusal.value.problem == (
        f"the snapshot before it cannot be compared with: {path} is damaged"
    )
    assert publish(Store(home), make_parties(4), day(1), force="disk was replaced").added == 4


@settings(deadline=None)
@given(st.binary(max_size=40))
def test_no_bytes_crash_the_reading_of_a_sealed_file(data: bytes) -> None:
    """Whatever stands there instead, it is refused."""
    with pytest.raises(StoreDamaged):
        parse_sealed(data, Path("state.json"), "none")


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5) | st.none()))
def test_a_sealed_body_comes_back(body: dict[str, object]) -> None:
    """With its keys in order, but for the two words the seal itself uses."""
    plain = {key: value for key, value in body.items() if key not in {"format", "seal"}}
    assert parse_sealed(render_sealed(plain), Path("state.json"), "none") == plain
