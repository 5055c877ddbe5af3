"""An explanation as a person reads it."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model.reading import Reading
from dragoman.views.explanation import Explanation
from dragoman.views.names import names
from dragoman.views.summary import act_block, words
from dragoman.views.terminal import visible


def explanation_text(explanation: Explanation, reading: Reading) -> RenderableType:
    """The act, its sentence with the words that told it, its frame's row, and a table of fields and rules."""
    act = explanation.act
    sentence = Text(visible(explanation.sentence))
    for span in act.evidence:
        sentence.highlight_words([visible(span.text)], "bold reverse")
    parts: list[RenderableType] = [act_block(act, names(reading)), Text("\nsentence", "bold"), Padding(sentence, (0, 0, 0, 2))]
    row = explanation.frame
    if row is None:
        parts += [Text(f"\nframe {act.frame or 'unknown'}", "bold")]
    else:
        parts += [Text(f"\nframe {row.id}  {visible(row.file)}:{row.line}", "bold"), Padding(Text(visible(row.text)), (0, 0, 0, 2))]
    return Group(*parts, Text("\nfields", "bold"), _fields(explanation))


def _fields(explanation: Explanation) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (2, 4, 6, 5):
        table.add_column(ratio=ratio, overflow="fold")
    for rule in explanation.rules:
        table.add_row(Text(rule.field, "dim"), Text(visible(rule.value)), Text(visible(rule.rule)), words(rule.words))
    return Padding(table, (0, 0, 0, 2))
