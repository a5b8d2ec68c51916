"""Opening a screener: which lists it rests on, when it refuses, how the index is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from matching.listed_parties import LISTING, make_party
from ostraka.model.errors import ListMissing, ListStale, UnknownSource, ValueRefused
from ostraka.model.party import PartyKind
from ostraka.screening.comparison import open_comparer
from ostraka.screening.opening import open_screener
from ostraka.screening.page import find_page
from ostraka.screening.screener import Screener, Settings
from ostraka.snapshots import Store
from ostraka.sources.definition import Floors
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLD = date(2021, 12, 9)


def _publish(home: Path, *names: str, on: date = OLD, now: datetime = NOW) -> Store:
    store = Store(home)
    parties = tuple(make_party(f"custom:{name}", name, kind=PartyKind.PERSON) for name in names)
    parsed = ParsedList(parties=parties, published=on)
    store.publish(get_source("custom"), parsed, published=on, now=now)
    return store


def _open(store: Store, *, now: datetime = NOW, as_of: date | None = None) -> Screener:
    return open_screener(store, as_of=as_of, settings=Settings(), now=now)


def test_an_answer_says_what_it_rests_on(tmp_path: Path) -> None:
    screener = _open(_publish(tmp_path, "Shohrat Zakir"))
    engine = screener.engine
    assert [(s.source, s.published) for s in engine.snapshots] == [("custom", OLD)]
    assert (engine.as_of, engine.threshold, engine.limit) == (NOW.date(), 0.7, 10)
    assert "eu_fsf" in engine.not_held
    assert not {"custom", "demo", "leads"} & set(engine.not_held)


def test_an_empty_home_is_an_error_and_not_an_empty_answer(tmp_path: Path) -> None:
    with pytest.raises(ListMissing) as refusal:
        _open(Store(tmp_path))
    assert refusal.value.problem == "no list is held in this home"


def test_a_list_asked_for_and_not_held_is_an_error(tmp_path: Path) -> None:
    store = _publish(tmp_path, "Shohrat Zakir")
    with pytest.raises(ListMissing) as refusal:
        open_screener(store, sources=["un_sc"], settings=Settings(), now=NOW)
    assert (refusal.value.where, refusal.value.problem) == (
        "un_sc",
        "the list is not held in this home",
    )


def test_an_unknown_list_is_refused_with_near_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownSource):
        open_screener(Store(tmp_path), sources=["un_scc"], settings=Settings(), now=NOW)


def test_a_day_before_every_snapshot_is_read_back_by_the_dates_of_the_list(tmp_path: Path) -> None:
    """The listing states 10 December 2021, so the day before there was none."""
    store = _publish(tmp_path, "Shohrat Zakir", on=date(2022, 3, 1))
    before, after = _open(store, as_of=date(2021, 12, 9)), _open(store, as_of=date(2021, 12, 10))
    assert (before.engine.reconstructed, before.screen("Shohrat Zakir").hits) == (("custom",), ())
    [hit] = after.screen("Shohrat Zakir").hits
    assert hit.review == ""


def test_a_listing_without_dates_is_for_review_before_the_first_snapshot(tmp_path: Path) -> None:
    listing = replace(LISTING, acts=())
    party = make_party("custom:1", "Shohrat Zakir", listing=listing)
    store = Store(tmp_path)
    parsed = ParsedList(parties=(party,), published=OLD)
    store.publish(get_source("custom"), parsed, published=OLD, now=NOW)
    [hit] = _open(store, as_of=date(2020, 1, 1)).screen("Shohrat Zakir").hits
    assert hit.review == (
        "The list states no date of listing and no snapshot of 2020-01-01 is held: whether the "
        "party was listed on that day is open."
    )
    [today] = _open(store).screen("Shohrat Zakir").hits
    assert today.review == ""


def test_a_list_that_repeats_another_is_settled_by_that_list_of_the_day(tmp_path: Path) -> None:
    """Undated rows of the screening list stand where OFAC's own list of that very day has them."""
    ofac = replace(LISTING, list="us_ofac_sdn", acts=())
    store = Store(tmp_path)

    def publish(source: str, on: date, **people: str) -> None:
        parties = tuple(
            replace(make_party(f"{source}:{n[1:]}", name, listing=ofac), source=source)
            for n, name in people.items()
        )
        definition = get_source(source).model_copy(update={"floors": Floors()})
        parsed = ParsedList(parties=parties, published=on)
        store.publish(definition, parsed, published=on, now=NOW)

    publish("us_ofac_sdn", date(2021, 12, 9), n1="Ivan Petrov")
    publish("us_ofac_sdn", date(2021, 12, 10), n1="Ivan Petrov", n2="Shohrat Zakir")
    publish("us_trade_csl", date(2022, 4, 21), n1="Ivan Petrov", n2="Shohrat Zakir")

    def found(day: date, name: str) -> list[str]:
        return sorted(hit.party for hit in _open(store, as_of=day).screen(name).hits)

    both = ["us_ofac_sdn:2", "us_trade_csl:2"]
    assert found(date(2021, 12, 9), "Shohrat Zakir") == []
    assert found(date(2021, 12, 9), "Ivan Petrov") == ["us_ofac_sdn:1", "us_trade_csl:1"]
    assert found(date(2021, 12, 10), "Shohrat Zakir") == both
    assert found(date(2021, 12, 11), "Shohrat Zakir") == both
    assert found(date(2021, 12, 8), "Shohrat Zakir") == both[1:]
    assert find_page(store, "us_trade_csl:2", date(2021, 12, 9)) is None
    assert find_page(store, "us_trade_csl:2", date(2021, 12, 10)) is not None


