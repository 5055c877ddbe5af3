"""Sentences parsed as the reader parses them, for the tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.flow import reader
from dragoman.grammar.clause import Clause
from dragoman.grammar.clause_text import ClauseText
from dragoman.grammar.engine import Telling
from dragoman.grammar.mending import mend
from dragoman.grammar.parsed import Parsed, parsed
from dragoman.grammar.standing import Climber
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.reader import make_document


@dataclass(frozen=True)
class Sentence:
    """A sentence with its annotations, what the parser saw of it, its parse and its clause."""

    item: Annotated
    seen: ClauseText
    parsed: Parsed
    clause: Clause

    @property
    def climber(self) -> Climber:
        """What climbs from a predicate of this sentence."""
        return Climber(self.clause, reader().frames)

    def token(self, word: str) -> Token:
        """The first token of this form."""
        found = [t for t in self.parsed.doc if t.text == word]
        assert found, [t.text for t in self.parsed.doc]
        return found[0]

    def actors(self, token: Token) -> tuple[str, ...]:
        """Whom a token stands for; its own form where it is no mention's head."""
        index = self.parsed.mention_at(token)
        return self.item.annotations.mentions[index].actors if index is not None else (token.text,)

    def slot(self, word: str, name: str) -> list[str]:
        """Who fills a slot of the word: actors' ids, else forms."""
        return [a for f in self.clause.slot(self.token(word), name) for a in self.actors(f.token)]

    def tellings(self) -> list[Telling]:
        """The acts that the sentence tells."""
        return reader().engine.tellings(self.parsed, self.item.annotations)


def sentence(text: str, published: str = "2024-05-16", mended: bool = True) -> Sentence:
    """The first segment of a text, parsed."""
    by = reader()
    item = annotate(make_document(text, published=published, language="fr"))
    assert isinstance(item, Annotated)
    index = next(i for i, s in enumerate(item.text.segments) if s.kind != "reporting")
    seen, indexes = by.clause(item, index)
    doc = by.nlp(seen.text)
    if mended:
        mend(doc, by.syntax)
    whole = parsed(item.text.segments[index], index, seen, doc, item.annotations.mentions, indexes)
    return Sentence(item, seen, whole, Clause(whole, by.syntax, by.engine.control))
