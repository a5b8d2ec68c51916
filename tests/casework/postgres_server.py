"""A PostgreSQL server of its own for a run of tests: real, unprivileged, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "a password of the tests"  # noqa: S105
BINARIES = ("initdb", "pg_ctl")


def find_binaries() -> Path | None:
    """The folder of the newest server programs, `None` where there are none."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parts[-2]))
    folders = [*reversed(versions), *map(Path, os.environ["PATH"].split(os.pathsep))]
    for folder in folders:
        if all((folder / name).exists() for name in BINARIES):
            return folder
    return None


def _find_user() -> str | None:
    """Who runs the server: the server refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """The address of the server, without a database, while the block lasts."""
    user = _find_user()
    folder = Path(tempfile.mkdtemp(prefix="ostraka-postgres-"))
    try:
        secret = folder / "password"
        secret.write_text(PASSWORD)
        if user:
            for path in (folder, secret):
                shutil.chown(path, user)
        data = folder / "data"
        port = _find_port()
        _run(user, binaries / "initdb", "-D", data, "-U", "desk", "--pwfile", secret, "-A",
             "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        control = (binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log")
        _run(user, *control, "-o", options, "start")
        try:
            yield f"postgresql://desk:{PASSWORD.replace(' ', '%20')}@127.0.0.1:{port}"
        finally:
            _run(user, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *command: object) -> None:
    done = subprocess.run(
        [str(word) for word in command],
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}"


def _find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
