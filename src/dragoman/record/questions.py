"""The one module through which every view asks the record."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Engine

from dragoman.record import act_lists, promise_lists
from dragoman.record.act_filter import ActFilter, check_limit
from dragoman.record.act_pages import act_page
from dragoman.record.answers import (
    Act,
    ActPage,
    Count,
    Counterpart,
    Coverage,
    Dossier,
    Doubt,
    Facets,
    Match,
    Network,
    News,
    Places,
    PromiseCounts,
    PromisePage,
    PromiseState,
    ReviewPage,
    Timeline,
)
from dragoman.record.arrivals import record_coverage, record_news, record_state
from dragoman.record.connection import asking
from dragoman.record.document_answers import DocumentPage, Excerpt, HitPage
from dragoman.record.document_pages import document_page, document_seen_at, document_words, found_documents
from dragoman.record.dossiers import bloc_dossier, pair_dossier, person_dossier
from dragoman.record.doubts import one_doubt, review_page
from dragoman.record.looking_up import NameIndex, matches, name_index, name_state
from dragoman.record.spread import Period, act_facets, act_timeline
from dragoman.record.togetherness import act_network, act_places, counterparts_of

ALL = ActFilter()


class Questions:
    """Asks the record behind an engine.

    Raises `UnknownError` for an identifier that the record does not know, `FilterError` for a filter that cannot be meant, `CursorError`
    for a cursor that none of these methods gave; all are `RecordError`s and change nothing.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._names: NameIndex | None = None
        self._coverage: tuple[tuple[int, int], Coverage] | None = None

    def act(self, ident: str) -> Act:
        """All about an act, by the ident of any of its reports."""
        with asking(self.engine) as connection:
            return act_page(connection, ident)

    def acts(self, asked: ActFilter = ALL) -> ActPage:
        """A page of the acts that match, the newest first unless `newest_first` is false."""
        with asking(self.engine) as connection:
            return act_lists.act_page(connection, asked)

    def count(self, asked: ActFilter = ALL) -> Count:
        """How many acts match."""
        with asking(self.engine) as connection:
            return act_lists.act_count(connection, asked)

    def facets(self, asked: ActFilter = ALL) -> Facets:
        """How the acts that match spread over types, statuses, countries, organisations, persons, topics, publishers and years."""
        with asking(self.engine) as connection:
            return act_facets(connection, asked)

    def country(self, code: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of a country (alpha-3)."""
        with asking(self.engine) as connection:
            return bloc_dossier(connection, code, "country", as_of)

    def organisation(self, ident: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of an organisation (`org:UN`)."""
        with asking(self.engine) as connection:
            return bloc_dossier(connection, ident, "organisation", as_of)

    def pair(self, a: str, b: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of two countries or organisations, in either order."""
        with asking(self.engine) as connection:
            return pair_dossier(connection, a, b, as_of)

    def person(self, ident: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of a person (`per:lamamra@DZA`), or of an institution (`inst:presidency@FRA`)."""
        with asking(self.engine) as connection:
            return person_dossier(connection, ident, as_of)

    def who(self, name: str, *, limit: int = 20) -> tuple[Match, ...]:
        """Actors whose name is like the one given, the best fit first; accents, case and usual spellings do not matter."""
        check_limit(limit)
        with asking(self.engine) as connection:
            state = name_state(connection)
            if self._names is None or self._names.state != state:
                self._names = name_index(connection, state)
            return matches(connection, self._names, name, limit)

    def promises(self, asked: ActFilter = ALL, *, states: tuple[PromiseState, ...] = (), as_of: str | None = None) -> PromisePage:
        """A page of promises as of a day (by default the latest publication in the record); no `states`: all.

        Those still open come by their last day, undated ones last.
        """
        with asking(self.engine) as connection:
            return promise_lists.promise_page(connection, asked, states, as_of)

    def promise_counts(self, asked: ActFilter = ALL, *, as_of: str | None = None) -> PromiseCounts:
        """How many promises stand how."""
        with asking(self.engine) as connection:
            return promise_lists.promise_counts(connection, asked, as_of)

    def counterparts(self, ident: str, *, limit: int = 50) -> tuple[Counterpart, ...]:
        """Whom an actor acts with, by how many acts: countries and organisations for one of those, persons for a person."""
        with asking(self.engine) as connection:
            return counterparts_of(connection, ident, limit)

    def network(self, asked: ActFilter = ALL, *, of: Literal["country", "person"] = "country", limit: int = 150) -> Network:
        """Who acts with whom among the acts that match: countries and organisations, or persons."""
        with asking(self.engine) as connection:
            return act_network(connection, asked, of, limit)

    def places(self, asked: ActFilter = ALL, *, limit: int = 500) -> Places:
        """Where the acts that match happened."""
        with asking(self.engine) as connection:
            return act_places(connection, asked, limit)

    def timeline(self, asked: ActFilter = ALL, by: Period = "month") -> Timeline:
        """How many acts of each type match by day, month or year."""
        with asking(self.engine) as connection:
            return act_timeline(connection, asked, by)

    def document(self, ident: str) -> DocumentPage:
        """A document with its reading and where its acts stand in the record; the first 16 or more hex digits of the ident will do."""
        with asking(self.engine) as connection:
            return document_page(connection, ident)

    def seen_at(self, uri: str) -> str:
        """The ident of the document that was seen at a uri."""
        with asking(self.engine) as connection:
            return document_seen_at(connection, uri)

    def words(self, document: str, start: int, end: int, *, around: int = 200) -> Excerpt:
        """Words of a document by their offsets, with so many characters around them."""
        with asking(self.engine) as connection:
            return document_words(connection, document, start, end, around)

    def find(self, text: str, *, cursor: str | None = None, limit: int = 20) -> HitPage:
        """Documents that hold the words, "phrases" and none of the -words; never a syntax error."""
        with asking(self.engine) as connection:
            return found_documents(connection, text, cursor, limit)

    def review(self, kind: str | None = None, *, state: str = "open", cursor: str | None = None, limit: int = 20) -> ReviewPage:
        """Questions that wait for people: of one kind (`act`, `person`, `follow_up`, `weak`, `unanchored`) or all."""
        with asking(self.engine) as connection:
            return review_page(connection, kind, state, cursor, limit)

    def doubt(self, ident: str) -> Doubt:
        """One question, by its ident."""
        with asking(self.engine) as connection:
            return one_doubt(connection, ident)

    def new_since(self, seq: int, *, limit: int = 50) -> News:
        """What was filed, or changed by what was filed, after the filing `seq`."""
        with asking(self.engine) as connection:
            return record_news(connection, seq, limit)

    def coverage(self) -> Coverage:
        """What the record holds."""
        with asking(self.engine) as connection:
            state = record_state(connection)
            if self._coverage is None or self._coverage[0] != state:
                self._coverage = (state, record_coverage(connection))
            return self._coverage[1]

    def as_of(self) -> str:
        """The latest publication in the record: the day that questions about promises are asked as of, unless told."""
        with asking(self.engine) as connection:
            return promise_lists.latest_publication(connection)
