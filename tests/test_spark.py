"""A Spark data frame gets the answers of a file, row by row."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

import ostraka
from golden_rows import load_rows
from ostraka import spark
from ostraka.model.errors import ExtraMissing, ListMissing, StoreDamaged, TableRefused
from ostraka.screening.tables.columns import Columns
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import Field
from ostraka.snapshots import Store
from ostraka.sources.demo.bundle import load_designations
from ostraka.sources.registry import get_source, load_parser
from screening.tables_fakes import read_errors, read_table, run, write_table

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# PySpark leaves the sockets of a collected frame to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")

Row = dict[str, Any]

# What makes rows and values be refused, and dates that only the whole column explains.
_ODD_ROWS = [
    {"id": "no name", "Kunde": "", "dob": "", "country": ""},
    {"id": "no date", "Kunde": "Erken Tuniyaz", "dob": "soon", "country": "Ruritania"},
    {"id": "month first", "Kunde": "Shohrat Zakir", "dob": "8/1/1953", "country": "CN"},
    {"id": "telling", "Kunde": "Emma Daniels", "dob": "7/25/1950", "country": ""},
]


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """Spark in this process with two workers, or a skip with a reason."""
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        _skip("no Java here: Spark needs Java 17 or 21 (Debian: openjdk-17-jre-headless)")
    if find_spec("pyspark") is None:
        _skip("PySpark is not installed: `make spark` does it")
    from pyspark import sql  # noqa: PLC0415 - four hundred megabytes that few have

    builder = sql.SparkSession.builder.master("local[2]").appName("ostraka")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.pyspark.python": sys.executable,
        "spark.sql.shuffle.partitions": "2",
    }.items():
        builder = builder.config(key, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONWARNINGS", "ignore")
        spark_session: SparkSession = builder.getOrCreate()
        spark_session.sparkContext.setLogLevel("ERROR")
        yield spark_session
        spark_session.stop()
        gc.collect()  # its sockets, while their warnings are still expected


def _skip(reason: str) -> NoReturn:
    """Continuous integration says by a variable that these tests must not be left out there."""
    if os.environ.get("OSTRAKA_TEST_SPARK"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the bundled designations."""
    folder = tmp_path_factory.mktemp("home")
    parsed = load_parser("demo")(load_designations())
    now = datetime.now(UTC)
    Store(folder).publish(get_source("demo"), parsed, published=None, now=now)
    return folder


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The golden names, and rows that are not as they should be."""
    golden = [
        {"id": str(number), "Kunde": row["name"], "dob": "", "country": ""}
        for number, row in enumerate(load_rows("screening_demo.csv"), start=1)
    ]
    return golden + _ODD_ROWS


def _collect(df: DataFrame) -> list[Row]:
    """Rows as the reader of files gives them, in the order of the frame."""
    found = sorted((row.asDict() for row in df.collect()), key=lambda row: row["row"])
    return [
        {n: v.isoformat() if isinstance(v, date) else v or None for n, v in row.items()}
        for row in found
    ]


@pytest.fixture
def alike(tmp_path: Path) -> Path:
    """A home with a list of the user's own that has one name fourteen times."""
    folder = tmp_path / "alike"
    _import_alike(folder, 14)
    return folder


def _import_alike(home: Path, many: int) -> None:
    table = home.with_suffix(".csv")
    rows = [f"{number},Ostap Bender,1900-01-{number:02}" for number in range(1, many + 1)]
    table.write_text("\n".join(["id,name,born", *rows]), "utf-8")
    day = f"2026-01-{many:02}"
    _ask("import", "custom", str(table), "--home", str(home), "--published", day)


def _ask(*command: str) -> None:
    program = Path(sys.executable).with_name("ostraka")
    subprocess.run([program, *command], check=True, capture_output=True)


