"""The validator of the Beneficial Ownership Data Standard, without what it asks the network for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from interchange import import_interchange

_OF_RECORDS = "libcovebods.tasks.checks.record_based_checks"
"""Checks of version 0.4; those of earlier versions fetch a register of schemes when they begin."""
_FETCHES = "CheckStatementEntityIdentifiersHaveKnownScheme"
"""It asks that register too, which says nothing of stakes."""


def validate(path: Path) -> list[str]:
    """What the schema of the standard says against a package of statements."""
    reader, schema = _open(path)
    validator = import_interchange("libcovebods.jsonschemavalidate").JSONSchemaValidator(schema)
    found = [error.json() for error in validator.validate(reader)]
    return [f"{error['path']}: {error['message']}" for error in found]


def check(path: Path) -> list[str]:
    """What it says beyond the schema: parties there, shares and days sane, series whole."""
    reader, schema = _open(path)
    tasks = import_interchange("libcovebods.run_tasks")
    wanted = [
        task
        for task in tasks.TASK_CLASSES
        if task.__module__ == _OF_RECORDS and task.__name__ != _FETCHES
    ]
    config = import_interchange("libcovebods.config").LibCoveBODSConfig()
    done = tasks.process_additional_checks(reader, config, schema, wanted)
    return sorted(one["type"] for one in done["additional_checks"])


def _open(path: Path) -> tuple[Any, Any]:
    reader = import_interchange("libcovebods.data_reader").DataReader(str(path))
    return reader, import_interchange("libcovebods.schema").SchemaBODS(reader)
