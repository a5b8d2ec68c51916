"""The questions that the demonstration puts about one party, and the stake that they turn on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

import yaml

from ostraka.model.effect import Activity, Actor
from ostraka.model.ownership import Regime


@dataclass(frozen=True, slots=True)
class AskedOfParty:
    """Who does what with a party, by its name, on a day."""

    party: str
    actor: Actor
    activity: Activity
    day: date


@dataclass(frozen=True, slots=True)
class AskedOfOwned:
    """Whether a company is caught under a regime on a day because of who owns it."""

    party: str
    regime: Regime
    day: date


@dataclass(frozen=True, slots=True)
class Story:
    """The questions in their order; `stakes` are rows of a table of stakes, by heading."""

    questions: Sequence[AskedOfParty]
    stakes: Sequence[Mapping[str, str]]
    owned: Sequence[AskedOfOwned]


def load_story() -> Story:
    """The story of the package."""
    text = resources.files(__package__).joinpath("story.yml").read_text("utf-8")
    content: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return Story(
        questions=[
            AskedOfParty(q["party"], Actor(q["actor"]), Activity(q["activity"]), q["day"])
            for q in content["questions"]
        ],
        stakes=[{k: str(v) for k, v in stake.items()} for stake in content["stakes"]],
        owned=[AskedOfOwned(q["party"], Regime(q["regime"]), q["day"]) for q in content["owned"]],
    )
