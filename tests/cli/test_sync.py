"""`ostraka sync` and `ostraka doctor` as they are typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from ostraka.snapshots import Store
from ostraka.sources import registry
from ostraka.sources.definition import Download, Sync
from sync.lists import make_source, make_un
from sync.publisher import Answer, Publisher, publishing

OPENSANCTIONS = registry.get_source("opensanctions")


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher of two lists, which are the only ones known."""
    with publishing() as server:
        known = {key: make_source(key, (f"{server.address}/{key}",)) for key in ("un_sc", "custom")}
        # imported before, so that it keeps the real function when the test has ended
        import_module("ostraka.screening.holdings")
        monkeypatch.setattr(registry, "load_sources", lambda: known)
        yield server


def test_every_list_is_fetched_and_told(ostraka: Ostraka, publisher: Publisher) -> None:
    publisher.publishes("/un_sc", make_un("2026-11-20", 30), ETag='"a"')
    publisher.publishes("/custom", b"id,name\n1,Numa Quell\n2,Ora Vell\n")
    done = ostraka("sync", "--json")
    assert done.exit_code == 0, done.stderr
    custom, un = json.loads(done.stdout)["sources"]
    assert (custom["state"], un["state"]) == ("published", "published")
    assert un["publication"]["added"] == 30
    assert "un_sc of 2026-11-20: 30 parties; 30 added" in done.stderr
    again = ostraka("sync", "un_sc")
    assert "un_sc: unchanged." in again.stderr
    assert publisher.requests[-1].headers["User-Agent"].startswith("Mozilla/5.0 (compatible; Ost")


def test_a_list_that_fails_is_told_and_the_other_stands(
    ostraka: Ostraka, publisher: Publisher
) -> None:
    """Exit code 1, with what to do; the list that could be had is published."""
    publisher.publishes("/un_sc", make_un("2026-11-20", 30))
    done = ostraka("sync")
    assert done.exit_code == 1
    assert "custom: failed; nothing was changed." in done.stderr
    assert "the server answered 404 Not Found" in done.stderr
    assert "1 list current, 1 not." in done.stderr
    assert "Numa" in ostraka("screen", "Numa Quell1003", "--source", "un_sc").stdout.title()


def test_doctor_tells_the_age_and_ends_with_1_when_a_list_is_stale(
    ostraka: Ostraka, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.says("/un_sc", Answer(make_un("2026-11-20", 30)))
    ostraka("sync", "un_sc")
    healthy = ostraka("doctor", "--json")
    found = {row["source"]: row for row in json.loads(healthy.stdout)["lists"]}
    assert healthy.exit_code == 0
    assert (found["un_sc"]["condition"], found["un_sc"]["parties"]) == ("sound", 30)
    assert found["custom"]["condition"] == "not_held"
    store = Store(tmp_path / "home")
    current = store.current("un_sc")
    assert current is not None
    store.confirm("un_sc", current.id, datetime.now(UTC) - timedelta(days=9))
    stale = ostraka("doctor")
    assert stale.exit_code == 1
    assert "Need care: un_sc." in stale.stderr
    assert "9 days ago" in stale.stdout
    assert ostraka("screen", "Numa Quell1003").exit_code == 1


def test_doctor_finds_damage(ostraka: Ostraka, publisher: Publisher, tmp_path: Path) -> None:
    publisher.says("/un_sc", Answer(make_un("2026-11-20", 30)))
    ostraka("sync", "un_sc")
    [path] = tmp_path.rglob("parties.parquet")
    path.write_bytes(path.read_bytes()[:-1])
    done = ostraka("doctor")
    assert done.exit_code == 1
    assert "damaged" in done.stdout


def test_doctor_finds_an_altered_index(
    ostraka: Ostraka, publisher: Publisher, tmp_path: Path
) -> None:
    """Also where a start takes it as read: a failing disk moves no time of change."""
    publisher.says("/un_sc", Answer(make_un("2026-11-20", 30)))
    ostraka("sync", "un_sc")
    ostraka("screen", "Numa Quell1003")
    [path] = tmp_path.rglob("*.index")
    assert ostraka("doctor").exit_code == 0
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    done = ostraka("doctor", "--json")
    assert done.exit_code == 1
    [told] = json.loads(done.stdout)["damaged_indexes"]
    assert told.startswith(path.name)
    assert not path.exists()
    assert "Numa" in ostraka("screen", "Numa Quell1003").stdout.title()


def test_the_licence_is_told_and_the_confirmation_kept(
    ostraka: Ostraka, publisher: Publisher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Once confirmed, every later fetch keeps it with its snapshot."""
    at = Sync(sets=((Download(url=f"{publisher.address}/entities.ftm.json"),),))
    source = OPENSANCTIONS.model_copy(update={"sync": at})
    monkeypatch.setattr(registry, "load_sources", lambda: {source.key: source})
    target = {"id": "NK-1", "schema": "Person", "target": True, "properties": {"name": ["Numa"]}}
    publisher.publishes("/entities.ftm.json", json.dumps(target).encode() + b"\n")
    confirm = ("confirm", "opensanctions", "--use", "commercial", "--by", "Ada Quill")
    assert ostraka(*confirm, "--licence", "Licence OS-7").exit_code == 0
    told = ostraka("sync", "opensanctions").stderr.splitlines()
    assert told[0].startswith("Licence of opensanctions: CC BY-NC 4.0")
    assert told[1].endswith(", under Licence OS-7.")
    target["properties"] = {"name": ["Numa", "Numa Quell"]}
    publisher.publishes("/entities.ftm.json", json.dumps(target).encode() + b"\n")
    assert ostraka("sync", "opensanctions").exit_code == 0
    store = Store(tmp_path / "home")
    snapshot = store.current("opensanctions")
    assert snapshot
    notes = store.get_manifest(snapshot).warnings
    assert "commercial use confirmed by the user: Licence OS-7" in notes
