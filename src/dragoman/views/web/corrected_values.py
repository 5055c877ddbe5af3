"""Right values as forms send them, made into what a decision keeps (`record.corrections` says how values are written)."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from dragoman.model.actor import Actor
from dragoman.model.vocabulary import ACT_TYPES, FORMS, ROLES, STATUSES, TOPICS
from dragoman.record.answers import ReportLine
from dragoman.record.document_answers import DocumentPage
from dragoman.record.questions import Questions
from dragoman.record.report import Side, reports_of
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.languages import language

_COUNTRY = re.compile(r"[A-Z]{3}")
_MOST_SIDES = 200


def corrected_value(ask: Questions, report: ReportLine, field: str, values: list[str], country: str = "") -> Any:
    """The value of a field from what a form sent. Raises RoomError (422) where it cannot be the field's."""
    told = values[0].strip() if values else ""
    if field == "topics":
        return [topic for topic in values if _one_of(field, topic, TOPICS)]
    if field == "hedged":
        return _one_of(field, told, ("yes", "no")) == "yes"
    if field in ("type", "status"):
        return _one_of(field, told, ACT_TYPES if field == "type" else STATUSES)
    if field == "form":
        return _one_of(field, told, FORMS.get(report.type, ())) if told else None
    if field == "date":
        return _date(told)
    if field == "place":
        return _place(told, country.strip().upper())
    if field == "sides":
        return _sides(ask.document(report.document.ident), report.local, told)
    raise RoomError(422, "parameter", what="field")


def _one_of(field: str, told: str, words: tuple[str, ...]) -> str:
    if told not in words:
        raise RoomError(422, "parameter", what=field)
    return told


def _date(told: str) -> str | None:
    from dragoman.annotations.dates.bounds import is_valid

    if told and not is_valid(told):
        raise RoomError(422, "parameter", what="date")
    return told or None


def _place(name: str, country: str) -> dict[str, str] | None:
    if country and not _COUNTRY.fullmatch(country):
        raise RoomError(422, "parameter", what="country")
    if not name and not country:
        return None
    return {"name": name or country, "country": country}


def _sides(document: DocumentPage, local: str, lines: str) -> list[Any]:
    """Participants from lines `role ident`, or `role ident principal`; idents as the record has them, or countries' codes."""
    here = {ident: name for name, ident in document.actors.items()}
    known = {actor.id: actor for actor in document.reading.actors}
    own = next((report.sides for report in reports_of(document.reading, 0) if report.local == local), ())
    told = [line.split() for line in lines.splitlines() if line.strip()][:_MOST_SIDES]
    sides = []
    for role, ident, *rest in (line if len(line) > 1 else ("", "") for line in told):
        if len(rest) > 1:
            raise RoomError(422, "parameter", what="sides")
        behalf = here.get(rest[0], rest[0]) if rest else ""
        side = _side(_one_of("sides", role, ROLES), here.get(ident, ident), own, known)
        sides.append(msgspec.to_builtins(msgspec.structs.replace(side, behalf=behalf)))
    return sides


def _side(role: str, local: str, own: tuple[Side, ...], known: dict[str, Actor]) -> Side:
    same = next((side for side in own if side.local == local), None)
    if same is not None:
        return msgspec.structs.replace(same, role=role)
    actor = known.get(local)
    if actor is not None:
        bloc = actor.country or (actor.id if actor.kind in ("country", "organisation") else "")
        return Side(local=local, role=role, kind=actor.kind, bloc=bloc, name=actor.name, country=actor.country or "")
    if _COUNTRY.fullmatch(local):
        return Side(local=local, role=role, kind="country", bloc=local, name=language("fr").country(local), country=local)
    if local.startswith("org:"):
        return Side(local=local, role=role, kind="organisation", bloc=local, name=local.removeprefix("org:"))
    raise RoomError(422, "parameter", what=local[:80])
