"""Write docs/reference/schemas from the shapes of the code: a JSON Schema for every document.

`make docs` writes the files; `make check` runs this with --check, which writes nothing and fails
when a file differs from what the code says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import TypeAdapter

from ostraka.screening.shapes import DOCUMENTS

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schemas() -> dict[str, str]:
    """The text of every schema by its file name."""
    return {f"{verb}.json": make_schema(verb) for verb in DOCUMENTS}


def make_schema(verb: str) -> str:
    """The JSON Schema 2020-12 of what a verb prints with `--json`."""
    schema = TypeAdapter(DOCUMENTS[verb]).json_schema()
    head = {"$schema": DIALECT, "$comment": "Written by `make docs` from the code."}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def find_outdated(schemas: dict[str, str]) -> list[str]:
    """Names of files that differ from what the code says, or that the code does not make."""
    on_disk = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    return sorted(n for n in schemas | on_disk if schemas.get(n) != on_disk.get(n))


def main(arguments: list[str]) -> int:
    """Write the schemas, or with --check only say which are out of date; 0 where none is."""
    schemas = make_schemas()
    outdated = find_outdated(schemas)
    if arguments == ["--check"]:
        for name in outdated:
            sys.stderr.write(
                f"docs/reference/schemas/{name} differs from the code; run `make docs`.\n"
            )
        return 1 if outdated else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in outdated:
        path = FOLDER / name
        if name in schemas:
            path.write_text(schemas[name], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
