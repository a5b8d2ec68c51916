"""What no force overrides: dates that agree, counts that tally, ids that are distinct."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ostraka.model.errors import NotPublished
from ostraka.model.party import Party
from ostraka.snapshots import Publication, Store
from ostraka.sources.reading import ParsedList
from snapshots.invented import DAY, KEY, NOW, day, make_list, make_parties, make_party, make_source


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a home that does not exist yet."""
    return Store(tmp_path)


def refusal_of(
    store: Store, parsed: ParsedList, published: date | None = None, force: str | None = "because"
) -> NotPublished:
    """What the store says to a list it must not take, even forced; it then holds nothing."""
    with pytest.raises(NotPublished) as refusal:
        store.publish(make_source(), parsed, published=published, now=NOW, force_reason=force)
    assert store.snapshots() == ()
    assert refusal.value.where == KEY
    assert refusal.value.remedy
    return refusal.value


def admit(store: Store, parsed: ParsedList, published: date | None = None) -> Publication:
    """The outcome for a list the store takes."""
    return store.publish(make_source(), parsed, published=published, now=NOW)


def test_the_date_of_the_file_and_of_the_user_must_agree(store: Store) -> None:
    """Neither is silently preferred."""
    refusal = refusal_of(store, make_list(make_parties(1), DAY), day(-1))
    assert refusal.problem == (
        f"the file says it was published on {DAY}, the command says {day(-1)}"
    )


def test_a_list_without_any_date_is_refused(store: Store) -> None:
    """The remedy names the option."""
    refusal = refusal_of(store, make_list(make_parties(1)))
    assert (refusal.problem, refusal.remedy) == (
        "the file carries no date of publication",
        "Say when it was published with --published YYYY-MM-DD.",
    )


@pytest.mark.parametrize(("stated", "given"), [(DAY, None), (None, DAY), (DAY, DAY)])
def test_one_date_is_enough(store: Store, stated: date | None, given: date | None) -> None:
    """From the file, from the user, or from both alike."""
    assert admit(store, make_list(make_parties(1), stated), given).published == DAY


def test_a_date_to_come_is_refused(store: Store) -> None:
    """A mistyped year must not make a list current for ever."""
    refusal = refusal_of(store, make_list(make_parties(1)), date(2062, 11, 20))
    assert refusal.problem == "the date of publication, 2062-11-20, lies in the future"


def test_a_list_of_tomorrow_is_taken_where_tomorrow_has_begun(store: Store) -> None:
    """At 20:00 UTC of the 22nd it is the 23rd in Tokyo and Canberra."""
    evening = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    parsed = make_list(make_parties(1), date(2026, 11, 23))
    outcome = store.publish(make_source(), parsed, published=None, now=evening)
    assert outcome.published == date(2026, 11, 23)


@pytest.mark.parametrize("count", ["stated_count", "counted"])
def test_a_list_read_in_part_is_refused(store: Store, count: str) -> None:
    """The header's number and the independent count are each held against what was read."""
    words = {"stated_count": "its header states", "counted": "the file holds"}[count]
    parsed = ParsedList(parties=make_parties(2), published=DAY, **{count: 3})  # type: ignore[arg-type] # one of two counts
    problem = refusal_of(store, parsed).problem
    assert problem == f"{words} 3 records, but 2 were read"


def test_rows_merged_into_parties_are_counted_as_records(store: Store) -> None:
    """Three rows of the file made two parties, and nothing is missing."""
    parsed = make_list(make_parties(2), DAY, stated_count=3, counted=3, tallies={"records": 3})
    assert admit(store, parsed).parties == 2


def test_an_empty_list_is_refused(store: Store) -> None:
    """Also where its header agrees that it is empty."""
    refusal = refusal_of(store, make_list((), DAY, stated_count=0))
    assert refusal.problem == "the file holds no party"


def test_an_id_that_occurs_twice_is_refused(store: Store) -> None:
    """One of the two would vanish."""
    parsed = make_list((*make_parties(2), make_party(2, name="Alia PERSONA")), DAY)
    assert refusal_of(store, parsed).problem == (
        "ids that occur more than once: 1, custom:00002 for one"
    )


def test_a_party_of_another_list_is_refused(store: Store) -> None:
    """Ids are unique across lists because each begins with its list."""
    foreign: tuple[Party, ...] = (make_party(1, key="demo"),)
    assert refusal_of(store, make_list(foreign, DAY)).problem == (
        "ids of another list: 1, demo:00001 for one"
    )


def test_a_force_without_reason_is_refused(store: Store) -> None:
    """Somebody will ask why."""
    refusal = refusal_of(store, make_list(make_parties(1), DAY), force="  ")
    assert refusal.problem == "a forced import needs a reason, which is kept with the snapshot"
