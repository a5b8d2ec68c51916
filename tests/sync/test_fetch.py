"""One file from a server that is slow, broken, moody, or in order."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ostraka.model.errors import DownloadFailed
from ostraka.sources.fetch import Fetcher, Validators, make_user_agent
from ostraka.sources.fetch_exchange import next_place
from sync.publisher import Answer, Publisher, Request, packed

BODY = b"<list>" + b"a party " * 500 + b"</list>"


def get(fetcher: Fetcher, url: str, folder: Path) -> bytes:
    fetcher.fetch(url, folder / "file")
    return (folder / "file").read_bytes()


def refuse(fetcher: Fetcher, url: str, folder: Path) -> str:
    """What the fetcher says; it leaves nothing that could be read as a list."""
    with pytest.raises(DownloadFailed) as refusal:
        fetcher.fetch(url, folder / "file")
    assert refusal.value.where == url
    assert refusal.value.remedy
    return refusal.value.problem


def test_a_file_comes_whole_with_its_stamps_and_hash(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = publisher.publishes(
        "/a.xml", BODY, ETag='"one"', Last_Modified="Fri, 10 Dec 2021 15:00:00 GMT"
    )
    seen: list[tuple[int, int | None]] = []
    received = fetcher.fetch(url, tmp_path / "a", progress=lambda a, b: seen.append((a, b)))
    assert (tmp_path / "a").read_bytes() == BODY
    assert (received.etag, received.last_modified) == ('"one"', "Fri, 10 Dec 2021 15:00:00 GMT")
    assert (received.sha256, received.size) == (sha256(BODY).hexdigest(), len(BODY))
    assert seen[-1] == (len(BODY), len(BODY))


@pytest.mark.parametrize(
    "known",
    [Validators(etag='"one"'), Validators(last_modified="Fri, 10 Dec 2021 15:00:00 GMT")],
)
def test_an_unchanged_file_is_not_sent_again(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path, known: Validators
) -> None:
    """304 by either validator; nothing is written."""
    url = publisher.publishes(
        "/a.xml", BODY, ETag='"one"', Last_Modified="Fri, 10 Dec 2021 15:00:00 GMT"
    )
    assert fetcher.fetch(url, tmp_path / "a", known=known).unchanged
    assert not (tmp_path / "a").exists()


def test_a_server_that_refuses_the_nameless_is_told_a_name(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    """403 without a User-Agent that looks like one."""

    def script(request: Request) -> Answer:
        named = request.headers.get("User-Agent", "").startswith("Mozilla/5.0 (")
        return Answer(BODY) if named else Answer(status=403)

    url = publisher.plays("/sdn", script)
    assert get(fetcher, url, tmp_path) == BODY
    nameless = replace(fetcher, user_agent="python")
    assert refuse(nameless, url, tmp_path) == "the server answered 403 Forbidden"
    assert "Ostraka/1.2" in make_user_agent("1.2")


def test_a_redirect_to_a_signed_address_is_followed_anew_each_time(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    """The signature is good for an hour: the target is never kept."""

    def sign(request: Request) -> Answer:
        target = f"/store/list.xml?signature={request.number}"
        publisher.says(target, Answer(BODY))
        return Answer(status=302, headers={"Location": target})

    url = publisher.plays("/list", sign)
    assert get(fetcher, url, tmp_path) == get(fetcher, url, tmp_path) == BODY
    paths = [r.path for r in publisher.requests]
    assert paths == ["/list", "/store/list.xml?signature=1", "/list", "/store/list.xml?signature=2"]


def test_redirects_in_a_ring_or_to_nowhere_are_refused(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    ring = publisher.says("/ring", Answer(status=302, headers={"Location": "/ring"}))
    assert "more than 5 times" in refuse(fetcher, ring, tmp_path)
    nowhere = publisher.says("/out", Answer(status=302, headers={"Location": "file:///etc/passwd"}))
    assert "not encrypted" in refuse(fetcher, nowhere, tmp_path)


def test_a_redirect_from_https_to_http_stays_encrypted_on_its_host_and_ends_elsewhere() -> None:
    """The Publications Office names http on its own host; another host or port is not trusted."""
    place = "https://office.example/celex/1"
    assert next_place(place, place, "http://office.example/cellar/2") == (
        "https://office.example/cellar/2"
    )
    for target in ("http://other.example/cellar/2", "http://office.example:8080/cellar/2"):
        with pytest.raises(DownloadFailed, match="not encrypted"):
            next_place(place, place, target)


def test_a_burst_of_errors_is_outlasted(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path, pauses: list[float]
) -> None:
    """With growing pauses, and with the pause that the server asks for."""
    burst = [
        Answer(status=500),
        Answer(status=503, headers={"Retry-After": "17"}),
        Answer(status=500),
    ]
    url = publisher.says("/eu", *burst, Answer(BODY))
    assert get(fetcher, url, tmp_path) == BODY
    assert pauses == [3.0, 17.0, 12.0]


def test_errors_that_last_are_given_up(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path, pauses: list[float]
) -> None:
    url = publisher.says("/eu", Answer(status=500))
    said = refuse(fetcher, url, tmp_path)
    assert said == "the server answered 500 Internal Server Error (4 attempts)"
    assert (len(publisher.requests), len(pauses)) == (4, 3)


def test_what_does_not_pass_is_not_tried_again(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path, pauses: list[float]
) -> None:
    url = publisher.says("/gone", Answer(status=404))
    assert refuse(fetcher, url, tmp_path) == "the server answered 404 Not Found"
    assert pauses == []


@pytest.mark.parametrize(
    "broken",
    [Answer(BODY, announce=len(BODY) + 100), Answer(BODY, cut=900)],
    ids=["longer announced than sent", "connection cut"],
)
def test_a_truncated_file_is_never_taken_for_a_list(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path, broken: Answer
) -> None:
    """It is fetched again, and where it stays so, nothing is left."""
    url = publisher.says("/cut", broken, Answer(BODY))
    assert get(fetcher, url, tmp_path) == BODY
    url = publisher.says("/always-cut", broken)
    assert "cut before the file had come whole" in refuse(fetcher, url, tmp_path)
    assert not (tmp_path / "file").exists() or (tmp_path / "file").read_bytes() == BODY


def test_a_compressed_answer_is_unpacked_and_bounded_unpacked(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    assert get(fetcher, publisher.says("/packed", packed(BODY)), tmp_path) == BODY
    bomb = publisher.says("/bomb", packed(b"0" * (2 << 20)))
    assert refuse(fetcher, bomb, tmp_path) == "the file is larger than 1 MiB"


def test_an_oversized_file_is_refused_by_its_announcement_and_by_its_bytes(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    announced = publisher.says("/large", Answer(b"", announce=3 << 20))
    assert refuse(fetcher, announced, tmp_path) == "the file is larger than 1 MiB"
    assert len(publisher.requests) == 1
    sent = publisher.says("/sent", Answer(b"0" * (2 << 20)))
    assert refuse(fetcher, sent, tmp_path) == "the file is larger than 1 MiB"


def test_a_server_that_drips_is_given_up(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    """Each byte comes in time, and the file never does."""
    bounds = replace(fetcher.limits, seconds=0.3, attempts=2)
    url = publisher.says("/drip", Answer(BODY, drip=0.05))
    said = refuse(fetcher.within(bounds), url, tmp_path)
    assert said == "the download took longer than 0.3 seconds (2 attempts)"


def test_a_server_that_falls_silent_is_given_up(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    bounds = replace(fetcher.limits, attempts=2, read=0.2)
    url = publisher.says("/silent", Answer(BODY, drip=2))
    said = refuse(fetcher.within(bounds), url, tmp_path)
    assert said == "the server did not answer in time (2 attempts)"


def test_a_server_that_is_not_there_is_told_as_such(fetcher: Fetcher, tmp_path: Path) -> None:
    said = refuse(fetcher, "http://127.0.0.1:9/list", tmp_path)
    assert said == "the server could not be reached (4 attempts)"


def test_a_link_is_found_on_its_page(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    """Where the address of the file changes with each edition, the page names it."""
    page = b'<html><a href="/old.pdf">pdf</a><a class=x href="files/list-2026.xlsx?a=1&amp;b=2">'
    url = publisher.says("/economic/list.html", Answer(page))
    found = fetcher.find_link(url, r"\.xlsx?(\?|$)", tmp_path / "page")
    assert found == f"{publisher.address}/economic/files/list-2026.xlsx?a=1&b=2"
    with pytest.raises(DownloadFailed, match="names no file of this list"):
        fetcher.find_link(url, r"\.csv$", tmp_path / "page")


def test_a_run_that_is_called_off_ends_at_once(
    publisher: Publisher, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = publisher.says("/a", Answer(BODY))
    fetcher.call_off()
    with pytest.raises(DownloadFailed, match="called off"):
        fetcher.fetch(url, tmp_path / "file")
    assert publisher.requests == []