def test_a_comparer_weighs_words_by_the_lists_held(tmp_path: Path) -> None:
    assert open_comparer(Store(tmp_path / "empty")).snapshots == ()
    comparer = open_comparer(_publish(tmp_path, "Shohrat Zakir"))
    assert [s.source for s in comparer.snapshots] == ["custom"]
    assert comparer.compare("Shohrat Zakir", "ZAKIR, Shohrat").match


def test_as_of_a_day_the_snapshot_of_that_day_answers(tmp_path: Path) -> None:
    _publish(tmp_path, "Ivan Petrov", "Anna Kask", on=date(2021, 12, 9))
    store = _publish(tmp_path, "Ivan Petrov", "Anna Kask", "Shohrat Zakir", on=date(2021, 12, 10))
    before = _open(store, as_of=date(2021, 12, 9)).screen("Shohrat Zakir")
    [hit] = _open(store, as_of=date(2021, 12, 10)).screen("Shohrat Zakir").hits
    assert before.hits == ()
    assert hit.party == "custom:Shohrat Zakir"


@pytest.mark.parametrize("source", ["un_sc"])
def test_a_list_not_checked_for_too_long_is_an_error(tmp_path: Path, source: str) -> None:
    definition = get_source(source)
    assert definition.stale_after_days is not None
    store, party = Store(tmp_path), make_party(f"{source}:1", "Shohrat Zakir")
    parsed = ParsedList(parties=(party,), published=OLD)
    store.publish(definition, parsed, published=OLD, now=NOW)
    later = NOW + timedelta(days=definition.stale_after_days, hours=1)
    with pytest.raises(ListStale) as refusal:
        _open(store, now=later)
    assert refusal.value.where == source
    assert _open(store, now=later, as_of=date(2022, 1, 1)).engine.as_of == date(2022, 1, 1)
    allowed = open_screener(store, settings=Settings(), now=later, allow_stale_days=30)
    assert allowed.engine.allow_stale_days == 30


def test_an_index_is_built_once_and_found_again(tmp_path: Path) -> None:
    store = _publish(tmp_path, "Shohrat Zakir")
    _open(store)
    [index] = (tmp_path / "indexes").glob("*.index")
    written = index.stat().st_mtime_ns
    _open(store)
    assert index.stat().st_mtime_ns == written


def test_a_new_snapshot_gets_an_index_of_its_own(tmp_path: Path) -> None:
    first = _open(_publish(tmp_path, "Shohrat Zakir")).engine.index
    store = _publish(tmp_path, "Shohrat Zakir", "Erken Tuniyaz", on=date(2021, 12, 10))
    assert _open(store).engine.index != first
    assert len(_open(store).screen("Erken Tuniyaz").hits) == 1


def test_a_damaged_index_is_built_again(tmp_path: Path) -> None:
    store = _publish(tmp_path, "Shohrat Zakir")
    _open(store)
    [index] = (tmp_path / "indexes").glob("*.index")
    index.write_bytes(index.read_bytes()[:1000])
    assert len(_open(store).screen("Shohrat Zakir").hits) == 1


def test_two_homes_never_influence_each_other(tmp_path: Path) -> None:
    one, other = _publish(tmp_path / "a", "Shohrat Zakir"), _publish(tmp_path / "b", "Anna Kask")
    assert len(_open(one).screen("Anna Kask").hits) == 0
    assert len(_open(other).screen("Anna Kask").hits) == 1


def test_an_attribute_that_is_not_understood_is_refused_for_one_name(tmp_path: Path) -> None:
    screener = _open(_publish(tmp_path, "Shohrat Zakir"))
    with pytest.raises(ValueRefused):
        screener.screen("Shohrat Zakir", born="the day before yesterday")
    with pytest.raises(ValueRefused):
        screener.screen("Shohrat Zakir", shoe_size="44")


def test_the_limit_keeps_the_best_and_none_keeps_all(tmp_path: Path) -> None:
    store = _publish(tmp_path, "Ivan Petrov", "Ivan Petroff", "Ivan Petrovv")
    two = open_screener(store, settings=Settings(limit=2), now=NOW).screen("Ivan Petrov")
    every = open_screener(store, settings=Settings(limit=None), now=NOW).screen("Ivan Petrov")
    assert two.hits == every.hits[:2]
    assert len(every.hits) == 3
