"""Whether a later act keeps, calls off or renews a promise: a pure function of the two merged acts, by named features."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Literal, NamedTuple

import msgspec

from dragoman.model.vocabulary import PROSPECTIVE
from dragoman.record.days import days_between, number
from dragoman.record.features import Feature, Verdict
from dragoman.record.follow_days import called_off_days, days_part, due, happened, kept_days, renewed_days
from dragoman.record.follow_sides import elsewhere, form_follows, otherwise, place_follows, sides_follow
from dragoman.record.follow_table import counted, follow_table
from dragoman.record.likeness_table import likeness_table
from dragoman.record.merged import MergedAct
from dragoman.record.words_alike import stems

Kind = Literal["fulfilled", "renewed", "called_off"]
_KINDS: dict[str, Kind] = {"done": "fulfilled", "called_off": "called_off"}
_MOST_BLOCS = 4
_MOST_YEARS = 3
_YEAR = 365.2425


class FollowUp(msgspec.Struct, frozen=True):
    """What a later act is to a promise: how certain, how many days after the promise was first published, and why."""

    kind: Kind
    verdict: Verdict
    days: int | None
    score: float
    features: tuple[Feature, ...] = ()


def is_promise(act: MergedAct) -> bool:
    """Whether an act is still to come: announced, intended or agreed."""
    return act.status in PROSPECTIVE


def promise_keys(act: MergedAct) -> tuple[str, ...]:
    """The keys under which promises and later acts meet: type, two of the sides, year. Both lie and look under their own keys."""
    blocs = sorted({s.bloc for s in act.sides if s.bloc and s.role in ("agent", "counterpart", "party")})[:_MOST_BLOCS]
    pairs = [f"{a},{b}" for a, b in combinations(blocs, 2)] if len(blocs) > 1 and act.type != "conference" else blocs
    return tuple(f"{act.type}|{pair}|{year}" for pair in pairs for year in _years(act))


def _years(act: MergedAct) -> range:
    table = follow_table().days
    if not is_promise(act):
        first, last = happened(act)
    else:
        first, last = act.first_published or act.first_day, due(act)[1]
    if not first:
        return range(0)
    start = number(first)
    end = number(last) + table.late if last else start + table.open
    if not is_promise(act):
        end = number(last or first)
    return range(int(start / _YEAR), min(int(end / _YEAR), int(start / _YEAR) + _MOST_YEARS) + 1)


def compare_follow_up(promise: MergedAct, later: MergedAct) -> FollowUp | None:
    """What a later act is to a promise; None where it is nothing to it."""
    if not is_promise(promise) or promise.type != later.type or later.status == "denied" or promise.ident == later.ident:
        return None
    if _told_together(promise, later):
        return None
    kind = _kind(later.status)
    if (place := place_follows(promise, later)) is None or (form := form_follows(promise, later)) is None:
        return None
    days = {"fulfilled": kept_days, "called_off": called_off_days, "renewed": renewed_days}[kind](promise, later)
    if days is None or (sides := sides_follow(promise, later)) is None:
        return None
    features = [*days, *sides, *place, *form, *_rest(promise, later)]
    score = round(sum(f.score for f in features), 3)
    table = follow_table()
    if score < table.doubtful:
        return None
    verdict: Verdict = "same" if score >= table.same else "doubtful"
    return FollowUp(kind, verdict, _after(promise, later), score, tuple(features))


class Told(NamedTuple):
    """What an act's row tells without its body, enough to see of most pairs that they have nothing to do with each other."""

    type: str
    status: str
    country: str | None
    form: str | None
    first_day: str
    last_day: str


def told_of(act: MergedAct) -> Told:
    """What an act's row tells."""
    return Told(act.type, act.status, act.country, act.form, act.first_day, act.last_day)


def parted(promise: Told, later: Told) -> bool:
    """Whether the rows alone tell that a later act is nothing to a promise; `compare_follow_up` then says so too."""
    if promise.type != later.type or later.status == "denied":
        return True
    if elsewhere(promise.type, promise.country, later.country) or otherwise(promise.type, promise.form, later.form):
        return True
    return days_part(_kind(later.status), (promise.first_day, promise.last_day), (later.first_day, later.last_day))


def _kind(status: str) -> Kind:
    """What a later act of a status can be to a promise."""
    return "renewed" if status in PROSPECTIVE else _KINDS[status]


def _told_together(promise: MergedAct, later: MergedAct) -> bool:
    """Whether one document tells of both: then the promise is of another act."""
    here = {ident.rpartition(".")[0] for ident in promise.reports}
    return any(ident.rpartition(".")[0] in here for ident in later.reports)


def _rest(promise: MergedAct, later: MergedAct) -> list[Feature]:
    table, found = follow_table(), []
    common = sorted(stems(promise.words) & stems(later.words))
    if common:
        points = min(table.points["words_most"], table.points["words_each"] * len(common))
        found.append(Feature("words", str(len(common)), points, " ".join(common)))
    if promise.type in likeness_table().rare or promise.form in likeness_table().rare_forms:
        found.append(counted("type", "rare", promise.type))
    if promise.type in table.vague:
        found.append(counted("type", "vague", promise.type))
    if promise.type in table.nameless and not promise.form and not any(s.kind == "person" for s in promise.sides):
        found.append(counted("type", "nameless", promise.type))
    return found


def _after(promise: MergedAct, later: MergedAct) -> int | None:
    made = promise.first_published
    then = later.first_published if is_promise(later) or later.status == "called_off" else happened(later)[0]
    return max(0, days_between(made, then)) if made and then else None


def settled(found: Iterable[tuple[MergedAct, FollowUp]]) -> tuple[tuple[MergedAct, FollowUp], ...]:
    """Which follow-ups of one promise hold: the best fulfilment; the first renewal and calling off that do not come after it.

    Order makes no difference. Of doubtful ones, those of a kind that no certain one settles; they are questions, not facts.
    """
    ranked = sorted(found, key=lambda f: (f[1].verdict != "same", -f[1].score, f[0].day, f[0].ident))
    kept = [f for f in ranked if f[1].kind == "fulfilled"]
    certain = kept[:1] if kept and kept[0][1].verdict == "same" else []
    until = happened(certain[0][0])[0] if certain else "9999"
    out = list(certain or kept)
    for kind in ("called_off", "renewed"):
        of_kind = [f for f in ranked if f[1].kind == kind and f[0].first_published < until]
        sure = sorted((f for f in of_kind if f[1].verdict == "same"), key=lambda f: (f[0].first_published, f[0].ident))
        out += sure[:1] or ([] if certain else of_kind)
    return tuple(out)


def state(settled_follow_ups: Iterable[tuple[MergedAct, FollowUp]]) -> str:
    """`fulfilled`, `called_off`, `renewed` or `open`, by the certain follow-ups: fulfilment, else the latest word."""
    sure = [(act, follow) for act, follow in settled_follow_ups if follow.verdict == "same"]
    if any(follow.kind == "fulfilled" for _, follow in sure):
        return "fulfilled"
    return max(sure, key=lambda f: (f[0].first_published, f[1].kind))[1].kind if sure else "open"


def is_overdue(promise: MergedAct, as_of: str) -> bool:
    """Whether the last day promised has passed on a day, as a question asks it; an open end never passes."""
    last = due(promise)[1]
    return bool(last) and last < as_of
