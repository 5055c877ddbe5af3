"""`dragoman who`: actors by name, with the offices they were seen in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import count, format_option, opened, record_option, tell

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from dragoman.record.answers import Match, TenureLine


@click.command(epilog="Example:  dragoman who Bayramov")
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, metavar="N", help="Show so many at most.")
@record_option
@format_option
@colour_option
def who(name: tuple[str, ...], limit: int, where: str | None, form: str, no_colour: bool) -> int:
    """Who is called NAME: accents, case and usual spellings do not matter. Exit status 1 where nobody is."""
    with opened(where) as record:
        found = record.questions.who(" ".join(name), limit=limit)
        tell(found, form, _text, no_colour)
    return 0 if found else 1


def tenure_lines(tenures: Iterable[TenureLine], with_names: bool = False) -> Iterator[Text]:
    """Offices with the days on which they were seen held."""
    from rich.text import Text

    from dragoman.views.act_text import called
    from dragoman.views.terminal import visible

    for one in tenures:
        days = one.first_day if one.first_day and one.first_day == one.last_day else f"{one.first_day or '?'} to {one.last_day or '?'}"
        days += f", former on {one.former_day}" if one.former_day else ""
        name = f"{called(one.person)}: " if with_names else ""
        of = f" {one.of}" if one.of else ""
        yield Text(f"{name}{one.office}{of}, {visible(one.title).rstrip(' ,;:')}; {days}, {count(one.documents, 'document')}")


def _text(found: tuple[Match, ...]) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.views.act_text import called

    parts: list[RenderableType] = []
    for one in found:
        parts.append(Text.assemble((called(one.actor), "bold"), f"  {one.actor.ident}  {count(one.acts, 'act')}"))
        if len(one.names) > 1:
            parts.append(Padding(Text(f"also {', '.join(one.names[1:])}", "dim"), (0, 0, 0, 2)))
        parts += [Padding(line, (0, 0, 0, 2)) for line in tenure_lines(one.tenures)]
    return Group(*parts) if parts else Text("nobody of that name")
