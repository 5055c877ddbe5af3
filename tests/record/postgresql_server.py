"""A PostgreSQL server of the tests' own: made, started and stopped here, reached by a socket only.

Every run has a server in a folder of its own, so that several runs at once do not meet. Nothing waits without end: programs have a time in
which to be done, connections and statements too. A server whose run was killed is stopped and taken away by the next run.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_OLDEST = 15
_PREFIX = "dragoman-pg-"
_OWNER = "owner"
_SECONDS = 60
"""In which a program must be done: making a server takes one, on a busy machine ten."""
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
    sweep(programs, user)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        (folder / _OWNER).write_text(str(os.getpid()), encoding="ascii")
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"
        _run([programs / "initdb", "-D", data, "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], user)
        options = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={folder}"))
        try:
            start = ["-w", "-t", str(_SECONDS // 2), "start"]
            _run([programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", *start], user)
            yield f"postgresql+psycopg://dragoman@/{{}}?host={folder}&connect_timeout=20"
        finally:
            _stop(programs, data, user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(programs: Path, user: str | None, within: Path | None = None) -> None:
    """Stop and take away the servers whose test runs are gone."""
    for folder in (within or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*"):
        if _abandoned(folder):
            _stop(programs, folder / "data", user)
            shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path) -> bool:
    """Whether the run that made a server is no more; what cannot be told is left alone."""
    try:
        os.kill(int((folder / _OWNER).read_text(encoding="ascii")), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return False


def _stop(programs: Path, data: Path, user: str | None) -> None:
    """Stop a server; one that does not run, or does not obey in time, is no reason to fail."""
    with suppress(NoServerError):
        _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "-t", str(_SECONDS // 2), "stop"], user)


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
    """Run a program to its end; `NoServerError` where it fails, cannot be run, or is not done in time."""
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            [str(part) for part in command],
            user=user,
            group=pwd.getpwnam(user).pw_gid if user else None,
            extra_groups=[] if user else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoServerError(f"{name} was not done in {_SECONDS} seconds") from None
    except OSError as error:
        raise NoServerError(f"{name} cannot be run: {error}") from None
    if done.returncode:
        raise NoServerError(f"{name} failed with {done.returncode}")
