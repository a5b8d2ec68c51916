"""The acts of the European Union from the Publications Office, as its store is known to answer."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ostraka.snapshots import Store
from ostraka.snapshots.refresh import Outcome, State
from ostraka.sources.definition import Download, Floors, Source, Sync
from ostraka.sources.eu_journal.annexes import find_act
from ostraka.sources.fetch import Fetcher
from ostraka.sources.registry import get_source
from ostraka.sources.tables import iter_table
from sources.act_samples import make_act, make_annex, make_rows
from sync.lists import make_room, refresh_lists
from sync.publisher import Answer, Publisher, Request

JOURNAL = get_source("eu_journal")
RUSSIA, BELARUS = "02014R0833", "02006R0765"
ANNEX = {RUSSIA: "XIV", BELARUS: "XV"}


def index(act: str, *days: str) -> Answer:
    """What the index says of an act: its consolidated texts, in no order."""
    rows = ",".join(f'{{"edition": {{"type": "literal", "value": "{act}-{day}"}}}}' for day in days)
    return Answer(f'{{"results": {{"bindings": [{rows}]}}}}'.encode())


def page(act: str, day: str, *banks: str) -> bytes:
    """The consolidated text of a day, with these banks in an annex."""
    rows = make_rows(
        ("Name of the legal person, entity or body", "Date of application"),
        *((bank, "12 March 2022") for bank in banks),
    )
    stated = f"{day[6:]}.{day[4:6]}.{day[:4]}"
    return make_act(make_annex(ANNEX[act], rows), celex=act, day=stated).data


class Office:
    """The store of two acts: an index for each, texts behind a redirect, by shape and language."""

    def __init__(self, publisher: Publisher) -> None:
        self.publisher = publisher
        for act in (RUSSIA, BELARUS):
            self.publishes(act, "20260723", "Bank Zorvan" if act == RUSSIA else "Bank Quill")
            self.names(act, "20260101", "20260723", "20251024")

    def names(self, act: str, *days: str) -> None:
        self.publisher.says(f"/index?act={act}", index(act, *days))

    def publishes(self, act: str, day: str, *banks: str) -> None:
        target = f"/cellar/{act}-{day}/DOC_1"
        self.publisher.publishes(target, page(act, day, *banks), ETag=f'"{act}{day}{len(banks)}"')

        def negotiate(request: Request) -> Answer:
            wanted = request.headers.get("Accept"), request.headers.get("Accept-Language")
            if wanted != ("application/xhtml+xml", "eng"):
                return Answer(b"<NOTICE/>", headers={"Content-Type": "application/xml"})
            return Answer(status=303, headers={"Location": target})

        self.publisher.plays(f"/celex/{act}-{day}", negotiate)

    def says(self, act: str, day: str, *answers: Answer) -> None:
        self.publisher.says(f"/celex/{act}-{day}", *answers)

    @property
    def source(self) -> Source:
        """The list as it is defined, but for the host and for all acts but two."""
        own = JOURNAL.sync.sets[0] if JOURNAL.sync else ()
        files = [
            d.model_copy(
                update={
                    "url": f"{self.publisher.address}/index?act={act}",
                    "at": f"{self.publisher.address}/celex/{{}}",
                }
            )
            for d in own
            for act in (RUSSIA, BELARUS)
            if act in d.edition
        ]
        sync = Sync(sets=(tuple(files),))
        return JOURNAL.model_copy(update={"sync": sync, "floors": Floors()})


@pytest.fixture
def office(publisher: Publisher) -> Office:
    return Office(publisher)


def test_every_act_is_fetched_as_its_newest_text_that_has_begun(
    office: Office, fetcher: Fetcher, tmp_path: Path
) -> None:
    """A text of a day to come is in the index before it applies."""
    office.names(RUSSIA, "20260723", "20991231")
    office.names(BELARUS, "20260723", "20260101")
    outcome = _refresh(office, fetcher, tmp_path)
    assert (outcome.state, outcome.problem) == (State.PUBLISHED, "")
    assert _held(tmp_path) == ({"Bank Zorvan", "Bank Quill"}, date(2026, 7, 23))
    paths = [r.path for r in office.publisher.requests]
    assert [p for p in paths if p.startswith("/celex/")] == [
        f"/celex/{BELARUS}-20260723",
        f"/celex/{RUSSIA}-20260723",
    ]


def test_an_act_that_did_not_change_is_not_sent_again(
    office: Office, fetcher: Fetcher, tmp_path: Path
) -> None:
    """304 of every act is a check; a new text of one fetches the set whole."""
    _refresh(office, fetcher, tmp_path)
    again = _refresh(office, fetcher, tmp_path)
    assert (again.state, again.size) == (State.UNCHANGED, 0)
    office.publishes(RUSSIA, "20261120", "Bank Zorvan", "Bank Quorn")
    office.names(RUSSIA, "20260723", "20261120")
    assert _refresh(office, fetcher, tmp_path).state is State.PUBLISHED
    assert _held(tmp_path) == ({"Bank Zorvan", "Bank Quorn", "Bank Quill"}, date(2026, 11, 20))


def test_a_burst_of_errors_and_a_text_in_preparation_are_outlasted(
    office: Office, fetcher: Fetcher, tmp_path: Path, pauses: list[float]
) -> None:
    """202 without a check for browsers says that the text is being made."""
    found = Answer(status=303, headers={"Location": f"/cellar/{RUSSIA}-20260723/DOC_1"})
    office.says(RUSSIA, "20260723", Answer(status=500), Answer(status=202), found)
    assert _refresh(office, fetcher, tmp_path).state is State.PUBLISHED
    assert pauses == [3.0, 6.0]


CHECK = {"x-amzn-waf-action": "challenge"}
NOTICE = b"<!DOCTYPE html><html><body><h1>EUR-Lex is being maintained</h1></body></html>"
FAULTS = {
    "a check for browsers": (Answer(status=202, headers=CHECK), "wants a browser to pass a check"),
    "prepared for ever": (Answer(status=202), "202 Accepted (4 attempts)"),
    "errors that last": (Answer(status=500), "500 Internal Server Error (4 attempts)"),
    "several documents": (Answer(status=300), "300 Multiple Choices"),
    "a notice with status 200": (Answer(NOTICE), "holds no annex"),
    "another act": (Answer(page(BELARUS, "20260723", "Bank")), "is that of another act"),
    "the notice of the act": (Answer(b"<NOTICE></NOTICE>"), "cut short"),
    "nothing": (Answer(b""), "empty"),
    "a text cut short": (Answer(page(RUSSIA, "20260723", "Bank")[:-300]), "cut short"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_sent_in_place_of_an_act_leaves_the_list_as_it_was(
    office: Office, fetcher: Fetcher, tmp_path: Path, fault: str
) -> None:
    """One act that cannot be had or read is told by its name; the others wait for it."""
    answer, words = FAULTS[fault]
    _refresh(office, fetcher, tmp_path)
    office.publishes(BELARUS, "20261101", "Bank Quill", "Bank Quorn")
    office.names(BELARUS, "20260723", "20261101")
    office.says(RUSSIA, "20260723", answer)
    outcome = _refresh(office, fetcher, tmp_path)
    assert not outcome.succeeded
    assert words in outcome.problem
    assert RUSSIA in outcome.where
    assert outcome.remedy
    assert _held(tmp_path) == ({"Bank Zorvan", "Bank Quill"}, date(2026, 7, 23))


@pytest.mark.parametrize("said", [index(RUSSIA), index(RUSSIA, "20991231"), Answer(NOTICE)])
def test_an_index_that_names_no_text_is_told(
    office: Office, fetcher: Fetcher, tmp_path: Path, said: Answer
) -> None:
    office.publisher.says(f"/index?act={RUSSIA}", said)
    outcome = _refresh(office, fetcher, tmp_path)
    assert outcome.state is State.FAILED
    assert "names no edition" in outcome.problem
    assert RUSSIA in outcome.where


def test_every_act_of_the_table_is_asked_for() -> None:
    """By its own index, encrypted, in English, as a page."""
    files = JOURNAL.sync.sets[0] if JOURNAL.sync else ()
    asked = [_read_act(download) for download in files]
    assert sorted(asked) == sorted(
        row["celex"] for row in iter_table("ostraka.sources.eu_journal", "acts.csv")
    )
    assert {(d.at, d.accept, d.language) for d in files} == {
        ("https://publications.europa.eu/resource/celex/{}", "application/xhtml+xml", "eng")
    }


def _read_act(download: Download) -> str:
    (celex,) = re.findall(r"%22(3\d{4}R\d{4})%22", download.url)
    assert download.edition == rf"\b0{celex[1:]}-(\d{{8}})\b"
    assert download.url.startswith("https://publications.europa.eu/webapi/rdf/sparql?")
    assert find_act(celex) is not None
    return str(celex)


def _refresh(office: Office, fetcher: Fetcher, home: Path) -> Outcome:
    return refresh_lists(make_room(home, fetcher), office.source)["eu_journal"]


def _held(home: Path) -> tuple[set[str], date]:
    store = Store(home)
    current = store.current("eu_journal")
    assert current is not None
    return {party.name for party in store.load_parties(current)}, current.published
