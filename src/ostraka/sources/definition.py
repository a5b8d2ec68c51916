"""What Ostraka must know of a list besides how to parse it: the shape of every `source.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_SOURCE_KEY = r"^[a-z][a-z0-9_]*$"


class Floors(BaseModel):
    """Bounds a list must keep to become a snapshot.

    `parts` is the minimum number of records of each list that a file of several always carries; it
    holds whatever the age of the file. `kinds` is the minimum number of parties of a kind. `fill`
    is the minimum share of parties, 0 to 1, that must have something of that field. A list that
    lost more than `shrink_warn` of its parties since the snapshot before it gets a warning, more
    than `shrink_refuse` is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    parties_min: int | None = Field(default=None, ge=0)
    parties_max: int | None = Field(default=None, ge=0)
    kinds: Mapping[str, int] = {}
    fill: Mapping[str, float] = {}
    parts: Mapping[str, int] = {}
    shrink_warn: float = Field(default=0.05, ge=0, le=1)
    shrink_refuse: float = Field(default=0.20, ge=0, le=1)

    @property
    def states_size(self) -> bool:
        """Whether a list of today is expected to have a certain size."""
        return self.parties_max is not None or (self.parties_min or 0) > 1 or bool(self.kinds)


class Download(BaseModel):
    """One file of a list at its publisher.

    `name` is what the file is called here, by default the last part of the address. With `link`
    the address is that of a page, and the file is what the first link on it leads to that the
    regular expression finds. With `edition` the address is that of an index: the regular
    expression finds the names of editions there, each with its day as YYYYMMDD in a group, and the
    file is what `at` leads to once the newest name that has begun stands for its `{}`. `accept` and
    `language` ask a server that has the file in several shapes for one of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://[^\s]+$")
    name: str = Field(default="", pattern=r"^[\w.-]*$")
    link: str = ""
    edition: str = ""
    at: str = Field(default="", pattern=r"^(https?://[^\s]+)?$")
    accept: str = ""
    language: str = ""


def _repeat(files: object) -> object:
    """A file with `each` stands once for every word of it, the word in place of EACH."""
    if not isinstance(files, list):
        return files
    return [
        {k: v.replace("EACH", word) if isinstance(v, str) else v for k, v in rest.items()}
        for file in files
        for rest in [{k: v for k, v in dict(file).items() if k != "each"}]
        for word in dict(file).get("each", ["EACH"])
    ]


class Sync(BaseModel):
    """How a list is fetched from its publisher.

    `sets` are alternatives: the first set of files that can be had and read counts. In a set a file
    with `each` stands once for every word of it, the word in place of EACH. `seconds` is the most
    one download may take, `limit_mib` the most bytes a file may have, in MiB.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sets: tuple[Annotated[tuple[Download, ...], BeforeValidator(_repeat)], ...] = Field(
        min_length=1
    )
    seconds: int = Field(default=600, ge=1)
    limit_mib: int = Field(default=64, ge=1)


class Source(BaseModel):
    """One list: who publishes it, where, how often, under what terms, and what it must hold.

    `country` is the alpha-2 code of the authority in lower case, empty for none. A list is stale
    when its last successful check is longer ago than `stale_after_days`; `None` means never.
    `licence_notice` marks a licence that a user should know before the list is used, since it asks
    to be named or states no terms. A `non_commercial` list is used only where the home records what
    for, and under which licence of its publisher where commercially. `default` lists are screened
    without being named. `maps` translate words of the list. Without `sync` the list cannot be
    fetched, only imported from files.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(pattern=_SOURCE_KEY)
    title: str = Field(min_length=1)
    authority: str = Field(min_length=1)
    country: str = Field(default="", pattern=r"^([a-z]{2})?$")
    urls: tuple[str, ...] = ()
    sync: Sync | None = None
    formats: tuple[str, ...] = Field(min_length=1)
    cadence_days: int = Field(ge=0)
    stale_after_days: int | None = Field(default=None, ge=1)
    licence: str = Field(min_length=1)
    non_commercial: bool = False
    licence_notice: bool = False
    default: bool = True
    custom: bool = False
    bundled: tuple[str, ...] = ()
    floors: Floors = Floors()
    notes: tuple[str, ...] = ()
    maps: Mapping[str, Mapping[str, str]] = {}

    @property
    def terms_mark(self) -> str:
        """The SHA-256 of terms that have to be confirmed before use, empty where none have."""
        return sha256(self.licence.encode()).hexdigest() if self.non_commercial else ""
