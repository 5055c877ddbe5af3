from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from commands import GOOD, run

from dragoman import __version__
from dragoman.model.schema import reading_schema
from dragoman.views.command_line import command_line

COMMANDS = sorted(command_line.commands)


def test_the_commands() -> None:
    told = "agreement dossier evaluate explain export find keep promises read record review schema serve who"
    assert told.split() == COMMANDS


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_has_an_example(capfd: pytest.CaptureFixture[str], command: str | None) -> None:
    ran = run(capfd, *([command] if command else []), "--help")
    assert ran.status == 0
    assert "Example:  dragoman" in ran.out


def test_help_and_schema_load_no_model() -> None:
    code = "import sys; from dragoman.views import command_line; print('spacy' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert __version__ in run(capfd, "--version").out


def test_python_m() -> None:
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


def test_schema(capfd: pytest.CaptureFixture[str]) -> None:
    assert json.loads(run(capfd, "schema").out) == reading_schema()


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--format", "xml"],
        ["read", "x.txt", "--published", "hier"],
        ["read", "x.txt", "--processes", "0"],
        ["read", "x.txt", "--missed", "--format", "json"],
        ["evaluate", "no-such-gold.jsonl", "-"],
        ["translate"],
    ],
)
def test_wrong_usage_is_2(capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    ran = run(capfd, *arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert "Error" in ran.err


def test_a_wrong_frame_file_is_2(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    frames = tmp_path / "my.yaml"
    frames.write_text("acts:\n  - {id: my.frame, act: dance, verb: [danser], roles: {agent: [subject]}}\n", encoding="utf-8")
    ran = run(capfd, "read", "-", "--frames", str(frames), stdin=GOOD.encode())
    assert ran.status == 2
    assert "my.yaml" in ran.err and "Traceback" not in ran.err


def test_a_closed_pipe_is_quiet() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([sys.executable, "-m", "dragoman", "schema"], stdout=write_end, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "dragoman", "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: the output cannot be written") and len(done.stderr.splitlines()) == 1


def test_formats_say_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    lines = run(capfd, "read", "--examples", "--format", "jsonl")
    whole = run(capfd, "read", "--examples", "--format", "json")
    assert (lines.status, lines.err) == (0, "")
    readings = [json.loads(line) for line in lines.out.splitlines()]
    assert readings == json.loads(whole.out)
    assert len(readings) == 8
    for reading in readings:
        jsonschema.validate(reading, reading_schema())
        assert reading["acts"]


def test_two_processes_read_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    one = run(capfd, "read", "--examples", "--format", "jsonl")
    assert run(capfd, "read", "--examples", "--format", "jsonl", "--processes", "2") == one


def test_text_has_acts_words_and_no_escapes(capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "read", "-", "--published", "2024-05-16", "--publisher", "L'Exemple", stdin=GOOD.encode())
    assert ran.status == 0
    assert "meeting · audience  done" in ran.out
    assert "« a reçu »" in ran.out and "2024-05-14" in ran.out and "Praia (CPV)" in ran.out and "L'Exemple" in ran.out
    assert "\x1b" not in ran.out
    assert all(line == line.rstrip() for line in ran.out.splitlines())


def test_what_was_missed_is_listed(capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "read", "-", "--missed", stdin=(GOOD + " Il pleuvait ce jour-là sur la ville.").encode())
    assert "nothing read in" in ran.out
    assert "Il pleuvait ce jour-là" in ran.out


def test_predicates_between_actors_that_no_frame_took_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "read", "-", "--missed", stdin=(GOOD + " Le Cap-Vert a photographié le Viêt Nam.").encode())
    assert "photographier" in ran.out.partition("not read as an act")[2]
    assert "not read as an act" not in run(capfd, "read", "-", stdin=GOOD.encode()).out
