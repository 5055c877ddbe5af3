"""`dragoman promises`: what was announced, intended or agreed, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import filter_options, format_option, make_filter, opened, record_option, tell

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.record.answers import PromisePage

_STATES = ("overdue", "due_soon", "open", "fulfilled", "renewed", "called_off")


@click.command(epilog="Example:  dragoman promises --country DZA --open")
@filter_options
@click.option("--open", "only_open", is_flag=True, help="Only what is still open, due soon or overdue.")
@click.option("--state", "states", multiple=True, type=click.Choice(_STATES), help="Only of this state; may be given several times.")
@click.option("--as-of", metavar="DAY", help="How they stand on this day; by default that of the latest publication in the record.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, metavar="N", help="Show so many at most.")
@click.option("--cursor", metavar="WORD", help="Go on where a page ended.")
@record_option
@format_option
@colour_option
def promises(
    only_open: bool,
    states: tuple[str, ...],
    as_of: str | None,
    limit: int,
    cursor: str | None,
    where: str | None,
    form: str,
    no_colour: bool,
    **asked: tuple[str, ...] | str | None,
) -> None:
    """Promises and how they stand: overdue ones first, then those due soon, open, fulfilled, renewed, called off."""
    wanted = _STATES[:3] if only_open else states
    with opened(where) as record:
        page = record.questions.promises(make_filter(limit=limit, cursor=cursor, **asked), states=wanted, as_of=as_of)  # type: ignore[arg-type]
        tell(page, form, _text, no_colour)


def _text(page: PromisePage) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from dragoman.views.act_text import promise_list

    more = [Text(f"more: --cursor {page.next}", "dim")] if page.next else []
    return Group(Text(f"as of {page.as_of or 'no day: nothing is dated'}", "dim"), promise_list(page.promises), *more)
