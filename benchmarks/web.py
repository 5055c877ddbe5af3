"""How fast the reading room's pages come where many read at once.

    web.py RECORD [--readers 20] [--requests 400] [--seconds 20] [--processes 2] [--only WORD] [--page FILE]

RECORD is one that `generate_record.py` made. For every page, `dragoman serve --read-only` is opened anew in so many processes and asked
`--requests` times or for `--seconds`, whichever ends first, of other countries, pairs and persons each time, by `--readers` who each
ask again as soon as they have their answer; the first answer of each reader is not measured. At the end they ask for all pages mixed.
Pages without such a choice (home, map, broad words) are one address, so what the room remembers answers them: their first answer, which is
the dear one, is not in the figures unless it outlasts the warming up.
An answer that has not come after 30 seconds has failed, and counts as 30 seconds. `processor ms` is how long the room's processes worked
for each answer, which other programs on the machine change little; `kB` the longest answer, packed as browsers ask for it. With `--page
docs/performance.md` the figures are written into that page, in place of those of a record of the same size. Readers and room share the
machine.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from performance_page import put

from dragoman.record import Record
from record import BROAD, COMMON, Drawn, p, size

BEGIN, END = "<!-- room {acts} -->", "<!-- /room {acts} -->"
_P95 = 0.95
_TIMEOUT = 30


@dataclass
class Figures:
    """What a page took: milliseconds of each answer, seconds of all together, how often what came instead of a page (a status, or an
    error by name), the seconds of processor that the room worked, and the bytes of the longest answer.
    """

    name: str
    milliseconds: list[float]
    seconds: float
    failed: Counter[str]
    worked: float = 0.0
    longest: int = 0

    def row(self) -> str:
        """A row of the table."""
        answers = len(self.milliseconds)
        worked, failed = self.worked * 1000 / answers, f"{self.failed.total()} of {answers}{self.statuses()}"
        return (
            f"| {self.name} | {p(self.milliseconds, 0.5):.0f} | {p(self.milliseconds, _P95):.0f} | {answers / self.seconds:.0f} |"
            f" {worked:.1f} | {self.longest / 1000:.0f} | {failed} |"
        )

    def statuses(self) -> str:
        """The statuses that failed, where some did."""
        return f" ({', '.join(f'{status}: {n}' for status, n in sorted(self.failed.items()))})" if self.failed else ""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", default="", help="only the pages in whose names this stands")
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    with Record.open(asked.record, create=False) as record:
        held, drawn = size(record.engine), Drawn(record.engine)
    rows, opened = [], []
    for name, paths in drawn_paths(drawn, asked.readers + asked.requests).items():
        if asked.only not in name:
            continue
        with served(asked.record, asked.processes) as (port, group, seconds):
            opened.append(seconds)
            read(port, paths[: asked.readers], asked.readers, name, asked.seconds)
            before = worked(group)
            figures = read(port, paths[asked.readers :], asked.readers, name, asked.seconds)
            figures.worked = worked(group) - before
            rows.append(figures.row())
            print(rows[-1], flush=True)
    if asked.page:
        how = f"{asked.readers} readers, {asked.processes} processes, {held['database']}; the room opens in {p(opened, 0.5):.1f} seconds"
        write(asked.page, held["acts"], rows, how)


def drawn_paths(drawn: Drawn, requests: int) -> dict[str, list[str]]:
    """What is asked for of each page, by its name, the mix of all at the end."""
    paths = {name: [draw() for _ in range(requests)] for name, draw in pages(drawn).items()}
    mixed = [path for listed in paths.values() for path in listed]
    drawn.rng.shuffle(mixed)
    return paths | {"**all pages mixed**": mixed[:requests]}


def pages(drawn: Drawn) -> dict[str, Callable[[], str]]:
    """Each page of the room, by what draws its address."""

    def part(ident: str) -> str:
        return quote(ident, safe=":@")

    def pair() -> str:
        return "/".join(drawn.pair())

    return {
        "home": lambda: "/",
        "dossier of a pair": lambda: f"/pair/{pair()}",
        "brief of a pair": lambda: f"/pair/{pair()}/brief",
        "dossier of a country": lambda: f"/country/{drawn.country()}",
        "dossier of an organisation": lambda: f"/organisation/{part(drawn.one(drawn.organisations))}",
        "dossier of a person": lambda: f"/person/{part(drawn.one(drawn.persons)[0])}",
        "act": lambda: f"/act/{part(drawn.one(drawn.acts))}",
        "document": lambda: f"/document/{part(drawn.one(drawn.documents))}",
        "search of everything": lambda: "/search",
        "search of a country": lambda: f"/search?country={drawn.country()}",
        "search by common words and a country": lambda: f"/search?text={quote(COMMON)}&country={drawn.country()}",
        "search by broad words": lambda: f"/search?text={BROAD}",
        "documents by broad words": lambda: f"/search/documents?text={BROAD}",
        "promises": lambda: "/promises",
        "promises of a country": lambda: f"/promises?country={drawn.country()}",
        "map": lambda: "/map",
        "map of a country": lambda: f"/map?country={drawn.country()}",
        "network": lambda: "/network",
        "network of a country": lambda: f"/network?country={drawn.country()}",
        "review": lambda: "/review",
        "read": lambda: "/read",
    }


@contextmanager
def served(record: str, processes: int) -> Iterator[tuple[int, int, float]]:
    """The room on a record: the port on which it answers, its processes' group, and how many seconds passed until it answered."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "dragoman", "serve", "--record", record, "--port", "0", "--no-open", "--read-only"]
    with subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", process.stderr.readline() if process.stderr else "")
            if not found:
                raise SystemExit("the room did not open")
            connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=_TIMEOUT)
            ask(connection, "/read")
            connection.close()
            yield int(found[1]), process.pid, time.perf_counter() - began
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def worked(group: int) -> float:
    """How many seconds of processor the processes of a group have worked."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            told = stat.read_text().rpartition(")")[2].split()
            ticks += int(told[11]) + int(told[12]) if int(told[2]) == group else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def read(port: int, paths: list[str], readers: int, name: str, seconds: float) -> Figures:
    """Ask for all paths, or for so many seconds, as so many readers at once."""
    began = time.perf_counter()
    figures, waiting, lock = Figures(name, [], 0.0, Counter()), iter(paths), threading.Lock()

    def reader() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
        while True:
            with lock:
                path = next(waiting, None) if time.perf_counter() - began < seconds else None
            if path is None:
                return connection.close()
            started = time.perf_counter()
            status, length = ask(connection, path)
            took = (time.perf_counter() - started) * 1000
            with lock:
                figures.milliseconds.append(took)
                figures.longest = max(figures.longest, length)
                figures.failed.update([status] if status != "200" else [])

    threads = [threading.Thread(target=reader) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures.seconds = time.perf_counter() - began
    return figures


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[str, int]:
    """The status of one page, or the name of the error where none came, and its length as sent."""
    try:
        connection.request("GET", path, headers={"Accept": "text/html", "Accept-Language": "fr", "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        length = len(answer.read())
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        return type(error).__name__, 0
    return str(answer.status), length


def write(page: Path, acts: int, rows: list[str], how: str) -> None:
    """Put the figures into the page, in place of those of a record of this size."""
    begin, end = (mark.format(acts=acts) for mark in (BEGIN, END))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; readers and room share them"
    head = ["| page | p50 ms | p95 ms | pages a second | processor ms | kB | failed |", "|---|---:|---:|---:|---:|---:|---:|"]
    table = "\n".join([begin, f"### The reading room, {acts:,} acts", "", f"{how}; {machine}.", "", *head, *rows, end])
    put(page, table)


if __name__ == "__main__":
    main()
