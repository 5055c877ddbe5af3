"""What the record answers: every view renders these, and they encode to JSON as they are.

Days are ISO 8601, months `2022-08`, identifiers the public ones (`9f86d081884c7d65.a3`, `DZA`, `org:UN`, `per:lamamra@DZA`, `sha256:…`).
`exact` is false where a figure was counted over the newest matching acts only: the true figure is then at least the one told.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

PromiseState = Literal["open", "due_soon", "overdue", "fulfilled", "renewed", "called_off"]
"""How a promise stands on a day: `open` and not due yet, `due_soon` (within 30 days), `overdue`, or ended by a later act."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What all answers have in common: frozen, by keyword, JSON as they are."""


class Words(Answer, frozen=True, kw_only=True):
    """The words behind a value: where they stand in which document. `start` is inclusive, `end` exclusive, in code points."""

    document: str
    start: int
    end: int
    text: str


class Named(Answer, frozen=True, kw_only=True):
    """An actor by name."""

    ident: str
    kind: str
    name: str
    country: str | None = None


class Side(Answer, frozen=True, kw_only=True):
    """An actor's part in an act; `behalf` is the principal it acts for."""

    actor: Named
    role: str
    behalf: Named | None = None


class ActLine(Answer, frozen=True, kw_only=True):
    """An act as it stands in a list. `day` is what lists are ordered by: the first day it may have happened on, else of publication."""

    ident: str
    type: str
    status: str
    form: str | None
    edtf: str | None
    first_day: str
    last_day: str
    day: str
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    hedged: bool
    sides: tuple[Side, ...]
    topics: tuple[str, ...]
    plover: str | None
    cameo: str | None
    quad_class: int | None
    reports: int
    publishers: int
    disagree: tuple[str, ...]
    follow_up: str
    words: str
    """The sentence that tells of it, of the report shown first."""
    source: Words | None
    """The cue's words in the document of the report shown first."""


class ActPage(Answer, frozen=True, kw_only=True):
    """Acts, and the cursor of those that come after them (None: these were the last)."""

    acts: tuple[ActLine, ...]
    next: str | None = None


class Count(Answer, frozen=True, kw_only=True):
    """How many acts; at least that many where it is not exact."""

    acts: int
    exact: bool = True


class DocumentLine(Answer, frozen=True, kw_only=True):
    """A document as it stands in a list."""

    ident: str
    title: str | None
    publisher: str
    published: str | None
    day: str
    uri: str | None
    language: str
    forgotten: bool = False
    fiction: bool | None = None


class Feature(Answer, frozen=True, kw_only=True):
    """One reason for or against a merge or a follow-up, with its weight and in words."""

    name: str
    value: Any = None
    score: float = 0.0
    words: str = ""


class Told(Answer, frozen=True, kw_only=True):
    """A field's value as one report tells it."""

    report: str
    value: Any
    words: tuple[Words, ...] = ()


class Field(Answer, frozen=True, kw_only=True):
    """A field of a merged act: the value shown, what each report tells, whether they disagree, and whether a human set it."""

    name: str
    value: Any
    told: tuple[Told, ...]
    disagree: bool = False
    decided: bool = False


class SideTold(Answer, frozen=True, kw_only=True):
    """A participant of a merged act, with its name as each report tells it; `bloc` is the country or organisation it stands for."""

    side: Side
    bloc: str
    told: tuple[Told, ...]


class ReportLine(Answer, frozen=True, kw_only=True):
    """One document's telling of an act, and how it was read."""

    ident: str
    document: DocumentLine
    local: str
    type: str
    status: str
    sentence: str
    words: tuple[Words, ...]
    hedged: bool = False
    sources: tuple[str, ...] = ()
    frame: str | None = None
    method: str = "parse"


class Follow(Answer, frozen=True, kw_only=True):
    """A later act that fulfilled, renewed or called off a promise. `days` run from the promise's first publication to the act."""

    kind: str
    act: ActLine
    days: int | None
    score: float
    features: tuple[Feature, ...] = ()


class Decided(Answer, frozen=True, kw_only=True):
    """A decision: who decided what, when and why; `undone` is the ident of the decision that took it back."""

    ident: str
    kind: str
    by: str
    at: str
    why: str
    body: Any
    undone: str | None = None


