"""A list as its publisher has it, or the old snapshot, whatever the publisher does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ostraka.snapshots import Store
from ostraka.snapshots.refresh import Outcome, State
from ostraka.sources.definition import Download, Floors, Sync
from ostraka.sources.fetch import Fetcher
from ostraka.sources.registry import get_source
from sync.lists import NOW, make_csv, make_room, make_source, make_un, refresh_lists
from sync.publisher import Answer, Publisher, Request

Sync_ = Callable[..., Outcome]
LATER = NOW + timedelta(hours=6)
PEOPLE = 40


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def refresh_un(tmp_path: Path, fetcher: Fetcher, publisher: Publisher) -> Sync_:
    """Refreshes the United Nations list from `/un.xml` of the publisher."""

    def run(now: datetime = NOW, version: str = "1") -> Outcome:
        source = make_source("un_sc", (f"{publisher.address}/un.xml",))
        return refresh_lists(make_room(tmp_path, fetcher, now, version), source)["un_sc"]

    return run


def standing(store: Store, key: str = "un_sc") -> tuple[int, date, datetime | None]:
    """Parties, day and last check of what is in force; the snapshot is read whole for it."""
    current = store.current(key)
    assert current is not None
    assert len(store.load_parties(current)) == current.parties
    return current.parties, current.published, store.checked(key)


def test_a_new_list_becomes_a_snapshot(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    publisher.publishes("/un.xml", make_un("2026-11-20", PEOPLE))
    outcome = refresh_un()
    assert outcome.state is State.PUBLISHED
    assert standing(store) == (PEOPLE, date(2026, 11, 20), NOW)
    assert not list(store.home.rglob(".tmp-*"))


def test_304_counts_as_a_check_and_changes_nothing(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    publisher.publishes("/un.xml", make_un("2026-11-20", PEOPLE), ETag='"one"')
    refresh_un()
    outcome = refresh_un(LATER)
    assert (outcome.state, outcome.size) == (State.UNCHANGED, 0)
    assert standing(store) == (PEOPLE, date(2026, 11, 20), LATER)
    assert publisher.requests[-1].headers["If-None-Match"] == '"one"'


def test_the_same_bytes_without_validators_are_not_read_again(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    """A server that sends no ETag, or another each time: the hash tells."""
    body = make_un("2026-11-20", PEOPLE)
    publisher.plays("/un.xml", lambda r: Answer(body, headers={"ETag": f'"{r.number}"'}))
    refresh_un()
    outcome = refresh_un(LATER)
    assert (outcome.state, outcome.publication) == (State.UNCHANGED, None)
    assert standing(store)[2] == LATER


def test_a_new_header_date_alone_is_no_change(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    """The list is generated every night; the same records are the same snapshot."""
    publisher.says("/un.xml", Answer(make_un("2026-11-20", 9)), Answer(make_un("2026-11-21", 9)))
    refresh_un()
    outcome = refresh_un(LATER)
    assert outcome.state is State.UNCHANGED
    assert standing(store) == (9, date(2026, 11, 21), LATER)


def test_another_version_reads_the_same_bytes_again(
    publisher: Publisher, refresh_un: Sync_
) -> None:
    """A better parser must not wait for the publisher's next edition."""
    publisher.publishes("/un.xml", make_un("2026-11-20", PEOPLE), ETag='"one"')
    refresh_un()
    outcome = refresh_un(LATER, version="2")
    assert outcome.publication is not None
    assert "If-None-Match" not in publisher.requests[-1].headers


