"""Dragoman's annotators as components of a spaCy pipeline, found by entry point: `nlp.add_pipe("dragoman_dates")`.

Each writes span groups into `doc.spans`, in text order, and what it knows of a span into extension attributes:

    dragoman_segments   doc.spans["dragoman_segments"] (label: clause, reporting, headline, item), ["dragoman_quotations"],
                        ["dragoman_reporting"] (label: inserted, trailing, leading, colon)
    dragoman_names      ["dragoman_names"] (label: kind of name): span._.dragoman_names, ids; ["dragoman_places"]: span._.dragoman_place,
                        `Town@CCC`
    dragoman_dates      ["dragoman_dates"]: span._.dragoman_past and ._.dragoman_future, EDTF or None
    dragoman_actors     ["dragoman_actors"] (label: kind of mention): span._.dragoman_actors, ids; span._.dragoman_offices, words;
                        doc._.dragoman_cast, the actors' names by id

A document's day and publisher are told by `doc._.dragoman_published` (EDTF) and `doc._.dragoman_publisher`, set on the doc before it goes
through the pipeline, or for all documents by the component's config. The tokenizer alone is needed: a blank French pipeline does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.annotations.dates import annotate_dates
from dragoman.annotations.gazetteer import find_names
from dragoman.model.document import Document, document_id
from dragoman.reading.annotated import Annotated, annotate
from dragoman.text.repaired import RepairedText

Component = Callable[[Doc], Doc]
Found = tuple[int, int, str, Mapping[str, Any]]
"""Offsets in the repaired text, a label, and values of extension attributes."""

SPAN_ATTRIBUTES = {
    "dragoman_names": (),
    "dragoman_place": None,
    "dragoman_past": None,
    "dragoman_future": None,
    "dragoman_actors": (),
    "dragoman_offices": (),
}
DOC_ATTRIBUTES = {"dragoman_published": None, "dragoman_publisher": None, "dragoman_cast": None}
DEFAULTS = {"published": None, "publisher": None}


def _extend() -> None:
    for kind, attributes in ((Span, SPAN_ATTRIBUTES), (Doc, DOC_ATTRIBUTES)):
        for name, default in attributes.items():
            if not kind.has_extension(name):
                kind.set_extension(name, default=default)


_extend()


@Language.factory("dragoman_segments", default_config=DEFAULTS)
def make_segments(nlp: Language, name: str, published: str | None, publisher: str | None) -> Component:
    """A component that cuts the text into what is parsed by itself, what is quoted, and what reports."""

    def segments(doc: Doc) -> Doc:
        text = _annotated(doc, published, publisher).text
        _write(doc, "dragoman_segments", text.repaired, ((s.start, s.end, s.kind, {}) for s in text.segments))
        _write(doc, "dragoman_quotations", text.repaired, ((q.start, q.end, "quotation", {}) for q in text.quotations))
        _write(doc, "dragoman_reporting", text.repaired, ((r.start, r.end, r.kind, {}) for r in text.reporting))
        return doc

    return segments


@Language.factory("dragoman_names", default_config=DEFAULTS)
def make_names(nlp: Language, name: str, published: str | None, publisher: str | None) -> Component:
    """A component that finds states, organisations, nationalities and towns by their names."""

    def names(doc: Doc) -> Doc:
        item = _annotated(doc, published, publisher)
        repaired = item.text.repaired
        found = find_names(repaired.text)
        _write(doc, "dragoman_names", repaired, ((n.start, n.end, n.kind, {"dragoman_names": n.ids}) for n in found))
        places = item.annotations.places
        told = ((p.start, p.end, "place", {"dragoman_place": f"{p.name}@{p.country}"}) for p in places)
        _write(doc, "dragoman_places", repaired, told)
        return doc

    return names


@Language.factory("dragoman_dates", default_config=DEFAULTS)
def make_dates(nlp: Language, name: str, published: str | None, publisher: str | None) -> Component:
    """A component that reads dates as EDTF, as of the document's day."""

    def dates(doc: Doc) -> Doc:
        item = _annotated(doc, published, publisher)
        text = item.text
        found = annotate_dates(text.repaired.text, item.document.published, [p for s in text.segments for p in s.pieces])
        told = ((d.start, d.end, "date", {"dragoman_past": d.past, "dragoman_future": d.future}) for d in found)
        _write(doc, "dragoman_dates", text.repaired, told)
        return doc

    return dates


@Language.factory("dragoman_actors", default_config=DEFAULTS)
def make_actors(nlp: Language, name: str, published: str | None, publisher: str | None) -> Component:
    """A component that finds who is named or meant: persons with their offices, institutions, states, organisations, groups."""

    def actors(doc: Doc) -> Doc:
        item = _annotated(doc, published, publisher)
        told = (
            (m.start, m.end, m.kind, {"dragoman_actors": m.actors, "dragoman_offices": tuple(o.office for o in m.offices)})
            for m in item.cast.mentions
        )
        _write(doc, "dragoman_actors", item.text.repaired, told)
        doc._.dragoman_cast = {actor.id: actor.name for actor in item.cast.actors.values()}
        return doc

    return actors


def _annotated(doc: Doc, published: str | None, publisher: str | None) -> Annotated:
    return _annotate(doc.text, doc._.dragoman_published or published, doc._.dragoman_publisher or publisher)


@lru_cache(maxsize=4)
def _annotate(text: str, published: str | None, publisher: str | None) -> Annotated:
    """A text annotated; kept for the pipeline's other components, which ask for the same."""
    item = annotate(Document(id=document_id(text), publisher=publisher, language="fr", published=published, text=text))
    assert isinstance(item, Annotated)
    return item


def _write(doc: Doc, group: str, repaired: RepairedText, found: Iterable[Found]) -> None:
    """Write what was found as a span group; offsets go back to the text as it was handed in, and spread to whole tokens."""
    spans: list[Span] = []
    for start, end, label, attributes in found:
        span = doc.char_span(*repaired.original_span(start, end), label=label, alignment_mode="expand")
        if span is None:
            continue
        for attribute, value in attributes.items():
            setattr(span._, attribute, value)
        spans.append(span)
    doc.spans[group] = spans
