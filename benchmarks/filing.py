"""How fast readings are filed into a record, and whether that depends on how much it holds.

    python benchmarks/filing.py RECORD [--acts N] [--every N]

Files made-up documents (benchmarks/made_acts.py) in the order of their days; every so many acts, one line: acts filed, acts per second
since the line before, milliseconds per act, bytes on the disk per act, peak memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from made_acts import days, documents, let_go
from made_texts import make_reading
from made_world import make_world

from dragoman.model.reading import Reading
from dragoman.record import Record


def readings(acts: int, seed: int = 1) -> Iterator[tuple[Reading, int]]:
    """Readings in the order of their days, with the number of acts of the made-up world told of so far."""
    world, rng = make_world(seed), random.Random(seed + 7)
    number = told = 0
    for day, todays in days(world, acts, seed + 1):
        made = documents(world, rng, day, todays, number + 1)
        number += len(made)
        told += len(todays)
        yield from ((make_reading(document, world, rng), told) for document in made)
        let_go(todays, made)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=5_000)
    parser.add_argument("--batch", type=int, default=500)
    asked = parser.parse_args()
    spent, burnt, since, line = 0.0, 0.0, 0, asked.every
    with Record.open(asked.record) as record:
        source = readings(asked.acts)
        while batch := list(islice(source, asked.batch)):
            told = batch[-1][1]
            started, begun = time.perf_counter(), time.process_time()
            record.file([reading for reading, _ in batch], batch=asked.batch)
            spent += time.perf_counter() - started
            burnt += time.process_time() - begun
            if told >= line or (told >= asked.acts and told > since):
                report(asked.record, told, told - since, spent, burnt)
                spent, burnt, since, line = 0.0, 0.0, told, line + asked.every


def report(where: str, told: int, acts: int, spent: float, burnt: float) -> None:
    """One line of figures."""
    size = sum(Path(where + end).stat().st_size for end in ("", "-wal") if Path(where + end).exists())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if acts:
        rate = acts / spent
        cpu = 1000 * burnt / acts
        figures = f"{rate:>7,.0f} acts/s  {1000 / rate:.2f} ms/act ({cpu:.2f} CPU)  {size // told:>6,} B/act  {peak:,} MiB"
        print(f"{told:>9,} acts  {figures}", flush=True)


if __name__ == "__main__":
    main()
