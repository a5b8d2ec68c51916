"""A file of customers on a local Spark: run as a program, which says what the screening alone took.

`python -m benchmarks.files.spark_session HOME FILE OUT CORES`
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.files.watching import find_descendants, read_share
from ostraka import spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "localhost",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
}
_AS_IT_STANDS = {
    "header": True,
    "escape": '"',
    "ignoreLeadingWhiteSpace": False,
    "ignoreTrailingWhiteSpace": False,
}
_PARTS_A_CORE = 2  # so that no core waits long for the last


def screen_on_spark(home: str, file: str, out: str, cores: int) -> dict[str, float]:
    """Seconds from the frame to the hits on disk, Spark being up; megabytes of its processes.

    What Python and the index take to begin is counted: each worker opens it with its first batch.
    """
    begun = perf_counter()
    session = _begin(cores, Path(file).stat().st_size // (cores * _PARTS_A_CORE) + 1)
    started = perf_counter()
    frame = session.read.options(**_AS_IT_STANDS).csv(file)
    hits = spark.screen(frame, home=home, allow_stale_days=36500, limit=None)
    hits.write.options(**_AS_IT_STANDS).csv(out)
    seconds = perf_counter() - started
    figures = {"start_seconds": started - begun, "seconds": seconds, **_read_memory()}
    session.stop()
    return figures


def _begin(cores: int, most_bytes: int) -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - begins nothing before it is called

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{cores}]").appName("ostraka")
    for key, value in {**_SETTINGS, "spark.sql.files.maxPartitionBytes": str(most_bytes)}.items():
        builder = builder.config(key, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.range(1).count()  # the first query loads what every later one uses
    return session


def _read_memory() -> dict[str, float]:
    """Megabytes of Java and of the Python workers, pages that several have counted once."""
    java, workers = 0.0, []
    for process in find_descendants(os.getpid()):
        name = Path(f"/proc/{process}/comm").read_text("ascii").strip()
        if name == "java":
            java += read_share(process)
        elif name.startswith("python"):
            workers.append(read_share(process))
    return {"java_megabytes": java, "python_megabytes": sum(workers), "processes": len(workers)}


if __name__ == "__main__":
    _home, _file, _out, _cores = sys.argv[1:]
    print(json.dumps(screen_on_spark(_home, _file, _out, int(_cores))))