@pytest.mark.slow
def test_a_row_has_all_its_possible_matches_as_in_a_file(
    session: SparkSession, alike: Path, tmp_path: Path
) -> None:
    """The command itself is the measure, not the function that both call."""
    customers = write_table(tmp_path / "in.csv", [{"id": "1", "name": "Ostap Bender"}])
    out = tmp_path / "out.jsonl"
    _ask("screen", "--file", str(customers), "--out", str(out), "--home", str(alike))
    frame = session.createDataFrame([("1", "Ostap Bender")], ["id", "name"])
    found = _collect(spark.screen(frame, home=alike))
    assert [row["party"] for row in found] == [row["party"] for row in read_table(out)]
    assert len(found) == 14


@pytest.mark.slow
def test_a_list_that_comes_in_while_spark_runs_is_screened(
    session: SparkSession, alike: Path
) -> None:
    """A session lives for weeks: its next frame is held against the lists of its own day."""
    frame = session.createDataFrame([("1", "Ostap Bender")], ["id", "name"])
    before = spark.screen(frame, home=alike).count()
    _import_alike(alike, 15)
    assert (before, spark.screen(frame, home=alike).count()) == (14, 15)


def _screen_file(home: Path, rows: list[dict[str, str]], folder: Path) -> Path:
    out = folder / "out.jsonl"
    find = ostraka.open(home, sources="demo").find_rows
    columns = (("name", "Kunde"),)
    run(write_table(folder / "in.csv", rows), out, find_many=find, columns=columns)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("partitions", [1, 3])
def test_a_data_frame_gets_the_answers_of_the_file(
    session: SparkSession, home: Path, rows: list[dict[str, str]], tmp_path: Path, partitions: int
) -> None:
    """However it is cut up: the order of dates too is that of the whole column."""
    out = _screen_file(home, rows, tmp_path)
    df = session.createDataFrame(rows).select(*rows[0]).repartition(partitions, "id")
    if partitions == 1:
        df = session.createDataFrame(rows).select(*rows[0]).coalesce(1)
    found = _collect(spark.screen(df, home=home, columns={"name": "Kunde"}, sources=["demo"]))
    problems = _collect(spark.find_problems(df, columns={"name": "Kunde"}))
    filed, refused = read_table(out), read_errors(out)
    if partitions == 1:
        assert [row["row"] for row in found] == [row["row"] for row in filed]
        assert [str(row["row"]) for row in problems] == [row["row"] for row in refused]
    assert filed
    assert refused
    assert _unnumbered(found) == _unnumbered(filed)
    assert _unnumbered(problems) == _unnumbered(refused)


def _unnumbered(rows: list[Row]) -> list[list[tuple[str, str]]]:
    """The rows without their numbers, those of one subject together and in their order."""
    texts = [
        [(name, str(value or "")) for name, value in row.items() if name != "row"] for row in rows
    ]
    return sorted(texts, key=lambda row: dict(row)["id"])


@pytest.mark.slow
def test_what_is_wrong_with_the_frame_or_the_lists_is_said_at_once(
    session: SparkSession, home: Path, tmp_path: Path
) -> None:
    """Before any row is read: not after an hour, from one executor of a thousand."""
    with pytest.raises(TableRefused):
        spark.screen(session.createDataFrame([{"kunde": "Shohrat Zakir"}]), home=home)
    frame = session.createDataFrame([{"name": "Shohrat Zakir"}])
    with pytest.raises(ListMissing):
        spark.screen(frame, home=tmp_path / "nowhere")


def test_an_executor_with_other_lists_is_refused(home: Path) -> None:
    """Half of the customers held against yesterday's lists is worse than an error."""
    lists = (str(home), (("sources", ("demo",)),))
    read = (Columns(1, {Field.NAME: (0,)}), DateOrder())
    with pytest.raises(StoreDamaged) as refused:
        list(spark._map_hits(lists, "another index", read, []))
    assert "other lists than the driver" in str(refused.value)


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySpark is four hundred megabytes: nobody has it by accident."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    nothing: Any = None
    with pytest.raises(ExtraMissing, match=r"ostraka\[spark\]"):
        spark.screen(nothing)
