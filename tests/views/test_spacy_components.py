from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.views import spacy_components

NAMES = ("dragoman_segments", "dragoman_names", "dragoman_dates", "dragoman_actors")
TEXT = (
    "Le président du Cap-Vert, Adérito Fontainhas, a reçu mardi à Praia l'ambassadeur du Viêt Nam, Quoc Lam. "
    '"Nos deux pays ont beaucoup à se dire", a déclaré M. Lam.'
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("fr")
    for name in NAMES:
        nlp.add_pipe(name, config={"published": "2024-05-16"})
    return nlp


def words(doc: Doc, group: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[group]]


def test_every_factory_is_an_entry_point() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = project["entry-points"]["spacy_factories"]
    assert set(told) == set(NAMES)
    for target in told.values():
        module, _, attribute = target.partition(":")
        assert callable(getattr(import_module(module), attribute))


def test_segments(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [label for _, label in words(doc, "dragoman_segments")][:1] == ["clause"]
    assert words(doc, "dragoman_quotations") == [("Nos deux pays ont beaucoup à se dire", "quotation")]
    assert [label for _, label in words(doc, "dragoman_reporting")] == ["trailing"]


def test_names_and_places(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert {i for span in doc.spans["dragoman_names"] for i in span._.dragoman_names} >= {"CPV", "VNM"}
    assert [(s.text, s._.dragoman_place) for s in doc.spans["dragoman_places"]] == [("Praia", "Praia@CPV")]


def test_dates_as_of_the_document_s_day(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(s.text, s._.dragoman_past, s._.dragoman_future) for s in doc.spans["dragoman_dates"]] == [
        ("mardi", "2024-05-14", "2024-05-21")
    ]
    later = nlp.make_doc(TEXT)
    later._.dragoman_published = "2025-01-01"
    assert [s._.dragoman_past for s in nlp(later).spans["dragoman_dates"]] == ["2024-12-31"]


def test_dates_of_a_text_without_actors(nlp: Language) -> None:
    doc = nlp("Il viendra lundi prochain.")
    assert [(s.text, s._.dragoman_future) for s in doc.spans["dragoman_dates"]] == [("lundi prochain", "2024-05-20")]


def test_actors(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = {(ids, s._.dragoman_offices) for s in doc.spans["dragoman_actors"] for ids in s._.dragoman_actors}
    assert {("per:fontainhas@CPV", ("head_of_state",)), ("per:lam@VNM", ("ambassador",))} <= found
    assert doc._.dragoman_cast["per:fontainhas@CPV"] == "Adérito Fontainhas"


def test_spans_lie_in_the_text_as_it_was_handed_in(nlp: Language) -> None:
    broken = TEXT.replace("président", "prés ident").replace("Praia", "Praia,\u00a0")
    doc = nlp(broken)
    for group in doc.spans.values():
        for span in group:
            assert broken[span.start_char : span.end_char] == span.text


def test_a_doc_is_stored_with_what_was_found(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert words(again, "dragoman_actors") == words(doc, "dragoman_actors")
    assert [s._.dragoman_past for s in again.spans["dragoman_dates"]] == ["2024-05-14"]


def test_a_text_of_nothing(nlp: Language) -> None:
    assert not nlp("").spans["dragoman_actors"]


def test_the_pipeline_is_stored(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == list(NAMES)


def test_the_page_of_the_module_names_every_attribute() -> None:
    told = spacy_components.__doc__ or ""
    assert all(name in told for name in (*spacy_components.SPAN_ATTRIBUTES, *spacy_components.DOC_ATTRIBUTES))


def test_the_page_s_example_prints_what_it_says(capfd: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs/spacy.md").read_text(encoding="utf-8")
    code, printed = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("python", "text"))
    exec(compile(code, "page", "exec"), {})
    assert capfd.readouterr().out == printed
