"""`import ostraka`: the same screening from Python."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import ostraka
from cli.processes import make_environment
from cli.un_samples import make_un_file
from ostraka.model.errors import ListMissing, TableRefused, UnknownSource, ValueRefused
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import get_source, load_parser


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two days of one small list."""
    for published, keys in (("2020-01-02", "101"), ("2020-02-02", "102")):
        _import(tmp_path / "home", make_un_file(tmp_path / "un.xml", published, keys))
    return tmp_path / "home"


def test_a_name_is_screened(home: Path) -> None:
    """With what is known besides, as text."""
    result = ostraka.open(home).screen("Mira Quellhorst", born="1953-08-02", country="KP")
    assert [hit.party for hit in result.hits] == ["un_sc:102"]


def test_values_may_be_what_a_program_holds(home: Path) -> None:
    """A year as a number, a date, several countries in a list, nothing known."""
    screener = ostraka.open(home)
    found = screener.screen("Mira Quellhorst", born=1953, country=["KP", "RU"], id=None)
    assert found.subject == screener.screen("Mira Quellhorst", born="1953", country="KP;RU").subject
    dated = screener.screen("Mira Quellhorst", born=date(1953, 8, 2)).subject
    assert dated == screener.screen("Mira Quellhorst", born="1953-08-02").subject
    assert (
        dated
        == screener.screen("Mira Quellhorst", born=datetime(1953, 8, 2, 1, tzinfo=UTC)).subject
    )


@pytest.mark.parametrize(
    ("name", "attributes", "where"),
    [
        (None, {}, "name"),
        (7, {}, "name"),
        ("Mira Quellhorst", {"born": 1953.5}, "born"),
        ("Mira Quellhorst", {"born": True}, "born"),
        ("Mira Quellhorst", {"kind": ["person"]}, "kind"),
        ("Mira Quellhorst", {"dob": "1953"}, "dob"),
        ("Mira Quellhorst", {"country": "Atlantis"}, "country"),
    ],
)
def test_values_that_mean_nothing_are_refused(
    home: Path,
    name: Any,  # noqa: ANN401 - what a program may hold by mistake
    attributes: dict[str, Any],
    where: str,
) -> None:
    """By name, without an error of some function within."""
    with pytest.raises(ValueRefused) as refused:
        ostraka.open(home).screen(name, **attributes)
    assert refused.value.where == where


def test_a_table_without_names_is_refused_in_the_words_of_python(home: Path) -> None:
    """Whoever writes Python has no command line to give an option on."""
    with pytest.raises(TableRefused) as refused:
        ostraka.open(home).screen_table(pa.table({"kunde": ["Mira Quellhorst"]}))
    assert "columns=" in str(refused.value)


def test_the_home_of_the_environment_is_taken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a path may be a text."""
    monkeypatch.setenv("OSTRAKA_HOME", str(home))
    assert ostraka.open().engine == ostraka.open(str(home)).engine


def test_a_past_day_uses_the_lists_of_that_day(home: Path) -> None:
    """Who was not listed yet is not found."""
    screener = ostraka.open(home, as_of=date(2020, 1, 31))
    assert [hit.party for hit in screener.screen("Oruk Vandale").hits] == ["un_sc:101"]
    assert screener.screen("Mira Quellhorst").hits == ()
    assert screener.engine.as_of == date(2020, 1, 31)


def test_a_day_and_a_source_may_be_texts(home: Path) -> None:
    """As they stand in a settings file."""
    engine = ostraka.open(home, sources="un_sc", as_of="2020-01-31").engine
    assert engine == ostraka.open(home, sources=["un_sc"], as_of=date(2020, 1, 31)).engine


def test_settings_that_mean_nothing_are_refused(home: Path) -> None:
    """With where and what next, like every refusal."""
    with pytest.raises(ValueRefused) as day:
        ostraka.open(home, as_of="10 Dec 2021")
    with pytest.raises(ValueRefused) as threshold:
        ostraka.open(home, threshold=70)
    with pytest.raises(ValueRefused) as limit:
        ostraka.open(home, limit=0)
    assert [error.value.where for error in (day, threshold, limit)] == [
        "as_of",
        "threshold",
        "limit",
    ]


def test_settings_are_those_of_the_command(home: Path) -> None:
    """And are shown in what the answer rests on."""
    engine = ostraka.open(
        home, sources=["un_sc"], threshold=0.5, limit=None, weak_aliases=True, allow_stale_days=9
    ).engine
    assert (engine.threshold, engine.limit, engine.weak_aliases) == (0.5, None, True)
    assert engine.allow_stale_days == 9
    assert [snapshot.source for snapshot in engine.snapshots] == ["un_sc"]


def test_a_list_that_is_not_held_or_not_known_is_refused(home: Path, tmp_path: Path) -> None:
    """An empty answer must never stand for a missing list."""
    with pytest.raises(ListMissing):
        ostraka.open(tmp_path / "empty")
    with pytest.raises(ListMissing):
        ostraka.open(home, sources=["us_trade_csl"])
    with pytest.raises(UnknownSource):
        ostraka.open(home, sources=["un_sk"])


def test_the_version_is_a_text() -> None:
    """Read from the installed package, only when somebody asks."""
    assert isinstance(ostraka.__version__, str)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = getattr(ostraka, "nothing")  # noqa: B009 - the attribute does not exist


def test_the_import_is_light(tmp_path: Path) -> None:
    """`import ostraka` loads nothing that only some uses need."""
    heavy = {"importlib.metadata", "lxml", "pyarrow", "pydantic", "rich", "typer", "yaml"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys, ostraka; print(*sys.modules, sep='\\n')"],
        env=make_environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert heavy & set(done.stdout.splitlines()) == set()


def _import(home: Path, file: Path) -> None:
    parsed = load_parser("un_sc")(open_inputs([file]))
    Store(home).publish(get_source("un_sc"), parsed, published=None, now=datetime.now(UTC))
