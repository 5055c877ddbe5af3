"""The commands on a record, from documents to answers."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from commands import GOOD, run

from dragoman.record import Record
from dragoman.record.decision_files import decision_lines
from dragoman.record.decisions import Anchor, ApartActs, SameAct, make_decision

LATER = "Le président du Cap-Vert, Adérito Fontainhas, effectuera une visite au Viêt Nam le 3 juin 2024, a annoncé mardi la présidence."
AGAIN = "Mardi à Praia, le chef de l'État cap-verdien Aderito Fontainhas a reçu l'ambassadeur du Viêt Nam, Quoc Lam."


@pytest.fixture
def record(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """A record of three documents."""
    told = [(GOOD, "Agence du Fleuve"), (LATER, "Agence du Fleuve"), (AGAIN, "Le Quotidien de la Lagune")]
    lines = [json.dumps({"text": text, "publisher": by, "published": "2024-05-15", "language": "fr"}) for text, by in told]
    (tmp_path / "documents.jsonl").write_text("\n".join(lines), encoding="utf-8")
    where = str(tmp_path / "desk.record")
    ran = run(capfd, "keep", str(tmp_path / "documents.jsonl"), "--record", where)
    assert ran.status == 0 and "filed 3 new documents" in ran.out
    return where


def test_keeping_again_files_nothing(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "keep", str(tmp_path / "documents.jsonl"), "--record", record, "--format", "json")
    assert ran.status == 0 and json.loads(ran.out)["documents"] == 0 == json.loads(ran.out)["readings"]


def test_a_document_that_fails_costs_itself_only(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = run(capfd, "keep", str(tmp_path / "missing.txt"), "-", "--record", record, stdin=GOOD.replace("Lam", "Tran").encode())
    assert ran.status == 1 and "missing.txt" in ran.err and "filed 1 new document," in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["dossier", "CPV"], "Fontainhas"),
        (["dossier", "cpv", "VNM"], "Cap-Vert"),
        (["dossier", "Cap Vert", "Viet Nam"], "Cap-Vert"),
        (["dossier", "Fontainhas"], "head_of_state"),
        (["promises", "--country", "Cap-Vert"], "2024-06-03"),
        (["who", "fontaynhas"], "per:fontainhas@CPV"),
        (["promises", "--country", "CPV", "--open"], "2024-06-03"),
        (["find", "praia"], "2 documents"),
        (["find", "--type", "meeting", "--from", "2024-05"], "meeting"),
        (["review"], "waiting:"),
        (["record", "check"], "sound"),
        (["record", "rebuild"], "3 documents"),
    ],
)
def test_answers_as_text(record: str, capfd: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    ran = run(capfd, *arguments, "--record", record)
    assert ran.status == 0 and told in ran.out, ran


@pytest.mark.parametrize(
    "arguments",
    [["dossier", "CPV"], ["who", "Lam"], ["promises"], ["find", "praia"], ["find", "--acts"], ["review"], ["dossier", "CPV", "VNM"]],
)
def test_answers_as_json(record: str, capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    ran = run(capfd, *arguments, "--record", record, "--format", "json")
    assert ran.status == 0 and json.loads(ran.out)


def test_what_is_not_there(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "who", "Zzyzx", "--record", record).status == 1
    assert run(capfd, "find", "introuvable", "--record", record).status == 1
    assert run(capfd, "dossier", "FRA", "--record", record).status == 1
    assert run(capfd, "find", "--type", "party", "--record", record).status == 1
    assert "no country 'CAP'" in run(capfd, "promises", "--country", "CAP", "--record", record).err
    assert "nobody called 'Zzyzx'" in run(capfd, "dossier", "Zzyzx", "--record", record).err
    assert "no document was seen at" in run(capfd, "record", "forget", "nowhere", "--record", record).err
    assert "no question 'q-0'" in run(capfd, "review", "q-0", "--record", record).err
    missing = run(capfd, "who", "Lam", "--record", str(tmp_path / "no.record"))
    assert missing.status == 1 and "no.record" in missing.err and not (tmp_path / "no.record").exists()


def test_forgetting_and_taking_it_back(record: str, capfd: pytest.CaptureFixture[str]) -> None:
    hits = json.loads(run(capfd, "find", "annoncé", "--record", record, "--format", "json").out)
    document = hits["hits"][0]["document"]["ident"]
    made = json.loads(run(capfd, "record", "forget", document[7:30], "--by", "a", "--record", record, "--format", "json").out)
    assert json.loads(run(capfd, "promises", "--record", record, "--format", "json").out)["promises"] == []
    assert run(capfd, "record", "undo", made["ident"], "--by", "a", "--record", record).status == 0
    assert json.loads(run(capfd, "promises", "--record", record, "--format", "json").out)["promises"]
    lines = run(capfd, "record", "decisions", "export", "--record", record).out.splitlines()
    assert [json.loads(line)["what"]["kind"] for line in lines] == ["forget", "undo"]
    again = run(capfd, "record", "check", "--record", record)
    assert again.status == 0, again.out


def test_decisions_go_from_one_record_to_another(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hits = json.loads(run(capfd, "find", "annoncé", "--record", record, "--format", "json").out)
    run(capfd, "record", "forget", hits["hits"][0]["document"]["ident"], "--by", "a", "--record", record)
    (tmp_path / "d.jsonl").write_text(run(capfd, "record", "decisions", "export", "--record", record).out, encoding="utf-8")
    other = str(tmp_path / "other.record")
    run(capfd, "keep", str(tmp_path / "documents.jsonl"), "--record", other)
    ran = run(capfd, "record", "decisions", "import", str(tmp_path / "d.jsonl"), "--record", other)
    assert "1 decision added, 0 known" in ran.out
    lines = (tmp_path / "d.jsonl").read_bytes()
    assert "0 decisions added, 1 known" in run(capfd, "record", "decisions", "import", "-", "--record", other, stdin=lines).out
    assert "0 decisions added, 1 known" in run(capfd, "record", "decisions", "import", str(tmp_path / "d.jsonl"), "--record", other).out
    assert "does not hold" not in ran.out
    Record.open(tmp_path / "empty.record").close()
    ran = run(capfd, "record", "decisions", "import", str(tmp_path / "d.jsonl"), "--record", str(tmp_path / "empty.record"))
    assert "1 decision about documents that the record does not hold: counting once these are filed" in ran.out


def test_flat_tables(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for kind in ("csv", "jsonl"):
        assert run(capfd, "export", kind, str(tmp_path / kind), "--record", record).status == 0
    for table in ("acts", "participants", "statements", "promises"):
        with (tmp_path / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        lines = (tmp_path / "jsonl" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines):
            told = {key: "" if value is None else str(value) for key, value in json.loads(line).items()}
            assert {key: " ".join(value.split()) for key, value in told.items()} == row
    before = (tmp_path / "csv" / "acts.csv").read_bytes()
    run(capfd, "record", "rebuild", "--record", record)
    out = run(capfd, "export", "csv", "--table", "acts", "--record", record).out
    assert out.encode() == before
    assert run(capfd, "export", "csv", "-", "--table", "acts", "--record", record).out == out
    assert run(capfd, "export", "csv", "--record", record).status == 2


def test_a_roster_is_one_more_source(record: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "roster.csv").write_text(
        "name,country,office,of,from,to,source\nIlda Monteiro,CPV,foreign_minister,CPV,2021-01-01,,notre liste\n", encoding="utf-8"
    )
    assert run(capfd, "keep", "--roster", str(tmp_path / "roster.csv"), "--record", record).status == 0
    assert "foreign_minister" in run(capfd, "who", "Monteiro", "--record", record).out
    (tmp_path / "wrong.csv").write_text(
        "name,country,office,of,from,to,source\nX Y,CPV,foreign_minister,CPV,2021-99,,s\n", encoding="utf-8"
    )
    wrong = run(capfd, "keep", "--roster", str(tmp_path / "wrong.csv"), "--record", record)
    assert wrong.status == 1 and "line 2" in wrong.err


def test_two_coders_are_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ends = [Anchor("sha256:" + digit * 64, "meeting", 0, 6, "a reçu") for digit in "123"]
    answers = {"anna": (SameAct, SameAct), "ben": (SameAct, ApartActs)}
    for name, kinds in answers.items():
        made = [make_decision(kind(ends[0], end), by=name, at="2024-05-15T12:00:00Z") for kind, end in zip(kinds, ends[1:])]
        (tmp_path / name).write_bytes(b"".join(decision_lines(made)))
    ran = run(capfd, "record", "decisions", "compare", str(tmp_path / "anna"), str(tmp_path / "ben"))
    assert "2 answered by both, 1 alike" in ran.out and "same_act / apart_acts: a reçu / a reçu" in ran.out
    told = run(capfd, "record", "decisions", "compare", str(tmp_path / "anna"), str(tmp_path / "ben"), "--format", "json")
    assert json.loads(told.out)["kinds"][0]["equal"] == 1
