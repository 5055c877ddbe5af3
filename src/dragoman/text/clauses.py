"""Where reporting clauses begin and end within a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.text.cues import Cue, cue_at
from dragoman.text.lexicons import sentence_lexicon
from dragoman.text.reporting_lexicon import reporting_lexicon
from dragoman.text.segments import Range, ReportingKind
from dragoman.text.sentences import trim

_SEPARATOR = re.compile(r"[,;:–—]|(?<= )-(?= )")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*'?")
_FEW_WORDS = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause within a sentence; `goes_on` where the sentence goes on behind it."""

    start: int
    end: int
    cue: Range
    kind: ReportingKind
    goes_on: bool = False


def find_clauses(text: str, start: int, end: int, quoted: Sequence[Range], in_quotation: bool = False) -> list[Clause]:
    """The reporting clauses of one sentence in order; `quoted` are the outermost quotations within it, marks included."""
    return _Finder(text, start, end, quoted, in_quotation).run()


def has_finite_verb(words: str) -> bool:
    """Whether a stretch shows a finite verb, by the frequent ones and the endings of tenses."""
    lexicon = sentence_lexicon()
    for match in _WORD.finditer(words):
        word = match[0].lower()
        if word in lexicon.finite or (len(word) > 4 and word.endswith(lexicon.finite_endings) and "'" not in word):
            return True
        bare = word.rpartition("'")[2]
        if bare in lexicon.finite or bare in reporting_lexicon().finite or bare in reporting_lexicon().object_finite:
            return True
    return False


