from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.errors import DragomanError
from dragoman.views.web.listening import address_of, listen
from dragoman.views.web.serve_command import require_extra, serve, token_holders


def test_what_is_missing_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(DragomanError, match=r"python -m pip install 'dragoman\[serve\]'"):
        require_extra()


def test_the_command_line_does_without_the_extra() -> None:
    code = "import sys, dragoman.views.command_line; sys.exit(bool({'fastapi', 'uvicorn', 'jinja2', 'sqlalchemy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DragomanError, match="name another with --port"):
            listen("127.0.0.1", taken.getsockname()[1])


def test_nobody_else_reaches_a_room_without_password() -> None:
    answer = CliRunner().invoke(serve, ["--host", "0.0.0.0"])
    assert answer.exit_code == 2
    assert "--password" in answer.output


def test_tokens_are_lines_of_name_and_token(tmp_path: Path) -> None:
    file = tmp_path / "tokens"
    file.write_text(f"# who may come in\n\nAna Lind {'a' * 24}\nBoris {'b' * 24}\n", encoding="utf-8")
    assert token_holders(file) == {"a" * 24: "Ana Lind", "b" * 24: "Boris"}
    file.write_text("Ana short\n", encoding="utf-8")
    with pytest.raises(DragomanError, match=r"tokens:1: write a name, a blank and a token of 16 characters or more"):
        token_holders(file)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),
        ("::1", "http://[::1]:80/"),
        ("localhost", "http://localhost:80/"),
    ],
)
def test_where_the_browser_goes(host: str, address: str) -> None:
    assert address_of(host, 80) == address


@pytest.mark.parametrize("processes", [1, 2])
def test_the_room_opens_and_closes_when_told(tmp_path: Path, processes: int) -> None:
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(tmp_path / "new.record"), "--port", "0", "--no-open"]
    command += ["--processes", str(processes)]
    began = time.monotonic()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = re.search(r"http://\S+/", process.stderr.readline())
            assert found
            with urllib.request.urlopen(found.group() + "api/v1/session", timeout=10) as answer:
                assert answer.status == 200
            assert time.monotonic() - began < 20
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(10) in (0, 130, -signal.SIGINT)
