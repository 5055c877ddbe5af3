"""Acts as they stand in lists - a row with its sides, its place and its words - as HTML; templates reach them through `parts.html`."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from dragoman.record.answers import ActLine, Words
from dragoman.views.web.addresses import path_part, words_path
from dragoman.views.web.days import day
from dragoman.views.web.languages import Language
from dragoman.views.web.local_names import place_name
from dragoman.views.web.snippets import kind, plain, sides, when

_KEPT = 20_000
_ELLIPSIS, _LEEWAY = "...", 5


@lru_cache(maxsize=_KEPT)
def status(t: Language, word: str) -> Markup:
    """A status as a quiet chip."""
    return Markup(f'<span class="chip status-{plain(word)}">{plain(t("vocabulary.status." + word))}</span>')


@lru_cache(maxsize=_KEPT)
def state(t: Language, word: str) -> Markup:
    """What became of a promise as a quiet chip."""
    return Markup(f'<span class="chip state-{plain(word)}">{plain(t("vocabulary.state." + word))}</span>')


def source(t: Language, document: str, start: int, end: int, words: str | None = None) -> Markup:
    """A link to the words of a document: `words` the text itself, `start` and `end` where it stands."""
    told = f"<q><bdi>{plain(words)}</bdi></q>" if words else plain(t("parts.words"))
    return Markup(f'<a class="words" href="{plain(words_path(document, start, end))}">{told}</a>')


def quoted(t: Language, words: Words) -> Markup:
    """The words of an answer as a link to where they stand."""
    return source(t, words.document, words.start, words.end, words.text)


def sourced(t: Language, words: str, where: Words | None) -> Markup:
    """Words as a link to where they stand, where that is known."""
    return source(t, where.document, where.start, where.end, words) if where else Markup(f"<q><bdi>{plain(words)}</bdi></q>")


def shortened(words: str, longest: int) -> str:
    """Words cut at a blank, where they are much longer than asked for."""
    if len(words) <= longest + _LEEWAY:
        return words
    return words[: longest - len(_ELLIPSIS)].rsplit(" ", 1)[0] + _ELLIPSIS


def sign(t: Language, act: ActLine) -> Markup:
    """The sign and name of an act's type, as a link to the act."""
    return Markup(f'<a href="/act/{plain(path_part(act.ident))}">{kind(t, act.type, act.form)}</a>')


def act_row(t: Language, act: ActLine) -> Markup:
    """One act as a row of a list with class "acts"."""
    dated = when(t, act.edtf) if act.edtf else _undated(t, act.day)
    place = f' <span class="place quiet"><bdi>{plain(place_name(t, act.place, act.country))}</bdi></span>' if act.place else ""
    reports = f' <span class="quiet">{plain(t.many("parts.reports", act.reports))}</span>' if act.reports > 1 else ""
    head = f"{sign(t, act)}{''.join(f' {chip}' for chip in _chips(t, act))}\n{sides(t, act.sides)}{place}"
    told = sourced(t, act.words, act.source)
    return Markup(
        f'<li data-step><div class="quiet">{dated}</div>\n<div><div class="row">{head}</div>\n<p>{told}{reports}</p></div>\n</li>\n'
    )


def act_rows(t: Language, acts: tuple[ActLine, ...]) -> Markup:
    """A list of acts."""
    return Markup(f'<ol class="acts">{"".join(act_row(t, act) for act in acts)}</ol>')


def _chips(t: Language, act: ActLine) -> list[str]:
    chips: list[str] = [status(t, act.status)] if act.status != "done" else []
    if act.follow_up and act.follow_up not in ("open", act.status):
        chips.append(state(t, act.follow_up))
    if act.hedged:
        chips.append(f'<span class="chip hedged">{plain(t("parts.hedged"))}</span>')
    if act.disagree:
        chips.append(f'<span class="chip disagree">{plain(t("parts.disagree"))}</span>')
    return chips


def _undated(t: Language, published: str) -> str:
    return f'<span class="when" title="{plain(t("parts.no_date"))}">({plain(day(t, published))})</span>'
