"""What filing costs in small and in large records, and how fast their dossiers come.

    filing.py RECORD... [--days 2] [--rounds 10] [--asked 200] [--page docs/performance.md]

The RECORDs are SQLite files that `generate_record.py` made, of other sizes each. Every one is copied beside itself, and the copy taken away
at the end. Each is held by a process of its own, the way `dragoman keep` holds it; these take turns: in every round, each files the acts of
some days after its last, the same acts in all of them. The first four rounds warm up and are not measured. Turns make figures comparable on
a machine that others use too: what slows one round slows it for all sizes. Afterwards each answers the dossiers, in turn.

Costs are told as time of the clock and as the process's own work. Merging is finding who is who, which reports tell of one act, what the
act then says, and which promises it keeps; the rest of filing is keeping texts, readings, rows, words and counts.
"""

from __future__ import annotations

import argparse
import functools
import os
import platform
import random
import resource
import shutil
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from made_acts import ACTS_A_DAY, days, documents, let_go
from made_texts import make_reading
from made_world import make_world
from performance_page import put
from sqlalchemy import func, select

from dragoman.model.reading import Reading
from dragoman.record import Record, deriving, linking, schema
from record import Drawn, measured, questions, size

BEGIN, END = "<!-- filing -->", "<!-- /filing -->"
MERGING = ("enter_persons", "enter_blocks", "link", "find_acts", "follow_up", "tell_by_acts", "recast")
"""The steps of `record.deriving` that merge."""
DOSSIERS = ("dossier of a pair", "dossier of a country", "dossier of an organisation", "dossier of a person", "act", "document")
WARMING = 4
HELD = {"reports": "reports", "bytes on disk an act": "bytes_per_act"}
Figures = dict[str, float]


class Spent:
    """Work of this process, by what it was spent on, and how often reports were compared."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.compared = 0
        for name in MERGING:
            setattr(deriving, name, self._timed(name, getattr(deriving, name)))
        merging: Any = linking
        compare = merging.compare

        def counted(a: Any, b: Any) -> Any:
            self.compared += 1
            return compare(a, b)

        merging.compare = counted

    def _timed(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(step)
        def timed(*values: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return step(*values, **named)
            finally:
                self.seconds[name] += time.process_time() - started

        return timed


class Memory:
    """The most memory that was this process's own at a time, in MiB: pages of the record's file, which all processes share, left out."""

    def __init__(self) -> None:
        self.peak = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        status = Path("/proc/self/status")
        while True:
            if status.exists():
                told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("RssAnon"))
                self.peak = max(self.peak, int(told.split()[1]) // 1024)
            else:
                self.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            time.sleep(0.05)


def readings_after(last: str, days_a_round: int, rounds: int) -> Iterator[list[Reading]]:
    """For each round the readings of the documents of so many days, which begin after the last."""
    world, rng = make_world(), random.Random(71)
    first = date.fromisoformat(last) + timedelta(days=1)
    number = first.toordinal() * 1_000
    made_days = days(world, ACTS_A_DAY * days_a_round * rounds, 72, first=first.isoformat())
    while todays := list(islice(made_days, days_a_round)):
        readings: list[Reading] = []
        for day, acts in todays:
            told = documents(world, rng, day, acts, number)
            number += len(told)
            readings += [make_reading(document, world, rng) for document in told]
            let_go(acts, told)
        yield readings


def hold(path: str, days_a_round: int, rounds: int, pipe: Connection) -> None:
    """A process that holds one record, and does what the pipe says: file a round, or answer a dossier so often."""
    with Record.open(path, create=False) as record:
        held = size(record.engine)
        with record.engine.connect() as connection:
            last = connection.execute(select(func.max(schema.document.c.day))).scalar_one()
        source = readings_after(last, days_a_round, rounds)
        spent, memory = Spent(), Memory()
        drawn = Drawn(record.engine)
        asked = dict(questions(record.questions, drawn))
        pipe.send(held)
        while command := pipe.recv():
            if command[0] == "file":
                pipe.send(file_round(record, next(source), ACTS_A_DAY * days_a_round, spent))
            elif command[0] == "ask":
                pipe.send(dict(measured([(command[1], asked[command[1]])], command[2]))[command[1]])
            else:
                pipe.send(memory.peak)


def file_round(record: Record, readings: list[Reading], acts: int, spent: Spent) -> Figures:
    """File one round's readings: for each new act, milliseconds and comparisons; acts a second."""
    spent.seconds.clear()
    spent.compared = 0
    started, worked = time.perf_counter(), time.process_time()
    record.file(readings)
    clock, own = time.perf_counter() - started, time.process_time() - worked
    return {
        "acts filed a second": acts / clock,
        "acts filed a second of own work": acts / own,
        "filing: own ms an act": 1000 * own / acts,
        "merging: own ms an act": 1000 * sum(spent.seconds.values()) / acts,
        **{f"of it {name.replace('_', ' ')}": 1000 * spent.seconds[name] / acts for name in MERGING},
        "comparisons an act": spent.compared / acts,
    }


