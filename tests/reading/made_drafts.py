"""Drafts of acts made by hand, for the tests of this folder."""

from __future__ import annotations

from dragoman.grammar.engine import Telling
from dragoman.grammar.frames import ActFrame
from dragoman.model.vocabulary import ActType, DateBasis, Role, Status
from dragoman.reading.drafts import Draft, DraftDate, DraftParticipant


def side(actor: str) -> str:
    """Whose an actor is: what stands behind its `@`."""
    return actor.partition("@")[2] or actor


def made(
    kind: ActType,
    *participants: tuple[Role, str],
    status: Status = "done",
    form: str | None = None,
    at: int = 0,
    weak: bool = False,
    presupposed: bool = False,
    day: str | None = None,
    basis: DateBasis = "told",
) -> Draft:
    """A draft told at an offset by participants (`("agent", "per:x@MLI")`)."""
    frame = ActFrame(id=f"{kind}.test", act=kind, verb=("faire",), roles={})
    telling = Telling(frame, 0, ((at, at + 1),), (), status, form=form, order=at, presupposed=presupposed)
    who = [DraftParticipant(actor, role, None, [(at, at + 1)]) for role, actor in participants]
    draft = Draft(kind, status, [telling], who, form=form, weak=weak)
    if day is not None:
        draft.date = DraftDate(day, [(at, at + 1)], basis)
    return draft


def roles(draft: Draft) -> set[str]:
    """The participants as `role=actor`."""
    return {f"{p.role}={p.actor}" for p in draft.participants}
