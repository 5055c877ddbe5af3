"""Every span is the document's own words, whatever the text; and no text takes long."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.annotations.cast import cast
from dragoman.annotations.dates.annotate import annotate_dates
from dragoman.annotations.folding import fold_text
from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.places import find_places
from dragoman.flow import read
from dragoman.intake.failure import IntakeFailure
from dragoman.intake.sources import documents
from dragoman.model.reading import Reading
from dragoman.reading.carefully import is_failed
from dragoman.reading.plausibility import ordinary_fields
from dragoman.reading.topic_words import topic_hits
from dragoman.text.header import front_matter
from dragoman.text.repair import repair
from dragoman.text.segmenter import segment

SENTENCES = (
    "Le président du Mali, Oumar Sangaré, a reçu mardi à Bamako l'ambassadeur du Japon, Kenji Mori.",
    "« Nous travaillons à une paix durable », a déclaré M. Mori.",
    "Le ministre a remis un message du président du Japon à son homologue malien, indique le communiqué.",
    "Les deux parties ont convenu de renforcer la coopération entre les deux pays.",
    "Il a exprimé sa volonté d'effectuer une visite au Kenya (Nairobi) le 3 mai 2024.",
    "BAMAKO, 14 mai (AMP) - Le Mali condamne l'attaque contre le Ghana.",
)


def broken(text: str) -> str:
    """Words cut in two, as by an extractor."""
    return text.replace("président", "prés ident").replace("coopération", "coopé ration").replace("Mori", "Mo\u00adri")


def in_mojibake(text: str) -> str:
    """UTF-8 read as Windows-1252, as far as it goes."""
    return text.encode("utf-8").decode("cp1252", "replace")


NOISES: tuple[Callable[[str], str], ...] = (
    str,
    broken,
    in_mojibake,
    lambda t: t.replace(" ", "  ").replace(",", " ,"),
    lambda t: t.replace("«", "“").replace("»", "”"),
    lambda t: t.replace("»", "").replace("«", '"'),
    lambda t: t.replace("'", "’").replace("a ", "a\u00a0"),
    lambda t: t.replace("Mali", "Mali 🇲🇱"),
    lambda t: t.replace("Oumar", "𝔒𝔲𝔪𝔞𝔯").replace("Kenji", "كنجي"),
    lambda t: "\u202b" + t + " رئيس الجمهورية \u202c",
    lambda t: t.replace("é", "e\u0301"),
    lambda t: t.upper(),
    lambda t: t.replace(" a ", "\na\r\n"),
    lambda t: t.replace(" ", "\t"),
)


@st.composite
def noisy_texts(draw: st.DrawFn) -> str:
    """Sentences like a communiqué's, each spoilt in one way, with odd characters between them."""
    parts = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)):
        parts.append(draw(st.sampled_from(NOISES))(draw(st.sampled_from(NOISES))(sentence)))
        parts.append(draw(st.sampled_from((" ", "\n", "\n\n", "", "« ", ' " ', "\u200b", "\ufeff", "𐎀 ", "(", "—"))))
    return "".join(parts) + draw(st.text(max_size=8))


def spans(node: Any) -> Iterator[dict[str, Any]]:
    """Every span below a node of a reading's JSON."""
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys() and isinstance(node["start"], int):
            yield node
        else:
            for value in node.values():
                yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


def check(reading: Reading, text: str) -> int:
    """That the reading cites its document exactly, and that every field of an act has words; how many spans there are."""
    whole = json.loads(reading.to_json())
    assert whole.pop("document")["text"] == text
    found = list(spans(whole))
    for span in found:
        assert span["text"] and text[span["start"] : span["end"]] == span["text"]
    for act in whole["acts"]:
        for part in (act, *act["participants"], act.get("date"), act.get("place")):
            assert part is None or part["evidence"]
    actors = {a["id"] for a in whole["actors"]}
    assert {p["actor"] for a in whole["acts"] for p in a["participants"]} <= actors
    return len(found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(noisy_texts())
def test_every_span_is_the_document_s_own_words(text: str) -> None:
    reading = read(text, published="2024-05-16", language="fr")
    assert not is_failed(reading), reading.warnings
    check(reading, text)


@pytest.mark.parametrize("noise", NOISES)
def test_every_noise_leaves_a_reading(noise: Callable[[str], str]) -> None:
    text = noise("\n".join(SENTENCES))
    reading = read(text, published="2024-05-16", language="fr")
    assert not is_failed(reading), reading.warnings
    assert check(reading, text)


HOSTILE = {
    "one letter": "a" * 50_000,
    "spaces": " " * 50_000,
    "line ends": "\n" * 50_000,
    "opening marks": "« " * 25_000,
    "quotation marks": '"' * 50_000,
    "apostrophes": "l'" * 25_000,
    "brackets": "(" * 50_000,
    "commas": "Mali, " * 8_000,
    "titles": "le ministre des Affaires étrangères et " * 1_300,
    "names": "Oumar Sangaré " * 3_500,
    "dates": "le 3 mai 2024 au " * 3_000,
    "hyphens": "franco-" * 7_000,
    "full stops": "M. " * 16_000,
    "reporting": ", a-t-il dit" * 4_000,
    "cut words": "prés ident " * 4_500,
    "mojibake": "Ã©" * 25_000,
    "capitals": "MALI JAPON " * 4_500,
    "right to left": "رئيس " * 10_000,
    "astral": "𝔐" * 50_000,
    "numbers": "1" * 50_000,
    "urls": "https://" * 6_000,
}

STAGES: dict[str, Callable[[str], object]] = {
    "repair": repair,
    "front matter": lambda t: front_matter(repair(t)),
    "segment": lambda t: segment(repair(t)),
    "names": find_names,
    "places": lambda t: find_places(t, [], None, set()),
    "dates": lambda t: annotate_dates(t, "2024-05-16"),
    "cast": lambda t: cast(t, publisher=None, dateline_country=None, places=(), names=find_names(t)),
    "fold": fold_text,
    "ordinary fields": lambda t: [[*p.finditer(t)] for p in ordinary_fields("fr").values()],
    "topics": topic_hits,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_stage_takes_long_over_hostile_text(text: str) -> None:
    """Each stage in linear time: the bound is wide, for slow machines; what is quadratic takes minutes."""
    for name, stage in STAGES.items():
        start = time.process_time()
        stage(text)
        took = time.process_time() - start
        assert took < 2, f"{name} took {took:.1f} s"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    reading = read(text, published="2024-05-16", language="fr")
    took = time.process_time() - start
    assert took < 10, f"took {took:.1f} s"
    assert not is_failed(reading), reading.warnings
    check(reading, text)


def test_twenty_megabytes_on_one_line_are_refused(tmp_path: Any) -> None:
    path = tmp_path / "line.txt"
    path.write_text("Le Mali salue le Japon. " * 850_000, encoding="utf-8")
    start = time.process_time()
    (found,) = documents([str(path)])
    assert isinstance(found, IntakeFailure) and "bytes" in found.reason
    assert time.process_time() - start < 5
