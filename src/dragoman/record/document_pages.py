"""Documents: their readings, their words, and finding them by what they say."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.errors import CursorError, FilterError, UnknownError
from dragoman.model.reading import Reading
from dragoman.record.act_filter import check_limit
from dragoman.record.bodies import inflate_reading, inflate_text
from dragoman.record.bulk import rows_where
from dragoman.record.cursors import cursor, place_of
from dragoman.record.document_answers import DocumentPage, Excerpt, Hit, HitPage, Piece, Sighting
from dragoman.record.full_text import Query, excerpt, matching, parse_query
from dragoman.record.schema import act, actor, document, named, report, sighting
from dragoman.record.schema import reading as readings
from dragoman.record.schema import text as texts
from dragoman.record.utterances import document_line

_IDENT = re.compile(r"(sha256:)?[0-9a-f]{16,64}")
_COUNTED = 10_000
_AROUND = 5_000


def document_page(connection: Connection, ident: str) -> DocumentPage:
    """A document with its reading in force."""
    row = find_document(connection, ident)
    told = select(report.c.ident, act.c.ident.label("act")).join(act, act.c.id == report.c.act_id).where(report.c.document_id == row.id)
    who = select(named.c.local, actor.c.ident).join(actor, actor.c.id == named.c.actor_id).where(named.c.document_id == row.id)
    seen = connection.execute(select(sighting).where(sighting.c.document == row.ident).order_by(sighting.c.seq))
    return DocumentPage(
        document=document_line(row),
        sightings=tuple(Sighting(uri=s.uri, publisher=s.publisher, title=s.title, published=s.published) for s in seen),
        reading=reading_of(connection, row),
        acts={found.ident.rpartition(".")[2]: found.act for found in connection.execute(told)},
        actors={found.local: found.ident for found in connection.execute(who)},
    )


def document_words(connection: Connection, ident: str, start: int, end: int, around: int) -> Excerpt:
    """Words of a document by their offsets."""
    row = find_document(connection, ident)
    body = text_of(connection, row.ident)
    if not 0 <= start <= end <= len(body) or not 0 <= around <= _AROUND:
        raise FilterError(f"{row.ident[:23]} has {len(body)} characters; {start} to {end} with {around} around them are no words of it")
    return Excerpt(
        document=document_line(row),
        start=start,
        end=end,
        before=body[max(0, start - around) : start],
        text=body[start:end],
        after=body[end : end + around],
    )


def found_documents(connection: Connection, words: str, word: str | None, limit: int) -> HitPage:
    """Documents that hold the words, the one filed last first."""
    check_limit(limit)
    query = parse_query(words)
    found = matching(connection, query)
    (row,) = found.selected_columns
    counted = connection.execute(select(func.count()).select_from(found.limit(_COUNTED + 1).subquery())).scalar_one()
    page = found.where(row < _after(connection, word)) if word else found
    rows = [hit.document_id for hit in connection.execute(page.order_by(row.desc()).limit(limit + 1))]
    hits = _hits(connection, rows[:limit], query)
    more = len(rows) > limit and hits
    return HitPage(
        hits=hits,
        documents=min(counted, _COUNTED),
        exact=counted <= _COUNTED,
        next=cursor(hits[-1].document.ident) if more else None,
    )


def is_ident(word: str) -> bool:
    """Whether a word can be a document's ident, or the beginning of its digest."""
    return _IDENT.fullmatch(word) is not None


def find_document(connection: Connection, ident: str) -> Any:
    """The row of a document, by its ident or the beginning of its digest; raises `UnknownError` where there is none."""
    if is_ident(ident):
        full = ident if ident.startswith("sha256:") else f"sha256:{ident}"
        rows = select(document).where(document.c.ident >= full, document.c.ident <= full + "g").order_by(document.c.ident).limit(1)
        row = connection.execute(rows).first()
        if row is not None and row.ident.startswith(full):
            return row
    raise UnknownError(f"the record holds no document {ident[:80]!r}; find it by its words")


def document_seen_at(connection: Connection, uri: str) -> str:
    """The ident of the one document that was seen at a uri; raises `UnknownError` where there is none, or several."""
    told = select(sighting.c.document).where(sighting.c.uri == uri).distinct().limit(2)
    seen = [row.document for row in connection.execute(told)]
    if len(seen) != 1:
        found = "several documents were" if seen else "no document was"
        raise UnknownError(f"{found} seen at {uri[:80]!r}; find it by its words (dragoman find) and name it by its ident")
    return str(seen[0])


def reading_of(connection: Connection, row: Any) -> Reading:
    """The reading in force of a document's row, with its text."""
    body = connection.execute(select(readings.c.body).where(readings.c.seq == row.in_force)).scalar_one()
    return inflate_reading(body, text_of(connection, row.ident))


def text_of(connection: Connection, ident: str) -> str:
    """The text of a document."""
    return inflate_text(connection.execute(select(texts.c.body).where(texts.c.document == ident)).scalar_one())


def _after(connection: Connection, word: str) -> int:
    (ident,) = place_of(word, str)
    row = connection.execute(select(document.c.id).where(document.c.ident == ident)).scalar()
    if row is None:
        raise CursorError("the cursor leads to a document that is no longer there; ask for the first page again, without a cursor")
    return int(row)


def _hits(connection: Connection, rows: list[int], query: Query) -> tuple[Hit, ...]:
    documents = {row.id: row for row in rows_where(connection, lambda part: select(document).where(document.c.id.in_(part)), rows)}
    told: dict[int, list[str]] = {}
    joined = select(report.c.document_id, act.c.ident).join(act, act.c.id == report.c.act_id)
    for row in rows_where(connection, lambda part: joined.where(report.c.document_id.in_(part)).order_by(report.c.id), rows):
        told.setdefault(row.document_id, []).append(row.ident)
    return tuple(
        Hit(
            document=document_line(documents[row]),
            snippet=_pieces(text_of(connection, documents[row].ident), query),
            acts=tuple(dict.fromkeys(told.get(row, []))),
        )
        for row in rows
        if row in documents
    )


def _pieces(body: str, query: Query) -> tuple[Piece, ...]:
    shown = excerpt(body, query)
    pieces, at = [], shown.start
    for start, end in shown.marks:
        pieces += [Piece(text=body[at:start]), Piece(text=body[start:end], hit=True)]
        at = end
    return tuple(piece for piece in [*pieces, Piece(text=body[at : shown.end])] if piece.text)
