"""The compiled kernel: see `matching/kernel/*.hpp` for what each part does."""

from collections.abc import Mapping, Sequence

from typing_extensions import Buffer

Pair = tuple[int, str, str, float, float, float]
Scored = tuple[float, float, float, int, list[Pair]]
Found = tuple[int, int, int, Scored]

class Weights:
    background: float
    rarity_floor: float
    accept: float
    skeleton_base: float
    accept_short: float
    variant: float
    variant_short: float
    nickname: float
    cognate: float
    cognate_weight: float
    apart: float
    vowelless: float
    initial: float
    joined: float
    spare_person: float
    spare_single: float
    spare_other: float
    spare_conflict: float
    spare_doubt: float
    spare_floor: float
    spare_trade: float
    spare_letter: float
    spare_father: float
    spare_form: float
    spare_generation: float
    acronym: float
    thin_support: float
    thin_cost: float
    thin_fade: float
    alone_weight: float
    order: float
    lineage: float
    sharpness: float
    ceiling: float
    def __init__(self) -> None: ...
    def set_role(self, role: int, weight: float, /) -> None: ...

class Index:
    def __init__(
        self, sections: Mapping[str, Buffer], weights: Weights, known_whole: bool = False
    ) -> None: ...
    @property
    def names(self) -> int: ...
    @property
    def words(self) -> int: ...
    def search_many(
        self,
        queries: Sequence[Sequence[bytes]],
        floor: float,
        weak_aliases: bool,
        most: int,
        threads: int,
    ) -> list[list[Found]]: ...
    def search_parties(
        self,
        queries: Sequence[Sequence[bytes]],
        floor: float,
        weak_aliases: bool,
        most: int,
        threads: int,
    ) -> tuple[bytes, bytes, bytes]: ...
    def search_all(
        self, query: Sequence[bytes], floor: float, weak_aliases: bool
    ) -> list[Found]: ...

def build(
    prepared: Sequence[bytes], owners: Sequence[int], flags: Sequence[int], weights: Weights
) -> dict[str, bytes]: ...
def compare(
    query: bytes, listed: bytes, weights: Weights, person: bool, index: Index | None
) -> Scored: ...
def looks_like_organisation(prepared: bytes, /) -> bool: ...
def edit_distance(left: str, right: str, /) -> int: ...
def word_similarity(left: str, right: str, skeleton_base: float, /) -> float: ...
def checksum(data: Buffer, /) -> int: ...
