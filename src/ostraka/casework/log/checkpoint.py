"""Signed marks of how long the record is and how it ends, for a place outside of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ostraka.casework.log.canonical import write_canonical
from ostraka.casework.log.chain import FIRST, write_moment
from ostraka.casework.models import Event
from ostraka.model.errors import RecordDamaged

_REMEDY = "Use the file as it was written; a line that was altered cannot be relied on."


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """At a moment the record had `count` entries, and `head` was the hash of the last."""

    count: int
    head: str
    at: str
    key: str
    signature: str = ""

    def stated(self) -> bytes:
        """What is signed."""
        form = {"ostraka": "checkpoint 1", "count": self.count, "head": self.head, "at": self.at}
        return write_canonical(form | {"key": self.key}).encode()


def make_checkpoint(signing: Ed25519PrivateKey, at: datetime) -> Checkpoint:
    """The record as it stands now, signed."""
    last = Event.objects.order_by("-number").values_list("number", "digest").first()
    count, head = last or (0, FIRST)
    public = signing.public_key().public_bytes_raw().hex()
    mark = Checkpoint(count, head, write_moment(at), public)
    return Checkpoint(count, head, mark.at, public, signing.sign(mark.stated()).hex())


def write_checkpoint(mark: Checkpoint) -> str:
    """The checkpoint on one line."""
    names = ("count", "head", "at", "key", "signature")
    return write_canonical({name: getattr(mark, name) for name in names})


def parse_checkpoint(line: str, key: str, where: str) -> Checkpoint:
    """The checkpoint that a line states.

    Raises:
        RecordDamaged: It is none, or it was not signed with the key of this record.
    """
    try:
        form = json.loads(line)
        mark = Checkpoint(**form)
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(mark.key))
        public.verify(bytes.fromhex(mark.signature), mark.stated())
    except (ValueError, TypeError, AttributeError, InvalidSignature) as problem:
        raise RecordDamaged(
            "this line is no checkpoint, or was altered after it was signed",
            where=where,
            remedy=_REMEDY,
        ) from problem
    if mark.key != key:
        raise RecordDamaged(
            "the checkpoint was signed with the key of another record",
            where=where,
            remedy="Name the file of this record, or give the key it was signed with: --key HEX.",
        )
    return mark


def load_checkpoints(path: Path, key: str) -> list[Checkpoint]:
    """Every checkpoint of a file, which has one a line.

    Raises:
        RecordDamaged: A line is no checkpoint of this record, or there is none.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        lines = ["not text"]
    marks = [
        parse_checkpoint(line, key, f"{path}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    if not marks:
        raise RecordDamaged("there is no checkpoint in it", where=str(path), remedy=_REMEDY)
    return marks
