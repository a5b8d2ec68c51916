"""The secrets of one home: one master, and the keys for each purpose that follow from it."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ostraka.model.errors import RecordDamaged, RecordRefused

LENGTH = 32
"""Bytes of the master and of every key."""


@dataclass(frozen=True)
class SecretKeys:
    """What opens, marks and signs. No two purposes share a key."""

    master: bytes

    def __repr__(self) -> str:
        return "SecretKeys(…)"

    @cached_property
    def web(self) -> str:
        """What sessions and tokens of the web are signed with."""
        return self._derive("web").hex()

    @cached_property
    def wrapping(self) -> bytes:
        """What the keys of subjects are kept under."""
        return self._derive("wrapping")

    @cached_property
    def marking(self) -> bytes:
        """What makes keyed hashes of subjects, which nobody can guess at without it."""
        return self._derive("marking")

    @cached_property
    def signing(self) -> Ed25519PrivateKey:
        """What checkpoints are signed with."""
        return Ed25519PrivateKey.from_private_bytes(self._derive("signing"))

    def _derive(self, purpose: str) -> bytes:
        info = f"ostraka {purpose} 1".encode()
        return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=info).derive(self.master)


def read_master(text: str) -> bytes:
    """The master that a text of 64 hexadecimal digits states.

    Raises:
        RecordRefused: It states none.
    """
    try:
        master = bytes.fromhex(text.strip())
    except ValueError:
        master = b""
    if len(master) != LENGTH:
        raise RecordRefused(
            "the master secret is not 64 hexadecimal digits",
            where="OSTRAKA_SECRET",
            remedy="Make one: python3 -c 'import secrets; print(secrets.token_hex(32))'",
        )
    return master


def load_master(path: Path) -> bytes:
    """The master in the file, which is made, for its owner alone, where there is none.

    Raises:
        RecordDamaged: The file holds no master, or others than its owner may read it.
    """
    if not path.exists():
        _make_master(path)
    if path.stat().st_mode & 0o077:
        raise RecordDamaged(
            "others than its owner may read the master secret",
            where=str(path),
            remedy=f"Find out who did; then: chmod 600 {path}",
        )
    try:
        return read_master(path.read_text("ascii", errors="replace"))
    except RecordRefused as problem:
        raise RecordDamaged(
            problem.problem,
            where=str(path),
            remedy="Put the file back from a backup: without it personal data cannot be read.",
        ) from problem


def _make_master(path: Path) -> None:
    """Written beside and linked into place, so that of two processes one wins and both agree."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".tmp-{path.name}-{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_hex(LENGTH) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            return
    finally:
        fresh.unlink()