class Doubt(Answer, frozen=True, kw_only=True):
    """A question of the record to people: are these the same, is that kept, was this read well? Its kind says which lists are filled."""

    ident: str
    kind: str
    state: str
    score: float
    features: tuple[Feature, ...]
    subject: str
    object: str
    acts: tuple[ActLine, ...] = ()
    persons: tuple[Named, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    reports: tuple[ReportLine, ...] = ()
    decisions: tuple[Decided, ...] = ()


class ReviewPage(Answer, frozen=True, kw_only=True):
    """Questions that wait, the most certain first, and how many of each kind and state there are."""

    doubts: tuple[Doubt, ...]
    open: dict[str, int]
    answered: int
    unsure: int
    next: str | None = None


class Act(Answer, frozen=True, kw_only=True):
    """All about one act: fields with the reports side by side, follow-ups, what it keeps, questions about it."""

    line: ActLine
    fields: tuple[Field, ...]
    """Status, form, date, place, topics, sources, hedged."""
    sides: tuple[SideTold, ...]
    reports: tuple[ReportLine, ...]
    follow: tuple[Follow, ...]
    """Later acts that answer to this promise."""
    promises: tuple[Follow, ...]
    """Earlier promises that this act answers to."""
    within: ActLine | None
    contains: tuple[ActLine, ...]
    doubts: tuple[Doubt, ...]
    decisions: tuple[Decided, ...]
    codes: dict[str, Any]
    """`plover`, `plover_mode`, `plover_contexts`, `cameo`, `quad_class`, of the report shown."""
    names: dict[str, str] = {}
    """What the documents call those of `sources`, by their idents."""
    corrected: tuple[str, ...] = ()
    """The fields, `type` and `sides` among them, that a human set in one of the reports."""


class FacetValue(Answer, frozen=True, kw_only=True):
    """One value of a facet and how many acts have it; `label` names actors."""

    value: str
    acts: int
    label: str | None = None


class Facet(Answer, frozen=True, kw_only=True):
    """The values of one field among the acts that match: type, status, country, organisation, person, topic, publisher, year, follow_up."""

    name: str
    values: tuple[FacetValue, ...]
    exact: bool = True


class Facets(Answer, frozen=True, kw_only=True):
    """How many acts match, and how they spread."""

    total: Count
    facets: tuple[Facet, ...]


class Point(Answer, frozen=True, kw_only=True):
    """How many acts of a type fall in a period (`2022`, `2022-08` or a day); an empty period: undated."""

    period: str
    type: str
    acts: int


class Timeline(Answer, frozen=True, kw_only=True):
    """Acts by period and type, the earliest first."""

    by: str
    points: tuple[Point, ...]
    exact: bool = True


class Promise(Answer, frozen=True, kw_only=True):
    """A promise, how it stands as of a day, and what became of it. `days` are left to its last day (negative: late); None: undated."""

    act: ActLine
    state: PromiseState
    due: str
    days: int | None
    follow: tuple[Follow, ...]


class PromisePage(Answer, frozen=True, kw_only=True):
    """Promises as of a day: those that fall due first come first, then what is ended."""

    as_of: str
    promises: tuple[Promise, ...]
    next: str | None = None


class PromiseCounts(Answer, frozen=True, kw_only=True):
    """How many promises stand how, as of a day."""

    as_of: str
    states: dict[str, int]
    exact: bool = True


class Counterpart(Answer, frozen=True, kw_only=True):
    """Whom an actor acts with, and in how many acts."""

    actor: Named
    acts: int


class Edge(Answer, frozen=True, kw_only=True):
    """Two actors and how many acts they share."""

    a: str
    b: str
    acts: int
    types: dict[str, int] = {}


class Node(Answer, frozen=True, kw_only=True):
    """An actor of a network and in how many of its acts it takes part."""

    actor: Named
    acts: int


class Network(Answer, frozen=True, kw_only=True):
    """Who acts with whom, the strongest ties first; `counted` acts were looked at."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    counted: int
    exact: bool = True


class PlaceLine(Answer, frozen=True, kw_only=True):
    """A place and the acts told to have happened there."""

    place: str
    country: str | None
    latitude: float | None
    longitude: float | None
    acts: int
    first_day: str
    last_day: str


class Places(Answer, frozen=True, kw_only=True):
    """Where acts happened, the most frequent place first; `counted` acts were looked at."""

    places: tuple[PlaceLine, ...]
    counted: int
    exact: bool = True


class StatementLine(Answer, frozen=True, kw_only=True):
    """What somebody said, as one document has it."""

    document: DocumentLine
    local: str
    mode: str
    day: str
    speakers: tuple[Named, ...]
    content: str
    words: tuple[Words, ...]


class TenureLine(Answer, frozen=True, kw_only=True):
    """Who is seen in an office from when to when, with the words of the first and the last sight."""

    person: Named
    office: str
    of: str
    title: str
    first_day: str
    last_day: str
    former_day: str
    documents: int
    words: tuple[Words, ...] = ()


class RelationLine(Answer, frozen=True, kw_only=True):
    """A standing fact told in passing, with its words."""

    type: str
    subject: Named
    object: str
    label: str
    document: str
    words: tuple[Words, ...]


class Dossier(Answer, frozen=True, kw_only=True):
    """What the record holds of one actor, or of a pair of countries or organisations (`actors` has two, then)."""

    actors: tuple[Named, ...]
    total: Count
    types: tuple[FacetValue, ...]
    statuses: tuple[FacetValue, ...]
    timeline: Timeline
    acts: tuple[ActLine, ...]
    agreements: tuple[ActLine, ...]
    promises: PromisePage
    statements: tuple[StatementLine, ...]
    counterparts: tuple[Counterpart, ...]
    """Whom a country or organisation acts with; of a pair, the persons who act between the two; of a person, whom it acts with."""
    tenures: tuple[TenureLine, ...]
    places: Places
    relations: tuple[RelationLine, ...]
    names: tuple[str, ...] = ()
    """Of a person: the ways in which documents name it."""
    first_day: str = ""
    last_day: str = ""


class Match(Answer, frozen=True, kw_only=True):
    """An actor whose name fits what was asked for, from 0 to 100, with the offices it was seen in."""

    actor: Named
    score: float
    acts: int
    tenures: tuple[TenureLine, ...]
    names: tuple[str, ...] = ()


class Tally(Answer, frozen=True, kw_only=True):
    """How many reports a publisher gave in a month."""

    month: str
    publisher: str
    reports: int


class Coverage(Answer, frozen=True, kw_only=True):
    """What the record holds: how much, from when to when, by whom. `seq` is its last filing, `as_of` its latest publication."""

    documents: int
    acts: int
    reports: int
    persons: int
    questions: int
    first_day: str
    last_day: str
    as_of: str
    seq: int
    tallies: tuple[Tally, ...]


class News(Answer, frozen=True, kw_only=True):
    """What was filed after `since`: documents and acts new or changed, the newest filing first; `seq` is what to ask with next time."""

    since: int
    seq: int
    documents: tuple[DocumentLine, ...]
    acts: tuple[ActLine, ...]
    more_documents: int
    more_acts: int
