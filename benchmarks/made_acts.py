"""Acts of a made-up world, day by day, with the documents that report them: realistic skew, the same density on every day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from made_world import FIRST_DAY, Holder, State, World

from dragoman.model.vocabulary import FORMS, TOPICS

ACTS_A_DAY = 250
_TYPES = {
    "meeting": 26.0,
    "visit": 14.0,
    "cooperation": 9.0,
    "agreement": 7.0,
    "call": 6.0,
    "appreciation": 6.0,
    "support": 5.0,
    "message": 4.0,
    "congratulation": 3.0,
    "conference": 3.0,
    "appeal": 3.0,
    "invitation": 2.5,
    "condolence": 2.0,
    "credentials": 2.0,
    "aid": 2.0,
    "condemnation": 2.0,
    "mediation": 1.0,
    "appointment": 1.0,
    "rejection": 0.8,
    "sanction": 0.6,
    "vote": 0.6,
    "membership": 0.4,
    "mission": 0.4,
    "handover": 0.3,
    "recognition": 0.2,
    "protest": 0.2,
    "threat": 0.2,
    "easing": 0.2,
    "recall": 0.15,
    "restoration": 0.15,
    "expulsion": 0.1,
    "rupture": 0.1,
}
_PROMISED = ("meeting", "visit", "conference", "agreement", "cooperation", "aid", "invitation", "mission")
_REPORTS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 6)


@dataclass(frozen=True)
class MadeSide:
    """Who takes part, in what role, for which state or organisation."""

    state: State
    holder: Holder | None
    role: str

    @property
    def ident(self) -> str:
        """The actor's identifier."""
        return self.holder.ident if self.holder else self.state.ident


@dataclass
class MadeAct:
    """An act as it was, which its reports tell."""

    number: int
    type: str
    status: str
    form: str | None
    day: str
    due: str
    sides: tuple[MadeSide, ...]
    place: State | None
    topics: tuple[str, ...]
    reports: int
    keeps: MadeAct | None = None
    follow_up: str = ""
    tellings: list[tuple[MadeDocument, str]] = field(default_factory=list)


@dataclass
class MadeDocument:
    """A document of an outlet that tells of some acts."""

    number: int
    publisher: str
    day: str
    acts: list[MadeAct]
    text: str = ""
    ident: str = ""


def days(world: World, acts: int, seed: int = 2, first: str = FIRST_DAY, a_day: int = ACTS_A_DAY) -> Iterator[tuple[str, list[MadeAct]]]:
    """So many acts, day by day."""
    made = _Making(world, random.Random(seed))
    start = date.fromisoformat(first)
    for offset in range(-(-acts // a_day)):
        day = (start + timedelta(days=offset)).isoformat()
        yield day, [made.act(day) for _ in range(min(a_day, acts - offset * a_day))]


def documents(world: World, rng: random.Random, day: str, acts: list[MadeAct], first_number: int) -> list[MadeDocument]:
    """The documents of a day: each outlet tells of its acts in texts of up to five."""
    told: dict[str, list[MadeAct]] = {}
    for act in acts:
        for publisher in {rng.choices(world.outlets, cum_weights=world.outlet_weights)[0] for _ in range(act.reports)}:
            told.setdefault(publisher, []).append(act)
    made: list[MadeDocument] = []
    for publisher in sorted(told):
        rest = told[publisher]
        while rest:
            size = rng.choice((1, 2, 2, 3, 3, 4, 5))
            made.append(MadeDocument(first_number + len(made), publisher, day, rest[:size]))
            rest = rest[size:]
    return made


def let_go(acts: list[MadeAct], documents: list[MadeDocument]) -> None:
    """Once a day's acts and documents are used: promises still open must not hold on to all that was made before."""
    for act in acts:
        act.tellings.clear()
        act.keeps = None
    for document in documents:
        document.acts = []


class _Making:
    """Draws acts; remembers the promises still open, some of which later acts keep."""

    def __init__(self, world: World, rng: random.Random) -> None:
        self.world, self.rng = world, rng
        self.number = 0
        self.start = date.fromisoformat(FIRST_DAY)
        self.open: dict[tuple[str, str], MadeAct] = {}

    def act(self, day: str) -> MadeAct:
        rng = self.rng
        self.number += 1
        kind = rng.choices(list(_TYPES), list(_TYPES.values()))[0]
        promised = kind in _PROMISED and rng.random() < 0.2
        status = rng.choices(("announced", "agreed", "intended"), (45, 30, 25))[0] if promised else "done"
        if rng.random() < 0.012:
            status = rng.choice(("called_off", "denied"))
        states = self._states(kind)
        due = (date.fromisoformat(day) + timedelta(days=rng.randint(1, 200))).isoformat() if promised and rng.random() < 0.6 else ""
        forms = FORMS.get(kind, ())
        act = MadeAct(
            self.number,
            kind,
            status,
            rng.choice(forms) if forms and rng.random() < 0.7 else None,
            day,
            due,
            tuple(self._side(s, kind, place, day) for place, s in enumerate(states)),
            states[0] if rng.random() < 0.7 and states[0].capital else None,
            tuple(sorted({TOPICS[min(int(rng.expovariate(0.18)), len(TOPICS) - 1)] for _ in range(rng.choice((0, 1, 1, 2, 3)))})),
            rng.choice(_REPORTS),
            follow_up="open" if promised and status not in ("called_off", "denied") else "",
        )
        self._follow(act, states)
        return act

    def _states(self, kind: str) -> list[State]:
        world, rng = self.world, self.rng
        (first,) = rng.choices(world.states, cum_weights=world.cumulative)
        count = rng.randint(3, 14) if kind == "conference" else (1 if rng.random() < 0.04 else 2 if rng.random() < 0.93 else 3)
        chosen = {first.ident: first}
        for _ in range(40):
            if len(chosen) == count:
                break
            friend = rng.random() < 0.4
            other = world.states[rng.choice(first.friends)] if friend else rng.choices(world.states, cum_weights=world.cumulative)[0]
            chosen.setdefault(other.ident, other)
        return list(chosen.values())

    def _side(self, state: State, kind: str, place: int, day: str) -> MadeSide:
        year = (date.fromisoformat(day) - self.start).days / 365
        holders = [h for h in state.holders if h.first_year <= year < h.last_year]
        holder = self.rng.choices(holders, [h.weight for h in holders])[0] if holders and self.rng.random() < 0.65 else None
        role = "party" if kind in ("agreement", "cooperation", "conference") else ("agent", "counterpart", "attendee")[min(place, 2)]
        return MadeSide(state, holder, role)

    def _follow(self, act: MadeAct, states: list[State]) -> None:
        if len(states) != 2:
            return
        key = (min(s.ident for s in states), max(s.ident for s in states))
        if act.follow_up:
            self.open[key] = act
            return
        promise = self.open.get(key)
        if promise and promise.type == act.type and promise.day < act.day and self.rng.random() < 0.5:
            act.keeps = self.open.pop(key)
            promise.follow_up = "fulfilled" if act.status == "done" else "called_off"
