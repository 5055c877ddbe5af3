from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.encoding import binary, decode, encoding

FRENCH = "Le président a reçu l’émissaire à Bakou, « au cœur de l’été » : c’était prévu.\r\nFin."
ARABIC = "استقبل رئيس الجمهورية اليوم وزير الخارجية في العاصمة وسلمه رسالة."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_french_in_every_encoding(name: str) -> None:
    assert decode(FRENCH.encode(name)) == FRENCH


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_arabic_in_every_encoding(name: str) -> None:
    assert decode(ARABIC.encode(name)) == ARABIC


def test_latin_1_is_read_as_its_superset() -> None:
    assert decode("Cédéao, déjà reçu à Nouakchott".encode("latin-1")) == "Cédéao, déjà reçu à Nouakchott"


def test_french_capitals_in_cp1252_are_not_arabic() -> None:
    text = "L'ÉTÉ À L'ÎLE : DÉCÈS, ÉLÈVE, NOËL"
    assert decode(text.encode("cp1252")) == text


def test_only_the_first_byte_order_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + "a\ufeffb".encode()) == "a\ufeffb"


@pytest.mark.parametrize("data", [b"ok \xff\xfe\xfd\xfc", b"caf\xc3\xa9 \x81\x8d\x8f\x90\x9d", b"\xf0\x9f\x98 \x90\x81\x8d"])
def test_bytes_that_no_encoding_explains(data: bytes) -> None:
    assert encoding(data) is None
    assert "\ufffd" in decode(data)


@pytest.mark.parametrize(("data", "kind"), [(b"%PDF-1.7 ...", "a PDF"), (b"\x00\x01\x02\x03" * 20, "a binary file"), (b"text", None)])
def test_binary(data: bytes, kind: str | None) -> None:
    assert binary(data) == kind


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_round_trips(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