def measure(records: list[str], days_a_round: int, rounds: int, asked: int) -> list[tuple[dict[str, Any], Figures]]:
    """What each record is and what it costs, medians of all rounds but those that warm up."""
    context = get_context("spawn")
    pipes = []
    for path in records:
        ours, theirs = context.Pipe()
        context.Process(target=hold, args=(path, days_a_round, rounds, theirs), daemon=True).start()
        pipes.append(ours)
    held = [pipe.recv() for pipe in pipes]
    filed: list[list[Figures]] = [[] for _ in pipes]
    for number in range(rounds):
        for pipe, told, what in zip(pipes, filed, held, strict=True):
            figures = ask(pipe, "file")
            print(f"round {number}, {what['acts']:,} acts: " + "  ".join(f"{n} {v:.2f}" for n, v in figures.items()), flush=True)
            if number >= WARMING:
                told.append(figures)
    results = [{name: statistics.median(f[name] for f in told) for name in told[0]} for told in filed]
    for name in DOSSIERS:
        for pipe, result in zip(pipes, results, strict=True):
            answer = ask(pipe, "ask", name, asked)
            result |= {f"{name}: p50 ms": answer["p50"], f"{name}: p95 ms": answer["p95"], f"{name}: p95 ms of own work": answer["own_p95"]}
    for pipe, result in zip(pipes, results, strict=True):
        result["peak memory MiB"] = ask(pipe, "memory")
        pipe.send(None)
    return list(zip(held, results, strict=True))


def ask(pipe: Connection, *command: Any) -> Any:
    """Have a process do something; its answer."""
    pipe.send(command)
    return pipe.recv()


def page(results: list[tuple[dict[str, Any], Figures]], acts: int, rounds: int) -> str:
    """The part of the page: a column for each size, and how the largest compares with the smallest."""
    sizes = [f"{held['acts']:,} acts" for held, _ in results]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, SQLite"
    columns: dict[str, list[float]] = {name: [held[key] for held, _ in results] for name, key in HELD.items()}
    columns |= {name: [result[name] for _, result in results] for name in results[0][1]}
    rows = [f"| {name} | {' | '.join(map(shown, values))} | {ratio(values)} |" for name, values in columns.items()]
    how = f"{machine}. {rounds - WARMING} rounds of {acts} new acts each, in turn, after {WARMING} to warm up; medians."
    head = [f"| | {' | '.join(sizes)} | last : first |", "|---|" + "---:|" * (len(sizes) + 1)]
    return "\n".join([BEGIN, "### Filing, and dossiers, by the size of the record", "", how, "", *head, *rows, END])


def shown(value: float) -> str:
    """A number with three digits that count, or more before the point."""
    return f"{value:,.{0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2}f}"


def ratio(values: list[float]) -> str:
    """The last to the first."""
    return f"{values[-1] / values[0]:.2f}" if values[0] else ""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="+", metavar="RECORD")
    parser.add_argument("--days", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--asked", type=int, default=200)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    copies = [f"{path}.copy" for path in asked.records]
    try:
        for path, copy in zip(asked.records, copies, strict=True):
            shutil.copyfile(path, copy)
        part = page(measure(copies, asked.days, asked.rounds, asked.asked), ACTS_A_DAY * asked.days, asked.rounds)
    finally:
        for copy in copies:
            for end in ("", "-wal", "-shm"):
                Path(copy + end).unlink(missing_ok=True)
    print(part)
    if asked.page:
        put(asked.page, part)


if __name__ == "__main__":
    main()
