"""The codes of an act in PLOVER and CAMEO, by table: `tables/codes.yaml`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.model.act import Codes
from dragoman.model.vocabulary import ActType
from dragoman.reading.drafts import Draft

Words = tuple[str, ...]
NO_FORM = "none"


class EventRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER event: its quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict) and modes."""

    quad: int
    modes: Words


class TopicContexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The PLOVER contexts of a topic, and why."""

    contexts: Words
    why: str


class CodeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row: the conditions that an act must meet, the codes that it then has, and where they come from. See the table's head."""

    form: Words = ()
    status: Words = ()
    topics: Words = ()
    venue: Words = ()
    frames: Words = ()
    who: dict[str, Words] = {}
    plover: str | None = None
    mode: str | None = None
    contexts: Words = ()
    cameo: str | None = None
    source: str

    def holds(self, draft: Draft) -> bool:
        """Whether an act meets every condition of the row."""
        return (
            (not self.form or (draft.form or NO_FORM) in self.form)
            and (not self.status or draft.status in self.status)
            and (not self.topics or (bool(draft.topics) and draft.topics[0] in self.topics))
            and (not self.venue or venue(draft) in self.venue)
            and (not self.frames or _like(draft.telling.frame.id, self.frames))
            and all(any(p.role == role and _like(p.actor, ids) for p in draft.participants) for role, ids in self.who.items())
        )


class CodeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table: PLOVER's events and contexts, the contexts of topics, CAMEO's names, and the rows of every type of act."""

    events: dict[str, EventRule]
    topics: dict[str, TopicContexts]
    contexts: Words
    cameo: dict[str, str]
    acts: dict[ActType, tuple[CodeRow, ...]]


@cache
def code_table() -> CodeTable:
    """The table as it stands in the package."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/codes.yaml").read_bytes(), type=CodeTable)


def codes_of(draft: Draft) -> Codes:
    """The codes of an act: of the first row of its type that holds; none for an act that is denied."""
    if draft.status == "denied":
        return Codes()
    table = code_table()
    row = next((r for r in table.acts[draft.type] if r.holds(draft)), None)
    if row is None:
        return Codes()
    if row.plover is None:
        return Codes(cameo=row.cameo)
    told = [c for topic in draft.topics for c in table.topics[topic].contexts]
    contexts = tuple(dict.fromkeys([*row.contexts, *told]))
    return Codes(
        plover=row.plover, plover_mode=row.mode, plover_contexts=contexts, cameo=row.cameo, quad_class=table.events[row.plover].quad
    )


def venue(draft: Draft) -> str:
    """Where an act takes place, seen from its sides: `home`, `third` or `unknown` (see the table's head)."""
    countries = [_country(actor) for actor in draft.actors()]
    place = draft.place.country if draft.place is not None else None
    if place is None or not countries:
        return "unknown"
    if place in countries:
        return "home"
    return "unknown" if None in countries else "third"


def _country(actor: str) -> str | None:
    """The alpha-3 code in an actor's id, None for an organisation or an official of one."""
    code = actor.rpartition("@")[2]
    return code if len(code) == 3 and code.isupper() else None


def _like(word: str, patterns: Words) -> bool:
    return any(fnmatchcase(word, p) for p in patterns)
