"""How the participants, the place and the form of a later act agree with what was promised."""

from __future__ import annotations

from dragoman.record.features import Feature
from dragoman.record.follow_table import counted, follow_table
from dragoman.record.likeness_table import likeness_table
from dragoman.record.merged import MergedAct
from dragoman.record.merged_sides import MergedSide
from dragoman.record.names_alike import agreement
from dragoman.record.report import MAIN


def sides_follow(promise: MergedAct, later: MergedAct) -> list[Feature] | None:
    """The features of states and persons; None where they part promise and act."""
    here, there = _main(promise), _main(later)
    if not here & there or (promise.type in likeness_table().directed and _turned_round(promise, later)):
        return None
    words = f"{', '.join(sorted(here))} / {', '.join(sorted(there))}"
    if here == there:
        found = [counted("states", "blocs_same", words)] if len(here) > 1 or promise.type == "conference" else []
    elif here & there in (here, there) and (len(here & there) > 1 or promise.type == "conference"):
        found = [counted("states", "blocs_within", words)]
    else:
        return None
    for bloc in sorted(here & there):
        person = _person(bloc, promise, later)
        if person.value == "person_clash" and promise.type not in likeness_table().of_state:
            return None
        found.append(person)
    return found


def _main(act: MergedAct) -> frozenset[str]:
    return frozenset(s.bloc for s in act.sides if s.role in MAIN and s.bloc)


def _turned_round(promise: MergedAct, later: MergedAct) -> bool:
    for role in ("agent", "counterpart"):
        here = {s.bloc for s in promise.sides if s.role == role and s.bloc}
        there = {s.bloc for s in later.sides if s.role == role and s.bloc}
        if here and there and not here & there:
            return True
    return False


def _person(bloc: str, promise: MergedAct, later: MergedAct) -> Feature:
    here = [s for s in promise.sides if s.bloc == bloc and s.role in MAIN]
    there = [s for s in later.sides if s.bloc == bloc and s.role in MAIN]
    points = follow_table().points
    value, words = max(((_pair(a, b), f"{bloc}: {a.name} / {b.name}") for a in here for b in there), key=lambda v: (points[v[0]], v[1]))
    return counted("person", value, words)


def _pair(a: MergedSide, b: MergedSide) -> str:
    if a.kind != "person" or b.kind != "person":
        return "person_state"
    if a.named and b.named:
        names = agreement(a.name, b.name, "" if ":" in a.bloc else a.bloc)
        if names == "near" and _posts_agree(frozenset(a.posts), frozenset(b.posts)):
            return "person_office"
        return {"same": "person_same", "may": "person_may"}.get(names, "person_clash")
    here, there = frozenset(a.posts), frozenset(b.posts)
    return "person_office" if not here or not there or _posts_agree(here, there) else "person_clash"


def _posts_agree(here: frozenset[str], there: frozenset[str]) -> bool:
    return bool(here & there) or any(here & row and there & row for row in likeness_table().offices)


def place_follows(promise: MergedAct, later: MergedAct) -> list[Feature] | None:
    """The feature of the place; None where the act took place in another country than promised."""
    if elsewhere(promise.type, promise.country, later.country):
        return None
    if not promise.country or not later.country or promise.type in likeness_table().placeless:
        return []
    words = f"{promise.place} / {later.place}"
    if promise.place == later.place and promise.place != promise.country:
        return [counted("place", "town_same", words)]
    known = all(act.latitude is not None or act.place != act.country for act in (promise, later))
    towns = known and promise.place != later.place
    return [counted("place", "town_other" if towns else "country_same", words)]


def form_follows(promise: MergedAct, later: MergedAct) -> list[Feature] | None:
    """The feature of the form; None where something else was promised (a treaty in force is not a treaty signed)."""
    if otherwise(promise.type, promise.form, later.form):
        return None
    return [counted("form", "form_same", promise.form)] if promise.form and promise.form == later.form else []


def elsewhere(kind: str, promised: str | None, country: str | None) -> bool:
    """Whether an act of a type took place in another country than was promised."""
    return bool(promised and country) and promised != country and kind not in likeness_table().placeless


def otherwise(kind: str, promised: str | None, form: str | None) -> bool:
    """Whether the form of an act of a type is none that keeps what was promised."""
    if not promised or not form or promised == form:
        return False
    rows = likeness_table().forms.get(kind, ())
    return bool(rows) and not any({promised, form} <= row for row in rows)
