"""What is loaded on the way to an answer; a start that loads nothing heavy is a fast one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.processes import make_environment
from cli.un_samples import make_un_file

# Milliseconds to import, as measured: pyarrow 160, lxml 60, fastexcel 40 with pyarrow, rich 40.
# pydantic (100 with what it builds) validates values that are not plain, and definitions of lists,
# which are yaml; email comes with importlib.metadata.
HEAVY = {
    "anyascii",
    "email",
    "cryptography",
    "django",
    "fastexcel",
    "hypothesis",
    "lxml",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "pydantic",
    "stdnum",
    "xlsxwriter",
    "yaml",
}
PROBE = """
import json, sys
from ostraka.cli.main import app
try:
    app(json.loads(sys.argv[1]))
except SystemExit as ended:
    code = ended.code
loaded = {name.partition(".")[0] for name in sys.modules}
loaded |= {name for name in sys.modules if name.startswith("ostraka.")}
print(json.dumps([code, sorted(loaded)]), file=sys.stderr)
"""
# What is not of Python itself and may be loaded for one name: nothing else.
MAY_BE_LOADED = {"annotated_doc", "ostraka", "shellingham", "typer"}
# What reads, writes and compares lists, and the rooms that a name alone does not ask.
UNASKED = {
    "ostraka.effects",
    "ostraka.matching.building",
    "ostraka.ownership",
    "ostraka.snapshots.candidate",
    "ostraka.snapshots.difference",
    "ostraka.snapshots.folder",
    "ostraka.snapshots.publishing",
    "ostraka.sources.definition",
}


def test_help_loads_nothing_of_what_verbs_need(tmp_path: Path) -> None:
    """Help, version and wrong usage know the words only."""
    for arguments in (["--help"], ["screen", "--help"], ["screen"]):
        _, loaded = _probe(tmp_path, *arguments)
        assert loaded & HEAVY == set()


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_name_is_answered_without_anything_heavy(
    ostraka: Ostraka, tmp_path: Path, form: list[str]
) -> None:
    """Once the index is built, neither Parquet nor XML nor tables are needed; nor is rich."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102")))
    ostraka("screen", "Mira Quellhorst")
    code, loaded = _probe(tmp_path / "home", "screen", "Mira Quellhorst", *form)
    assert code == 0
    assert loaded & (HEAVY | UNASKED | {"rich"}) == set()
    roots = {name.partition(".")[0] for name in loaded if not name.startswith("_")}
    assert roots - sys.stdlib_module_names - {"__main__"} <= MAY_BE_LOADED


def _probe(home: Path, *arguments: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        env=make_environment(home),
        capture_output=True,
        text=True,
        check=True,
    )
    code, loaded = json.loads(done.stderr.splitlines()[-1])
    return code, set(loaded)
