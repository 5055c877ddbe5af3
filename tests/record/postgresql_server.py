"""A PostgreSQL server of the tests' own: made, started and stopped here, reached by a socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OLDEST = 15
_SETTINGS = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "listen_addresses=",
    "shared_buffers=32MB",
    "max_connections=60",
)


class NoServerError(Exception):
    """No PostgreSQL can be started here: the message says why."""


@contextmanager
def running_server() -> Iterator[str]:
    """A URL with `{}` in the place of a database's name, of a server that runs as long as the context."""
    programs = _programs()
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"
        _run([programs / "initdb", "-D", data, "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], user)
        options = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={folder}"))
        _run([programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], user)
        try:
            yield f"postgresql+psycopg://dragoman@/{{}}?host={folder}"
        finally:
            _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Where `initdb` and `pg_ctl` lie: Debian keeps them out of the PATH."""
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb") if int(p.parent.parent.name) >= _OLDEST]
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise NoServerError(f"no PostgreSQL {_OLDEST} or newer is installed here (apt-get install postgresql)")
    return max(found, key=lambda p: int(p.parent.name)) if found else Path(str(on_path)).parent


def _user() -> str | None:
    """The user to run the server as: initdb refuses root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoServerError("the tests run as root, whom PostgreSQL refuses, and there is no user postgres") from None


def _run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise NoServerError(f"{Path(command[0]).name} failed with {done.returncode}")
