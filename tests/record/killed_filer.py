"""A process to be killed while it files: it writes a line for each batch that was confirmed.

python killed_filer.py RECORD CONFIRMED FIRST COUNT
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from told_readings import Told, Who, reading

from dragoman.model.reading import Reading
from dragoman.record import Record

_WHO = (Who("DZA", "Karim Lamine", "foreign_minister"), Who("AZE", "Elchin Guliyev", "foreign_minister"))


def numbered(number: int) -> Reading:
    """The document of a number."""
    day = f"2023-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    return reading(Told("meeting", _WHO, day, place="Algiers@DZA"), Told("visit", _WHO[:1], day), published=day, head=f"Dépêche {number}\n")


def main(record: str, confirmed: str, first: int, count: int) -> None:
    """File documents of ascending numbers, batch by batch."""
    with Path(confirmed).open("ab", buffering=0) as log, Record.open(record) as opened:
        done = first
        for filed in opened.filing(map(numbered, range(first, first + count)), batch=3):
            done += filed.readings + filed.known
            log.write(f"{done}\n".encode())
            os.fsync(log.fileno())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
