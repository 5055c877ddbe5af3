"""Acts of the record on a terminal: one line each, with the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.record.answers import ActLine, Follow, Named, Promise, Side
from dragoman.views.record_options import count
from dragoman.views.summary import STATUS_STYLES
from dragoman.views.terminal import visible

_LONGEST = 160
_STATES = {"overdue": "red", "due_soon": "yellow", "open": "cyan", "fulfilled": "green", "renewed": "magenta", "called_off": "red"}


def called(actor: Named) -> str:
    """An actor by name and what tells it apart: `Ilham Aliyev (AZE)`."""
    name = visible(actor.name)
    mark = actor.country if actor.kind in ("person", "institution") else actor.ident.removeprefix("org:")
    return f"{name} ({mark})" if mark and mark != name else name


def act_line(act: ActLine) -> RenderableType:
    """When, what, how far, who, where; below it the words and the act's ident."""
    head = Text.assemble(
        (f"{when(act):<10}  ", "bold"), act.type, f" · {act.form}" if act.form else "", "  ", (act.status, STATUS_STYLES[act.status]), "  "
    )
    head.append(sides(act.sides))
    if act.place:
        head.append(f"; {visible(act.place)}", "dim")
    if act.reports > 1:
        head.append(f"  {act.reports} reports", "dim")
    if act.disagree:
        head.append(f"  they disagree on {', '.join(act.disagree)}", "yellow")
    return Group(head, Padding(Text(f"{short(act.words)}  [{act.ident}]", "dim"), (0, 0, 0, 12)))


def act_list(acts: Iterable[ActLine], empty: str = "no act") -> RenderableType:
    """Acts one below the other."""
    lines = [act_line(act) for act in acts]
    return Group(*lines) if lines else Text(f"  {empty}", "dim")


def promise_line(promise: Promise) -> RenderableType:
    """A promise, how it stands, and what became of it."""
    head = Text.assemble((f"{promise.state:<11}", _STATES[promise.state]), _due(promise))
    parts: list[RenderableType] = [head, Padding(act_line(promise.act), (0, 0, 0, 2))]
    parts += [Padding(_follow(follow), (0, 0, 0, 2)) for follow in promise.follow]
    return Group(*parts)


def promise_list(promises: Iterable[Promise]) -> RenderableType:
    """Promises one below the other."""
    lines = [promise_line(promise) for promise in promises]
    return Group(*lines) if lines else Text("  no promise", "dim")


def when(act: ActLine) -> str:
    """The date as told, or `~` and the day of the first publication."""
    return act.edtf or (f"~{act.day}" if act.day else "undated")


def sides(told: tuple[Side, ...]) -> str:
    """Who acts, an arrow, and towards whom; parties are apart by dashes."""
    acting = [side for side in told if side.role in ("agent", "party")]
    towards = [side for side in told if side.role == "counterpart"]
    others = [side for side in told if side.role not in ("agent", "party", "counterpart")]
    text = " – ".join(map(_side, acting)) + (" → " + ", ".join(map(_side, towards)) if towards else "")
    return text + ("".join(f"; {side.role} {_side(side)}" for side in others))


def short(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(visible(words).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"


def _side(side: Side) -> str:
    return called(side.actor) + (f" for {called(side.behalf)}" if side.behalf else "")


def _due(promise: Promise) -> str:
    if promise.days is None or promise.state in ("fulfilled", "renewed", "called_off"):
        return ""
    return f"due {promise.due}, {count(abs(promise.days), 'day')} {'left' if promise.days >= 0 else 'ago'}"


def _follow(follow: Follow) -> RenderableType:
    after = "" if follow.days is None else f" after {count(follow.days, 'day')}" if follow.days else " the same day"
    return Group(Text(f"{follow.kind}{after} by", _STATES.get(follow.kind, "")), Padding(act_line(follow.act), (0, 0, 0, 2)))
