"""What all pages share: the record that is open, who may come in, and the secret that signs sessions."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from starlette.requests import Request

from dragoman.views.web.keeping import Keeping
from dragoman.views.web.remembering import Remembering, State, remembering

if TYPE_CHECKING:
    from dragoman.record.questions import Questions
    from dragoman.record.record import Record


@dataclass(frozen=True)
class Room:
    """An open record with the rules of the house.

    `password` is asked of everyone where it is set; `tokens` maps a token to the name of the user who holds it. `names` are the host
    names, besides addresses and localhost, under which the room may be called.
    """

    record: Record
    password: str | None = None
    tokens: Mapping[str, str] = field(default_factory=dict)
    read_only: bool = False
    names: frozenset[str] = frozenset()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @cached_property
    def _remembering(self) -> Remembering | None:
        engine = getattr(self.record, "engine", None)
        return None if engine is None else remembering(self.record.questions, engine)

    @property
    def questions(self) -> Questions:
        """What can be asked of the record; answers are kept while it stays what it is."""
        return self.record.questions if self._remembering is None else cast("Questions", self._remembering)

    def moment(self) -> Questions:
        """The same for one page that changes nothing: all its questions are asked of one state of the record."""
        return self.record.questions if self._remembering is None else self._remembering.moment()

    def state(self) -> State | None:
        """What changes whenever anything is added to the record; None where that cannot be told."""
        return None if self._remembering is None else self._remembering.state()

    @cached_property
    def keeping(self) -> Keeping:
        """The pages of this room that are kept."""
        return Keeping()

    @property
    def closed(self) -> bool:
        """Whether one must sign in first."""
        return self.password is not None or bool(self.tokens)


def room_of(request: Request) -> Room:
    """The room that a request came to."""
    return cast(Room, request.app.state.room)
