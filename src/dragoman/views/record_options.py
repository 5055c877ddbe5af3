"""What the commands on a record share: which record, how to write, who decides."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.record.act_filter import ActFilter
    from dragoman.record.record import Record

C = TypeVar("C", bound=Callable[..., Any])
NAME_VARIABLE = "DRAGOMAN_NAME"


def record_option(command: C) -> C:
    """`--record`."""
    told = "The record: a file or a database's URL; by default DRAGOMAN_RECORD, else the user's own."
    return click.option("--record", "where", metavar="FILE|URL", help=told)(command)


def format_option(command: C) -> C:
    """`--format text|json`."""
    return click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write it."
    )(command)


def filter_options(command: C) -> C:
    """Which acts: countries, types, statuses, topics, a period."""
    for option in (
        click.option("--to", "last_day", metavar="DAY", help="To this day: 2022-08-24, 2022-08 or 2022."),
        click.option("--from", "first_day", metavar="DAY", help="From this day on."),
        click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Of this topic."),
        click.option("--status", "statuses", multiple=True, metavar="STATUS", help="Of this status."),
        click.option("--type", "types", multiple=True, metavar="TYPE", help="Of this type."),
        click.option("--person", "persons", multiple=True, metavar="ID", help="In which this person takes part (per:lamamra@DZA)."),
        click.option(
            "--organisation", "organisations", multiple=True, metavar="ID", help="In which this organisation takes part (org:UN)."
        ),
        click.option("--country", "countries", multiple=True, metavar="CCC", help="In which this country takes part; twice: both."),
    ):
        command = option(command)
    return command


def decider_options(command: C) -> C:
    """`--by` and `--why`."""
    by = click.option("--by", envvar=NAME_VARIABLE, metavar="NAME", help=f"Who decides; by default {NAME_VARIABLE}, else the user's name.")
    return by(click.option("--why", default="", metavar="TEXT", help="Why.")(command))


def count(number: int, noun: str, more: str = "") -> str:
    """A number with its noun: `1 document`, `2 documents`, `1,000+ acts`."""
    return f"{number}{more} {noun}" if number == 1 and not more else f"{number}{more} {noun}s"


def decider(by: str | None) -> str:
    """Who decides: as told, else the user's name."""
    import getpass

    return by or getpass.getuser()


def now() -> str:
    """The time of a decision, as its maker's clock tells it: ISO 8601, to the second, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def make_filter(**asked: Any) -> ActFilter:
    """The filter that options tell; countries by code or name."""
    from dragoman.record.act_filter import ActFilter
    from dragoman.views.whom import countries

    asked["countries"] = countries(asked.get("countries", ()))
    return ActFilter(**{key: value for key, value in asked.items() if value not in (None, ())})


@contextmanager
def opened(where: str | None, *, writes: bool = False) -> Iterator[Record]:
    """A record that must be there already, for reading only unless `writes`."""
    from dragoman.record.record import Record

    with Record.open(where, create=False, read_only=not writes) as record:
        yield record


def tell(answer: Any, form: str, text: Callable[[Any], RenderableType], no_colour: bool = False) -> None:
    """Write an answer: as JSON as it is, or as text."""
    if form == "json":
        import msgspec

        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n")
        sys.stdout.buffer.flush()
        return
    from dragoman.views.terminal import console, show

    show(console(sys.stdout, no_colour), text(answer))
