"""What the parser sees of a clause, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from clauses import sentence
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.mentions import DateMention, Mention, MentionKind
from dragoman.grammar.clause_text import ClauseText, clause_text
from dragoman.grammar.syntax import load_syntax

SYNTAX = load_syntax("fr")
KINDS: tuple[MentionKind, ...] = ("person", "country", "organisation", "institution", "group", "document", "adjective")
PLAIN = "le la l' d' du au à de des qu’ en et , . ( ) (ONU) a ont reçu mardi hier Mali ministre « » \" ' ’ 𝔐ali 🇲🇱 مالي ΐ İ"
ODD = ("pour sa part,", ", de son côté,", "le 3 mai", "prés ident", "Affaires étrangères,", "lui aussi", "\n", "\t", "  ", "\u202e")


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[Mention], list[DateMention]]:
    """A text of odd words, pieces of it, and mentions and dates that may overlap each other and the pieces' ends."""
    text = draw(st.sampled_from(("", " "))).join(draw(st.lists(st.sampled_from((*PLAIN.split(), *ODD)), min_size=1, max_size=30)))
    text += draw(st.text(max_size=5)) + "x"
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]

    def ranges() -> list[tuple[int, int]]:
        found = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)), max_size=5))
        return sorted({(a, min(a + n, len(text))) for a, n in found})

    mentions = [Mention(a, b, draw(st.sampled_from(KINDS)), plural=draw(st.booleans()), feminine=draw(st.booleans())) for a, b in ranges()]
    return text, pieces, mentions, [DateMention(a, b, None, None) for a, b in ranges()]


def within(mentions: Sequence[Mention], pieces: Sequence[tuple[int, int]]) -> list[int]:
    return [i for i, m in enumerate(mentions) if any(a <= m.start and m.end <= b for a, b in pieces)]


def flat(text: str) -> str:
    return text.translate({ord(c): " " for c in "\n\r\t"})


def parts(clause: ClauseText) -> list[tuple[str, int]]:
    """The words of every stretch, with where they start."""
    ends = [*clause.starts[1:], len(clause.text)]
    return [(clause.text[start:end], start) for start, end in zip(clause.starts, ends, strict=True)]


@given(cut_texts())
def test_every_stretch_leads_back(made: tuple[str, list[tuple[int, int]], list[Mention], list[DateMention]]) -> None:
    text, pieces, mentions, dates = made
    clause = clause_text(text, pieces, mentions, within(mentions, pieces), dates, SYNTAX)
    for (words, start), stretch in zip(parts(clause), clause.stretches, strict=True):
        low, high = clause.origin(start, start + len(words))
        assert (low, high) == stretch.origin
        if stretch.literal:
            assert flat(text[low:high]).replace("’", "'") == words.replace("’", "'")
            for i in range(len(words)):
                assert clause.origin(start + i, start + i + 1) == (low + i, low + i + 1)
        if stretch.mention is not None:
            assert (low, high) == (mentions[stretch.mention].start, mentions[stretch.mention].end)
            assert clause.mention(start) == stretch.mention


@given(cut_texts())
def test_the_order_of_the_text_is_kept_and_nothing_comes_from_outside(
    made: tuple[str, list[tuple[int, int]], list[Mention], list[DateMention]],
) -> None:
    text, pieces, mentions, dates = made
    clause = clause_text(text, pieces, mentions, within(mentions, pieces), dates, SYNTAX)
    at = pieces[0][0]
    for stretch in clause.stretches:
        assert stretch.origin[0] >= at
        at = stretch.origin[1]
    assert at <= pieces[-1][1]
    for stretch in clause.stretches:
        low, high = stretch.origin
        assert low == high or any(a <= low and high <= b for a, b in pieces)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "Le ministre malien des Affaires étrangères et de la Coopération, Oumar Sangaré, a reçu l'ambassadeur du Japon, Kenji Mori.",
            "Le ministre a reçu le ministre.",
        ),
        ("Le Mali a remis un message au ministre des Affaires étrangères du Japon.", "La France a remis un message au ministre."),
        ("Le Mali salue les efforts de la ministre japonaise des Affaires étrangères.", "La France salue les efforts de la ministre."),
        ("L'Organisation des Nations unies (ONU) a salué le Mali.", "La Commission a salué la France."),
        ("Le Mali a, pour sa part, remercié le Japon.", "La France a remercié la France."),
    ],
)
def test_long_names_give_way_to_short_ones(text: str, seen: str) -> None:
    assert sentence(text).seen.text.replace("  ", " ") == seen


def test_a_contraction_is_made_for_the_name_behind_it() -> None:
    seen = sentence("Le Mali a transmis un message d'Oumar Sangaré, ministre des Affaires étrangères, au Japon.").seen
    assert "message du ministre" in seen.text


def test_hostile_text_is_written_in_time() -> None:
    text = "( " * 12_000 + "a, pour sa part, " * 1_500
    clause = clause_text(text, [(0, len(text))], [], [], [], SYNTAX)
    assert clause.origin(0, len(clause.text))[0] == 0
