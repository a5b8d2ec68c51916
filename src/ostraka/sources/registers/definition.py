"""What must be known of a register besides how to read it: the shape of its file of YAML."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class RegisterFloors(BaseModel):
    """Bounds an edition must keep to be held; a record is a row or line, whatever it says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    records_min: int = Field(default=1, ge=1)
    stakes_min: int = Field(default=1, ge=1)
    shrink_warn: float = Field(default=0.05, ge=0, le=1)
    shrink_refuse: float = Field(default=0.20, ge=0, le=1)


class Files(BaseModel):
    """Where the files of an edition are found.

    Without more, `url` is the file itself. With `link` it is a page, and the links on it that the
    regular expression finds are the files: those of the newest `day`, where the expression has a
    group of that name, and all of `part` 1 to `parts`, where it has these. With `address` it is a
    JSON document; `address`, `records` and `published` are the paths in it, with dots, of the
    address of the file, of the number of its records and of its day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://[^\s]+$")
    link: str = ""
    address: str = ""
    records: str = ""
    published: str = ""


class Register(BaseModel):
    """One register; `sets` are alternatives, of which the first that can be had counts.

    `limit_mib` is the most bytes one file may have, `unpacked_mib` the most all of them may unpack
    to, in MiB; `seconds` the most one download may take. A register is never fetched unless it is
    named.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    authority: str = Field(min_length=1)
    country: str = Field(default="", pattern=r"^([a-z]{2})?$")
    reader: Literal["gleif_csv", "psc"]
    sets: tuple[Files, ...] = Field(min_length=1)
    seconds: int = Field(default=3600, ge=1)
    limit_mib: int = Field(ge=1)
    unpacked_mib: int = Field(ge=1)
    cadence_days: int = Field(ge=1)
    stale_after_days: int = Field(ge=1)
    licence: str = Field(min_length=1)
    floors: RegisterFloors
    notes: tuple[str, ...] = ()
