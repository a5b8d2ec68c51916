"""Rescreening says what a full run before and a full run after would differ by, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from matching.listed_parties import make_party
from ostraka.model.datetext import parse_date
from ostraka.model.errors import StoreDamaged, TableRefused
from ostraka.model.party import Party, PartyKind
from ostraka.screening.policy.reading import parse_policy
from ostraka.screening.rescreening import (
    BookSource,
    Rescreening,
    load_book,
    read_book,
    rescreen,
    save_book,
)
from ostraka.screening.rescreening.comparing import Alteration
from ostraka.screening.screener import Settings
from screening.rescreening.two_states import make_change, name_alert, run_whole, write_book

WORDS = (
    *("shohrat", "shohret", "zakir", "zakyr", "ivan", "petrov", "petroff", "ali", "mohammed"),
    *("muhammad", "hassan", "homs", "refinery", "company", "ltd", "limited", "vessel", "1", "j"),
    *("xuekelaiti", "xuekelati", "quan", "guo", "quanguo", "al", "习近平"),
)
NUMBERS = ("", "IMO 9187629", "E1234567", "E1234568")
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
kinds = st.sampled_from((None, PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.VESSEL))
years = st.sampled_from(("", "1953", "1953-08-01", "1990"))
countries = st.sampled_from(("", "cn", "ru"))


@st.composite
def parties(draw: st.DrawFn) -> list[Party]:
    """A list of a few parties; ids of two lists overlap, so that parties stay, change and go."""
    found = []
    for number in draw(st.lists(st.integers(1, 8), unique=True, max_size=8)):
        born = draw(years)
        found.append(
            make_party(
                f"custom:{number}",
                *draw(st.lists(names, min_size=1, max_size=3, unique=True)),
                kind=draw(kinds),
                born=parse_date(born) if born else None,
                country=draw(countries),
                identifier=draw(st.sampled_from(NUMBERS)),
            )
        )
    return found


@st.composite
def customers(draw: st.DrawFn) -> dict[str, str]:
    """One row of a book."""
    return {
        "id": draw(st.sampled_from(("", "C-1", "C-2"))),
        "name": draw(st.one_of(names, st.just(""))),
        "kind": draw(st.sampled_from(("", "person", "company", "vessel"))),
        "dob": draw(years),
        "country": draw(countries),
        "identifier": draw(st.sampled_from(NUMBERS)),
    }


@settings(max_examples=60, deadline=None)
@given(parties(), parties(), st.lists(customers(), min_size=1, max_size=12), st.booleans())
def test_a_quick_rescreening_is_the_difference_of_two_full_runs_on_changed_parties(
    before: list[Party], after: list[Party], book: list[dict[str, str]], weak: bool
) -> None:
    """On the parties that changed: every alert that differs, with its row as a full run has it."""
    chosen = Settings(limit=None, threshold=0.6, weak_aliases=weak)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write_book(folder, book)
        change = make_change(folder, before, after, chosen)
        runs = [run_whole(s, path, folder / "out.csv") for s in (change.before, change.after)]
        found = rescreen(change, read_book(BookSource(path)), quick=True)
    old, new = (
        {key: row for key, row in rows.items() if key[1] in change.parties} for rows in runs
    )
    expected = {
        Alteration.NEW: new.keys() - old.keys(),
        Alteration.GONE: old.keys() - new.keys(),
        Alteration.CHANGED: {key for key in old.keys() & new.keys() if old[key] != new[key]},
    }
    event(f"alerts that differ: {min(5, sum(map(len, expected.values())))}")
    assert _by_kind(found) == expected
    for change_of_hit in found.hits:
        key = name_alert(change_of_hit.hit)
        row = (old if change_of_hit.alteration is Alteration.GONE else new)[key]
        assert float(row["score"]) == change_of_hit.hit.score
        if change_of_hit.score_before is not None:
            assert float(old[key]["score"]) == change_of_hit.score_before


POLICY = """
name = "house"
version = "1"
threshold = 0.65
require = ["country", "born"]
[[segment]]
name = "companies"
kind = "organisation"
threshold = 0.55
require = []
"""


@settings(max_examples=100, deadline=None)
@given(
    parties(),
    parties(),
    st.lists(customers(), min_size=1, max_size=12),
    st.sampled_from((0.45, 0.6, 0.7, 0.8)),
    st.booleans(),
    st.booleans(),
)
# Each is drawn by itself.
def test_a_rescreening_is_the_difference_of_two_full_runs(
    before: list[Party],
    after: list[Party],
    book: list[dict[str, str]],
    threshold: float,
    weak: bool,
    by_policy: bool,
) -> None:
    """Whoever changed, whatever a policy holds back: words grow rarer and commoner with a list."""
    policy = parse_policy(POLICY, "a test") if by_policy else None
    chosen = Settings(limit=None, threshold=threshold, weak_aliases=weak, policy=policy)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = write_book(folder, book)
        change = make_change(folder, before, after, chosen)
        old, new = (run_whole(s, path, folder / "o.csv") for s in (change.before, change.after))
        found = rescreen(change, read_book(BookSource(path)))
    moved = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    event(f"hits on unchanged parties that moved: {sum(k[1] not in change.parties for k in moved)}")
    assert _by_kind(found) == {
        Alteration.NEW: new.keys() - old.keys(),
        Alteration.GONE: old.keys() - new.keys(),
        Alteration.CHANGED: moved,
    }


def test_a_hit_on_an_unchanged_party_is_not_told_by_a_quick_rescreening(tmp_path: Path) -> None:
    """Twenty more Quellhorsts on the list, and one of them says less."""
    others = [make_party(f"custom:{n}", f"Oruk{n} Quellhorst") for n in range(10, 30)]
    listed = make_party("custom:1", "Mira Quellhorst", "Mira Vandale Quellhorst")
    path = write_book(tmp_path, [{"id": "a", "name": "Miro Quellhorst"}])
    chosen = Settings(limit=None, threshold=0.5)
    change = make_change(tmp_path, [listed], [listed, *others], chosen)
    book = read_book(BookSource(path))
    fast, whole = rescreen(change, book, quick=True), rescreen(change, book)
    moved = [one for one in whole.hits if one.hit.party == "custom:1"]
    assert [one.alteration for one in moved] == [Alteration.CHANGED]
    assert moved[0].hit.score != moved[0].score_before
    assert "custom:1" not in {one.hit.party for one in fast.hits}


def _by_kind(found: Rescreening) -> dict[Alteration, set[tuple[str, str]]]:
    return {
        kind: {name_alert(one.hit) for one in found.hits if one.alteration is kind}
        for kind in Alteration
    }


ZAKIR = make_party("custom:1", "ZAKIR, Shohrat", kind=PartyKind.PERSON)
RENAMED = make_party("custom:1", "ZAKIR, Shohrat", "Oruk VANDALE", kind=PartyKind.PERSON)
OTHER = make_party("custom:2", "Ivan Pavlov", kind=PartyKind.PERSON)
BOOK = [
    {"id": "a", "name": "Shohrat Zakir"},
    {"id": "b", "name": "Oruk Vandale"},
    {"id": "c", "name": "Ivan Pavlov"},
    {"id": "d", "name": ""},
]


def _rescreen(folder: Path, before: Sequence[Party], after: Sequence[Party]) -> Rescreening:
    path = write_book(folder, BOOK)
    return rescreen(make_change(folder, before, after), read_book(BookSource(path)))


def test_an_added_party_makes_new_alerts_for_its_own_customers_alone(tmp_path: Path) -> None:
    """The customer whose alert stood before is not told again."""
    found = _rescreen(tmp_path, [OTHER], [OTHER, ZAKIR])
    assert [(hit.alteration.value, hit.hit.id, hit.hit.party) for hit in found.hits] == [
        ("new", "a", "custom:1")
    ]
    assert (found.rows, found.refused) == (4, 1)
    assert found.count() == {"new": 1, "changed": 0, "gone": 0}


def test_a_removed_party_lets_its_alerts_fall_away(tmp_path: Path) -> None:
    """The row says what the hit was."""
    found = _rescreen(tmp_path, [OTHER, RENAMED], [OTHER])
    assert [(hit.alteration.value, hit.hit.id) for hit in found.hits] == [
        ("gone", "a"),
        ("gone", "b"),
    ]
    assert all(hit.score_before == hit.hit.score for hit in found.hits)


def test_a_new_alias_finds_whom_the_old_names_did_not(tmp_path: Path) -> None:
    """The party was there before; the customer was not."""
    found = _rescreen(tmp_path, [ZAKIR], [RENAMED])
    assert [(hit.alteration.value, hit.hit.id) for hit in found.hits] == [("new", "b")]


def test_an_unchanged_list_asks_nobody(tmp_path: Path) -> None:
    found = _rescreen(tmp_path, [ZAKIR, OTHER], [OTHER, ZAKIR])
    assert (found.hits, found.asked) == ((), 0)


def test_an_equal_number_is_found_whatever_the_name(tmp_path: Path) -> None:
    """An identifier decides; the index of names alone would miss it."""
    path = write_book(tmp_path, [{"id": "a", "name": "Someone Else", "identifier": "E1234567"}])
    listed = make_party("custom:1", "Shohrat Zakir", identifier="E1234567")
    found = rescreen(make_change(tmp_path, [], [listed]), read_book(BookSource(path)))
    assert [hit.hit.party for hit in found.hits] == ["custom:1"]


def test_a_kept_book_answers_as_the_file_does(tmp_path: Path) -> None:
    """And says what it was made of, so that another file is not taken for it."""
    path = write_book(tmp_path, BOOK)
    change = make_change(tmp_path, [OTHER], [RENAMED])
    read = read_book(BookSource(path))
    save_book(read, tmp_path / "kept.book")
    kept = load_book(tmp_path / "kept.book")
    assert rescreen(change, kept) == rescreen(change, read)
    assert kept.mark.source == BookSource(path).identify()
    assert len(kept) == 3
    write_book(tmp_path, BOOK[:2])
    assert kept.mark.source != BookSource(path).identify()


def test_a_damaged_book_is_refused(tmp_path: Path) -> None:
    """One byte is enough."""
    path = tmp_path / "kept.book"
    save_book(read_book(BookSource(write_book(tmp_path, BOOK))), path)
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreDamaged):
        load_book(path)


def test_a_book_without_a_column_of_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text("colour\nred\n")
    with pytest.raises(TableRefused):
        read_book(BookSource(path))


def test_a_book_read_by_two_processes_is_the_same(tmp_path: Path) -> None:
    """Byte for byte, rows in their order."""
    path = write_book(tmp_path, BOOK)
    books = [read_book(BookSource(path), processes, batch_rows=1) for processes in (1, 2)]
    for number, book in enumerate(books):
        save_book(book, tmp_path / str(number))
    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()
