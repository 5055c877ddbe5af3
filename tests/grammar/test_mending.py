"""A mended parse is a tree, whatever the parser made of the words."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.grammar import mending
from dragoman.grammar.syntax import Syntax
from dragoman.reading.reader import Reader

SENTENCE = "La Commission a adopté, par 141 voix, une résolution qui déplore l'attaque et exige un retrait."


def test_a_tree_that_turns_in_circles_is_kept_as_the_parser_made_it(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = reader.nlp(SENTENCE)
    before = [(token.dep_, token.head.i) for token in doc]

    def turn(doc: Doc, syntax: Syntax) -> None:
        doc[2].head, doc[7].head = doc[7], doc[2]

    monkeypatch.setattr(mending, "_mend", turn)
    mending.mend(doc, reader.engine.syntax)
    assert [(token.dep_, token.head.i) for token in doc] == before


def test_what_hangs_on_a_noun_is_no_list_with_it(reader: Reader) -> None:
    doc = reader.nlp(SENTENCE)
    votes, text = next(t for t in doc if t.text == "voix"), next(t for t in doc if t.text == "résolution")
    votes.head, text.dep_ = text, "obl:mod"
    mending.mend(doc, reader.engine.syntax)
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)
