"""`dragoman dossier`: what the record holds of a country, an organisation, a person, or of two countries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import count, format_option, opened, record_option, tell
from dragoman.views.whom import whom

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.record.answers import Dossier, FacetValue
    from dragoman.record.questions import Questions

_MOST = 12


@click.command(epilog="Example:  dragoman dossier DZA AZE")
@click.argument("actors", nargs=-1, required=True, metavar="WHO...")
@click.option("--as-of", metavar="DAY", help="How promises stand on this day; by default that of the latest publication in the record.")
@record_option
@format_option
@colour_option
def dossier(actors: tuple[str, ...], as_of: str | None, where: str | None, form: str, no_colour: bool) -> None:
    """The dossier of WHO: a country (DZA, Algérie), two (DZA AZE), an organisation (org:AU) or a person (per:lamamra@DZA, or a name)."""
    if len(actors) > 2:
        raise click.UsageError("a dossier is of one, or of two countries or organisations")
    with opened(where) as record:
        tell(_dossier(record.questions, [whom(record.questions, told) for told in actors], as_of), form, dossier_text, no_colour)


def _dossier(questions: Questions, idents: list[str], as_of: str | None) -> Dossier:
    if len(idents) == 2:
        return questions.pair(idents[0], idents[1], as_of=as_of)
    (ident,) = idents
    if ident.startswith("org:"):
        return questions.organisation(ident, as_of=as_of)
    if ident.startswith(("per:", "inst:")):
        return questions.person(ident, as_of=as_of)
    return questions.country(ident, as_of=as_of)


def dossier_text(answer: Dossier) -> RenderableType:
    """A dossier on a terminal."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.views.act_text import act_list, called, promise_list, short
    from dragoman.views.who_command import tenure_lines

    def section(title: str, body: Iterable[RenderableType]) -> list[RenderableType]:
        shown = list(body)
        return [Text(f"\n{title}", "bold"), *(Padding(one, (0, 0, 0, 2)) for one in shown)] if shown else []

    head = Text(" – ".join(called(actor) for actor in answer.actors), "bold")
    total = f"{count(answer.total.acts, 'act', '' if answer.total.exact else '+')}, {answer.first_day} to {answer.last_day}"
    parts: list[RenderableType] = [head, Text(total if answer.total.acts else "no act")]
    if len(answer.names) > 1:
        parts.append(Text(f"also {', '.join(answer.names[1:])}", "dim"))
    parts += [Text(_values(answer.types)), Text(_values(answer.statuses))] if answer.types else []
    parts += section("Offices", tenure_lines(answer.tenures, with_names=answer.actors[0].kind != "person"))
    parts += section("Promises", [promise_list(answer.promises.promises)] if answer.promises.promises else [])
    parts += section("Agreements", [act_list(answer.agreements)] if answer.agreements else [])
    parts += section("Latest acts", [act_list(answer.acts)] if answer.acts else [])
    said = [Text(f"{s.day}  {', '.join(map(called, s.speakers))}: {short(s.content)}") for s in answer.statements]
    parts += section("Said", said)
    parts += section("With", [Text(", ".join(f"{called(one.actor)} {one.acts}" for one in answer.counterparts[:_MOST]))])
    places = [f"{place.place} {place.acts}" for place in answer.places.places[:_MOST]]
    parts += section("Where", [Text(", ".join(places))] if places else [])
    known = [Text(f"{called(r.subject)} {r.type} {r.label}: {short(r.words[0].text) if r.words else ''}") for r in answer.relations]
    return Group(*parts, *section("Known", known))


def _values(values: tuple[FacetValue, ...]) -> str:
    return ", ".join(f"{one.value} {one.acts}" for one in values[:_MOST])
