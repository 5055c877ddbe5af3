from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dragoman.intake import IntakeFailure, documents
from dragoman.intake.pages import from_page, is_page
from dragoman.model.document import Document

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Une audience à Praia</title>
<meta property="og:site_name" content="Agence du Fleuve"><meta property="article:published_time" content="2024-05-14T09:00:00Z">
<link rel="canonical" href="https://example.org/audience"></head><body><nav><a href="/">Accueil</a> <a href="/x">Sport</a></nav>
<article><h1>Une audience à Praia</h1>
<p>Le président du Cap-Vert, Adérito Fontainhas, a reçu mardi à Praia l'ambassadeur du Viêt Nam, Quoc Lam, venu lui faire ses adieux.</p>
<p>Les deux parties ont passé en revue l'état des relations entre leurs pays et sont convenues de réunir la commission mixte en automne.</p>
</article><footer>Tous droits réservés</footer></body></html>"""


def one(path: Path) -> Document | IntakeFailure:
    (item,) = documents([str(path)])
    return item


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt"])
def test_a_page_gives_its_main_text_and_what_is_known_of_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    read = one(tmp_path / name)
    assert isinstance(read, Document)
    assert "\n\nLes deux parties ont passé" in read.text and "Accueil" not in read.text and "<p>" not in read.text
    assert (read.title, read.publisher, read.published) == ("Une audience à Praia", "Agence du Fleuve", "2024-05-14")
    assert read.uri == "https://example.org/audience"
    assert one(tmp_path / name) == read


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.replace("utf-8", "windows-1252").replace("ê", "e").encode("cp1252"))
    read = one(tmp_path / "page.html")
    assert isinstance(read, Document) and "Adérito" in read.text


def test_a_page_without_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<!doctype html><html><body></body></html>", encoding="utf-8")
    failure = one(tmp_path / "empty.html")
    assert isinstance(failure, IntakeFailure) and "without a main text" in failure.reason


def test_what_is_missing_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    failure = from_page("page.html", PAGE.encode())
    assert isinstance(failure, IntakeFailure)
    assert failure.reason == "is an HTML page; reading those needs an extra: python -m pip install 'dragoman[html]'"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"  <!DOCTYPE HTML PUBLIC>", True),
        (b"\xef\xbb\xbf<html lang=fr>", True),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html>', True),
        (b"Un texte sur <html>", False),
        (b"<htmlx>", False),
        (b"<!--" * 600, False),
        (b"", False),
    ],
)
def test_what_begins_as_a_page(data: bytes, told: bool) -> None:
    assert is_page(data) is told
