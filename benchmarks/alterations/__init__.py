"""Names of real lists, altered in every way the field tests for: seeded, labelled, split."""

from benchmarks.alterations.case import AlteredCase, ListedName
from benchmarks.alterations.generating import SPLITS, generate_cases
from benchmarks.alterations.kinds import KINDS, Kind
from benchmarks.alterations.listed import load_listed_parties

__all__ = [
    "KINDS",
    "SPLITS",
    "AlteredCase",
    "Kind",
    "ListedName",
    "generate_cases",
    "load_listed_parties",
]
