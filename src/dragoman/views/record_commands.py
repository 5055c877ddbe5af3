"""`dragoman record`: looking after the record itself: checking it, building it anew, forgetting, decisions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import count, decider, decider_options, format_option, now, opened, record_option, tell

if TYPE_CHECKING:
    from dragoman.views.coder_agreement import CoderAgreement

_SHOWN = 100
"""How many of the things that are wrong are told one by one."""


@click.group("record", epilog="Example:  dragoman record check --record desk.record")
def record_commands() -> None:
    """Look after the record: check it, build it anew, forget a document, hand decisions on."""


@record_commands.command(epilog="Example:  dragoman record check")
@record_option
def check(where: str | None) -> int:
    """Check that everything in the record holds together. Exit status 1 where something does not, a line each."""
    with opened(where) as record:
        wrong = record.check()
        for line in wrong[:_SHOWN]:
            print(line)
        print(f"{record.where}: {f'{len(wrong)} wrong' if wrong else 'sound'}")
    return 1 if wrong else 0


@record_commands.command(epilog="Example:  dragoman record rebuild")
@record_option
@colour_option
def rebuild(where: str | None, no_colour: bool) -> None:
    """Build everything anew from the readings and decisions."""
    from dragoman.views.progress import progress

    with opened(where, writes=True) as record:
        with progress(no_colour):
            documents = record.rebuild()
        print(f"{record.where}: built anew from {count(documents, 'document')}")


@record_commands.command(epilog="Example:  dragoman record forget 9f86d081884c7d65 --why 'withdrawn by the agency'")
@click.argument("document")
@decider_options
@record_option
@format_option
@colour_option
def forget(document: str, by: str | None, why: str, where: str | None, form: str, no_colour: bool) -> None:
    """Let a DOCUMENT, by ident or uri, count no longer. It can be taken back: text and readings are kept (`record undo`)."""
    from dragoman.record.document_pages import is_ident

    with opened(where, writes=True) as record:
        questions = record.questions
        ident = questions.document(document).document.ident if is_ident(document) else questions.seen_at(document)
        decision = record.forget(ident, by=decider(by), at=now(), why=why)
        tell(decision, form, lambda made: f"{made.ident}: {ident} is forgotten", no_colour)


@record_commands.command(epilog="Example:  dragoman record undo d-0123456789abcdef")
@click.argument("decision")
@decider_options
@record_option
@format_option
@colour_option
def undo(decision: str, by: str | None, why: str, where: str | None, form: str, no_colour: bool) -> None:
    """Take a decision back: one more decision."""
    with opened(where, writes=True) as record:
        made = record.undo(decision, by=decider(by), at=now(), why=why)
        tell(made, form, lambda told: f"{told.ident}: {decision} is undone", no_colour)


@record_commands.group(epilog="Example:  dragoman record decisions export > decisions.jsonl")
def decisions() -> None:
    """Hand decisions on, as JSONL."""


@decisions.command("export", epilog="Example:  dragoman record decisions export > decisions.jsonl")
@record_option
def export_decisions(where: str | None) -> None:
    """Write every decision ever made, undone ones too, to standard output, one a line."""
    from dragoman.record.decision_files import decision_lines

    with opened(where) as record:
        for line in decision_lines(record.decisions()):
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


@decisions.command("import", epilog="Example:  dragoman record decisions import decisions.jsonl")
@click.argument("file", type=click.File("rb"))
@record_option
def import_decisions(file: BinaryIO, where: str | None) -> None:
    """Add the decisions of a FILE, - for standard input; those that the record has already change nothing."""
    from dragoman.record.decision_files import read_decisions

    with opened(where, writes=True) as record:
        told = list(read_decisions(file, getattr(file, "name", "-")))
        added = record.take_decisions(told)
        print(f"{record.where}: {count(added, 'decision')} added, {len(told) - added} known already")
        if waiting := record.waiting(told):
            print(
                f"{count(waiting, 'decision')} about documents that the record does not hold: counting once these are filed (dragoman keep)"
            )


@decisions.command("compare", epilog="Example:  dragoman record decisions compare anna.jsonl ben.jsonl")
@click.argument("one", type=click.File("rb"))
@click.argument("other", type=click.File("rb"))
@format_option
def compare_decisions(one: BinaryIO, other: BinaryIO, form: str) -> None:
    """Compare two coders' files of decisions: on how many questions that both answered they agree, and on which they do not."""
    import msgspec

    from dragoman.record.decision_files import read_decisions
    from dragoman.views.coder_agreement import agreement

    names = [getattr(file, "name", "-") for file in (one, other)]
    told = [msgspec.structs.replace(d, by=name) for name, file in zip(names, (one, other)) for d in read_decisions(file, name)]
    tell(agreement(told, *names), form, _agreement_text)


def _agreement_text(found: CoderAgreement) -> str:
    lines = [f"{found.one}: {count(found.answered[0], 'answer')}; {found.other}: {count(found.answered[1], 'answer')}"]
    for kind in found.kinds:
        alpha = "" if kind.alpha is None else f", alpha {kind.alpha:.3f}"
        lines.append(f"{kind.kind:10} {kind.both} answered by both, {kind.equal} alike{alpha}")
    for one in found.differ:
        lines.append(f"{one.kind:10} {one.one.kind} / {one.other.kind}: " + " / ".join(words.text for words in one.words))
    return "\n".join(lines)
