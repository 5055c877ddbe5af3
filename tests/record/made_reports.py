"""Reports made for tests: by hand with `report`, at random with `reports`."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from dragoman.record.days import days_of
from dragoman.record.report import Post, Report, Side, report_ident

BLOCS = ("DZA", "AZE", "SEN", "MRT", "org:AU")
NAMES = {
    "DZA": ("Mourad Bencherif", "Mourad Ben Cherif", "Salim Zeghdoudi", ""),
    "AZE": ("Elchin Huseynbeyli", "Elçin Hüseynbəyli", ""),
    "SEN": ("Khady Ndiour", "Khadi Ndiour", "Babacar Ndoye"),
    "MRT": ("Isselmou Ould Bechir", "Ould El Béchir"),
    "org:AU": ("", "Moussa Kaba"),
}


def side(told: str, role: str = "party", **more: object) -> Side:
    """A side from `Elchin Huseynbeyli@AZE`, `foreign_minister@DZA` (nobody named), or `DZA`."""
    name, at, bloc = told.rpartition("@")
    if not at:
        return Side(local=told, role=role, kind="organisation" if told.startswith("org:") else "country", bloc=told)
    if name.islower():
        return Side(local=f"per:{name}@{bloc}", role=role, kind="person", bloc=bloc, offices=(Post(name, bloc, name),), **more)  # type: ignore[arg-type]
    slug = name.split()[-1].lower()
    return Side(local=f"per:{slug}@{bloc}", role=role, kind="person", bloc=bloc, name=name, **more)  # type: ignore[arg-type]


def report(
    document: str,
    kind: str,
    *sides: str | Side,
    date: str = "",
    published: str = "2023-03-15",
    local: str = "a1",
    seq: int = 1,
    **more: object,
) -> Report:
    """A report of a document, whose name stands for its text."""
    digest = "sha256:" + hashlib.sha256(document.encode()).hexdigest()
    type_, _, form = kind.partition("/")
    first, last = days_of(date)
    place, _, country = str(more.pop("place", "")).rpartition("@")
    return Report(
        ident=report_ident(digest, local),
        document=digest,
        seq=seq,
        local=local,
        type=type_,
        form=form,
        status=str(more.pop("status", "done")),
        sides=tuple(side(s) if isinstance(s, str) else s for s in sides),
        edtf=date,
        first_day=first,
        last_day=last,
        place=place or country,
        country=country,
        latitude=1.0 if place else None,
        published=published,
        day=days_of(published)[0],
        publisher=str(more.pop("publisher", document)),
        **more,  # type: ignore[arg-type]
    )


DAYS = st.dates().map(lambda d: d.isoformat())
NEAR = st.integers(1, 28).map(lambda n: f"2023-03-{n:02}")
WIDE = ["2023", "2023-03", "2023-02", "../2023-12-31", "2023-03-03/2023-03-05", "[2023-03-01,2023-03-08]", "XXXX-03-12"]
DATES = st.one_of(st.just(""), NEAR, st.sampled_from(WIDE))


@st.composite
def _sides(draw: st.DrawFn) -> tuple[Side, ...]:
    out = []
    for bloc in draw(st.lists(st.sampled_from(BLOCS), min_size=0, max_size=3, unique=True)):
        name = draw(st.sampled_from(NAMES[bloc]))
        role = draw(st.sampled_from(["agent", "counterpart", "party", "envoy", "subject"]))
        told = f"{name}@{bloc}" if name else draw(st.sampled_from([bloc, f"head_of_state@{bloc}", f"foreign_minister@{bloc}"]))
        out.append(side(told, role))
    return tuple(out)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of some document about March 2023."""
    return report(
        draw(st.sampled_from([f"d{n}" for n in range(8)])),
        draw(st.sampled_from(["meeting/audience", "meeting/talks", "meeting", "visit", "agreement/signed", "conference", "call"])),
        *draw(_sides()),
        date=draw(DATES),
        published=draw(st.one_of(NEAR, st.just(""), st.just("2023-03"))),
        local=f"a{draw(st.integers(1, 4))}",
        seq=draw(st.integers(1, 9)),
        status=draw(st.sampled_from(["done", "done", "announced", "intended", "called_off", "denied"])),
        place=draw(st.sampled_from(["", "Algiers@DZA", "@DZA", "Baku@AZE"])),
        sentence=draw(st.sampled_from(["", "Un mémorandum sur le gaz a été signé.", "Le procès-verbal de la session a été signé."])),
        hedged=draw(st.booleans()),
    )
