"""Golden names: what each must find first, or that it must find nothing."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ostraka.model.hit import Result
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store
from ostraka.sources.demo.bundle import load_designations
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import get_source, load_parser

GOLDEN = Path(__file__).parents[2] / "golden"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _load(name: str) -> list[dict[str, str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _first(result: Result) -> str:
    return result.hits[0].party if result.hits else ""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    store = Store(tmp_path_factory.mktemp("demo"))
    parsed = load_parser("demo")(load_designations())
    store.publish(get_source("demo"), parsed, published=None, now=NOW)
    return open_screener(store, sources=["demo"], settings=Settings(), now=NOW)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Screener:
    store, lists = Store(tmp_path_factory.mktemp("real")), shared / "lists"
    for key, path, day in (
        ("us_ofac_sdn", "us_ofac/sdn-2023-12-28", date(2023, 12, 28)),
        ("un_sc", "un_sc/consolidated-2026-02-27", None),
        ("us_ofac_cons", "us_ofac/consolidated-2026-01-08/consolidated.xml", None),
    ):
        parsed = load_parser(key)(open_inputs([lists / path]))
        store.publish(get_source(key), parsed, published=day, now=NOW)
    return open_screener(store, settings=Settings(), now=NOW)


@pytest.mark.parametrize("row", _load("screening_demo.csv"), ids=lambda row: row["name"])
def test_the_bundled_designations_are_found_and_their_namesakes_are_not(
    demo: Screener, row: dict[str, str]
) -> None:
    result = demo.screen(row["name"])
    closeness = result.hits[0].closeness.value if result.hits else ""
    assert (_first(result), closeness) == (row["party"], row["closeness"]), row["why"]


def test_chen_mingguo_hits_only_himself(demo: Screener) -> None:
    assert [hit.party for hit in demo.screen("Chen Mingguo").hits] == ["demo:chen-mingguo"]


@pytest.mark.shared
@pytest.mark.parametrize("row", _load("screening_real_lists.csv"), ids=lambda row: row["name"])
def test_real_lists_give_the_party_that_is_meant(real: Screener, row: dict[str, str]) -> None:
    assert _first(real.screen(row["name"])) == row["party"], row["why"]


@pytest.mark.shared
def test_altered_names_of_the_un_list_are_found(real: Screener, shared: Path) -> None:
    """All but the rows whose party is no longer on the list."""
    path = shared / "bench" / "screening" / "positives_un_treated.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["truth"]]
    missed = [
        row["full_name"]
        for row in rows
        if not {hit.party for hit in real.screen(row["full_name"]).hits}
        & set(row["truth"].split(";"))
    ]
    assert missed == []


@pytest.mark.shared
def test_altered_listed_names_lose_nothing_in_the_index(real: Screener, shared: Path) -> None:
    """Names that hit, a letter doubled, dropped, swapped or a space put in: every hit is found."""
    path = shared / "bench" / "screening" / "positives_un_untreated.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [row["full_name"] for row in csv.DictReader(file)][::12]
    for place, name in enumerate(names):
        cut = place % len(name)
        altered = (
            name[:cut] + name[cut : cut + 1] * 2 + name[cut:],
            name[:cut] + name[cut + 1 :],
            name[:cut] + name[cut : cut + 2][::-1] + name[cut + 2 :],
            f"{name[:cut]} {name[cut:]}",
        )[place % 4]
        subject = make_subject(altered)[0]
        assert real.find(subject) == real.find_exhaustively(subject), altered


@pytest.mark.shared
def test_what_the_index_finds_is_what_scoring_every_name_finds(
    real: Screener, shared: Path
) -> None:
    """On a sample of nobodies; the exhaustive scorer is slow."""
    path = shared / "bench" / "screening" / "negatives_us.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [row["full_name"] for row in csv.DictReader(file)][::100]
    for name in names:
        subject = make_subject(name)[0]
        assert real.find(subject) == real.find_exhaustively(subject), name
