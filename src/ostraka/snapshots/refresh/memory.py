"""What was fetched last, so that nothing is fetched twice: validators and hashes, by address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ostraka.snapshots.durable import replace_file
from ostraka.sources.fetch import Received, Validators


@dataclass(frozen=True, slots=True)
class Memory:
    """The files that the snapshot `snapshot` was read from, by address.

    It holds only as long as that snapshot is the current one and this version reads it.
    """

    snapshot: str = ""
    version: str = ""
    files: Mapping[str, Received] = field(default_factory=dict)

    def validators(self, url: str) -> Validators | None:
        """What the server said of the file at an address, `None` where nothing was fetched."""
        held = self.files.get(url)
        return Validators(held.etag, held.last_modified) if held else None


def load_memory(path: Path) -> Memory:
    """What was kept, or nothing: a file that cannot be read costs one download and no more."""
    try:
        body = json.loads(path.read_bytes())
        files = {url: Received(**row) for url, row in body["files"].items()}
        return Memory(str(body["snapshot"]), str(body["version"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def save_memory(path: Path, memory: Memory) -> None:
    """The file holds the memory, or what it held before."""
    text = json.dumps(asdict(memory), indent=1, sort_keys=True)
    replace_file(path, (text + "\n").encode())
