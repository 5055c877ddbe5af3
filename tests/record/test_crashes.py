"""Killed in the middle, out of room, several at once: what was confirmed is there, once, and the record is sound."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from killed_filer import numbered
from sqlalchemy import event, select

from dragoman.errors import FullRecordError
from dragoman.model.document import document_id
from dragoman.record import Record, schema

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"


def _filer(url: str, confirmed: Path, first: int, count: int) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(SOURCES), str(HERE), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, str(HERE / "killed_filer.py"), url, str(confirmed), str(first), str(count)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": paths}, stderr=subprocess.DEVNULL)


def _confirmed(log: Path) -> int:
    lines = log.read_bytes().split(b"\n")[:-1] if log.exists() else []
    return int(lines[-1]) if lines else 0


def _documents(record: Record) -> list[str]:
    with record.engine.connect() as connection:
        return list(connection.execute(select(schema.document.c.ident)).scalars())


def _killed_again_and_again(url: str, folder: Path, kills: int, rng: random.Random) -> None:
    log = folder / "confirmed"
    unconfirmed = 0
    Record.open(url).close()
    for _ in range(kills):
        first, before = _confirmed(log), log.stat().st_size if log.exists() else 0
        process = _filer(url, log, first, 100_000)
        deadline = time.monotonic() + 60
        while (not log.exists() or log.stat().st_size <= before) and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(rng.random() * 0.12)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Record.open(url) as record:
            assert record.check() == ()
            there = _documents(record)
            assert len(there) == len(set(there))
            wanted = {document_id(numbered(n).document.text) for n in range(_confirmed(log))}
            assert wanted <= set(there)
            assert len(there) <= len(wanted) + 3
            unconfirmed += len(there) > len(wanted)
    print(f"{kills} kills, {_confirmed(log)} documents confirmed, {unconfirmed} kills between a batch's end and its confirmation")


def test_killed_while_filing(record_url: str, tmp_path: Path) -> None:
    _killed_again_and_again(record_url, tmp_path, 5, random.Random(1))


@pytest.mark.campaign
def test_killed_two_hundred_times(record_url: str, tmp_path: Path) -> None:
    _killed_again_and_again(record_url, tmp_path, 200, random.Random(2))


def test_a_full_disk_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.record") as record:
        event.listen(record.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 260"))
        record.engine.dispose()
        confirmed = 0
        with pytest.raises(FullRecordError, match="no room is left"):
            for filed in record.filing(map(numbered, range(10_000)), batch=5):
                confirmed += filed.documents
    with Record.open(tmp_path / "a.record") as record:
        assert record.check() == ()
        assert len(_documents(record)) == confirmed > 0
        record.file([numbered(20_000)])


def _many_at_once(url: str, seconds: float, readers: int = 10) -> None:
    """Two who write and ten who read: nobody fails, nothing is lost."""
    stop = threading.Event()
    written = [0, 0]

    def write(which: int) -> None:
        with Record.open(url) as record:
            while not stop.is_set():
                first = which + 2 * written[which]
                record.file([numbered(first), numbered(first + 2)])
                written[which] += 2

    def ask() -> int:
        asked = 0
        with Record.open(url, read_only=True) as record:
            while not stop.is_set():
                with record.engine.connect() as connection:
                    assert connection.exec_driver_sql("SELECT count(*) FROM act WHERE reports < 1").scalar() == 0
                    asked += len(connection.exec_driver_sql("SELECT ident, words FROM act ORDER BY day DESC LIMIT 20").fetchall())
        return asked

    Record.open(url).close()
    with ThreadPoolExecutor(readers + 2) as pool:
        writers = [pool.submit(write, which) for which in (0, 1)]
        asking = [pool.submit(ask) for _ in range(readers)]
        time.sleep(seconds)
        stop.set()
        for task in writers:
            task.result(timeout=120)
        asked = sum(task.result(timeout=120) for task in asking)
    with Record.open(url) as record:
        assert record.check() == ()
        wanted = {document_id(numbered(which + 2 * n).document.text) for which in (0, 1) for n in range(written[which])}
        assert set(_documents(record)) == wanted
        assert min(written) > 0
    print(f"{written} documents filed by two writers, {asked} rows read by {readers} readers")


def test_many_at_once(record_url: str) -> None:
    _many_at_once(record_url, 3.0)


@pytest.mark.campaign
def test_many_at_once_for_a_minute(record_url: str) -> None:
    _many_at_once(record_url, 60.0)


def test_two_who_make_a_record_at_once(record_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for record in pool.map(lambda _: Record.open(record_url), range(4)):
            record.close()
    with Record.open(record_url) as record:
        assert record.check() == ()
