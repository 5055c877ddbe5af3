"""How the sides of two reports agree: states, persons, carriers."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.record.features import Feature, feature
from dragoman.record.likeness_table import likeness_table
from dragoman.record.names_alike import agreement
from dragoman.record.person_table import person_table
from dragoman.record.report import MAIN, Report, Side

CARRIERS = frozenset({"envoy", "subject"})
_MOST_PERSONS = 3
Found = tuple[str, str, str]
"""How the persons of one state came out, and the two names."""


def blocs_alike(a: Report, b: Report) -> Feature | None:
    """The feature of the states and organisations; None where they part the reports."""
    if a.type in likeness_table().directed and _turned_round(a, b):
        return None
    here, there = a.blocs, b.blocs
    words = f"{', '.join(sorted(here))} / {', '.join(sorted(there))}"
    if not here or not there:
        return Feature("states", "unknown", 0.0, words)
    if a.type == "conference":
        gathering = _gathering(a, b)
        return feature("states", gathering, words) if gathering else None
    common = here & there
    if here == there:
        return feature("states", "blocs_same" if len(here) > 1 else "blocs_one", words)
    if common in (here, there) and len(common) > 1:
        return feature("states", "blocs_more" if _is_personal(a) else "blocs_within", words)
    return feature("states", "blocs_cross", words) if len(common) > 1 else None


def _gathering(a: Report, b: Report) -> str:
    """Each page names its own of those who take part in a conference: who convenes it tells more, or the country; '' where none agrees."""
    if _of_role(a, "agent") & _of_role(b, "agent"):
        return "blocs_same"
    common = a.blocs & b.blocs
    if common:
        return "blocs_one" if 2 * len(common) >= min(len(a.blocs), len(b.blocs)) else "blocs_few"
    return "blocs_other" if a.country and a.country == b.country else ""


def _is_personal(report: Report) -> bool:
    table = likeness_table()
    return report.type in table.personal and report.form not in table.rare_forms


def _turned_round(a: Report, b: Report) -> bool:
    for role in ("agent", "counterpart"):
        here, there = _of_role(a, role), _of_role(b, role)
        if here and there and not here & there:
            return True
    return False


def _of_role(report: Report, role: str) -> frozenset[str]:
    return frozenset(s.bloc for s in report.sides if s.role == role and s.bloc)


def persons_alike(a: Report, b: Report) -> list[Feature]:
    """One feature for each state that both reports name: whether the same person acts for it."""
    found = []
    for bloc in sorted(a.blocs & b.blocs):
        value, one, other = of_bloc(_acting(a, bloc), _acting(b, bloc))
        if value == "person_state" and one != other and _is_personal(a) and _is_personal(b):
            value = "person_any"
        if value == "person_clash" and a.type in likeness_table().of_state:
            value = "person_any"
        found.append(feature("person", value, f"{bloc}: {one} / {other}"))
    if a.type == "conference":
        found = [f for f in found if f.score > 0]
    return sorted(found, key=lambda f: -abs(f.score))[:_MOST_PERSONS]


def _acting(report: Report, bloc: str) -> list[Side]:
    return [s for s in report.sides if s.bloc == bloc and s.role in MAIN]


def of_bloc(here: list[Side], there: list[Side]) -> Found:
    """How the participants of one state in two reports agree, the best pair; `person_clash` where all pairs are different persons."""
    best: Found | None = None
    for one in here:
        for other in there:
            found = _pair(one, other)
            if best is None or _points(found) > _points(best):
                best = found
    return best or ("person_state", "", "")


def _points(found: Found) -> float:
    return likeness_table().points[found[0]]


def _pair(one: Side, other: Side) -> Found:
    words = (shown(one), shown(other))
    if one.kind != "person" or other.kind != "person":
        return ("person_state", *words)
    if one.name and other.name:
        return (_named(one, other), *words)
    return ("person_office" if offices_agree(one, other) else "person_clash", *words)


def _named(one: Side, other: Side) -> str:
    """How two named persons of one state agree. An office of one holder has one holder: he is spelled in a way that no rule tells of."""
    names = agreement(one.name, other.name, one.country)
    if names in ("same", "may"):
        return f"person_{names}"
    if one.posts & other.posts & person_table().one_holder or (names == "near" and one.posts and other.posts and offices_agree(one, other)):
        return "person_office"
    return "person_clash"


def shown(side: Side) -> str:
    """A participant in words: the name, else the title, else the state."""
    return side.name or next((o.title or o.office for o in side.offices), side.local)


def offices_agree(one: Side, other: Side) -> bool:
    """Whether two persons of one state, one of them without a name, may be one by their offices."""
    here, there = one.posts, other.posts
    if not here or not there or here & there:
        return True
    return any(here & row and there & row for row in likeness_table().offices)


def carriers_alike(a: Report, b: Report) -> Feature | None:
    """Whether the same envoy carries, the same person is concerned; None where one of the reports tells of none by name."""
    here, there = _carriers(a), _carriers(b)
    if not here or not there:
        return None
    for one in here:
        for other in there:
            if one.bloc == other.bloc and agreement(one.name, other.name, one.country) in ("same", "may"):
                return feature("carrier", "carrier_same", f"{one.name} / {other.name}")
    return feature("carrier", "carrier_clash", f"{_names(here)} / {_names(there)}")


def _carriers(report: Report) -> list[Side]:
    return [s for s in report.sides if s.role in CARRIERS and s.name and s.kind == "person"]


def _names(sides: Iterable[Side]) -> str:
    return ", ".join(s.name for s in sides)
