from __future__ import annotations

from pathlib import Path

import pytest
from commands import GOOD, run

from dragoman.views.frame_rows import frame_row


def test_a_frames_row_is_as_written() -> None:
    row = frame_row("meeting.receive")
    assert row is not None
    assert row.file == "frames/fr/meeting.yaml" and row.line > 1
    assert row.text.startswith("id: meeting.receive\nact: meeting\n")
    assert frame_row("no.such.frame") is None


def test_a_users_own_frame(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_text("acts:\n  - id: my.frame\n    act: meeting\n  - {id: my.other, act: visit}\n", encoding="utf-8")
    row = frame_row("my.frame", [str(file)])
    assert row is not None and (row.file, row.line, row.text) == (str(file), 2, "id: my.frame\nact: meeting")
    other = frame_row("my.other", [str(file)])
    assert other is not None and (other.line, other.text) == (4, "{id: my.other, act: visit}")


def test_explain_shows_frame_words_and_rules(capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "explain", "-", "a1", "--published", "2024-05-16", stdin=GOOD.encode())
    assert (ran.status, ran.err) == (0, "")
    for words in (
        "frame meeting.receive  frames/fr/meeting.yaml:",
        "id: meeting.receive",
        "Adérito Fontainhas",
        "told of this act",
        "« a reçu »",
    ):
        assert words in ran.out


def test_explain_names_the_modal_that_set_the_status(capfd: pytest.CaptureFixture[str]) -> None:
    text = "Le président du Mali souhaite effectuer une visite officielle au Japon."
    ran = run(capfd, "explain", "-", "a1", stdin=text.encode())
    assert "modal frame will.wish" in ran.out


@pytest.mark.parametrize(("arguments", "says"), [(["a99"], "it has a1 to a1"), (["a1", "--document", "2"], "has no document 2")])
def test_what_is_not_there_is_wrong_usage(capfd: pytest.CaptureFixture[str], arguments: list[str], says: str) -> None:
    ran = run(capfd, "explain", "-", *arguments, stdin=GOOD.encode())
    assert ran.status == 2
    assert says in ran.err


def test_a_missing_file_is_a_failed_document(capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "explain", "no-such-file.txt", "a1")
    assert ran.status == 1
    assert "no-such-file.txt" in ran.err
