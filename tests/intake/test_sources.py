from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from dragoman.intake import IntakeFailure, documents
from dragoman.model.document import Document, document_id


def read(path: Path | str, **options: object) -> list[Document | IntakeFailure]:
    return list(documents([str(path)], **options))  # type: ignore[arg-type]


def only(path: Path | str, **options: object) -> Document | IntakeFailure:
    (found,) = read(path, **options)
    return found


def failure(path: Path | str, **options: object) -> str:
    found = only(path, **options)
    assert isinstance(found, IntakeFailure)
    return found.reason


def test_a_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"Un texte.\r\nFin.\r\n")
    text = "Un texte.\r\nFin.\r\n"
    assert only(file) == Document(id=document_id(text), uri=str(file), language="und", text=text)


def test_an_unknown_ending_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "communique").write_text("Un texte.", encoding="utf-8")
    found = only(tmp_path / "communique")
    assert isinstance(found, Document) and found.text == "Un texte."


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/a.txt", ".hidden"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    texts = [found.text for found in read(tmp_path) if isinstance(found, Document)]
    assert texts == ["a.txt", "b/a.txt", "b/z.txt", "c.txt"]
    first = next(documents([f"{tmp_path}/"]))
    assert isinstance(first, Document) and first.uri == f"{tmp_path}/a.txt"


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    assert "no file" in failure(tmp_path)


def test_a_folder_that_links_to_itself_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read(tmp_path)) == 1


def test_jsonl(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    rows: list[object] = [
        {"text": "Un.", "uri": "u1", "title": "T", "publisher": "P", "published": "2022-08", "language": "fr", "fiction": True, "more": 1},
        {"text": "Deux.", "title": None, "published": 2022},
    ]
    file.write_text("\ufeff" + "\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    one, two = read(file)
    assert isinstance(one, Document) and isinstance(two, Document)
    assert (one.uri, one.title, one.publisher, one.published, one.language, one.fiction) == ("u1", "T", "P", "2022-08", "fr", True)
    assert (two.uri, two.title, two.published, two.language, two.fiction) == (str(file), None, "2022", "und", None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "is not JSON"),
        ("[1]", "is a list"),
        ("{}", "has no `text`"),
        ('{"text": 3}', "`text` is a number"),
        ('{"text": "  "}', "is empty"),
        ('{"text": "a", "title": ["x"]}', "`title` is a list"),
        ('{"text": "a", "fiction": "no"}', "`fiction` is a string"),
        ("[" * 100_000, "is not JSON"),
        ('{"text": ' + "1" * 10_000 + "}", "JSON"),
    ],
)
def test_a_bad_line_costs_that_line(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "d.ndjson"
    file.write_text('{"text": "Un."}\n' + line + '\n{"text": "Trois."}\n', encoding="utf-8")
    one, two, three = read(file)
    assert isinstance(one, Document) and isinstance(three, Document)
    assert isinstance(two, IntakeFailure) and two.where == f"{file}:2" and reason in two.reason


def test_a_line_that_no_encoding_explains(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_bytes(b'{"text": "\xff\xfe\xfd"}\n{"text": "ok"}\n')
    one, two = read(file)
    assert isinstance(one, IntakeFailure) and "UTF-8" in one.reason and isinstance(two, Document)


def test_half_a_surrogate_pair_becomes_the_replacement_character(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_text('{"text": "a\\ud800b"}', encoding="utf-8")
    found = only(file)
    assert isinstance(found, Document) and found.text == "a\ufffdb"


def test_jsonl_in_utf_16(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_text('{"text": "é"}\n{"text": "è"}\n', encoding="utf-16")
    assert [found.text for found in read(file) if isinstance(found, Document)] == ["é", "è"]


def test_json_object_and_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Un."}', encoding="utf-8")
    (tmp_path / "b.json").write_text('[{"text": "Un."}, {"text": "Deux."}, 3]', encoding="utf-8")
    (tmp_path / "c.json").write_text("[]", encoding="utf-8")
    (tmp_path / "d.json").write_text("{", encoding="utf-8")
    found = read(tmp_path)
    assert [f.text if isinstance(f, Document) else f.where.rsplit("/", 1)[1] for f in found] == [
        "Un.",
        "Un.",
        "Deux.",
        "b.json:3",
        "c.json",
        "d.json",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"  \n" if name != "a.txt" else b"")
    assert "empty" in failure(tmp_path / name)


def test_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 \xff\xfe")
    (tmp_path / "b.bin").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "c.txt").write_bytes(b"abc \xff\xfe\xfd\xfc")
    reasons = [found.reason for found in read(tmp_path) if isinstance(found, IntakeFailure)]
    assert ["PDF" in reasons[0], "binary" in reasons[1], "UTF-8" in reasons[2]] == [True, True, True]


def test_missing_paths(tmp_path: Path) -> None:
    assert "no such" in failure(tmp_path / "none.txt")
    assert "no such" in failure("")
    assert isinstance(only("a\0b"), IntakeFailure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", encoding="utf-8")
    file.chmod(0)
    assert "permissions" in failure(file)


def test_what_is_neither_file_nor_folder() -> None:
    assert "no file" in failure("/dev/null")


def test_a_document_too_large_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.write(json.dumps({"text": "a" * 20_000_000}) + "\n" + json.dumps({"text": "ok"}) + "\n")
    one, two = read(file)
    assert isinstance(one, IntakeFailure) and "5,000,000" in one.reason and isinstance(two, Document)
    (tmp_path / "a.txt").write_bytes(b"a" * 6_000_000)
    assert "split" in failure(tmp_path / "a.txt")
    assert isinstance(only(tmp_path / "a.txt", max_bytes=7_000_000), Document)


def test_a_line_longer_than_any_document_is_skipped(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    file.write_text(json.dumps({"text": "a" * 100_000}) + "\n" + json.dumps({"text": "ok"}), encoding="utf-8")
    one, two = read(file, max_bytes=1000)
    assert isinstance(one, IntakeFailure) and one.where.endswith(":1") and isinstance(two, Document)


def test_the_standard_input() -> None:
    plain = only("-", stdin=io.BytesIO("Un été.\nFin.".encode()))
    assert isinstance(plain, Document) and plain.text == "Un été.\nFin." and plain.uri == "-"
    lines = read("-", stdin=io.BytesIO(b'{"text": "Un."}\n{"text": "Deux."}\n'))
    assert [line.text for line in lines if isinstance(line, Document)] == ["Un.", "Deux."]
    assert "empty" in failure("-", stdin=io.BytesIO(b""))


def test_the_standard_input_is_what_it_looks_like() -> None:
    pretty = only("-", stdin=io.BytesIO(b'{\n "text": "Un."\n}\n'))
    assert isinstance(pretty, Document) and pretty.text == "Un."
    listed = read("-", stdin=io.BytesIO(b'[{"text": "Un."},\n {"text": "Deux."}]'))
    assert len(listed) == 2
    bracket = only("-", stdin=io.BytesIO(b"[Alger] Un texte."))
    assert isinstance(bracket, Document) and bracket.text == "[Alger] Un texte."
    broken = read("-", stdin=io.BytesIO(b'{"text": \n{"text": "Deux."}\n'))
    assert isinstance(broken[0], IntakeFailure) and isinstance(broken[1], Document)
