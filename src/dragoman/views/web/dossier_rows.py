"""What a dossier is made of - offices, statements, standing facts, promises, bars, places - as rows of HTML.

They are made here and not in templates because a dossier has a hundred of them and more.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from dragoman.record.answers import Follow, PlaceLine, Promise, RelationLine, StatementLine, TenureLine, Words
from dragoman.views.web.addresses import path_part
from dragoman.views.web.charts_svg import Bars
from dragoman.views.web.days import day, period
from dragoman.views.web.languages import Language
from dragoman.views.web.listed_acts import quoted, shortened, sign, source, sourced, state
from dragoman.views.web.local_names import place_name
from dragoman.views.web.snippets import actor, named, plain, sides, when

_STATEMENT, _PROMISE, _FOLLOW = 400, 260, 200
_WAITING = ("open", "due_soon", "overdue")


def tenures(t: Language, told: tuple[TenureLine, ...], *, name: bool) -> Markup:
    """Who is seen in which office from when to when; without the names where all are one person's."""
    return Markup("".join(_tenure(t, one, name) for one in told))


def statements(t: Language, told: tuple[StatementLine, ...]) -> Markup:
    """What was said, by whom and when."""
    return Markup("".join(_statement(t, one) for one in told))


def relations(t: Language, told: tuple[RelationLine, ...]) -> Markup:
    """Standing facts."""
    return Markup("".join(_relation(t, one) for one in told))


def promises(t: Language, told: tuple[Promise, ...]) -> Markup:
    """Promises, how they stand, and what became of them."""
    return Markup("".join(_promise(t, one) for one in told))


def bars(t: Language, told: Bars) -> Markup:
    """The rows of a chart, each with its bar beside its figure."""
    box = f'<svg viewBox="0 0 {told.longest} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    return Markup(
        "".join(
            f'<tr data-step><th scope="row"><a href="{plain(row.address)}"><bdi>{plain(row.label)}</bdi></a></th>'
            f'<td class="n">{box}<rect width="{row.length}" height="10"></rect></svg> {t.number(row.value)}</td></tr>'
            for row in told.rows
        )
    )


def places(t: Language, told: tuple[PlaceLine, ...], leads: Callable[[PlaceLine], str]) -> Markup:
    """Places as rows that the map reads; `leads` makes the address of a place's acts."""
    return Markup("".join(_place(t, one, leads(one)) for one in told))


def _behind(t: Language, words: tuple[Words, ...]) -> str:
    return '<span class="quiet"> · </span>'.join(quoted(t, one) for one in words)


def _tenure(t: Language, one: TenureLine, name: bool) -> str:
    who = f"{actor(t, one.person.ident, one.person.name)}, " if name else ""
    title = f" <span><bdi>{plain(one.title)}</bdi></span>" if one.title else ""
    of = f" · {actor(t, one.of)}" if one.of else ""
    seen = plain(t("dossier.seen", span=period(t, one.first_day, one.last_day))) if one.first_day else ""
    former = f" · {plain(t('dossier.former', day=day(t, one.former_day)))}" if one.former_day else ""
    said = f'<div class="said">{_behind(t, one.words)}</div>' if one.words else ""
    return (
        f"<li data-step>{who}<strong>{plain(t.word('office', one.office))}</strong>{title}{of}\n"
        f'<div class="quiet">{seen}{former} · {plain(t.many("dossier.documents", one.documents))}</div>{said}</li>\n'
    )


def _statement(t: Language, one: StatementLine) -> str:
    dated = f"{when(t, one.day)} · " if one.day else ""
    publisher = f" · <bdi>{plain(one.document.publisher)}</bdi>" if one.document.publisher else ""
    content = shortened(one.content, _STATEMENT)
    if one.words:
        said: str = source(t, one.document.ident, one.words[0].start, one.words[-1].end, content)
    else:
        said = f'<a class="words" href="/document/{plain(path_part(one.document.ident))}"><q><bdi>{plain(content)}</bdi></q></a>'
    return (
        f"<li data-step><div>{', '.join(named(t, who) for who in one.speakers)} "
        f'<span class="quiet">{dated}{plain(t.word("mode", one.mode))}{publisher}</span></div>\n<div class="said">{said}</div></li>\n'
    )


def _relation(t: Language, one: RelationLine) -> str:
    is_actor = ":" in one.object or (len(one.object) == 3 and one.object.isupper())
    other = actor(t, one.object, one.label) if is_actor else f"<bdi>{plain(one.label)}</bdi>"
    kind = plain(t.word("relation", one.type))
    return f'<li data-step>{named(t, one.subject)} {kind} {other}<div class="said">{_behind(t, one.words)}</div></li>\n'


def _promise(t: Language, one: Promise) -> str:
    due = ""
    if one.days is not None and one.state in _WAITING:
        due = f' <span class="quiet">{plain(t.many("home.late" if one.days < 0 else "home.left", abs(one.days)))}</span>'
    said = sourced(t, shortened(one.act.words, _PROMISE), one.act.source)
    return (
        f"<li data-step>{state(t, one.state)}{due} {sign(t, one.act)} {when(t, one.act.edtf)} {sides(t, one.act.sides)}\n"
        f'<div class="said">{said}</div>{"".join(_follow(t, follow) for follow in one.follow)}</li>\n'
    )


def _follow(t: Language, one: Follow) -> str:
    after = f' <span class="quiet">{plain(t.many("act.after", one.days))}</span>' if one.days is not None else ""
    act = one.act
    said = f' <span class="said">{sourced(t, shortened(act.words, _FOLLOW), act.source)}</span>' if act.source else ""
    return f'<div class="kept">{state(t, one.kind)}{after} {sign(t, act)} {when(t, act.edtf or act.day)}{said}</div>\n'


def _place(t: Language, one: PlaceLine, address: str) -> str:
    name = place_name(t, one.place, one.country)
    point = f' data-latitude="{one.latitude}" data-longitude="{one.longitude}"' if one.latitude is not None else ""
    country = f' <span class="quiet">({plain(t.country(one.country))})</span>' if one.country and name != t.country(one.country) else ""
    days = f' <span class="quiet">{plain(period(t, one.first_day, one.last_day))}</span>' if one.first_day else ""
    return (
        f'<li data-step data-point{point} data-acts="{one.acts}"><a href="{plain(address)}"><bdi>{plain(name)}</bdi></a>'
        f"{country} <strong>{t.number(one.acts)}</strong>{days}</li>\n"
    )
