from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import GOOD, run

GOLD_ACT = {
    "type": "meeting",
    "status": "done",
    "form": "audience",
    "who": [{"key": "fontainhas@CPV", "role": "agent"}, {"key": "lam@VNM", "role": "counterpart"}],
    "date": "2024-05-14",
    "place": "Praia@CPV",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "one", "acts": [GOLD_ACT]}) + "\n", encoding="utf-8")
    document = {"uri": "one.txt", "text": GOOD, "published": "2024-05-16", "language": "fr"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    return tmp_path


def test_a_corpus_folder_is_read_and_scored(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    ran = run(capfd, "evaluate", str(corpus / "gold.jsonl"), str(corpus), "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    figures = json.loads(ran.out)["figures"]
    assert figures["documents"] == 1 and figures["unread"] == 0
    assert figures["act_recall"] == 1.0


def test_gold_beside_named_documents_is_not_read_as_a_document(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    for name in ("gold.jsonl", "documents.jsonl"):
        (corpus / name).rename(corpus / f"some.{name}")
    ran = run(capfd, "evaluate", str(corpus / "some.gold.jsonl"), str(corpus), "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["figures"]["unread"] == 0


def test_readings_from_a_file_and_a_stream_score_alike(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    gold = str(corpus / "gold.jsonl")
    readings = run(capfd, "read", str(corpus / "documents.jsonl"), "--format", "jsonl").out
    (corpus / "readings.jsonl").write_text(readings, encoding="utf-8")
    from_file = run(capfd, "evaluate", gold, str(corpus / "readings.jsonl"), "--worst", "1")
    assert from_file.status == 0 and "fact_f1" in from_file.out and "\x1b" not in from_file.out
    assert run(capfd, "evaluate", gold, "-", "--worst", "1", stdin=readings.encode()) == from_file


def test_html(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    ran = run(capfd, "evaluate", str(corpus / "gold.jsonl"), "-", "--format", "html", stdin=b"")
    assert ran.status == 0 and ran.out.startswith("<!doctype html>")


def test_a_line_that_is_no_reading_is_named(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    ran = run(capfd, "evaluate", str(corpus / "gold.jsonl"), "-", stdin=b'\n{"reader": 1}\n')
    assert ran.status == 1
    assert "-:2: is no reading" in ran.err and "Traceback" not in ran.err


def test_documents_that_are_not_there_are_a_failure(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    ran = run(capfd, "evaluate", str(corpus / "gold.jsonl"), "no-such-folder", "--format", "json")
    assert ran.status == 1
    assert "no-such-folder" in ran.err
    assert json.loads(ran.out)["figures"]["unread"] == 1


def test_agreement_of_a_coder_with_the_same_coder(capfd: pytest.CaptureFixture[str], corpus: Path) -> None:
    gold = str(corpus / "gold.jsonl")
    ran = run(capfd, "agreement", gold, gold, "--format", "json")
    assert json.loads(ran.out)["act_f1"] == 1.0
    assert "act_f1" in run(capfd, "agreement", gold, gold).out
