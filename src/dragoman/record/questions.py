"""The one module through which every view asks the record."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Engine

from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import (
    Act,
    ActPage,
    Count,
    Counterpart,
    Coverage,
    DocumentPage,
    Dossier,
    Excerpt,
    Facets,
    HitPage,
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

ALL = ActFilter()
Period = Literal["day", "month", "year"]


class Questions:
    """Asks the record behind an engine.

    An identifier that the record does not know, a cursor that none of these methods gave, a day that is none: `QuestionError`.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def act(self, ident: str) -> Act:
        """All about an act, by the ident of any of its reports."""
        raise NotImplementedError

    def acts(self, asked: ActFilter = ALL) -> ActPage:
        """A page of the acts that match, the newest first unless `newest_first` is false."""
        raise NotImplementedError

    def count(self, asked: ActFilter = ALL) -> Count:
        """How many acts match."""
        raise NotImplementedError

    def facets(self, asked: ActFilter = ALL) -> Facets:
        """How the acts that match spread over types, statuses, countries, organisations, persons, topics, publishers and years."""
        raise NotImplementedError

    def country(self, code: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of a country (alpha-3)."""
        raise NotImplementedError

    def organisation(self, ident: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of an organisation (`org:UN`)."""
        raise NotImplementedError

    def pair(self, a: str, b: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of two countries or organisations, in either order."""
        raise NotImplementedError

    def person(self, ident: str, *, as_of: str | None = None) -> Dossier:
        """The dossier of a person (`per:lamamra@DZA`), or of an institution (`inst:presidency@FRA`)."""
        raise NotImplementedError

    def who(self, name: str, *, limit: int = 20) -> tuple[Match, ...]:
        """Actors whose name is like the one given, the best fit first; accents, case and usual spellings do not matter."""
        raise NotImplementedError

    def promises(self, asked: ActFilter = ALL, *, states: tuple[PromiseState, ...] = (), as_of: str | None = None) -> PromisePage:
        """A page of promises as of a day (by default the latest publication in the record); no `states`: all.

        Those still open come by their last day, undated ones last.
        """
        raise NotImplementedError

    def promise_counts(self, asked: ActFilter = ALL, *, as_of: str | None = None) -> PromiseCounts:
        """How many promises stand how."""
        raise NotImplementedError

    def counterparts(self, ident: str, *, limit: int = 50) -> tuple[Counterpart, ...]:
        """Whom an actor acts with, by how many acts: countries and organisations for one of those, persons for a person."""
        raise NotImplementedError

    def network(self, asked: ActFilter = ALL, *, of: Literal["country", "person"] = "country", limit: int = 150) -> Network:
        """Who acts with whom among the acts that match: countries and organisations, or persons."""
        raise NotImplementedError

    def places(self, asked: ActFilter = ALL, *, limit: int = 500) -> Places:
        """Where the acts that match happened."""
        raise NotImplementedError

    def timeline(self, asked: ActFilter = ALL, by: Period = "month") -> Timeline:
        """How many acts of each type match by day, month or year."""
        raise NotImplementedError

    def document(self, ident: str) -> DocumentPage:
        """A document with its reading and where its acts stand in the record; the first 16 or more hex digits of the ident will do."""
        raise NotImplementedError

    def words(self, document: str, start: int, end: int, *, around: int = 200) -> Excerpt:
        """Words of a document by their offsets, with so many characters around them."""
        raise NotImplementedError

    def find(self, text: str, *, cursor: str | None = None, limit: int = 20) -> HitPage:
        """Documents that hold the words, "phrases" and none of the -words; never a syntax error."""
        raise NotImplementedError

    def review(self, kind: str | None = None, *, state: str = "open", cursor: str | None = None, limit: int = 20) -> ReviewPage:
        """Questions that wait for people: of one kind (`act`, `person`, `follow_up`, `weak`, `unanchored`) or all."""
        raise NotImplementedError

    def new_since(self, seq: int, *, limit: int = 50) -> News:
        """What was filed, or changed by what was filed, after the filing `seq`."""
        raise NotImplementedError

    def coverage(self) -> Coverage:
        """What the record holds."""
        raise NotImplementedError

    def as_of(self) -> str:
        """The latest publication in the record: the day that questions about promises are asked as of, unless told."""
        raise NotImplementedError
