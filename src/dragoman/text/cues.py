"""What opens a reporting clause: an inverted verb of saying, a preposition of source, `comme l'a dit`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.text.reporting_lexicon import ReportingLexicon, reporting_lexicon
from dragoman.text.segments import Range

_TOKEN = re.compile(r"[^\W_]+(?:['’](?=\s|$|[^\W_]|[\"«“])|(?:[-.][^\W_]+)*\.?(?=['])'|(?:-[^\W_]+)*)|[^\w\s]|_")
_PARTICIPLE = re.compile(r"^[a-zàâçèéêëîïôûü]{3,}(?:é|i|u|it|is|ert|aint|eint)$")
_VERB_SHAPE = re.compile(r"^[a-zàâçèéêëîïôûü]{2,}(?:e|t|d|ent|a|it)$")
_WINDOW = 180
_REACH = 18

CueKind = Literal["pronoun", "verb", "source", "as"]


class Token(NamedTuple):
    """A word or a mark, with its place in the text; `lower` is the word in lower case, an elided one with its apostrophe."""

    start: int
    end: int
    word: str
    lower: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report: their range, of what kind, and where the subject that follows them begins (None where none was found)."""

    start: int
    end: int
    kind: CueKind
    subject: int | None = None


def tokens_from(text: str, start: int, end: int) -> list[Token]:
    """The first words and marks of a stretch."""
    limit = min(end, start + _WINDOW)
    return [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, start, limit)]


def cue_at(text: str, start: int, end: int, behind_quotation: bool = False) -> Cue | None:
    """The cue that opens a reporting clause exactly at `start`; None where the words there report nothing.

    Behind a quotation a verb needs no other evidence than its inversion.
    """
    first = _TOKEN.match(text, start, end)
    if first is None or not (behind_quotation or "-" in first[0] or first[0].lower() in reporting_lexicon().openings):
        return None
    return _Matcher(text, start, end, behind_quotation).match()


