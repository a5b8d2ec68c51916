"""Personal data under a key for each subject: delete the key, and the data is gone."""

from __future__ import annotations

import hmac
import json
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from ostraka.casework.log.canonical import write_canonical
from ostraka.model.errors import RecordDamaged

if TYPE_CHECKING:
    from uuid import UUID

    from ostraka.casework.secret_keys import SecretKeys

NONCE = 12
"""Bytes that are new for every sealing, as AES-GCM requires (NIST SP 800-38D)."""

_FORM = b"\x01"


def get_keys() -> SecretKeys:
    """The secrets of the home that is open."""
    keys: SecretKeys = settings.OSTRAKA_KEYS
    return keys


def make_mark(purpose: str, content: object) -> str:
    """A keyed hash: equal for equal content, and not to be guessed at without the master secret."""
    stated = write_canonical([purpose, content]).encode()
    return hmac.new(get_keys().marking, stated, sha256).hexdigest()


def make_subject_key(subject: UUID) -> tuple[bytes, bytes]:
    """A new key for a subject: in the open, and as it is kept."""
    key = secrets.token_bytes(32)
    return key, _encrypt(get_keys().wrapping, key, f"{subject} key")


def open_subject_key(subject: UUID, wrapped: bytes) -> bytes:
    """The key of a subject.

    Raises:
        RecordDamaged: It was kept under another master secret, or altered.
    """
    return _decrypt(get_keys().wrapping, wrapped, f"{subject} key")


def seal(key: bytes, subject: UUID, purpose: str, content: object) -> bytes:
    """The content, unreadable without the key, and bound to its subject and purpose."""
    # only what is hashed needs the one canonical form, which takes some six times as long
    plain = json.dumps(content, separators=(",", ":")).encode()
    return _encrypt(key, plain, f"{subject} {purpose}")


def unseal(key: bytes, subject: UUID, purpose: str, sealed: bytes) -> Any:  # noqa: ANN401 - JSON
    """What was sealed for that subject and purpose.

    Raises:
        RecordDamaged: It was sealed for another, with another key, or altered.
    """
    return json.loads(_decrypt(key, sealed, f"{subject} {purpose}"))


def _encrypt(key: bytes, plain: bytes, bound_to: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return _FORM + nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def _decrypt(key: bytes, sealed: bytes, bound_to: str) -> bytes:
    data = bytes(sealed)
    form, nonce, body = data[:1], data[1 : NONCE + 1], data[NONCE + 1 :]
    try:
        return AESGCM(key).decrypt(nonce, body, (bound_to if form == _FORM else "").encode())
    except (InvalidTag, ValueError) as problem:
        raise RecordDamaged(
            "sealed data cannot be opened: it was altered, or sealed under another master secret",
            where=bound_to,
            remedy="Run `ostraka audit verify`, and compare the master secret with the backup's.",
        ) from problem
