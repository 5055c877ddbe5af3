"""The record's answers kept while the record stays what it was.

What the record answers is a function of its truth: readings, sightings and decisions, which are only ever added to. As long as nothing was
added, an answer given before is the answer still. Several who ask the same thing at once wait for one answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property
from threading import Lock
from typing import Any, cast

from sqlalchemy import Engine, func, select

from dragoman.record.prepared import Prepared
from dragoman.record.questions import Questions
from dragoman.record.schema import decision, reading, sighting

KEPT = 512
"""How many answers are kept."""
LARGEST = 200
"""Lists that ask for more rows than this are not kept."""

State = tuple[int, ...]

_SEQUENCES = Prepared(
    lambda among: select(*(select(func.max(one.c.seq)).scalar_subquery().label(one.name) for one in (reading, sighting, decision)))
)


class _Slot:
    def __init__(self) -> None:
        self.lock = Lock()
        self.answer: Any = None
        self.given = False


class Remembering:
    """Questions that are asked of the record once for each state that it is in."""

    def __init__(self, questions: Questions, state: Callable[[], State]) -> None:
        self._questions, self._state = questions, state
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()

    def __getattr__(self, name: str) -> Any:
        return self._asking(name, self.state)

    def state(self) -> State:
        """What changes whenever something is added to the record's truth."""
        return self._state()

    def moment(self) -> Questions:
        """The same questions, all asked of the state that the record is in when the first of them is."""
        return cast(Questions, _Moment(self))

    def _asking(self, name: str, state: Callable[[], State]) -> Any:
        method = getattr(self._questions, name)
        if not callable(method):
            return method

        def ask(*arguments: Any, **named: Any) -> Any:
            if any(getattr(value, "limit", 0) > LARGEST for value in (*arguments, *named.values())):
                return method(*arguments, **named)
            slot = self._slot((name, state(), arguments, tuple(sorted(named.items()))))
            with slot.lock:
                if not slot.given:
                    slot.answer = method(*arguments, **named)
                    slot.given = True
            return slot.answer

        return ask

    def _slot(self, key: Hashable) -> _Slot:
        with self._lock:
            slot = self._slots.pop(key, None) or _Slot()
            self._slots[key] = slot
            while len(self._slots) > KEPT:
                self._slots.popitem(last=False)
        return slot


class _Moment:
    def __init__(self, remembering: Remembering) -> None:
        self._remembering = remembering

    @cached_property
    def _now(self) -> State:
        return self._remembering._state()

    def __getattr__(self, name: str) -> Any:
        return self._remembering._asking(name, lambda: self._now)


def remembering(questions: Questions, engine: Engine) -> Remembering:
    """Questions whose answers are kept until something is added to the record's truth."""

    def state() -> State:
        with engine.connect() as connection:
            (row,) = _SEQUENCES.rows(connection)
            return tuple(int(number or 0) for number in row)

    return Remembering(questions, state)
