"""A document with everything found in its text before any clause is parsed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotations.cast import cast
from dragoman.annotations.dates.filing import annotate_from, filed_on
from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.mentions import Cast, PlaceMention
from dragoman.annotations.places import find_places
from dragoman.annotations.seats import find_seats
from dragoman.grammar.clause_text import Annotations
from dragoman.model.document import Document
from dragoman.reading.genres import is_history, is_no_report
from dragoman.reading.plausibility import is_ordinary_news
from dragoman.text.header import FrontMatter, dated_address, front_matter
from dragoman.text.language import identify
from dragoman.text.repair import repair
from dragoman.text.segmenter import segment
from dragoman.text.segments import SegmentedText

READ = ("fr",)
LANGUAGE_SAMPLE = 600
"""So many code points tell the language, taken behind what may be a page's menu."""

FEWEST_LETTERS = 40
"""Below this many code points a language cannot be told; the text is taken for the reader's own."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document, cut and annotated. `document` carries what the text itself told of its date and dateline.

    `ordinary` news tells of no diplomatic act; its dates are not looked for and its clauses not parsed. `filed` is the day of the
    dateline, EDTF, with its year where that is known.
    """

    document: Document
    text: SegmentedText
    front: FrontMatter
    annotations: Annotations
    cast: Cast
    ordinary: bool = False
    filed: str | None = None


def annotate(document: Document) -> Annotated | str:
    """Cut and annotate a document; where it is not in a language that is read, the reason in plain words."""
    language = language_of(document)
    if language not in READ:
        return f"the language of the text is {language!r}, which this reader does not read: it reads {', '.join(READ)}"
    repaired = repair(document.text)
    front = front_matter(repaired)
    text = segment(repaired, front)
    ranges = tuple(p for s in text.segments for p in s.pieces)
    words = repaired.text
    page = front.published or dated_address(document.uri or "")
    told = _finer(document.published or front.header_date, page)
    filed = filed_on(told, front.dateline_day)
    published = told or (filed if filed and filed[0].isdigit() else None)
    names = find_names(words)
    taken = [(n.start, n.end) for n in names]
    countries = {i for n in names for i in n.ids if len(i) == 3 and i.isupper()}
    places = find_places(words, taken, None, countries)
    dateline = _dateline(front, places)
    found = cast(
        words,
        publisher=document.publisher,
        dateline_country=dateline.country if dateline else None,
        places=places,
        names=names,
        ranges=ranges,
    )
    ordinary = is_ordinary_news(words, found, language, places) or is_no_report(words, language)
    dates = () if ordinary else annotate_from(words, published, filed, ranges)
    ordinary = ordinary or is_history(dates, published)
    inside = [p for p in places if not any(m.kind != "institution" and m.start <= p.start and p.end <= m.end for m in found.mentions)]
    inside = sorted((*inside, *find_seats(words, names)), key=lambda p: p.start)
    known = Document(
        id=document.id,
        uri=document.uri,
        title=document.title,
        publisher=document.publisher,
        language=language,
        published=published,
        dateline=dateline.name if dateline else None,
        text=document.text,
        fiction=document.fiction,
    )
    return Annotated(known, text, front, Annotations(found.mentions, tuple(inside), dates), found, ordinary, filed)


def _finer(told: str | None, page: str | None) -> str | None:
    """When a document appeared: the day that the page itself tells, where all that is known of it is its month or year."""
    if told is None or (page is not None and len(told) < len(page) and page.startswith(told)):
        return page
    return told


def language_of(document: Document) -> str:
    """The language that a document says it is in, else the one its text is in."""
    if document.language not in ("und", ""):
        return document.language.split("-")[0].lower()
    if len(document.text.strip()) < FEWEST_LETTERS:
        return READ[0]
    start = LANGUAGE_SAMPLE // 2 if len(document.text) > 2 * LANGUAGE_SAMPLE else 0
    return identify(document.text[start : start + LANGUAGE_SAMPLE])[0]


def _dateline(front: FrontMatter, places: tuple[PlaceMention, ...]) -> PlaceMention | None:
    if front.dateline_place is None:
        return None
    start, end = front.dateline_place
    return next((p for p in places if p.start < end and p.end > start), None)
