"""A register as its publisher has it, or the old edition, whatever the publisher does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256, sha512
from pathlib import Path

import pytest

from ostraka.ownership.naming import Naming
from ostraka.screening.registers.held import HeldRegisters
from ostraka.screening.registers.table import read_above
from ostraka.snapshots.refresh import State
from registers.conftest import NOW, Refresh
from registers.editions import (
    HEADING,
    announce_rr,
    lei,
    make_gb,
    make_gleif,
    make_psc,
    make_rr,
    name_links,
    pack,
    publish_parts,
    publish_rr,
)
from sync.publisher import Answer, Publisher, Request

LATER = NOW + timedelta(hours=8)
NOISE = sha512(b"noise").hexdigest()
"""Too dense to be told from a list by how far it packs."""


def test_an_edition_is_held_with_its_origin(
    publisher: Publisher, refresh: Refresh, tmp_path: Path
) -> None:
    """Day and number of records come from the publisher's document; the bytes stay as they came."""
    body = make_rr(5)
    path = publish_rr(publisher, body, 5)
    outcome = refresh(make_gleif(publisher))
    assert (outcome.state, outcome.problem, outcome.size) == (State.PUBLISHED, "", len(body))
    [edition] = HeldRegisters(tmp_path).editions("gleif_rr")
    assert (edition.published, edition.imported) == (date(2026, 11, 20), NOW)
    assert (edition.records, edition.stakes) == (5, 5)
    assert edition.sha256 == sha256(body).hexdigest()
    assert list(edition.files) == [publisher.address + path]
    assert list(edition.find_changed()) == []
    assert HeldRegisters(tmp_path).checked("gleif_rr") == NOW
    assert not list((tmp_path / "downloads").glob(".part*"))


def test_304_counts_as_a_check_and_brings_nothing(
    publisher: Publisher, refresh: Refresh, tmp_path: Path
) -> None:
    path = publish_rr(publisher, make_rr(5), 5)
    register = make_gleif(publisher)
    refresh(register)
    outcome = refresh(register, LATER)
    assert (outcome.state, outcome.size) == (State.UNCHANGED, 0)
    assert publisher.asked(path)[-1].headers["If-None-Match"]
    assert HeldRegisters(tmp_path).checked("gleif_rr") == LATER
    assert len(HeldRegisters(tmp_path).editions("gleif_rr")) == 1


def test_another_version_reads_the_same_bytes_again_without_fetching_them(
    publisher: Publisher, refresh: Refresh, tmp_path: Path
) -> None:
    publish_rr(publisher, make_rr(5), 5)
    register = make_gleif(publisher)
    refresh(register)
    outcome = refresh(register, LATER, version="2")
    assert (outcome.state, outcome.size) == (State.PUBLISHED, 0)
    assert [e.version for e in HeldRegisters(tmp_path).editions("gleif_rr")] == ["1", "2"]


def test_a_damaged_edition_is_fetched_again(
    publisher: Publisher, refresh: Refresh, tmp_path: Path
) -> None:
    """Nobody is told 304 about a register that can no longer be read."""
    publish_rr(publisher, make_rr(5), 5)
    register = make_gleif(publisher)
    refresh(register)
    [table] = tmp_path.rglob("stakes.sqlite")
    table.write_bytes(b"")
    outcome = refresh(register, LATER)
    assert outcome.state is State.PUBLISHED
    newest = HeldRegisters(tmp_path).editions("gleif_rr")[-1]
    assert list(newest.find_changed()) == []


def test_a_redirect_is_followed_where_the_document_is_gone(
    publisher: Publisher, refresh: Refresh
) -> None:
    """The second way: the plain address, which redirects; the day is that of the server."""
    stamp = "Fri, 20 Nov 2026 08:00:00 GMT"
    publisher.publishes("/cdn/rr.zip", make_rr(4), Last_Modified=stamp)
    publisher.says("/rr/latest.csv", Answer(status=302, headers={"Location": "/cdn/rr.zip"}))
    outcome = refresh(make_gleif(publisher))
    assert outcome.state is State.PUBLISHED
    assert outcome.edition
    assert outcome.edition.published == date(2026, 11, 20)
    assert "404" in outcome.notes[0]


def test_a_burst_of_500_is_outlived(publisher: Publisher, refresh: Refresh) -> None:
    busy = Answer(status=500)
    announce_rr(publisher, "/rr.zip", 4, "2026-11-20")
    publisher.says("/rr.zip", busy, busy, Answer(make_rr(4)))
    assert refresh(make_gleif(publisher)).state is State.PUBLISHED