class _Matcher:
    def __init__(self, text: str, start: int, end: int, behind_quotation: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.behind = behind_quotation
        self.tokens = tokens_from(text, start, end)
        self.lexicon: ReportingLexicon = reporting_lexicon()

    def word(self, i: int) -> str:
        """The word at `i` in lower case, empty behind the last."""
        return self.tokens[i].lower if i < len(self.tokens) else ""

    def match(self) -> Cue | None:
        if not self.tokens:
            return None
        return self._source() or self._as() or self._opinion() or self._verb(0)

    def _cue(self, first: int, last: int, kind: CueKind, subject: int | None = None) -> Cue:
        return Cue(self.tokens[first].start, self.tokens[last].end, kind, subject)

    # -- prepositions of source

    def _source(self) -> Cue | None:
        opening = self.text[self.start : self.start + 40].lower()
        if not opening.startswith(self.lexicon.sources):
            return None
        for preposition in self.lexicon.sources:
            if not opening.startswith(preposition):
                continue
            behind = self.start + len(preposition)
            if behind >= self.end or self.text[behind].isalnum():
                return None
            rest = [token for token in self.tokens if token.start >= behind]
            nouns = [t.lower for t in rest[:3] if t.lower not in self.lexicon.determiners and t.lower not in self.lexicon.possessives]
            if not nouns or nouns[0] in self.lexicon.not_sources:
                return None
            return Cue(self.start, behind, "source", behind)
        return None

    def _opinion(self) -> Cue | None:
        """`Pour le ministre, ...` at a sentence's start: a source without a word for saying."""
        if not any(self._opens_with(word) for word in self.lexicon.opinions) or not self.tokens[0].word[0].isupper():
            return None
        comma = next((k for k in range(2, min(10, len(self.tokens))) if self.word(k) == ","), None)
        named = self.tokens[1].word[0].isupper() or any(self.word(k) in self.lexicon.speakers for k in (2, 3))
        if comma is None or not named or not self._speaks(1, allow_possessive=False) or any(self.word(k).isdigit() for k in range(comma)):
            return None
        return Cue(self.start, self.tokens[0].end, "source", self.tokens[1].start)

    def _as(self) -> Cue | None:
        """`comme l'a rappelé le ministre`, `ainsi que l'indique le communiqué`."""
        opening = next((o for o in self.lexicon.comparisons if self._opens_with(o)), None)
        if opening is None:
            return None
        i = opening.count(" ") + 1
        i += self.word(i) in self.lexicon.comparison_pronouns
        if self.word(i) not in self.lexicon.comparison_objects:
            return None
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            if self.word(k) in self.lexicon.auxiliaries or self.word(k) in self.lexicon.adverbs:
                continue
            known = self._is_participle(self.word(k)) or self._is_finite(self.word(k))
            return self._cue(0, k, "as") if known else None
        return None

    def _opens_with(self, words: str) -> bool:
        return self.text[self.start : self.start + len(words) + 1].lower() == words + " "

    # -- verbs

    def _verb(self, i: int) -> Cue | None:
        while self.word(i) in self.lexicon.clitics and i < 2:
            i += 1
        reflexive = self.word(i) in self.lexicon.reflexives
        i += reflexive
        inverted = self.lexicon.inverted.match(self.word(i))
        if inverted:
            return self._inverted(i, inverted[1], reflexive)
        if not self.behind and i < len(self.tokens) and self.text.startswith(self.lexicon.not_reporting, self.tokens[i].start):
            return None
        last = self._verb_end(i, reflexive)
        if last is None:
            return self._any_verb(i, reflexive) if self.behind else None
        return self._with_subject(last, self._takes_objects(i, last))

    def _inverted(self, i: int, verb: str, reflexive: bool) -> Cue | None:
        """`a-t-il ajouté`, `estime-t-on`, `peut-on lire`, `s'est-il félicité`."""
        lexicon = self.lexicon
        if verb in lexicon.auxiliaries or (reflexive and verb in lexicon.be):
            k = self._skip_adverbs(i + 1)
            word = self.word(k)
            if self._is_participle(word, reflexive) or (self.behind and _PARTICIPLE.match(word)):
                return self._cue(0, k, "pronoun")
            then = lexicon.light_participles.get(word)
            if then and self.text.startswith(tuple(then), self._next_start(k)):
                return self._cue(0, self._light_end(k), "pronoun")
            return None
        if verb in lexicon.light and self.text.startswith(lexicon.light[verb], self._next_start(i)):
            return self._cue(0, self._light_end(i), "pronoun")
        if self._is_finite(verb, reflexive) or (self.behind and verb.isalpha()):
            return self._cue(0, i, "pronoun")
        return None

    def _next_start(self, i: int) -> int:
        return self.tokens[i + 1].start if i + 1 < len(self.tokens) else self.end

    def _light_end(self, i: int) -> int:
        """The last word of `fait savoir`, `tenu à préciser`, `mis en garde`."""
        k = min(i + 1, len(self.tokens) - 1)
        if self.word(k) in self.lexicon.light_links and k + 1 < len(self.tokens):
            k += 1
        return k

    def _verb_end(self, i: int, reflexive: bool) -> int | None:
        """The last token of the verb of saying that begins at `i`; None where there is none."""
        word, lexicon = self.word(i), self.lexicon
        if word in lexicon.light and self.text.startswith(lexicon.light[word], self._next_start(i)):
            return self._light_end(i)
        if word in (lexicon.be if reflexive else lexicon.auxiliaries):
            k = self._skip_adverbs(i + 1)
            if self._is_participle(self.word(k), reflexive):
                return k
            then = lexicon.light_participles.get(self.word(k))
            if then and self.text.startswith(tuple(then), self._next_start(k)):
                return self._light_end(k)
            return None
        return i if self._is_finite(word, reflexive) else None

    def _takes_objects(self, first: int, last: int) -> bool:
        lexicon = self.lexicon
        words = [self.word(k) for k in range(first, last + 1)]
        if any(word in lexicon.finite or word in lexicon.participles for word in words):
            return False
        return any(word in lexicon.object_finite or word in lexicon.object_participles for word in words)

    def _with_subject(self, last: int, takes_objects: bool) -> Cue | None:
        """The cue where its subject stands behind it."""
        subject = self._subject(last + 1, allow_possessive=self.behind or not takes_objects)
        if subject is None:
            behind = self.tokens[last].end
            certain = self.behind and (behind >= self.end or last + 1 < len(self.tokens))
            return self._cue(0, last, "verb") if certain and not self._opens_object(last + 1) else None
        if takes_objects and not self.behind:
            return None
        return self._cue(0, last, "verb", self.tokens[subject].start)

    def _opens_object(self, i: int) -> bool:
        return self.word(i) in self.lexicon.object_openings

    def _any_verb(self, i: int, reflexive: bool) -> Cue | None:
        """Behind a quotation any verb may report: `», philosophe le vieil homme`."""
        word, lexicon = self.word(i), self.lexicon
        if word in (lexicon.be if reflexive else lexicon.auxiliaries):
            k = self._skip_adverbs(i + 1)
            if not _PARTICIPLE.match(self.word(k)):
                return None
            subject = self._subject(k + 1)
            return self._cue(0, k, "verb", self.tokens[subject].start) if subject is not None else None
        if not _VERB_SHAPE.match(word) or self._is_function_word(word):
            return None
        following = self.word(i + 1)
        if following in lexicon.determiners or following in lexicon.possessives or following in lexicon.titles:
            return self._cue(0, i, "verb", self._next_start(i))
        if i + 1 < len(self.tokens) and self.tokens[i + 1].word[:1].isupper():
            return self._cue(0, i, "verb", self._next_start(i))
        return None

    def _is_function_word(self, word: str) -> bool:
        lexicon = self.lexicon
        groups = (lexicon.determiners, lexicon.possessives, lexicon.adverbs, lexicon.adjunct_prepositions, lexicon.extensions)
        return (
            any(word in group for group in groups)
            or word in lexicon.speakers
            or word in ("et", "entre", "contre", "comme", "notre", "votre")
        )

    # -- words

    def _is_finite(self, word: str, reflexive: bool = False) -> bool:
        lexicon = self.lexicon
        if reflexive:
            return word in lexicon.reflexive_finite
        return word in lexicon.finite or word in lexicon.object_finite

    def _is_participle(self, word: str, reflexive: bool = False) -> bool:
        lexicon = self.lexicon
        if reflexive:
            return word in lexicon.reflexive_participles or word.rstrip("es") in lexicon.reflexive_participles
        return word in lexicon.participles or word in lexicon.object_participles

    def _skip_adverbs(self, i: int) -> int:
        """Behind adverbs, times and short stretches between commas."""
        limit = min(i + 10, len(self.tokens))
        while i < limit:
            word, step = self.word(i), 1
            if word == ",":
                closing = self._closing_comma(i)
                step = closing + 1 - i if closing is not None else 0
            elif self._is_time(i):
                step = 2
            elif not self._is_adverb(word):
                step = 0
            if not step:
                break
            i += step
        return i

    def _is_adverb(self, word: str) -> bool:
        lexicon = self.lexicon
        long = word.endswith("ment") and len(word) > 6
        return word in lexicon.adverbs or long or word.isdigit() or word in lexicon.time_numbers

    def _is_time(self, i: int) -> bool:
        """`ce mardi`, `le 5`, `à son tour`; not `ce dernier`, which is a subject."""
        word, following, lexicon = self.word(i), self.word(i + 1), self.lexicon
        if following in lexicon.last:
            return False
        return (word in lexicon.time_openings and following in lexicon.adverbs) or (
            word in lexicon.date_openings and following[:1].isdigit()
        )

    def _closing_comma(self, i: int) -> int | None:
        for k in range(i + 1, min(i + 9, len(self.tokens))):
            if self.word(k) == ",":
                return k
            if self.word(k) in (".", ";", ":", "«", '"', "“"):
                return None
        return None

    # -- subjects

    def _subject(self, i: int, allow_possessive: bool = True) -> int | None:
        """The token at which a subject that can speak begins, behind adverbs and adjuncts; None where the words are something else."""
        limit = min(i + _REACH, len(self.tokens))
        while i < limit:
            i = self._skip_adverbs(i)
            if i >= limit:
                return None
            token, word = self.tokens[i], self.word(i)
            if self._speaks(i, allow_possessive):
                return i
            if word in self.lexicon.adjunct_prepositions:
                i = self._behind_adjunct(i)
                continue
            return None if not token.word[:1].isupper() else i
        return None

    def _speaks(self, i: int, allow_possessive: bool) -> bool:
        lexicon, token, word = self.lexicon, self.tokens[i], self.word(i)
        bare = word.rstrip(".").replace(".", "")
        if (bare in lexicon.titles and token.word[:1].isupper()) or word in lexicon.demonstratives:
            return True
        if word in lexicon.determiners or (allow_possessive and word in lexicon.possessives):
            return any(self._is_speaker(k) for k in range(i + 1, min(i + 5, len(self.tokens))) if self._reaches(i, k))
        return token.word[:1].isupper() and token.word[:1].isalpha()

    def _is_speaker(self, k: int) -> bool:
        token = self.tokens[k]
        word = token.lower
        return word in self.lexicon.speakers or word.split("-")[-1] in self.lexicon.speakers or token.word[:1].isupper()

    def _reaches(self, i: int, k: int) -> bool:
        """Whether only adjectives stand between a determiner and a noun: no preposition and no mark."""
        return all(self.word(j) not in self.lexicon.adjunct_prepositions and self.word(j) not in ",.;:d'" for j in range(i + 1, k))

    def _behind_adjunct(self, i: int) -> int:
        """Behind `à la presse`, `dans un communiqué`, `sur Twitter`: the preposition, its determiner and its noun."""
        i += 1
        while self.word(i) in self.lexicon.determiners or self.word(i) in self.lexicon.possessives:
            i += 1
        i += 1
        while i < len(self.tokens) and self.tokens[i].word[:1].isupper() and self.word(i - 1) not in self.lexicon.determiners:
            if self.word(i).rstrip(".") in self.lexicon.titles:
                break
            i += 1
        # adjectives and participles that go on the noun
        while i < len(self.tokens) and self.tokens[i].word.isalpha() and self.tokens[i].word.islower() and not self._opens_phrase(i):
            i += 1
        return i

    def _opens_phrase(self, i: int) -> bool:
        word, lexicon = self.word(i), self.lexicon
        return word in lexicon.determiners or word in lexicon.possessives or word in lexicon.adjunct_prepositions or word in lexicon.adverbs


__all__ = ["Cue", "CueKind", "Range", "Token", "cue_at", "tokens_from"]
