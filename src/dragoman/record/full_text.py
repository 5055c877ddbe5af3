"""The words of every document, to be found without regard to accents and case: FTS5 in SQLite, a `tsvector` with a GIN index in PostgreSQL.

Both hold the same words, folded by us, so that both answer alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

import msgspec
from sqlalchemy import Connection, Select, column, literal_column, select, table, text

from dragoman.annotations.folding import fold_text

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_LONGEST = 250_000
"""How many characters of one document are indexed in PostgreSQL, whose vectors hold 1 MB."""
_LAST_POSITION = 16_383
_POSITIONS = 255
_LONGEST_WORD = 120
_PARTS = 64
_AROUND = 90
"""How many characters of an excerpt stand before and behind the words found."""

_full_text = table("full_text", column("rowid"), column("document_id"), column("vector"), column("full_text"))


class Wanted(msgspec.Struct, frozen=True):
    """Words that follow each other in a text; `prefix`: the last is only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


class Query(msgspec.Struct, frozen=True):
    """What a text must hold, all of it, and what it must not."""

    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()


class Excerpt(msgspec.Struct, frozen=True):
    """A stretch of a document's text around words that were found; `marks` are the found words' starts and ends in the document."""

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


def parse_query(query: str) -> Query:
    """What a query asks: words that must all be there, `"words in this order"`, `beginning*`, and `-not this`. Any text is a query."""
    wanted: list[Wanted] = []
    unwanted: list[Wanted] = []
    for part in islice(_PART.finditer(query), _PARTS):
        raw = part["phrase"] if part["phrase"] is not None else part["word"]
        words = tuple(word[:_LONGEST_WORD] for word in _folded_words(raw))
        if words:
            (unwanted if part["minus"] else wanted).append(Wanted(words, prefix=part["phrase"] is None and raw.endswith("*")))
    return Query(tuple(wanted), tuple(unwanted))


def matching(connection: Connection, query: Query) -> Select[int]:
    """The `document.id`s of the texts that a query finds, as a select to join or to put in an `IN`; none where nothing is wanted."""
    if not query.wanted:
        return select(literal_column("0").label("document_id")).where(text("1 = 0"))
    if connection.dialect.name == "sqlite":
        found = text("full_text MATCH :full_text_query").bindparams(full_text_query=_fts5(query))
        return select(column("rowid").label("document_id")).select_from(_full_text).where(found)
    found = text("vector @@ CAST(:full_text_query AS tsquery)").bindparams(full_text_query=_tsquery(query))
    return select(column("document_id")).select_from(_full_text).where(found)


def excerpt(body: str, query: Query) -> Excerpt:
    """The first place in a text where one of the query's words stands, with some words around it; the text's beginning where none does."""
    whole = {word for part in query.wanted for word in (part.words[:-1] if part.prefix else part.words)}
    begins = tuple(part.words[-1] for part in query.wanted if part.prefix)
    found = [
        (match.start(), match.end())
        for match in _WORD.finditer(body)
        if any(word in whole or (begins and word.startswith(begins)) for word in _folded(match[0]))
    ]
    first = found[0] if found else (0, 0)
    start = _word_edge(body, max(0, first[0] - _AROUND))
    end = min(len(body), first[1] + 2 * _AROUND)
    return Excerpt(start, end, body[start:end], tuple(mark for mark in found if start <= mark[0] and mark[1] <= end))


def make_tables(connection: Connection) -> None:
    """Make the index's table, empty."""
    if connection.dialect.name == "sqlite":
        tokenizer = "unicode61 remove_diacritics 2"
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE full_text USING fts5(title, body, content='', tokenize='{tokenizer}')")
        return
    connection.exec_driver_sql("CREATE TABLE full_text (document_id INTEGER PRIMARY KEY, vector TSVECTOR NOT NULL)")
    connection.exec_driver_sql("CREATE INDEX full_text_vector ON full_text USING GIN (vector)")


def clear(connection: Connection) -> None:
    """Forget all words."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO full_text (full_text) VALUES ('delete-all')")
    else:
        connection.exec_driver_sql("TRUNCATE full_text")


def add(connection: Connection, documents: Sequence[tuple[int, str, str]]) -> None:
    """Index documents: `document.id`, title, text."""
    if not documents:
        return
    if connection.dialect.name == "sqlite":
        rows = [(row, _words(title), _words(body)) for row, title, body in documents]
        connection.exec_driver_sql("INSERT INTO full_text (rowid, title, body) VALUES (?, ?, ?)", rows)
        return
    vectors = [(row, _vector(title, body)) for row, title, body in documents]
    connection.exec_driver_sql("INSERT INTO full_text (document_id, vector) VALUES (%s, CAST(%s AS tsvector))", vectors)


def remove(connection: Connection, documents: Sequence[tuple[int, str, str]]) -> None:
    """Take documents out of the index, with the very title and text that they were indexed with."""
    if not documents:
        return
    if connection.dialect.name == "sqlite":
        rows = [(row, _words(title), _words(body)) for row, title, body in documents]
        connection.exec_driver_sql("INSERT INTO full_text (full_text, rowid, title, body) VALUES ('delete', ?, ?, ?)", rows)
        return
    connection.exec_driver_sql("DELETE FROM full_text WHERE document_id = %s", [(row,) for row, _, _ in documents])


def _words(body: str) -> str:
    return " ".join(_folded_words(body))


def _folded_words(body: str) -> list[str]:
    return [folded for word in _WORD.findall(body) for folded in _folded(word)]


@lru_cache(maxsize=65536)
def _folded(word: str) -> tuple[str, ...]:
    """A word as it is indexed; some signs stand for several words (`½`), or end one (`ʼ`), once they are folded."""
    return tuple(_WORD.findall(fold_text(word)))


def _vector(title: str, body: str) -> str:
    """A `tsvector` as PostgreSQL writes it; the title's last word and the text's first do not follow each other."""
    positions: dict[str, list[int]] = {}
    heading = _folded_words(title)
    _place(positions, heading, 1)
    _place(positions, _folded_words(body[:_LONGEST]), len(heading) + 2)
    return " ".join(f"'{word}':{','.join(map(str, places))}" for word, places in positions.items())


def _place(positions: dict[str, list[int]], words: Iterable[str], first: int) -> None:
    for place, word in enumerate(words, first):
        places = positions.setdefault(word[:_LONGEST_WORD], [])
        if len(places) < _POSITIONS and (not places or places[-1] < _LAST_POSITION):
            places.append(min(place, _LAST_POSITION))


def _fts5(query: Query) -> str:
    wanted = " AND ".join(_phrase(part) for part in query.wanted)
    unwanted = " OR ".join(_phrase(part) for part in query.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _phrase(part: Wanted) -> str:
    return f'"{" ".join(part.words)}"' + (" *" if part.prefix else "")


def _tsquery(query: Query) -> str:
    return " & ".join([_followed(part) for part in query.wanted] + [f"!({_followed(part)})" for part in query.unwanted])


def _followed(part: Wanted) -> str:
    words = [f"'{word}'" for word in part.words]
    return " <-> ".join([*words[:-1], words[-1] + (":*" if part.prefix else "")])


def _word_edge(body: str, start: int) -> int:
    """The start of the next word at or behind an offset, so that no excerpt begins inside a word."""
    if start == 0:
        return 0
    space = body.find(" ", start, start + _AROUND)
    return space + 1 if space >= 0 else start