def make_cut(body: bytes) -> Answer:
    return Answer(body[: len(body) // 2])


def make_bomb() -> bytes:
    return pack("rr.csv", HEADING + "\n" + ("0" * 1000 + "\n") * 20_000)


def make_longest_line() -> bytes:
    return pack(
        "rr.csv", HEADING + "\n" + "".join(sha512(bytes(n)).hexdigest() for n in range(6)) * 30_000
    )


FAULTS: dict[str, tuple[Callable[[], Answer], int, str]] = {
    "web page with status 200": (lambda: Answer(b"<!DOCTYPE html><html>Later</html>"), 5, "HTML"),
    "half of the archive, announced as whole": (lambda: make_cut(make_rr(900)), 900, "damaged"),
    "no archive": (lambda: Answer(HEADING.encode()), 5, "no zip archive"),
    "a third of the records lost": (lambda: Answer(make_rr(4)), 6, "4 of the 6 records"),
    "below the floor": (lambda: Answer(make_rr(2)), 2, "fewer than 3"),
    "a column renamed": (
        lambda: Answer(make_rr(5, heading=HEADING.replace("EndNode.NodeID,", "Parent,"))),
        5,
        "no column Relationship.EndNode.NodeID",
    ),
    "other words for what is known": (
        lambda: Answer(make_rr(5, kind="IS_OWNED_BY")),
        5,
        "0 stakes",
    ),
    "a bomb": (lambda: Answer(make_bomb()), 5, "unpacks to more than"),
    "a line without end": (lambda: Answer(make_longest_line()), 5, "longer than 16 MiB"),
    "not UTF-8": (lambda: Answer(pack("rr.csv", HEADING.encode() + b"\n\xe9\xff,")), 5, "no text"),
    "larger than the limit": (
        lambda: Answer(b"PK\x03\x04" + bytes(9 << 20)),
        5,
        "larger than 8 MiB",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_old_edition_stands_whatever_comes(
    publisher: Publisher, refresh: Refresh, tmp_path: Path, fault: str
) -> None:
    publish_rr(publisher, make_rr(5), 5)
    register = make_gleif(publisher)
    before = refresh(register).edition
    make, records, problem = FAULTS[fault]
    answer = make()
    publisher.says("/new.zip", answer)
    announce_rr(publisher, "/new.zip", records, "2026-11-21")
    outcome = refresh(register, LATER)
    assert not outcome.succeeded
    assert problem in outcome.problem
    assert outcome.remedy
    held = HeldRegisters(tmp_path)
    assert (held.editions("gleif_rr"), held.checked("gleif_rr")) == ([before], NOW)
    assert before
    assert list(before.find_changed()) == []
    left = [path for path in tmp_path.rglob("new.zip*") if path.is_file()]
    assert left == []


def test_an_edition_that_lost_a_third_is_refused_and_one_that_lost_a_tenth_is_told(
    publisher: Publisher, refresh: Refresh
) -> None:
    """Also where the publisher's own count agrees."""
    register = make_gleif(publisher)
    publish_rr(publisher, make_rr(60), 60)
    refresh(register)
    publish_rr(publisher, make_rr(40), 40, "2026-11-21")
    refused = refresh(register, LATER)
    assert refused.state is State.REFUSED
    assert "33% fewer than the 60" in refused.problem
    publish_rr(publisher, make_rr(54), 54, "2026-11-21")
    told = refresh(register, LATER)
    assert told.state is State.PUBLISHED
    assert "10% fewer" in told.notes[0]


def test_an_older_edition_is_refused(publisher: Publisher, refresh: Refresh) -> None:
    register = make_gleif(publisher)
    publish_rr(publisher, make_rr(5), 5)
    refresh(register)
    publish_rr(publisher, make_rr(6), 6, "2026-11-01")
    assert "an old file (2026-11-01)" in refresh(register, LATER).problem


def test_a_day_that_is_none_costs_the_day_and_not_the_register(
    publisher: Publisher, refresh: Refresh
) -> None:
    publish_rr(publisher, make_rr(5, day="2015-13-77"), 5)
    outcome = refresh(make_gleif(publisher))
    assert outcome.state is State.PUBLISHED
    assert "StartDate: '2015-13-77' is no date" in outcome.notes[0]


def test_the_parts_of_the_newest_day_are_one_edition(
    publisher: Publisher, refresh: Refresh, tmp_path: Path
) -> None:
    """Their totals are held against all of them; an older day on the page is left."""
    old = "/psc-snapshot-2026-11-19_1of1.zip"
    first, second = (
        make_psc(["00000001", "2"], "00000003"),
        make_psc(["3"], "Zelkova Fund", announced=3),
    )
    paths = publish_parts(publisher, "2026-11-20", first, second)
    name_links(publisher, old, *paths)
    outcome = refresh(make_gb(publisher))
    assert (outcome.state, outcome.problem) == (State.PUBLISHED, "")
    [edition] = HeldRegisters(tmp_path).editions("gb_psc")
    assert (edition.published, edition.records, edition.stakes) == (date(2026, 11, 20), 3, 3)
    assert not publisher.asked(old)
    above = read_above(edition.table, ["GB-COH:00000001"])
    assert [(s.owner, s.owned) for s in above.stakes] == [
        ("GB-COH:00000003", "GB-COH:00000001"),
        ("zelkova fund", "GB-COH:00000003"),
    ]
    assert above.name("GB-COH:00000003") == "Holding 00000003 Ltd"
    assert Naming(above).find("00000003") == ["GB-COH:00000003"]


def test_a_part_that_the_page_does_not_name_is_missed(
    publisher: Publisher, refresh: Refresh
) -> None:
    name_links(publisher, "/psc-snapshot-2026-11-20_1of3.zip", "/psc-snapshot-2026-11-20_3of3.zip")
    outcome = refresh(make_gb(publisher))
    assert (outcome.state, outcome.problem) == (State.FAILED, "the page names 2 of 3 parts")


def test_fewer_persons_than_the_totals_say_are_refused(
    publisher: Publisher, refresh: Refresh
) -> None:
    publish_parts(publisher, "2026-11-20", make_psc(["1", "2", "3"], "Quince", announced=4))
    assert "3 of the 4 records" in refresh(make_gb(publisher)).problem


def test_a_run_that_was_cut_short_goes_on_from_the_parts_it_has(
    publisher: Publisher, refresh: Refresh
) -> None:
    """The first part came whole and is asked for again by what its server said of it only."""
    first, second = make_psc(["1", "2"], "Quince"), make_psc(["3", "4"], "Quince")
    one, two = publish_parts(publisher, "2026-11-20", first, second)
    good = publisher.scripts[two]

    def cut(request: Request) -> Answer:
        return Answer(second, cut=len(second) // 3) if request.number <= 4 else good(request)

    publisher.plays(two, cut)
    register = make_gb(publisher)
    register = register.model_copy(update={"sets": register.sets[:1]})
    failed = refresh(register)
    assert failed.state is State.FAILED
    assert "connection was cut" in failed.problem
    outcome = refresh(register, LATER)
    assert (outcome.state, outcome.size) == (State.PUBLISHED, len(second))
    assert publisher.asked(one)[-1].headers["If-None-Match"]


def test_the_single_file_is_taken_where_there_are_no_parts(
    publisher: Publisher, refresh: Refresh
) -> None:
    path = "/persons-with-significant-control-snapshot-2026-11-20.zip"
    publisher.publishes(path, make_psc(["1", "2", "3"], "Quince"))
    name_links(publisher, path)
    outcome = refresh(make_gb(publisher))
    assert outcome.edition
    assert outcome.edition.published == date(2026, 11, 20)


def test_a_line_of_another_shape_is_left_and_a_broken_one_refuses_the_file(
    publisher: Publisher, refresh: Refresh
) -> None:
    odd = '{"company_number": "9", "data": {"kind": "individual-person-with-significant-control", '
    odd += '"name": "Ora", "date_of_birth": {"year": 1960, "month": "May"}}}\n[]\n'
    publish_parts(publisher, "2026-11-20", make_psc(["1", "2", "3"], "Quince", end="\n" + odd))
    outcome = refresh(make_gb(publisher))
    assert outcome.state is State.PUBLISHED
    assert "left out" in outcome.notes[0]
    publish_parts(publisher, "2026-11-21", make_psc(["1", "2", "3"], "Quince", end='\n{"a'))
    assert "no JSON" in refresh(make_gb(publisher), LATER).problem


def test_names_are_found_as_written_and_ids_in_any_case(
    publisher: Publisher, refresh: Refresh
) -> None:
    publish_rr(publisher, make_rr(5), 5)
    edition = refresh(make_gleif(publisher)).edition
    assert edition
    assert len(read_above(edition.table, [lei(3).lower()]).stakes) == 1
    assert read_above(edition.table, [lei(0), "nobody", ""]).stakes == []
