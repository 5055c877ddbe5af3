"""The tests' server: several at once, one left over by a run that was killed, and programs that fail or never end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import postgresql_server
import pytest
from postgresql_server import NoServerError, running_server, sweep
from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

ASK = "SELECT 1 FROM pg_stat_activity LIMIT 1"


def _answers(url: str) -> bool:
    with create_engine(make_url(url.format("postgres")), poolclass=NullPool).connect() as connection:
        return connection.exec_driver_sql(ASK).scalar() == 1


def test_another_run_at_the_same_time_has_a_server_of_its_own(postgresql_server: str) -> None:
    with running_server() as other:
        assert other != postgresql_server
        assert _answers(other)
    assert _answers(postgresql_server)


def _program(folder: Path, name: str, does: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="ascii")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for programs that stand in for the server's, run by this user."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(postgresql_server, "_programs", lambda: tmp_path / "bin")
    monkeypatch.setattr(postgresql_server, "_user", lambda: None)
    monkeypatch.setattr(postgresql_server, "_SECONDS", 0.5)
    _program(tmp_path / "bin", "pg_ctl", "exit 0")
    return tmp_path / "bin"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sleep 30", "initdb was not done in 0.5 seconds"),
        ("exit 3", "initdb failed with 3"),
    ],
)
def test_a_program_that_fails_or_never_ends_is_named(programs: Path, does: str, said: str) -> None:
    _program(programs, "initdb", does)
    with pytest.raises(NoServerError, match=said), running_server():
        pass


def test_a_server_that_does_not_start_is_named(programs: Path) -> None:
    _program(programs, "initdb", "exit 0")
    _program(programs, "pg_ctl", "exit 1")
    with pytest.raises(NoServerError, match="pg_ctl failed with 1"), running_server():
        pass


def test_a_program_that_is_not_there_is_named(programs: Path) -> None:
    with pytest.raises(NoServerError, match="initdb cannot be run"), running_server():
        pass


def test_what_a_killed_run_left_is_taken_away(programs: Path, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    owners = {"dragoman-pg-gone": str(gone.pid), "dragoman-pg-here": str(os.getpid()), "dragoman-pg-odd": "?", "else-gone": str(gone.pid)}
    for name, owner in owners.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "owner").write_text(owner, encoding="ascii")
    sweep(programs, None, within=tmp_path)
    assert not (tmp_path / "dragoman-pg-gone").exists()
    assert all((tmp_path / name).exists() for name in list(owners)[1:])
