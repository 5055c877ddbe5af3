"""A reading as a person reads it: acts with who, when, where and how far, statements, relations, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model.act import Act
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement
from dragoman.views.names import Names, document_name, names
from dragoman.views.terminal import visible

STATUS_STYLES = {"done": "green", "announced": "cyan", "intended": "blue", "agreed": "magenta", "called_off": "red", "denied": "red"}
_ROLES = ("agent", "party", "counterpart", "envoy", "subject", "principal", "attendee")
"""The order in which participants are shown."""
_LONGEST_QUOTE = 200
_LONGEST_WORDS = 90
_LABEL_WIDTH = 12

Row = tuple[str, Text, Text]


def summary(reading: Reading, missed: Sequence[str] = ()) -> RenderableType:
    """What a reading says, for a terminal; `missed` are sentences to list below as telling nothing that was read."""
    called = names(reading)
    parts: list[RenderableType] = [_heading(reading)]
    parts += [act_block(act, called) for act in reading.acts]
    parts += _section("said", [_statement(s, called) for s in reading.statements])
    parts += _section("known", [_relation(r, called) for r in reading.relations])
    parts += _section("nothing read in", [("", Text(visible(sentence), "dim"), Text("")) for sentence in missed])
    parts += _section("warnings", [("", Text(visible(w), "yellow"), Text("")) for w in reading.warnings])
    if not (reading.acts or reading.statements or reading.relations or reading.warnings):
        parts.append(Text("  nothing read", "dim"))
    return Group(*parts, Text(""))


def act_block(act: Act, called: Names) -> RenderableType:
    """One act: a line with its type and status, and a row for each thing that is told of it."""
    head = Text.assemble(
        (f"{act.id:>4}  ", "dim"), (act.type, "bold"), f" · {act.form}" if act.form else "", "  ", (act.status, STATUS_STYLES[act.status])
    )
    if act.hedged:
        head.append("  the text holds back", "yellow")
    return Group(head, _grid(list(_act_rows(act, called))))


def words(spans: Sequence[Span] | msgspec.UnsetType, longest: int = _LONGEST_WORDS) -> Text:
    """The words of spans between guillemets, on one line, cut where they are long."""
    if not spans:
        return Text("")
    text = " … ".join(" ".join(visible(s.text).split()) for s in spans)
    return Text(f"« {text if len(text) <= longest else text[: longest - 1].rstrip() + '…'} »", "dim italic")


def _heading(reading: Reading) -> RenderableType:
    document = reading.document
    told = [document.title and document_name(document), document.publisher, document.published, document.dateline]
    facts = " · ".join(visible(fact) for fact in told if fact)
    title = Text(visible(document.title or document_name(document)), "bold underline")
    return Group(title, Text(facts, "dim")) if facts else title


def _act_rows(act: Act, called: Names) -> Iterator[Row]:
    for p in sorted(act.participants, key=lambda p: _ROLES.index(p.role)):
        who = Text(_called(p.actor, called))
        if p.on_behalf_of:
            who.append(f" for {_called(p.on_behalf_of, called)}")
        yield p.role, who, words(p.evidence)
    if act.date:
        yield "when", Text(act.date.edtf), words(act.date.evidence)
    if act.place:
        name, country = visible(act.place.name), act.place.country
        yield "where", Text(f"{name} ({country})" if country else name), words(act.place.evidence)
    if act.within:
        yield "within", Text(act.within), Text("")
    if act.topics:
        yield "about", Text(", ".join(act.topics)), words(act.field_evidence.topics)
    if act.sources:
        yield "according to", Text(", ".join(_called(s, called) for s in act.sources)), words(act.field_evidence.sources)
    if act.field_evidence.status:
        yield "status", Text(act.status), words(act.field_evidence.status)
    yield "told by", words(act.evidence), Text("")


def _statement(statement: Statement, called: Names) -> Row:
    speakers = " and ".join(_called(s, called) for s in statement.speakers) or "nobody named"
    who = Text.assemble((speakers, "bold"), f", {statement.mode}")
    if statement.sources:
        who.append(f", according to {', '.join(_called(s, called) for s in statement.sources)}")
    return statement.id, who, words(statement.content, _LONGEST_QUOTE)


def _relation(relation: Relation, called: Names) -> Row:
    told = f"{_called(relation.subject, called)} {relation.type.replace('_', ' ')} {_called(relation.object, called)}"
    return "", Text(told), words(relation.evidence)


def _called(actor: str, called: Names) -> str:
    return called.get(actor) or visible(actor)


def _section(title: str, rows: list[Row]) -> list[RenderableType]:
    return [Text(f"  {title}", "bold"), _grid(rows)] if rows else []


def _grid(rows: list[Row]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL_WIDTH, style="dim", no_wrap=True)
    beside = any(row[2] for row in rows)
    grid.add_column(ratio=1, overflow="fold")
    if beside:
        grid.add_column(ratio=1, overflow="fold")
    for label, value, evidence in rows:
        grid.add_row(label, value, *([evidence] if beside else []))
    return Padding(grid, (0, 0, 0, 6))
