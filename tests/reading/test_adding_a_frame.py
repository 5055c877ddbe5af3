"""The worked example of docs/adding-a-frame.md does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.errors import FrameError
from dragoman.flow import reader
from dragoman.grammar.frames import read_frames
from dragoman.grammar.syntax import load_syntax
from dragoman.reading.frame_examples import notation, untrue_examples
from dragoman.reading.reader import make_document
from dragoman.views.command_line import main

PAGE = (Path(__file__).parents[2] / "docs/adding-a-frame.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def frames(tmp_path: Path) -> Path:
    path = tmp_path / "my.yaml"
    path.write_text(block("frames"), encoding="utf-8")
    return path


def test_nothing_is_read_without_the_frame() -> None:
    for example in (e for line in block("frames").splitlines() for e in re.findall(r"text: (.*?), tells: aid", line)):
        assert not reader().read(make_document(example, published="2024-05-16", language="fr")).acts


def test_every_example_comes_out(frames: Path) -> None:
    part = read_frames(frames)
    assert sum(len(f.examples) for f in (*part.acts, *part.modals)) == 4
    assert list(untrue_examples(frames)) == []


def test_an_example_that_does_not_come_out_is_told(frames: Path) -> None:
    frames.write_text(frames.read_text(encoding="utf-8").replace("tells: nothing", "tells: aid done agent=SWE"), encoding="utf-8")
    (failure,) = untrue_examples(frames)
    assert str(failure) == "aid.bail_out: La Norvège a renfloué ses propres caisses.\n  wanted aid done agent=SWE\n  read   nothing"


def test_the_command_prints_what_the_page_shows(frames: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sentence = tmp_path / "sentence.txt"
    sentence.write_text(block("example"), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["read", str(sentence), "--frames", str(frames)])
    assert ended.value.code == 0
    printed = capfd.readouterr().out
    for line in block("output").splitlines():
        assert line in printed


def test_the_python_of_the_page_runs(frames: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(frames.parent)
    exec(compile(block("python"), "page", "exec"), {})
    assert capfd.readouterr().out == ""


def test_every_complement_of_the_page_is_one() -> None:
    told = re.findall(r"`([\w.]+)`", "".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")))
    known = {*load_syntax("fr").slots, "subject", "object", "possessor", "adjective", "holder", "carrier"}
    assert {name.partition(".")[0] for name in told} <= known


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("acts:\n  - {id: x, act: aid, form: wrong, verb: [donner], roles: {agent: [subject]}}\n")
    with pytest.raises(FrameError, match="no form 'wrong'"):
        list(untrue_examples(path))


def test_acts_are_told_in_the_notation_of_examples() -> None:
    (act,) = reader().read(make_document("Le Portugal a condamné le Chili.", language="fr")).acts
    assert notation(act) == "condemnation done agent=PRT counterpart=CHL"
