"""The small pieces of which lists are made many times over - an act's sign and name, a day, an actor, who took part - as HTML.

Templates reach them through the macros of `parts.html`. They are made here because a page has hundreds of them, and the same ones again.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markupsafe import Markup

from dragoman.record.answers import Named, Side
from dragoman.views.highlight import steady
from dragoman.views.web.addresses import actor_path, static
from dragoman.views.web.days import day
from dragoman.views.web.glyphs import glyph
from dragoman.views.web.languages import Language
from dragoman.views.web.local_names import actor_name
from dragoman.views.web.timeline_svg import Drawn

_KEPT = 20_000
_MARKUP = re.compile("[&<>\"']")
_FIRST, _SECOND = ("agent", "party"), ("counterpart",)


def plain(value: object) -> str:
    """A value as text to be put into HTML: escaped, and unable to turn the direction of what stands around it. HTML stays as it is."""
    if isinstance(value, Markup):
        return value
    told = value if type(value) is str and value.isprintable() else str(steady(value))
    return html.escape(told) if _MARKUP.search(told) else told


@lru_cache(maxsize=_KEPT)
def kind(t: Language, act_type: str, form: str | None = None) -> Markup:
    """The sign and name of an act's type."""
    sign, told = plain(glyph(act_type)), plain(t.word("act", act_type))
    more = f' <span class="form">{plain(t.word("form", form))}</span>' if form else ""
    use = f'<svg class="glyph" aria-hidden="true" focusable="false"><use href="{plain(static("glyphs.svg"))}#{sign}"></use></svg>'
    return Markup(f'<span class="kind kind-{sign}">{use}{told}{more}</span>')


@lru_cache(maxsize=_KEPT)
def when(t: Language, edtf: str | None) -> Markup:
    """A day as people say it, its EDTF in the title."""
    if not edtf:
        return Markup(f'<span class="when quiet">{plain(day(t, None))}</span>')
    return Markup(f'<time class="when" title="{plain(edtf)}">{plain(day(t, edtf))}</time>')


@lru_cache(maxsize=_KEPT)
def actor(t: Language, ident: str, name: str | None = None) -> Markup:
    """A link to an actor's page, by ident (DZA, org:UN, per:lamamra@DZA, inst:presidency@DZA)."""
    return Markup(f'<a class="actor" href="{plain(actor_path(ident))}"><bdi>{plain(actor_name(t, ident, name))}</bdi></a>')


def named(t: Language, who: Named) -> Markup:
    """An actor of an answer, with the country that a person stands for."""
    link = actor(t, who.ident, who.name)
    if who.kind != "person" or not who.country:
        return link
    return Markup(f'{link} <span class="quiet">({plain(t.country(who.country))})</span>')


def sides(t: Language, all_sides: tuple[Side, ...]) -> Markup:
    """Who did it to whom: agents and parties, an arrow, counterparts, then the others with their roles."""
    first = ", ".join(named(t, side.actor) for side in all_sides if side.role in _FIRST)
    second = ", ".join(named(t, side.actor) for side in all_sides if side.role in _SECOND)
    arrow = f' <span class="arrow" role="img" aria-label="{plain(t("parts.to"))}">→</span> ' if second else ""
    rest = [side for side in all_sides if side.role not in (*_FIRST, *_SECOND)]
    others = "".join(
        f'<span class="side"><span class="quiet"> · {plain(t("vocabulary.role." + side.role))}:</span> {named(t, side.actor)}</span>'
        for side in rest
    )
    return Markup(f'<span class="sides">{first}{arrow}{second}{others}</span>')


def marks(t: Language, line: Drawn) -> Markup:
    """The marks of a timeline, each a link that zooms in."""
    called = {mark.type: (plain(glyph(mark.type)), plain(t.word("act", mark.type))) for mark in line.marks}
    made = []
    for mark in line.marks:
        sign, act = called[mark.type]
        told = f"{act}, {plain(mark.label)}: {t.number(mark.acts)}"
        circle = f'<circle class="mark-{sign}" cx="{mark.x}" cy="{mark.y}" r="{mark.radius}"><title>{told}</title></circle>'
        made.append(f'<a href="{plain(mark.address)}" aria-label="{told}">{circle}</a>')
    return Markup("".join(made))


def mark_rows(t: Language, line: Drawn) -> Markup:
    """The same as rows of a table."""
    called = {mark.type: plain(t.word("act", mark.type)) for mark in line.marks}
    return Markup(
        "".join(
            f'<tr><th scope="row"><a href="{plain(mark.address)}">{plain(mark.label)}</a></th>'
            f'<td>{called[mark.type]}</td><td class="n">{t.number(mark.acts)}</td></tr>'
            for mark in line.marks
        )
    )
