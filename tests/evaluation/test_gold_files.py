from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import MeasureError
from dragoman.evaluation import load_corpus, read_gold

GOLD = {"id": "d", "acts": [{"type": "visit", "status": "done", "who": [{"key": "diallo@SEN", "role": "agent", "for": "SEN"}]}]}


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_gold_is_read(tmp_path: Path) -> None:
    (document,) = read_gold(write(tmp_path / "gold.jsonl", GOLD))
    assert document.acts[0].who[0].on_behalf_of == "SEN"
    assert document.acts[0].core and document.acts[0].form is None
    assert json.loads(document.to_json())["acts"][0]["who"][0]["for"] == "SEN"


def test_blank_lines_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOLD).encode() + b"\n\n")
    assert len(read_gold(path)) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({**GOLD, "acts": [{**GOLD["acts"][0], "status": "perhaps"}]}, "perhaps"),  # type: ignore[dict-item]
        ({"id": "e"}, "acts"),
        ({**GOLD, "id": "e", "acts": [{**GOLD["acts"][0], "within": 7}]}, "no such act"),  # type: ignore[dict-item]
        (GOLD, "two gold documents"),
    ],
)
def test_errors_name_the_file(tmp_path: Path, line: object, told: str) -> None:
    path = write(tmp_path / "gold.jsonl", GOLD, line)
    with pytest.raises(MeasureError, match=told) as error:
        read_gold(path)
    assert str(path) in str(error.value)


def test_broken_json_names_the_line(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", GOLD)
    path.write_text(path.read_text() + "{\n")
    with pytest.raises(MeasureError, match="line 2"):
        read_gold(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match="cannot be read"):
        read_gold(tmp_path / "nowhere.jsonl")


def test_corpus_of_pairs(tmp_path: Path) -> None:
    write(tmp_path / "a.documents.jsonl", {"uri": "press/d.txt", "text": "Un texte."})
    write(tmp_path / "a.gold.jsonl", GOLD)
    write(tmp_path / "documents.jsonl", {"uri": "e", "text": "Un autre."})
    write(tmp_path / "gold.jsonl", {**GOLD, "id": "e"})
    corpus = load_corpus(tmp_path)
    assert [d.uri for d in corpus.documents] == ["e", "press/d.txt"]
    assert [g.id for g in corpus.gold] == ["e", "d"]


def test_digest_is_of_the_content(tmp_path: Path) -> None:
    write(tmp_path / "documents.jsonl", {"uri": "d", "text": "Un texte.", "language": "fr"})
    write(tmp_path / "gold.jsonl", GOLD)
    digest = load_corpus(tmp_path).digest
    write(tmp_path / "documents.jsonl", {"text": "Un texte.", "title": None, "uri": "d"})
    assert load_corpus(tmp_path).digest == digest
    write(tmp_path / "documents.jsonl", {"text": "Un texte", "uri": "d"})
    assert load_corpus(tmp_path).digest != digest


def test_gold_without_document(tmp_path: Path) -> None:
    write(tmp_path / "documents.jsonl", {"uri": "e", "text": "Un texte."})
    write(tmp_path / "gold.jsonl", GOLD)
    with pytest.raises(MeasureError, match="without a document: d"):
        load_corpus(tmp_path)
    with pytest.raises(MeasureError, match=r"no documents\.jsonl"):
        load_corpus(tmp_path / "elsewhere")
