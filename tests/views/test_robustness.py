from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import GOOD, Ran, run

from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.reader import Reader

Read = Callable[[bytes, str], Ran]


@pytest.fixture
def beside_good(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Read:
    """Reads a file with sound ones before and after it; checks that those are read whatever it holds."""

    def read(data: bytes, name: str = "odd.txt") -> Ran:
        before, odd, after = tmp_path / "a.txt", tmp_path / name, tmp_path / "z.txt"
        before.write_text(GOOD, encoding="utf-8")
        odd.write_bytes(data)
        after.write_text(GOOD, encoding="utf-8")
        ran = run(capfd, "read", str(before), str(odd), str(after), "--format", "jsonl")
        readings = [json.loads(line) for line in ran.out.splitlines()]
        uris = [r["document"]["uri"] for r in readings]
        assert (uris[0], uris[-1]) == (str(before), str(after))
        assert readings[0]["acts"] and readings[-1]["acts"]
        assert "Traceback" not in ran.err
        return ran

    return read


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 40, "is a binary file"),
        ((GOOD + " ").encode() * 290_000, "has more than 5,000,000 bytes"),
        (b"Le pr\xff\xfe\x81sident \x9d\xff\xff\xff du Mali \xc3", "is not valid UTF-8"),
    ],
    ids=["empty", "binary", "20 MB of one line", "invalid UTF-8"],
)
def test_a_file_that_is_no_document_costs_itself(beside_good: Read, data: bytes, reason: str) -> None:
    ran = beside_good(data, "odd.txt")
    (line,) = ran.err.splitlines()
    assert "odd.txt: " in line and reason in line
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 2


def test_a_line_that_is_not_json_is_named_by_its_number(beside_good: Read) -> None:
    ran = beside_good(json.dumps({"text": GOOD}).encode() + b"\nnot json\n", "odd.jsonl")
    (line,) = ran.err.splitlines()
    assert "odd.jsonl:2: is not JSON" in line
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3


def test_an_unknown_language_is_an_empty_reading_with_a_warning(beside_good: Read) -> None:
    text = "Suomen ulkoministeri tapasi tiistaina Helsingissä Ruotsin ulkoministerin, kertoo ministeriön eilen julkaisema tiedote."
    ran = beside_good(text.encode(), "odd.txt")
    reading = json.loads(ran.out.splitlines()[1])
    assert not (reading["acts"] or reading["actors"] or reading["statements"] or reading["relations"])
    assert len(reading["warnings"]) == 1
    (line,) = ran.err.splitlines()
    assert "odd.txt: " in line and "language" in line
    assert ran.status == 0


def test_a_quotation_never_closed_is_a_warning(beside_good: Read) -> None:
    text = 'Le ministre malien des Affaires étrangères a déclaré mardi : "Nous sommes prêts à recevoir nos voisins à Bamako cette année.'
    ran = beside_good(text.encode(), "odd.txt")
    assert "odd.txt: a quotation is never closed" in ran.err
    assert ran.status == 0


def test_ten_thousand_nested_quotations(beside_good: Read) -> None:
    ran = beside_good(("Le ministre a dit : " + "« " * 10_000 + "oui" + " »" * 10_000 + ".").encode(), "odd.txt")
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 3


def test_a_reader_that_fails_costs_the_document(beside_good: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Reader.pipe

    def pipe(self: Reader, documents: list[Document], **options: int) -> list[Reading]:
        if any("foudre" in d.text for d in documents):
            raise RuntimeError("struck")
        return list(whole(self, documents, **options))

    monkeypatch.setattr(Reader, "pipe", pipe)
    ran = beside_good("La foudre est tombée mardi sur le clocher.".encode(), "odd.txt")
    (line,) = ran.err.splitlines()
    assert "odd.txt: the reader failed on this text (RuntimeError: struck)" in line
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3


def test_text_that_would_steer_the_terminal_does_not(capfd: pytest.CaptureFixture[str]) -> None:
    text = "Le président du Mali a reçu mardi à \x1b[31mBamako l'ambassadeur du Japon. \x1b]0;title\x07 La pluie tombait."
    ran = run(capfd, "read", "-", "--missed", stdin=text.encode())
    assert "\x1b" not in ran.out + ran.err and "\x07" not in ran.out + ran.err
