"""Opening records, and what is said of those that cannot be opened: nothing is changed by it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from told_readings import reading

from dragoman.errors import (
    DamagedRecordError,
    LockedRecordError,
    MissingRecordError,
    NewerRecordError,
    ReadOnlyRecordError,
    RecordError,
)
from dragoman.record import Record
from dragoman.record.failures import failure
from dragoman.record.location import ENVIRONMENT, locate, shown


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "a.record"
    with Record.open(path) as record:
        record.file([reading(head=f"{number}\n" + "mot " * 2000) for number in range(60)])
    return path


def test_a_record_that_is_not_there_is_made_only_where_it_may_be(tmp_path: Path) -> None:
    with pytest.raises(MissingRecordError, match="there is no record"):
        Record.open(tmp_path / "none.record", create=False)
    assert not (tmp_path / "none.record").exists()
    with Record.open(tmp_path / "new" / "folder" / "a.record") as record:
        assert record.check() == ()


def test_a_newer_record_is_left_alone(record_url: str) -> None:
    with Record.open(record_url) as record, record.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerRecordError, match="newer dragoman"):
        Record.open(record_url)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path, postgresql_url: str) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    engine = create_engine(make_url(postgresql_url))
    with engine.begin() as server:
        server.exec_driver_sql("CREATE TABLE theirs (a integer)")
    engine.dispose()
    for where in (other, postgresql_url):
        with pytest.raises(MissingRecordError, match="another program"):
            Record.open(where)


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ceci n'est pas une base " * 100)
    before = _digest(text)
    with pytest.raises(MissingRecordError, match="no record"):
        Record.open(text)
    assert _digest(text) == before
    with pytest.raises(MissingRecordError, match="folder"):
        Record.open(tmp_path)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_told(filled: Path, part: float) -> None:
    data = filled.read_bytes()
    filled.write_bytes(data[: int(len(data) * part)])
    before = _digest(filled)
    with pytest.raises(DamagedRecordError, match="cut short"):
        Record.open(filled)
    assert _digest(filled) == before


def test_a_damaged_page_is_found(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20_000] = b"\xff" * 20_000
    filled.write_bytes(bytes(data))
    with Record.open(filled) as record:
        try:
            said = " ".join(record.check())
        except DamagedRecordError as error:
            said = str(error)
    assert "damaged" in said


def test_a_locked_record_is_told_after_a_while(record_url: str) -> None:
    with Record.open(record_url) as record:
        other = Record.open(record_url, wait=0.2)
        from dragoman.record.connection import writing

        with writing(record.engine), pytest.raises(LockedRecordError, match="another process holds"):
            other.file([reading()])
        assert other.file([reading()]).documents == 1
        other.close()


def test_a_record_opened_to_read_is_not_written_to(record_url: str) -> None:
    with pytest.raises((MissingRecordError, ReadOnlyRecordError)):
        Record.open(record_url, read_only=True)
    Record.open(record_url).close()
    with Record.open(record_url, read_only=True) as record:
        with pytest.raises(ReadOnlyRecordError, match="may not be written to"):
            record.file([reading()])
        assert record.check() == ()


def test_a_folder_in_which_no_file_may_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = sqlite3.OperationalError("unable to open database file")
    refused.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    there, new = tmp_path / "a.record", tmp_path / "new.record"
    there.write_bytes(b"")
    assert "check that its folder exists" in str(failure(refused, str(new)))
    monkeypatch.setattr(os, "access", lambda _, right: right == os.R_OK)
    assert "no file may be made in this folder" in str(failure(refused, str(new)))
    assert "the record may not be written to" in str(failure(refused, str(there)))


_WITHOUT_RIGHTS = """
import os, sys
from dragoman.errors import RecordError
from dragoman.record import Record
with Record.open(sys.argv[1] + ".own") as record:
    record.check()
os.setegid(65534); os.seteuid(65534)
try:
    with Record.open(sys.argv[1], read_only=True) as record:
        print(record.check())
    Record.open(sys.argv[1]).rebuild()
except RecordError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become a user without rights")
def test_a_file_without_the_right_to_write(filled: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.record"
        path.write_bytes(filled.read_bytes())
        path.chmod(0o444)
        Path(folder).chmod(0o755)
        done = subprocess.run([sys.executable, "-c", _WITHOUT_RIGHTS, str(path)], capture_output=True, text=True, check=False)
    said = done.stdout.splitlines()
    assert said[0] == "()", done.stderr
    assert said[1].startswith("ReadOnlyRecordError"), said


def test_a_server_that_does_not_answer() -> None:
    for where in ("postgresql+psycopg://nobody@/none?host=/nonexistent", "postgresql://nobody@localhost:1/none"):
        with pytest.raises(MissingRecordError, match="does not answer"):
            Record.open(where)


@pytest.mark.parametrize(
    ("where", "words"), [("mysql://host/base", "SQLite"), ("http://host/", "SQLite"), ("postgresql+psycopg://host:port/base", "URL")]
)
def test_urls_that_are_none(where: str, words: str) -> None:
    with pytest.raises(MissingRecordError, match=words):
        locate(where)


def test_the_default_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "mine.record"))
    assert locate().database == str(tmp_path / "mine.record")
    monkeypatch.delenv(ENVIRONMENT)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert str(locate().database).endswith("dragoman.record")


def test_passwords_are_not_shown() -> None:
    assert "secret" not in shown(locate("postgresql://user:secret@host/base"))


def test_a_false_ident_is_refused(record: Record) -> None:
    from msgspec.structs import replace

    told = reading(head="Un texte")
    false = replace(told, document=replace(told.document, id="sha256:" + "0" * 64))
    with pytest.raises(RecordError, match="digest"):
        record.file([told, false])
    assert record.holds([told.document.id], told.reader) == frozenset()


def test_the_record_loads_no_model() -> None:
    code = "import sys, dragoman.record.record; sys.exit('spacy' in sys.modules or 'alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
