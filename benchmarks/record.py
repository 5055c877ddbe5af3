"""How fast a large record answers and files, and how large it is.

    record.py RECORD [--rounds 60] [--file 2000] [--json FILE]

RECORD is one that `generate_record.py` made. Every question is asked `--rounds` times, of other countries, pairs, persons and words each
time, drawn with the same seed on every run; half of the pairs are drawn by how often they act, half evenly. With `--file N`, so many acts
of later days are filed at the end, by the way that `dragoman keep` takes; the record then is larger by those.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from made_acts import days, documents
from made_texts import make_reading
from made_world import World, make_world
from sqlalchemy import Engine, func, make_url, select

from dragoman.model.reading import Reading
from dragoman.record import Record
from dragoman.record.act_filter import ActFilter
from dragoman.record.questions import Questions
from dragoman.record.schema import act, actor, document, report, side, tie

BROAD, COMMON, RARE = "communique", "president republique", '"communique numero 4711"'
_P95 = 0.95


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--file", type=int, default=0)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with Record.open(asked.record, create=False) as record:
        result = {"machine": f"{platform.machine()}, Python {platform.python_version()}", **size(record.engine)}
        print("  ".join(f"{name} {value}" for name, value in result.items()))
        result["questions"] = dict(measured(questions(record.questions, Drawn(record.engine)), asked.rounds))
        if asked.file:
            result["filing"] = filing(record, asked.file)
    result["peak_memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {result['peak_memory_mb']} MB")
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def size(engine: Engine) -> dict[str, Any]:
    """How much the record holds, and its size on disk for each act."""
    with engine.connect() as connection:
        acts = connection.execute(select(func.count(act.c.id))).scalar_one()
        reports = connection.execute(select(func.count(report.c.id))).scalar_one()
        if engine.dialect.name == "sqlite":
            size_on_disk = Path(make_url(engine.url).database or "").stat().st_size
        else:
            size_on_disk = connection.execute(select(func.pg_database_size(func.current_database()))).scalar_one()
    return {"database": engine.dialect.name, "acts": acts, "reports": reports, "bytes_per_act": round(size_on_disk / max(acts, 1))}


class Drawn:
    """What to ask about, drawn with a seed: countries and pairs by how often they act, or evenly."""

    def __init__(self, engine: Engine, seed: int = 5) -> None:
        self.rng = random.Random(seed)
        with engine.connect() as connection:
            rows = connection.execute(select(tie.c.other, tie.c.acts).where(tie.c.ident == "", tie.c.other != "")).all()
            self.blocs = [row.other for row in rows if not row.other.startswith("org:")]
            self.weights = [row.acts for row in rows if not row.other.startswith("org:")]
            self.organisations = [row.other for row in rows if row.other.startswith("org:")]
            newest = select(side.c.actor_id).join(act, act.c.id == side.c.act_id).order_by(act.c.id.desc()).limit(5_000).subquery()
            persons = select(actor.c.ident, actor.c.name).where(actor.c.id.in_(select(newest)), actor.c.kind == "person")
            self.persons = [tuple(row) for row in connection.execute(persons.order_by(actor.c.id))]
            last = connection.execute(select(func.max(act.c.id))).scalar_one()
            rows_wanted = [self.rng.randint(1, last) for _ in range(200)]
            self.acts = [row.ident for row in connection.execute(select(act.c.ident).where(act.c.id.in_(rows_wanted)))]
            last = connection.execute(select(func.max(document.c.id))).scalar_one()
            rows_wanted = [self.rng.randint(1, last) for _ in range(200)]
            self.documents = [row.ident for row in connection.execute(select(document.c.ident).where(document.c.id.in_(rows_wanted)))]

    def country(self) -> str:
        """A country, by how often it acts."""
        (one,) = self.rng.choices(self.blocs, self.weights)
        return str(one)

    def pair(self) -> tuple[str, str]:
        """Two countries, every other time drawn evenly."""
        even = self.rng.random() < 0.5
        a = self.rng.choice(self.blocs) if even else self.country()
        b = a
        while b == a:
            b = self.rng.choice(self.blocs) if even else self.country()
        return a, b

    def one(self, values: list[Any]) -> Any:
        """One of some values, evenly."""
        return self.rng.choice(values)


def questions(ask: Questions, drawn: Drawn) -> Iterator[tuple[str, Callable[[], Callable[[], object]]]]:
    """Each question by its name: what draws its argument comes first, and is not measured."""

    def of(draw: Callable[[], Any], question: Callable[[Any], object]) -> Callable[[], Callable[[], object]]:
        def prepared() -> Callable[[], object]:
            argument = draw()
            return lambda: question(argument)

        return prepared

    yield "dossier of a pair", of(drawn.pair, lambda pair: ask.pair(*pair))
    yield "dossier of a country", of(drawn.country, ask.country)
    yield "dossier of an organisation", of(lambda: drawn.one(drawn.organisations), ask.organisation)
    yield "dossier of a person", of(lambda: drawn.one(drawn.persons)[0], ask.person)
    yield "act", of(lambda: drawn.one(drawn.acts), ask.act)
    yield "document", of(lambda: drawn.one(drawn.documents), ask.document)
    yield "acts of a pair", of(drawn.pair, lambda pair: ask.acts(ActFilter(countries=pair)))
    yield "acts of a country, a rare type", of(drawn.country, lambda c: ask.acts(ActFilter(countries=(c,), types=("expulsion",))))
    yield "acts of a topic and a country", of(drawn.country, lambda c: ask.acts(ActFilter(countries=(c,), topics=("fisheries",))))
    yield "newest acts", of(lambda: None, lambda _: ask.acts())
    yield "facets of a country", of(drawn.country, lambda c: ask.facets(ActFilter(countries=(c,))))
    yield "facets of everything", of(lambda: None, lambda _: ask.facets())
    yield "broad search: acts and facets", of(lambda: ActFilter(text=BROAD), lambda f: (ask.acts(f), ask.facets(f)))
    yield "common words: acts and facets", of(lambda: ActFilter(text=COMMON), lambda f: (ask.acts(f), ask.facets(f)))
    yield (
        "common words and a country: acts and facets",
        of(lambda: ActFilter(text=COMMON, countries=(drawn.country(),)), lambda f: (ask.acts(f), ask.facets(f))),
    )
    yield "rare words: acts and facets", of(lambda: ActFilter(text=RARE), lambda f: (ask.acts(f), ask.facets(f)))
    yield "documents by broad words", of(lambda: BROAD, ask.find)
    yield "documents by rare words", of(lambda: RARE, ask.find)
    yield "promises", of(lambda: None, lambda _: ask.promises())
    yield "promises of a pair", of(drawn.pair, lambda pair: ask.promises(ActFilter(countries=pair)))
    yield "promises counted", of(lambda: None, lambda _: ask.promise_counts())
    yield "who", of(lambda: drawn.one(drawn.persons)[1], ask.who)
    yield "network of everything", of(lambda: None, lambda _: ask.network())
    yield "network of a country", of(drawn.country, lambda c: ask.network(ActFilter(countries=(c,))))
    yield "places of a country", of(drawn.country, lambda c: ask.places(ActFilter(countries=(c,))))
    yield "timeline of everything", of(lambda: None, lambda _: ask.timeline())
    yield "review", of(lambda: None, lambda _: ask.review())
    yield "coverage, asked again", of(lambda: None, lambda _: ask.coverage())


def measured(asked: Iterable[tuple[str, Callable[[], Callable[[], object]]]], rounds: int) -> Iterator[tuple[str, dict[str, float]]]:
    """Milliseconds of every question: of the clock, and of this process's own work, which other programs do not change."""
    for name, prepare in asked:
        prepare()()
        clock, own = [], []
        for _ in range(rounds):
            question = prepare()
            started, worked = time.perf_counter(), time.process_time()
            question()
            own.append((time.process_time() - worked) * 1000)
            clock.append((time.perf_counter() - started) * 1000)
        figures = {"p50": p(clock, 0.5), "p95": p(clock, _P95), "own_p50": p(own, 0.5), "own_p95": p(own, _P95)}
        print(f"{name:<46}" + "".join(f"  {key} {value:7.1f}" for key, value in figures.items()), flush=True)
        yield name, figures


