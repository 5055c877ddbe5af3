from __future__ import annotations

import io

import pytest
from rich.console import Console

from dragoman.model.act import Act, ActDate, Participant
from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement
from dragoman.views.summary import summary
from dragoman.views.terminal import show, visible, wants_colour
from dragoman.views.untold import untold

TEXT = "Le Mali a reçu le Japon. La pluie tombait."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def reading(**more: object) -> Reading:
    act = Act(
        id="a1",
        type="meeting",
        status="done",
        participants=(
            Participant(actor="JPN", role="counterpart", evidence=(span("le Japon"),)),
            Participant(actor="MLI", role="agent", on_behalf_of="org:AU", evidence=(span("Le Mali"),)),
        ),
        date=ActDate(edtf="[2022-08-03,2022-08-10,2022-08-17,2022-08-24,2022-08-31]", basis="told"),
        evidence=(span("a reçu"),),
        hedged=True,
    )
    parts: dict[str, object] = {
        "actors": (Actor(id="MLI", kind="country", name="Mali", mentions=(span("Le Mali"),)),),
        "acts": (act,),
        "statements": (Statement(id="s1", speakers=("MLI",), mode="direct", content=(span("La pluie tombait"),), sources=("JPN",)),),
        "relations": (Relation(type="member_of", subject="MLI", object="org:AU", evidence=(span("Le Mali"),)),),
        "warnings": ("a quotation is never closed",),
    } | more
    document = Document(id="sha256:0", uri="a.txt", language="fr", text=TEXT, title="Une visite", published="2022-08")
    return Reading(reader=ReaderVersion(name="dragoman", version="0"), document=document, **parts)  # type: ignore[arg-type]


def text(of: Reading, colour: bool = False, width: int = 100, missed: tuple[str, ...] = ()) -> str:
    stream = io.StringIO()
    show(Console(file=stream, width=width, color_system="standard" if colour else None, force_terminal=colour), summary(of, missed))
    return stream.getvalue()


def test_everything_is_there() -> None:
    lines = text(reading(), missed=("La pluie tombait.",))
    for words in (
        "Une visite",
        "a.txt · 2022-08",
        "a1  meeting  done  the text holds back",
        "Mali (MLI) for org:AU",
        "« le Japon »",
        "told by       « a reçu »",
        "Mali (MLI), direct, according to JPN",
        "Mali (MLI) member of org:AU",
        "La pluie tombait.",
        "a quotation is never closed",
    ):
        assert words in lines
    assert lines.index("Mali (MLI) for") < lines.index("counterpart")


def test_a_long_date_is_folded_not_cut() -> None:
    assert "".join(line[20:].strip() for line in text(reading(), width=70).splitlines() if "2022-08-" in line and "a.txt" not in line) in (
        "[2022-08-03,2022-08-10,2022-08-17,2022-08-24,2022-08-31]"
    )


def test_nothing_read_is_said() -> None:
    assert "nothing read" in text(reading(acts=(), statements=(), relations=(), warnings=()))


def test_colours() -> None:
    assert "\x1b[" in text(reading(), colour=True)
    assert "\x1b[" not in text(reading())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_when_colours_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_colour(Terminal(), False)
    assert not wants_colour(Terminal(), True)
    assert not wants_colour(io.StringIO(), False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(Terminal(), False)


def test_untold_sentences() -> None:
    assert untold(reading()) == ["La pluie tombait."]
    assert untold(reading(acts=(), relations=())) == ["Le Mali a reçu le Japon.", "La pluie tombait."]


def test_visible() -> None:
    assert visible("a\x1b[1mb\u202ec\né") == "a\ufffd[1mb\ufffdc\né"
