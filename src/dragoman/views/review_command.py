"""`dragoman review`: the questions of the record to people, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import decider, decider_options, format_option, now, opened, record_option, tell

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.record.answers import Doubt, ReviewPage

_KINDS = ("act", "follow_up", "person", "unanchored", "weak")
_ASKED = {
    "act": "Is this one act?",
    "follow_up": "Does the later act answer to the promise?",
    "person": "Is this one person?",
    "unanchored": "This decision cites words that no reading tells any longer.",
    "weak": "Was this read well?",
}


@click.command(epilog="Example:  dragoman review q-1f2e3d4c5b6a7988 yes --why 'same envoy, same letter'")
@click.argument("question", required=False)
@click.argument("answer", required=False, type=click.Choice(["yes", "no", "unsure"]))
@click.option("--kind", type=click.Choice(_KINDS), help="Only questions of this kind.")
@click.option("--state", type=click.Choice(["open", "answered", "unsure"]), default="open", show_default=True, help="Only of this state.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N", help="Show so many at most.")
@click.option("--cursor", metavar="WORD", help="Go on where a page ended.")
@decider_options
@record_option
@format_option
@colour_option
def review(
    question: str | None,
    answer: str | None,
    kind: str | None,
    state: str,
    limit: int,
    cursor: str | None,
    by: str | None,
    why: str,
    where: str | None,
    form: str,
    no_colour: bool,
) -> None:
    """List the questions that wait, show one QUESTION, or answer it: a decision, which can be undone (`record undo`)."""
    if question is None:
        with opened(where) as record:
            page = record.questions.review(kind, state=state, cursor=cursor, limit=limit)
            tell(page, form, review_text, no_colour)
        return
    if answer is None:
        with opened(where) as record:
            tell(record.questions.doubt(question), form, doubt_text, no_colour)
        return
    with opened(where, writes=True) as record:
        decision = record.answer(question, answer, by=decider(by), at=now(), why=why)  # type: ignore[arg-type]
        tell(decision, form, lambda made: f"{made.ident}: decided by {made.by}", no_colour)


def review_text(page: ReviewPage) -> RenderableType:
    """Questions on a terminal."""
    from rich.console import Group
    from rich.text import Text

    waiting = ", ".join(f"{kind} {count}" for kind, count in page.open.items() if count) or "no question"
    head = Text(f"waiting: {waiting}; answered {page.answered}, unsure {page.unsure}", "dim")
    more = [Text(f"more: --cursor {page.next}", "dim")] if page.next else []
    return Group(head, *map(doubt_text, page.doubts), *more)


def doubt_text(doubt: Doubt) -> RenderableType:
    """A question on a terminal: what it asks about, and the points for and against a yes."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.views.act_text import act_line, called
    from dragoman.views.terminal import visible

    head = Text.assemble((doubt.ident, "bold"), f"  {_ASKED.get(doubt.kind, doubt.kind)}", (f"  {doubt.score:g}", "dim"))
    shown: list[RenderableType] = [act_line(act) for act in doubt.acts]
    shown += [Text(f"{called(person)}  {person.ident}") for person in doubt.persons]
    shown += [Text(visible(document.title or document.ident)) for document in doubt.documents]
    shown += [Text(visible(f"{f.score:+g} {f.name} {f.value}: {f.words}"), "dim") for f in doubt.features]
    return Group(head, *(Padding(one, (0, 0, 0, 2)) for one in shown))
