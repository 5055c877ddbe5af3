"""Readings of made-up documents, every span in its place, and what can be drawn at random of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from hypothesis import strategies as st

from dragoman.model.act import Act, ActDate, ActPlace, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement
from dragoman.model.vocabulary import ActType, OfficeName, Role, Status


@dataclass(frozen=True)
class Who:
    """Somebody in an act: a country, or a person with a name (or without: its office stands in the name's place) and an office."""

    country: str
    name: str = ""
    office: str = ""

    @property
    def ident(self) -> str:
        if not self.office and not self.name:
            return self.country
        return f"per:{self.name.split()[-1].lower() if self.name else self.office}@{self.country}"

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.office.replace("_", " "), self.name, self.country) if part)


@dataclass(frozen=True)
class Told:
    """An act as a document tells it."""

    type: str
    who: tuple[Who, ...]
    day: str | None = None
    status: str = "done"
    form: str | None = None
    place: str | None = None
    roles: tuple[str, ...] = ()
    method: str = "parse"
    says: str = ""


def reading(
    *told: Told, published: str | None = "2023-03-15", publisher: str | None = "La Gazette", version: str = "1", head: str = ""
) -> Reading:
    """The reading of a document that tells these acts, a sentence each."""
    text, acts, statements = head, [], []
    actors: dict[str, Actor] = {}
    for number, one in enumerate(told, 1):
        start = len(text)
        sentence = f"{one.type} {one.status} {one.day or ''} {' et '.join(w.words for w in one.who)} {one.place or ''}.\n"
        text += sentence
        cue = (Span(start, start + len(one.type), one.type),)
        for who in one.who:
            span = Span(start, start + len(sentence), sentence)
            actors.setdefault(who.ident, _actor(who, span))
        acts.append(_act(number, one, cue))
        if one.says:
            said = f"« {one.says} »\n"
            words = Span(len(text), len(text) + len(said), said)
            text += said
            speakers = (one.who[0].ident,)
            statements.append(Statement(id=f"s{len(statements) + 1}", speakers=speakers, mode="direct", content=(words,)))
    first = next(iter(actors.values()), None)
    relations = (Relation(type="presides", subject=first.id, object="org:NAM", evidence=(first.mentions[0],)),) if first else ()
    return Reading(
        reader=ReaderVersion(name="made", version=version),
        document=Document(id=document_id(text), language="fr", text=text, published=published, publisher=publisher, title=head or None),
        actors=tuple(actors.values()),
        acts=tuple(acts),
        statements=tuple(statements),
        relations=relations if first and first.kind == "person" else (),
        warnings=(),
    )


def _actor(who: Who, span: Span) -> Actor:
    if who.ident == who.country:
        return Actor(id=who.country, kind="country", name=who.country, country=who.country, mentions=(span,))
    offices = (Office(office=cast(OfficeName, who.office), title=who.office, of=who.country, evidence=(span,)),) if who.office else ()
    return Actor(id=who.ident, kind="person", name=who.name or who.office, country=who.country, offices=offices, mentions=(span,))


def _act(number: int, told: Told, cue: tuple[Span, ...]) -> Act:
    roles = told.roles or ("agent", *("counterpart" for _ in told.who[1:]))
    town, _, country = (told.place or "").partition("@")
    return Act(
        id=f"a{number}",
        type=cast(ActType, told.type),
        form=told.form,
        status=cast(Status, told.status),
        participants=tuple(Participant(actor=who.ident, role=cast(Role, role)) for who, role in zip(told.who, roles, strict=True)),
        date=ActDate(edtf=told.day, basis="told") if told.day else None,
        place=ActPlace(name=town, country=country or None, latitude=36.7, longitude=3.0) if told.place else None,
        topics=("trade",) if number % 2 else (),
        evidence=cue,
        method="proximity" if told.method == "proximity" else "parse",
    )


NAMES = {
    "DZA": ("Karim Lamine", "K. Lamine", "Lamine", "Karim Lamin", "Nadia Lamine", "Sofiane Berrached"),
    "AZE": ("Elchin Guliyev", "Eltchin Gouliev", "Guliyev", "Ramin Aliyev"),
    "MLI": ("Moussa Keïta", "Keïta", "Moussa Keita"),
}
OFFICES = ("head_of_state", "foreign_minister", "ambassador", "")
DAYS = (*(f"2023-03-{day:02}" for day in range(8, 20)), "2023-03", "2023-04-02", "2024-02-01", None)

someone = st.sampled_from(sorted(NAMES)).flatmap(
    lambda country: st.builds(
        Who,
        country=st.just(country),
        name=st.sampled_from(("", *NAMES[country])),
        office=st.sampled_from(OFFICES),
    )
)


@st.composite
def told_acts(draw: st.DrawFn) -> Told:
    """An act of few kinds between few people on few days, so that many are alike."""
    who = draw(st.lists(someone, min_size=1, max_size=3, unique_by=lambda w: w.country))
    return Told(
        type=draw(st.sampled_from(("meeting", "visit", "call", "conference"))),
        who=tuple(who),
        day=draw(st.sampled_from(DAYS)),
        status=draw(st.sampled_from(("done", "done", "done", "announced", "agreed", "called_off"))),
        form=draw(st.sampled_from((None, "audience", "talks"))),
        place=draw(st.sampled_from((None, "Algiers@DZA", "Baku@AZE"))),
        method=draw(st.sampled_from(("parse", "parse", "proximity"))),
        says=draw(st.sampled_from(("", "", "nous poursuivrons nos efforts communs"))),
    )


documents = st.builds(
    lambda told, day, publisher, head: reading(*told, published=day, publisher=publisher, head=head),
    st.lists(told_acts(), max_size=4),
    st.sampled_from(DAYS),
    st.sampled_from(("La Gazette", "Le Courrier", None)),
    st.sampled_from(("", "À la une\n", "Dépêche\n")),
)