def test_a_damaged_snapshot_is_fetched_again_and_mended(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    """Nobody is told 304 about a list that can no longer be read."""
    publisher.publishes("/un.xml", make_un("2026-11-20", PEOPLE), ETag='"one"')
    refresh_un()
    [path] = store.home.rglob("parties.parquet")
    path.write_bytes(b"")
    assert refresh_un(LATER).succeeded
    assert standing(store)[0] == PEOPLE


FAULTS = {
    "maintenance page with status 200": (
        Answer(b"<!DOCTYPE html><html><h1>We will be back</h1></html>"),
        "web page",
    ),
    "old file served as new": (Answer(make_un("2026-11-01", PEOPLE + 1)), "an old file"),
    "a third of the entries lost": (Answer(make_un("2026-11-21", 26)), "35.0% are gone"),
    "truncated, well announced": (Answer(make_un("2026-11-21", PEOPLE)[:-400]), "ends early"),
    "empty": (Answer(b""), "empty"),
    "another list": (Answer(b"<sdnList><publshInformation/></sdnList>"), "CONSOLIDATED_LIST"),
    "error that lasts": (Answer(status=500), "500"),
    "connection cut": (Answer(make_un("2026-11-21", PEOPLE), cut=300), "cut"),
    "gone": (Answer(status=404), "404"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_publisher_leaves_the_old_list_and_its_age(
    publisher: Publisher, refresh_un: Sync_, store: Store, fault: str
) -> None:
    """The refusal says what was wrong; the last check is not moved, so the list grows stale."""
    answer, words = FAULTS[fault]
    publisher.says("/un.xml", Answer(make_un("2026-11-20", PEOPLE)), answer)
    refresh_un()
    outcome = refresh_un(LATER)
    assert not outcome.succeeded
    assert words in outcome.problem
    assert outcome.remedy
    assert standing(store) == (PEOPLE, date(2026, 11, 20), NOW)
    assert len(store.snapshots("un_sc")) == 1
    assert not list(store.home.rglob(".tmp-*"))


def test_the_size_of_what_is_fetched_counts_however_old_its_date(
    publisher: Publisher, fetcher: Fetcher, store: Store
) -> None:
    """What the publisher has today must be as large as the list is today."""
    url = publisher.publishes("/un.xml", make_un("2026-03-01", PEOPLE))
    floors = Floors(parties_min=PEOPLE + 1)
    source = make_source("un_sc", (url,)).model_copy(update={"floors": floors})
    outcome = refresh_lists(make_room(store.home, fetcher), source)["un_sc"]
    assert outcome.state is State.REFUSED
    assert "at least 41 are expected" in outcome.problem


def test_a_changed_namespace_is_read_all_the_same(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    """As OFAC's of May 2024: the names inside count, not the address above them."""
    fresh = make_un("2026-11-21", PEOPLE + 1, namespace="https://new.example/list")
    publisher.says("/un.xml", Answer(make_un("2026-11-20", PEOPLE)), Answer(fresh))
    refresh_un()
    assert refresh_un(LATER).state is State.PUBLISHED
    assert standing(store)[0] == PEOPLE + 1


def test_a_renamed_column_is_refused(publisher: Publisher, fetcher: Fetcher, store: Store) -> None:
    """A column that must be there is looked for by its name, and its absence is told."""
    source = make_source("custom", (f"{publisher.address}/list.csv",))
    names = [f"Numa Quell {n}" for n in range(9)]
    publisher.says(
        "/list.csv", Answer(make_csv(*names)), Answer(make_csv(*names, heading="denomination"))
    )
    room = make_room(store.home, fetcher)
    assert refresh_lists(room, source)["custom"].state is State.PUBLISHED
    outcome = refresh_lists(room, source)["custom"]
    assert outcome.state is State.FAILED or outcome.state is State.REFUSED
    assert "name" in outcome.problem
    assert standing(store, "custom")[0] == 9


def test_a_list_without_a_date_takes_that_of_the_server(
    publisher: Publisher, fetcher: Fetcher, store: Store
) -> None:
    """And an older edition under a newer stamp is known by its content."""
    source = make_source("custom", (f"{publisher.address}/list.csv",))
    editions = [make_csv(*"ABCDE"), make_csv(*"ABCDEF"), make_csv(*"ABCDE")]
    stamps = [f"{day}, {n} Nov 2026 09:00:00 GMT" for day, n in (("Wed", 18), ("Thu", 19))]
    stamps.append("Fri, 20 Nov 2026 09:00:00 GMT")
    answers = [
        Answer(body, headers={"Last-Modified": stamp})
        for body, stamp in zip(editions, stamps, strict=True)
    ]
    publisher.says("/list.csv", *answers)
    room = make_room(store.home, fetcher)
    outcomes = [refresh_lists(room, source)["custom"] for _ in editions]
    assert [o.state for o in outcomes] == [State.PUBLISHED, State.PUBLISHED, State.REFUSED]
    assert "the content of 2026-11-18" in outcomes[2].problem
    assert standing(store, "custom")[:2] == (6, date(2026, 11, 19))


def test_the_next_set_of_files_is_tried_where_the_first_cannot_be_had(
    publisher: Publisher, fetcher: Fetcher, store: Store
) -> None:
    """And the outcome says what was odd."""
    publisher.publishes("/second.xml", make_un("2026-11-20", 9))
    first, second = f"{publisher.address}/first.zip", f"{publisher.address}/second.xml"
    outcome = refresh_lists(
        make_room(store.home, fetcher), make_source("un_sc", (first,), (second,))
    )["un_sc"]
    assert outcome.state is State.PUBLISHED
    assert outcome.notes == (f"{first}: the server answered 404 Not Found",)


def test_a_set_of_which_one_file_changed_is_fetched_whole(
    publisher: Publisher, fetcher: Fetcher, store: Store
) -> None:
    """Names in one file, aliases in another: half of a set is no list."""
    folder = f"{publisher.address}/"
    sdn = b'1,"ONE, Numa","individual","SDGT",' + b"-0- ," * 7 + b"-0- \r\n\x1a"
    alt = b'1,11,"aka","%s, Numa",-0- \r\n\x1a'
    add = b'1,21,"Street 1","City","Italy",-0- \r\n\x1a'
    publisher.publishes("/SDN.CSV", sdn, ETag='"sdn"')
    publisher.publishes("/ADD.CSV", add, ETag='"add"')
    publisher.says(
        "/ALT.CSV", Answer(alt % b"FIRST"), Answer(alt % b"FIRST"), Answer(alt % b"SECOND")
    )
    source = make_source(
        "us_ofac_sdn", (folder + "SDN.CSV", folder + "ALT.CSV", folder + "ADD.CSV")
    )
    room = make_room(store.home, fetcher)
    states = [refresh_lists(room, source)["us_ofac_sdn"] for _ in range(3)]
    assert [o.state for o in states] == [State.PUBLISHED, State.UNCHANGED, State.PUBLISHED], states
    current = store.current("us_ofac_sdn")
    assert current is not None
    [party] = store.load_parties(current)
    assert [n.text for n in party.names] == ["ONE, Numa", "SECOND, Numa"]


def test_a_file_behind_a_page_is_found_each_time(
    publisher: Publisher, fetcher: Fetcher, store: Store
) -> None:
    """Its address changes with each edition; the page names the present one."""

    def page(request: Request) -> Answer:
        return Answer(b"<html><a href='/un-%d.xml'>list</a></html>" % request.number)

    publisher.plays("/page", page)
    publisher.publishes("/un-1.xml", make_un("2026-11-20", 9))
    publisher.publishes("/un-2.xml", make_un("2026-11-21", 10))
    download = Download(url=f"{publisher.address}/page", link=r"/un-\d+\.xml$")
    source = make_source("un_sc", ("http://unused",)).model_copy(
        update={"sync": Sync(sets=((download,),))}
    )
    room = make_room(store.home, fetcher)
    assert [refresh_lists(room, source)["un_sc"].state for _ in range(2)] == [State.PUBLISHED] * 2
    assert standing(store)[0] == 10


def test_one_list_that_fails_harms_no_other(
    publisher: Publisher, fetcher: Fetcher, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is down, a reader with a fault, and a list that is in order, side by side."""
    publisher.publishes("/un.xml", make_un("2026-11-20", 9))
    publisher.publishes("/csl.csv", b"_id,source\n")
    sources = [
        make_source("us_ofac_sdn", (f"{publisher.address}/down",)),
        make_source("us_trade_csl", (f"{publisher.address}/csl.csv",)),
        make_source("un_sc", (f"{publisher.address}/un.xml",)),
        get_source("demo"),
    ]

    def break_down(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    room = make_room(store.home, fetcher)
    monkeypatch.setattr("ostraka.sources.us_trade_csl.parse.parse", break_down)
    outcomes = refresh_lists(room, *sources)
    assert outcomes["un_sc"].state is State.PUBLISHED
    assert outcomes["us_ofac_sdn"].state is State.FAILED
    assert outcomes["us_trade_csl"].state is State.REFUSED
    assert "ZeroDivisionError: a fault" in outcomes["us_trade_csl"].problem
    assert "not fetched" in outcomes["demo"].problem
    assert store.sources() == ("un_sc",)


def test_a_memory_that_cannot_be_read_costs_one_download(
    publisher: Publisher, refresh_un: Sync_, store: Store
) -> None:
    publisher.publishes("/un.xml", make_un("2026-11-20", PEOPLE), ETag='"one"')
    refresh_un()
    (store.home / "downloads" / "un_sc.json").write_bytes(b'{"files": [1')
    assert refresh_un(LATER).state is State.UNCHANGED
    assert standing(store)[2] == LATER
