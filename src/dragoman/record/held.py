"""What one reading tells of who holds which office."""

from __future__ import annotations

from dragoman.model.actor import Actor
from dragoman.model.reading import Reading
from dragoman.model.vocabulary import OFFICES
from dragoman.record.days import days_of
from dragoman.record.report import bloc_of, is_unnamed
from dragoman.record.roster import ROSTER_READER, RosterRow, roster_rows
from dragoman.record.tenures import HeldOn


def held_of(reading: Reading) -> tuple[HeldOn, ...]:
    """Who holds which office by a document's word, on the day it appeared; a roster tells its own days. `person` is the local id."""
    if reading.reader.name == ROSTER_READER:
        return _of_roster(reading)
    first, _ = days_of(reading.document.published)
    found = []
    for actor in reading.actors:
        if actor.kind != "person" or is_unnamed(actor.id):
            continue
        bloc = bloc_of(actor)
        for office in actor.offices:
            if (office.of or bloc) != bloc:
                continue
            span = office.evidence[0] if office.evidence else actor.mentions[0]
            words = (reading.document.id, span.start, span.end, span.text)
            found.append(HeldOn(actor.id, office.office, bloc, office.title, first, first, office.former, *words))
    return tuple(found)


def _of_roster(reading: Reading) -> tuple[HeldOn, ...]:
    return tuple(_of_row(row, reading.document.id) for row in roster_rows(reading.document.text, "roster"))


def _of_row(row: RosterRow, document: str) -> HeldOn:
    days = (row.first_day, row.last_day)
    return HeldOn(row.actor, row.office, row.of, row.title, *days, False, document, row.start, row.end, row.line)


def office_of(actor: Actor) -> str:
    """The office that an unnamed person is told by: of `per:ambassador-2@CHN` it is `ambassador`; '' for anybody else."""
    if actor.kind != "person" or not is_unnamed(actor.id):
        return ""
    name = actor.id.removeprefix("per:").rpartition("@")[0]
    return next((o for o in OFFICES if o == name.rstrip("0123456789").rstrip("-")), "")
