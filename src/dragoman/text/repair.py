"""Repair: from the text as handed in to one that a parser can read, with every offset kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.text.accents import accent_edits
from dragoman.text.characters import character_edits, composing_edits, doubling_edits, ordinal_edits
from dragoman.text.edits import Draft, Edit
from dragoman.text.markup import markup_edits
from dragoman.text.mojibake import mojibake_edits
from dragoman.text.paragraphs import unwrapping_edits
from dragoman.text.repaired import RepairedText
from dragoman.text.words import (
    broken_word_edits,
    glued_sentence_edits,
    glued_word_edits,
    hyphenation_edits,
    inversion_edits,
    parted_elision_edits,
    spelled_word_edits,
)

PASSES: tuple[Callable[[str], Iterator[Edit]], ...] = (
    mojibake_edits,
    markup_edits,
    composing_edits,
    character_edits,
    doubling_edits,
    parted_elision_edits,
    inversion_edits,
    ordinal_edits,
    hyphenation_edits,
    unwrapping_edits,
    spelled_word_edits,
    broken_word_edits,
    glued_sentence_edits,
    glued_word_edits,
    accent_edits,
)
"""What is repaired, in order: each pass sees what the one before it left."""


def repair(original: str) -> RepairedText:
    """The repaired view of a text; where nothing is broken, the text itself."""
    draft = Draft.of(original)
    for edits in PASSES:
        draft = draft.edited(edits(draft.text))
    return draft.finished(original)