def p(values: list[float], share: float) -> float:
    """The value below which a share of the values lie."""
    return round(sorted(values)[min(int(len(values) * share), len(values) - 1)], 1)


def later_readings(world: World, first: str, acts: int, seed: int) -> Iterator[Reading]:
    """Readings of documents that tell of acts of later days."""
    rng = random.Random(seed)
    number = seed * 1_000_000
    for day, todays in days(world, acts, seed, first=first):
        for made in documents(world, rng, day, todays, number):
            number += 1
            yield make_reading(made, world, rng)


def filing(record: Record, acts: int) -> dict[str, float]:
    """How fast more acts are filed: a second, and milliseconds for each, of the clock and of this process's work."""
    with record.engine.connect() as connection:
        last = connection.execute(select(func.max(document.c.day))).scalar_one()
    first = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    readings = list(later_readings(make_world(), first, acts, int(date.fromisoformat(first).strftime("%j")) + 10))
    reports = sum(len(reading.acts) for reading in readings)
    started, worked = time.perf_counter(), time.process_time()
    record.file(readings)
    clock, own = time.perf_counter() - started, time.process_time() - worked
    figures = {
        "documents": len(readings),
        "reports": reports,
        "reports_a_second": round(reports / clock, 1),
        "ms_a_report": round(clock * 1000 / reports, 3),
        "own_ms_a_report": round(own * 1000 / reports, 3),
    }
    print("filing  " + "  ".join(f"{name} {value}" for name, value in figures.items()))
    return figures


if __name__ == "__main__":
    main()
