"""Small JSON files of the store: readable, and any changed byte is noticed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from ostraka.model.errors import StoreDamaged

FORMAT = 1
"""Version of everything this room writes. A new field with a default needs no new one."""


def render_sealed(body: dict[str, Any]) -> bytes:
    """The file for `body`: indented JSON that carries the format version and its own SHA-256."""
    versioned = {"format": FORMAT, **body}
    return _render({**versioned, "seal": sha256(_render(versioned)).hexdigest()})


def parse_sealed(data: bytes, where: Path, remedy: str) -> dict[str, Any]:
    """The body of a sealed file.

    Raises:
        StoreDamaged: A byte differs from what was written, or another version wrote it.
    """
    try:
        versioned = json.loads(data)
        version = versioned["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged("the file is not readable", where=str(where), remedy=remedy) from error
    if version != FORMAT:
        raise StoreDamaged(
            f"the file has format {version}; this version of Ostraka reads format {FORMAT}",
            where=str(where),
            remedy="Use the version of Ostraka that wrote it, or import the list into a new home.",
        )
    body = {key: value for key, value in versioned.items() if key not in {"format", "seal"}}
    if render_sealed(body) != data:
        raise StoreDamaged(
            "the file was changed after it was written", where=str(where), remedy=remedy
        )
    return body


@contextmanager
def refusing_the_unknown(where: Path) -> Iterator[None]:
    """Inside the block, a field that is missing or not known is a file of another version.

    Raises:
        StoreDamaged: There was such a field.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        raise StoreDamaged(
            f"the file says what this version of Ostraka does not know: {error}",
            where=str(where),
            remedy="Use the version of Ostraka that wrote it, or a newer one.",
        ) from error


def _render(body: dict[str, Any]) -> bytes:
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()