class _Finder:
    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Range], in_quotation: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.quoted = quoted
        self.starts = [first for first, _ in quoted]
        self.in_quotation = in_quotation
        while self.end > start and text[self.end - 1] in ".!?… ":
            self.end -= 1

    def run(self) -> list[Clause]:
        clauses: list[Clause] = []
        done = self.start
        for at, behind in self._candidates():
            if at < done:
                continue
            clause = self._clause(at, behind, done)
            if clause is not None:
                clauses.append(clause)
                done = clause.end
        return clauses or self._late_source()

    def _candidates(self) -> Iterator[tuple[int, bool]]:
        """Where a reporting clause may begin, and whether that is behind a quotation that stands for a sentence."""
        yield trim(self.text, self.start, self.end)[0], False
        at = self.start
        for first, last in [*self.quoted, (self.end, self.end)]:
            for match in _SEPARATOR.finditer(self.text, at, first):
                if not self._in_number(match.start()):
                    yield self._behind(match.end()), False
            if last < self.end:
                yield self._behind_quotation(first, last), self._stands_alone(first, last)
            at = last

    def _behind(self, at: int) -> int:
        return trim(self.text, at, self.end)[0]

    def _behind_quotation(self, first: int, last: int) -> int:
        at = self._behind(last)
        while at < self.end and self.text[at] in ",-–—":
            at = self._behind(at + 1)
        return at

    def _stands_alone(self, first: int, last: int) -> bool:
        """Whether a quotation is of a length and in a place where it may be a sentence."""
        lead = self.text[self.start : first].strip(" ,:")
        words = self.text[first:last].count(" ") + 1
        return words >= 3 and (
            not lead or lead.lower() in reporting_lexicon().connectives or self.text[self.start : first].rstrip().endswith((":", ","))
        )

    def _in_number(self, at: int) -> bool:
        return self.text[at - 1 : at].isdigit() and self.text[at + 1 : at + 2].isdigit()

    def _clause(self, at: int, behind: bool, done: int) -> Clause | None:
        cue = cue_at(self.text, at, self.end, behind)
        if cue is None or (self.in_quotation and cue.kind in ("source", "as")):
            return None
        leading = at <= self._behind(self.start)
        if leading and cue.kind in ("verb", "pronoun"):
            return None
        last = self._end(cue, at)
        if leading:
            if last >= self.end:
                return None
            return Clause(at, last, (cue.start, cue.end), "leading", True)
        if cue.kind in ("verb", "pronoun") and not behind and not self._is_complete(done, at):
            if last >= self.end:
                last = self._first_comma(cue)
            if cue.kind == "verb" and not has_finite_verb(self.text[last : self.end]):
                return None  # what stands before is no clause but the subject of this verb
        goes_on = last < self.end
        return Clause(at, last, (cue.start, cue.end), "inserted" if goes_on else "trailing", goes_on)

    def _is_complete(self, done: int, at: int) -> bool:
        """Whether what stands before the clause can be a clause by itself."""
        before = self.text[max(done, at - 300) : at]
        return before.count(" ") >= _FEW_WORDS or has_finite_verb(before) or (bool(self.starts) and self.starts[0] < at)

    def _first_comma(self, cue: Cue) -> int:
        at = self.text.find(",", cue.subject or cue.end, self.end)
        return at if at > 0 and has_finite_verb(self.text[at : self.end]) else self.end

    # -- the end of a clause

    def _end(self, cue: Cue, at: int) -> int:
        """Where the clause stops: at the mark behind which the sentence goes on, or at the sentence's end."""
        position = max(cue.subject or cue.end, cue.end)
        dashed = self.text[:at].rstrip()[-1:] in ("–", "—", "-") if at - self.start > 2 else False
        while position < self.end:
            number = bisect_left(self.starts, position)
            quote = self.quoted[number] if number < len(self.quoted) else None
            match = _SEPARATOR.search(self.text, position, quote[0] if quote else self.end)
            if match is None:
                if quote is None:
                    return self.end
                if self._resumes(cue, quote[0]):
                    return quote[0]
                position = quote[1]
                continue
            if self._stops(cue, match, dashed):
                return match.start()
            position = match.end()
        return self.end

    def _resumes(self, cue: Cue, quotation: int) -> bool:
        """Whether a quotation right behind the clause takes up the speech: `, a-t-il dit « et nous restons »`."""
        between = self.text[cue.end : quotation]
        return between.strip() == "" or between.rstrip().endswith((",", ":"))

    def _stops(self, cue: Cue, match: re.Match[str], dashed: bool) -> bool:
        mark, at = match[0], match.start()
        following = self._behind(match.end())
        if mark in "–—-":
            return dashed
        if self._in_number(at):
            return False
        quotes_next = self._quotation_at(following)
        if mark == ":":
            return quotes_next
        if mark == ";" or quotes_next:
            return True
        if following >= self.end:
            return False
        if cue_at(self.text, following, self.end) is not None:
            return True
        return not self._goes_with(cue, following)

    def _quotation_at(self, at: int) -> bool:
        number = bisect_left(self.starts, at)
        return number < len(self.starts) and self.starts[number] == at

    def _goes_with(self, cue: Cue, at: int) -> bool:
        """Whether what stands behind a comma still belongs to the clause."""
        lexicon = reporting_lexicon()
        match = _WORD.match(self.text, at, self.end)
        if match is None:
            return False
        stretch = self.text[at : at + 30]
        word = match[0].lower().split("'")[0] if "'" in match[0] else match[0].lower()
        if stretch.lower().startswith(lexicon.extension_exceptions):
            return False
        if match[0][0].isupper():
            return cue.kind in ("verb", "source") and self._is_apposed_name(at) and match[0] not in sentence_lexicon().starters
        if word in lexicon.relatives:
            return cue.kind in ("verb", "source")
        if cue.kind == "source":
            known = word in lexicon.document_participles or word in lexicon.speakers or word in lexicon.titles
            return known or (cue.start <= self._behind(self.start) and not self._begins_clause(word))
        if cue.kind == "verb" and (word in lexicon.speakers or word.endswith(lexicon.profession_endings)):
            return True
        phrases = lexicon.extension_phrases.get(match[0].lower()) or lexicon.extension_phrases.get(word)
        if phrases is not None:
            return stretch[len(word) :].lstrip().lower().startswith(phrases)
        return word in lexicon.extensions or (word.endswith("ant") and len(word) > 4 and word not in lexicon.not_gerunds)

    def _begins_clause(self, word: str) -> bool:
        """Whether a word may begin the clause behind a leading source, instead of going on its noun (`membres de longue date`)."""
        lexicon = reporting_lexicon()
        groups = (lexicon.determiners, lexicon.possessives, lexicon.clitics, lexicon.adverbs, lexicon.adjunct_prepositions)
        return word + "'" in lexicon.determiners or any(word in g for g in (*groups, lexicon.subject_openings)) or not word.isalpha()

    def _is_apposed_name(self, at: int) -> bool:
        """Whether a name stands between commas or ends the sentence: `Ramtane Lamamra,`; not the subject of what follows."""
        name = reporting_lexicon().name.match(self.text, at, self.end)
        behind = name.end() if name else at
        return bool(name) and (behind >= self.end or self.text[behind] in ",;.(" or self.text[behind : behind + 2] in (" (", " -", " –"))

    # -- `selon` without a comma

    def _late_source(self) -> list[Clause]:
        """`... a été libéré selon l'agence`: a source at the sentence's end without a comma."""
        at = self.quoted[-1][1] if self.quoted else self.start
        found = [m.start(1) for m in reporting_lexicon().late_source.finditer(self.text, at, self.end)]
        if not found or self.in_quotation:
            return []
        start = found[-1]
        rest = self.text[start : self.end]
        cue = cue_at(self.text, start, self.end)
        if cue is None or cue.subject is None or "," in rest or rest.count(" ") > _FEW_WORDS or not self._names_source(rest):
            return []
        return [Clause(start, self.end, (cue.start, cue.end), "trailing")]

    def _names_source(self, words: str) -> bool:
        lexicon = reporting_lexicon()
        nouns = [m[0] for m in _WORD.finditer(words)][1:5]
        return any(noun.lower().rpartition("'")[2] in lexicon.speakers or noun.rpartition("'")[2][:1].isupper() for noun in nouns)
