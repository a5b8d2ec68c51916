"""Golden consequences: what a lawyer expects, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from ostraka.effects.assumed import make_assumed_case
from ostraka.effects.notes import find_places
from ostraka.effects.question import Question
from ostraka.model.effect import Activity, Actor
from ostraka.screening.consequences.asking import ask_cases, ask_name
from ostraka.screening.consequences.document import make_effects
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Screener, Settings
from ostraka.snapshots import Store
from ostraka.sources.demo.bundle import load_designations
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import get_source, load_parser

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "effects.yaml"
CONTENT = yaml.safe_load(GOLDEN.read_text("utf-8"))
CASES = CONTENT["cases"]
Case = dict[str, Any]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Screener, Store]:
    store = Store(tmp_path_factory.mktemp("demo"))
    held = InputFile(GOLDEN.name, yaml.safe_dump(CONTENT["held"], allow_unicode=True).encode())
    bundled, further = (load_parser("demo")(files) for files in (load_designations(), (held,)))
    parties = (*bundled.parties, *further.parties)
    read = {"records": len(parties)}
    both = replace(bundled, parties=parties, counted=len(parties), tallies=read)
    store.publish(get_source("demo"), both, published=None, now=NOW)
    return open_screener(store, sources=["demo"], settings=Settings(), now=NOW), store


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_follows_is_what_a_lawyer_expects(case: Case, demo: tuple[Screener, Store]) -> None:
    """The verdict, and the words that must stand beside it."""
    places = find_places(case.get("origin", ""))
    question = Question(
        Actor(case["actor"]), Activity(case["activity"]), case.get("item", ""), places
    )
    day: date = case["day"]
    if "name" in case:
        outcome = ask_name(case["name"], *demo, question, day, {})
    else:
        listed = make_assumed_case(case["listing"], case.get("listed_on"))
        outcome = ask_cases(case["listing"], [listed], question, day, {})
    document: dict[str, Any] = make_effects(outcome, (), ())
    assert document["verdict"] == case["verdict"]
    assert case.get("caveat", "") in str(document["caveats"])
    carrying = [rule for rule in document["rules"] if rule["verdict"] == case["verdict"]]
    assert "says" not in case or any(case["says"] in rule["text"] for rule in carrying)
