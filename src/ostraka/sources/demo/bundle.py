"""The two bundled files: the designations, and the invented customers screened against them."""

from __future__ import annotations

import csv
from importlib import resources

from ostraka.model.datetext import parse_date
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.sources.reading import InputFile

DESIGNATIONS = "parties.yml"
CUSTOMERS = "customers.csv"


def load_designations() -> tuple[InputFile, ...]:
    """The bundled list, as the parser of `demo` takes it."""
    return (InputFile(DESIGNATIONS, _load(DESIGNATIONS)),)


def load_customers() -> tuple[Subject, ...]:
    """The invented customers and suppliers, in the order of the file."""
    lines = _load(CUSTOMERS).decode("utf-8").splitlines()
    return tuple(_make_subject(row) for row in csv.DictReader(lines))


def _load(name: str) -> bytes:
    return resources.files(__package__).joinpath(name).read_bytes()


def _make_subject(row: dict[str, str]) -> Subject:
    return Subject(
        row["name"],
        kind=PartyKind(row["kind"]),
        born=parse_date(row["born"]) if row["born"] else None,
        countries=(row["country"],) if row["country"] else (),
    )
