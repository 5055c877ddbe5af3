"""From a token to whom it points at: a mention, a place, a pronoun, or through an abstract noun to its owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dragoman.grammar.clause import Clause, Filler
from dragoman.grammar.clause_text import Annotations, Range
from dragoman.grammar.spelled_out import states_behind

ReferenceKind = Literal["mention", "place", "pronoun", "speaker"]

DEEPEST = 3
"""How many nouns a reference may go through (`les efforts de la présidence du Mouvement`)."""

FARTHEST_PLACE = 200
"""So many code points before a pronoun of place (`y`) its place stands at most."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a token points at: `index` is a mention's or a place's, None for a pronoun; `at` is the token's range in the repaired text.

    `through` is true where the way led through an abstract noun (`aux efforts de l'Algérie`).
    """

    kind: ReferenceKind
    index: int | None
    at: Range
    plural: bool = False
    feminine: bool | None = None
    possessive: bool = False
    through: bool = False


class References:
    """The references of one clause."""

    def __init__(self, clause: Clause, annotations: Annotations) -> None:
        self.clause = clause
        self.annotations = annotations
        self.place_of = _places(clause, annotations)

    def of(self, token: Token, through: bool = True, depth: int = 0) -> list[Reference]:
        """Whom a token points at; empty where at nobody."""
        own = self.direct(token)
        if own or not through or depth >= DEEPEST:
            return own
        found: list[Reference] = []
        clause = self.clause
        for filler in (
            *clause.modifiers(token, "adjective"),
            *clause.slot(token, "of"),
            *(clause.modifiers(token, "possessor") if not self._is_relational(token) else ()),
            *self._doers(token),
            *(Filler(c) for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN" and not self.direct(c)),
        ):
            found.extend(self.of(filler.token, True, depth + 1))
            if found:
                break
        return [Reference(r.kind, r.index, r.at, r.plural, r.feminine, r.possessive, True) for r in found]

    def _is_relational(self, token: Token) -> bool:
        return token.lemma_.lower() in self.clause.syntax.relational or token.lower_ in self.clause.syntax.relational

    def direct(self, token: Token) -> list[Reference]:
        """Whom a token itself names or stands for."""
        clause = self.clause
        at = clause.parsed.ranges[token.i]
        index = clause.parsed.mention_of[token.i]
        if index is not None:
            mention = self.annotations.mentions[index]
            return [Reference("mention", index, (mention.start, mention.end), mention.plural, mention.feminine)]
        place = self.place_of.get(token.i)
        if place is not None:
            found = self.annotations.places[place]
            return [Reference("place", place, (found.start, found.end))]
        return self._pronoun(token, at) or self._spelled_out(token)

    def _spelled_out(self, noun: Token) -> list[Reference]:
        clause = self.clause
        listed = states_behind(noun, clause.parsed, self.annotations.mentions, clause.syntax) if noun.pos_ == "NOUN" else []
        return [r for t in listed for r in self.direct(t)]

    def there(self, token: Token) -> list[Reference]:
        """The town or state told last before a pronoun of place."""
        at = self.clause.parsed.ranges[token.i]
        told = [(p.start, p.end, "place", i) for i, p in enumerate(self.annotations.places)]
        told += [(m.start, m.end, "mention", i) for i, m in enumerate(self.annotations.mentions) if m.kind == "country"]
        before = [t for t in told if t[1] <= at[0] and at[0] - t[0] <= FARTHEST_PLACE]
        if not before:
            return []
        start, end, kind, index = max(before)
        return [Reference("place" if kind == "place" else "mention", index, (start, end))]

    def _pronoun(self, token: Token, at: Range) -> list[Reference]:
        syntax, word = self.clause.syntax, token.lower_
        if word in syntax.first_person or word in syntax.our:
            return [Reference("speaker", None, at, word in syntax.our, None, word in syntax.our)]
        if word in syntax.possessives:
            return [Reference("pronoun", None, at, word in syntax.plural_possessives, None, True)]
        if token.pos_ == "PRON" and any(word in words for words in syntax.third_person.values()):
            plural = "Plur" in token.morph.get("Number", [])
            gender = token.morph.get("Gender", [])
            dative = word in syntax.third_person["dative"]
            return [Reference("pronoun", None, at, plural, None if dative or not gender else "Fem" in gender)]
        return []

    def _doers(self, noun: Token) -> list[Filler]:
        """`les violations commises par Y`: who did what a noun names."""
        found: list[Filler] = []
        for child in noun.children:
            if child.dep_ in ("acl", "amod") and child.pos_ in ("VERB", "ADJ") and self.clause.group(child).passive:
                found.extend(self.clause.subject(child))
        return found


def _places(clause: Clause, annotations: Annotations) -> dict[int, int]:
    """The index of the place that each token belongs to."""
    out: dict[int, int] = {}
    parsed = clause.parsed
    low, high = parsed.segment.start, parsed.segment.end
    near = [(i, p) for i, p in enumerate(annotations.places) if p.start < high and p.end > low]
    for token in parsed.doc:
        start, end = parsed.ranges[token.i]
        for index, place in near:
            if place.start <= start and end <= place.end and parsed.mention_of[token.i] is None:
                out[token.i] = index
    return out
