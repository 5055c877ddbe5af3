"""The codebook as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.model.vocabulary import ActType
from dragoman.reading.codes import CodeRow, code_table
from dragoman.views.blocks import table
from dragoman.views.codebook import NO_ACT, ActEntry, CodedExample, NotToConfuse, TermEntry, WordEntry, codebook

_ROLES = ("agent", "counterpart", "party", "subject")
_DENIED = "An act that is `denied` has no codes. The rows are tried from top to bottom; the first that holds gives the codes."


def codebook_page() -> str:
    """The page: acts with their codes, statuses, roles, offices, topics, relations; every word has its own heading or row."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    book = codebook()
    yield "<!-- Made by scripts/make_codebook.py from src/dragoman/tables/codebook.yaml: change that file, not this page. -->\n"
    yield f"# Codebook\n\n{book.introduction}"
    yield "## Contents\n"
    yield from _contents()
    yield f"\n## Acts\n\nThe codes are those of PLOVER and CAMEO. {_DENIED}"
    for name in code_table().acts:
        yield from _act(name, book.acts[name])
    for title, words in (("Statuses", book.statuses), ("Roles", book.roles)):
        yield f"\n## {title}"
        for word, entry in words.items():
            yield from _word(word, entry)
    for title, terms in (("Offices", book.offices), ("Topics", book.topics), ("Relations", book.relations)):
        yield f"\n## {title}\n"
        yield _terms(title, terms)


def _contents() -> Iterator[str]:
    acts = ", ".join(f"[{name}](#{name})" for name in codebook().acts)
    yield f"- [Acts](#acts): {acts}"
    yield from (f"- [{title}](#{title.lower()})" for title in ("Statuses", "Roles", "Offices", "Topics", "Relations"))


def _act(name: ActType, entry: ActEntry) -> Iterator[str]:
    yield f"\n### {name}\n\n{entry.meaning}\n"
    yield from (f"- **{role}**: {told}" for role in _ROLES if (told := getattr(entry, role)) is not None)
    yield ""
    yield _example(entry.example)
    if entry.forms:
        yield ""
        yield table(
            ("form", "what it means", "example"),
            [(f"`{form}`", e.meaning, f"*{e.example}*") for form, e in entry.forms.items()],
            numbers=False,
        )
    yield from _confusions(entry.confusions)
    rows = [_code(row) for row in code_table().acts[name]]
    yield "\nCodes:\n" if rows else "\nNeither scheme has a code for it."
    if rows:
        yield table(("where", "PLOVER", "CAMEO"), rows, numbers=False)


def _word(word: str, entry: WordEntry) -> Iterator[str]:
    yield f"\n### {word}\n\n{entry.meaning}\n"
    yield _example(entry.example)
    yield from _confusions(entry.confusions)


def _example(example: CodedExample) -> str:
    source = f" (from `{example.source}` of evaluation/fr/develop)" if example.source else ""
    return f"> {example.text}  \n> `{example.tells}`{source}"


def _confusions(confusions: Iterable[NotToConfuse]) -> Iterator[str]:
    yield "\nNot to be confused with\n"
    for case in confusions:
        other = "no act at all" if case.other == NO_ACT else f"`{case.other}`"
        yield f"- {other}: {case.rule}"


def _terms(title: str, terms: Mapping[str, TermEntry]) -> str:
    def row(word: str, entry: TermEntry) -> tuple[str, ...]:
        return f"`{word}`", entry.meaning, f"*{entry.example}*" + (f" `{entry.tells}`" if entry.tells else "")

    return table((title.lower().removesuffix("s"), "what it means", "example"), [row(w, e) for w, e in terms.items()], numbers=False)


def _code(row: CodeRow) -> tuple[str, str, str]:
    """A row of codes.yaml in words: where it holds, and what it gives."""
    conditions = {"form": row.form, "status": row.status, "topic": row.topics, "place": row.venue, "frame": row.frames, **row.who}
    where = "; ".join(f"{name} {', '.join(words)}" for name, words in conditions.items() if words)
    plover = f"{row.plover}{f' ({row.mode})' if row.mode else ''}" if row.plover else "–"
    cameo = f"{row.cameo} {code_table().cameo[row.cameo]}" if row.cameo else "–"
    return where or "otherwise", plover, cameo
