"""One sentence of the document's prose, cut into what is parsed by itself: clauses, quotations, reporting clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.text.clauses import Clause, find_clauses, has_finite_verb
from dragoman.text.cues import tokens_from
from dragoman.text.quotations import MarkedQuotation
from dragoman.text.reporting_lexicon import reporting_lexicon
from dragoman.text.segments import Range, SegmentKind
from dragoman.text.sentences import find_sentences, trim

_HAS_WORD = re.compile(r"\w")
_ITEM_MARK = re.compile(r"(?<=[:;,] )\(?[a-z0-9]\) ")  # `a) la santé ; b) le sport`
_LONGEST_SENTENCE = 4000
_PARTITIVE = ("d'", "qu'", "a)", "b)", "c)", "d)")
_JOINTS = " \n,;:–—-"


@dataclass(slots=True)
class Part:
    """A segment in the making: `clause` is the index of the reporting clause that it is the text of, `said` the clauses that report it."""

    pieces: list[Range]
    quotation: int | None = None
    kind: SegmentKind = "clause"
    clause: int | None = None
    said: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """A sentence cut into parts. `clauses` are its reporting clauses, `quoting` the quotations that each reports."""

    parts: list[Part] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    quoting: list[list[int]] = field(default_factory=list)


class Marks:
    """The quotations of a document, asked by place."""

    def __init__(self, text: str, marked: Sequence[MarkedQuotation]) -> None:
        self.text = text
        self.marked = marked
        self.outermost = [i for i, m in enumerate(marked) if m.quotation.parent is None]
        self._starts = [marked[i].outer[0] for i in self.outermost]
        self.children: dict[int, list[int]] = {}
        signs: set[int] = set()
        for i, m in enumerate(marked):
            if m.quotation.parent is not None:
                self.children.setdefault(m.quotation.parent, []).append(i)
            if m.outer[0] < m.quotation.start:
                signs.add(m.outer[0])
            if m.quotation.closed:
                signs.add(m.outer[1] - 1)
        self._signs = sorted(signs)
        self._heads = _heads(marked)

    def within(self, start: int, end: int) -> list[int]:
        """The indexes of the outermost quotations that lie in a range."""
        found = self.outermost[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [i for i in found if self.marked[i].outer[1] <= end]

    def outer(self, indexes: Sequence[int]) -> list[Range]:
        """The ranges of quotations, marks included."""
        return [self.marked[i].outer for i in indexes]

    def chain(self, index: int) -> int:
        """The first part of the chain that a quotation belongs to."""
        return self._heads[index]

    def pieces(self, start: int, end: int) -> list[Range]:
        """The range without the quotation marks in it, and without the marks of items in a line."""
        pieces, at = [], start
        signs = [(sign, sign + 1) for sign in self._signs[bisect_left(self._signs, start) : bisect_right(self._signs, end - 1)]]
        signs += [match.span() for match in _ITEM_MARK.finditer(self.text, start, end)]
        for sign, behind in sorted(signs):
            if sign >= at:
                pieces.append(trim(self.text, at, sign))
                at = behind
        pieces.append(trim(self.text, at, end))
        return [piece for piece in pieces if piece[0] < piece[1] and _HAS_WORD.search(self.text, *piece)]


def _heads(marked: Sequence[MarkedQuotation]) -> list[int]:
    """For each quotation the first part of its chain."""
    heads: list[int] = []
    for index, item in enumerate(marked):
        before = item.quotation.continues
        heads.append(index if before is None or before >= index else heads[before])
    return heads


def cut_unit(text: str, start: int, end: int, marks: Marks) -> Unit:
    """The parts of one sentence, and of the quotations in it; what is too long for a sentence is left whole."""
    if end - start > _LONGEST_SENTENCE:
        return Unit([Part(marks.pieces(start, end))] if _HAS_WORD.search(text, start, end) else [])
    return _Cutter(text, start, end, marks).run()


class _Cutter:
    def __init__(self, text: str, start: int, end: int, marks: Marks) -> None:
        self.text, self.start, self.end, self.marks = text, start, end, marks
        self.inside = marks.within(start, end)
        self.starts = [marks.marked[i].outer[0] for i in self.inside]
        self.unit = Unit()
        self.inner: list[int] = []

    def run(self) -> Unit:
        clauses = find_clauses(self.text, self.start, self.end, self.marks.outer(self.inside))
        self.unit.clauses.extend(clauses)
        outer = list(range(len(clauses)))
        at = self.start
        for number, clause in enumerate([*clauses, None]):
            self._region(at, clause.start if clause else self.end, joined=clauses[number - 1] if number else None)
            if clause:
                at = clause.end
        for number, clause in enumerate(clauses):
            self._clause_part(number, clause)
        self.unit.parts = [part for part in self.unit.parts if part.pieces]
        self._attribute(outer)
        return self.unit

    # -- regions between reporting clauses

    def _region(self, start: int, end: int, joined: Clause | None) -> None:
        start, end = self._strip(start, end)
        if start >= end or not _HAS_WORD.search(self.text, start, end):
            return
        parts: list[Part] = []
        at = start
        inside = self._inside_of(start, end)
        for k, index in enumerate(inside):
            outer = self.marks.marked[index].outer
            following = self.marks.marked[inside[k + 1]].outer[0] if k + 1 < len(inside) else end
            if self._is_sentence(at, index, outer[1], following):
                self._lead(parts, at, outer[0])
                parts.extend(self._quotation_parts(index))
                at = outer[1]
        parts.extend(self._prose_parts(at, end))
        self._append(parts, joined)

    def _strip(self, start: int, end: int) -> Range:
        while start < end and self.text[start] in _JOINTS:
            start += 1
        while end > start and self.text[end - 1] in _JOINTS:
            end -= 1
        return start, end

    def _append(self, parts: list[Part], joined: Clause | None) -> None:
        """Add the parts of a region; the first goes on the last one before, where a clause was only inserted."""
        before = next((part for part in reversed(self.unit.parts) if part.clause is None), None)
        if parts and before and joined and joined.kind != "leading" and joined.goes_on and self._continues(before, parts[0]):
            before.pieces.extend(parts[0].pieces)
            if before.quotation != parts[0].quotation and None in (before.quotation, parts[0].quotation):
                before.quotation = None
            parts = parts[1:]
        self.unit.parts.extend(parts)

    def _continues(self, before: Part, part: Part) -> bool:
        if part.clause is not None or self.text[before.pieces[-1][1] - 1] in ".!?…":
            return False
        return part.quotation is None or not self.text[part.pieces[0][0]].isupper()

    # -- quotations that are sentences

    def _is_sentence(self, start: int, index: int, behind: int, following: int) -> bool:
        """Whether a quotation stands for a sentence of its own: nothing else of the region goes on its grammar."""
        if _HAS_WORD.search(self.text, behind, following) and not self._is_link(behind, following):
            return False
        opening = self.marks.marked[index].outer[0]
        lead = self.text[start:opening].strip()
        if not _HAS_WORD.search(lead) or self._is_connective(lead):
            return True
        if lead.lower().startswith(reporting_lexicon().opinions) and self._is_opinion(lead, index):
            return True
        return lead.endswith(":") or self._is_link(start, opening) or self._is_announced(start, opening, index)

    def _is_link(self, start: int, end: int) -> bool:
        """Whether a stretch only takes a speech up again between two quotations: `, ajoutant que`."""
        if start == self.start or end >= self.end:
            return False
        words = [token.lower for token in tokens_from(self.text, start, end) if token.word[0].isalnum()]
        return (
            1 <= len(words) <= 3
            and words[0].endswith("ant")
            and _says(words[0])
            and all(word in reporting_lexicon().links for word in words[1:])
        )

    def _is_connective(self, lead: str) -> bool:
        return lead.strip(" ,:-–—").lower() in reporting_lexicon().connectives

    def _is_announced(self, start: int, opening: int, index: int) -> bool:
        """`Le ministre a déclaré « Nous sommes prêts. »`: no colon, but a verb of saying and a whole sentence."""
        quotation = self.marks.marked[index].quotation
        content = self.text[quotation.start : quotation.end]
        if not content[:1].isupper() or content.count(" ") < 3:
            return False
        tokens = tokens_from(self.text, max(start, opening - 200), opening)
        words = [token.lower for token in tokens if token.word[0].isalnum()]
        if not words or words[-1] in reporting_lexicon().links or last_saying(self.text, start, opening) is None:
            return False
        ends_in_verb = _says(words[-1])
        return ends_in_verb or tokens[-1].word == "," or (content.endswith((".", "!", "?")) and has_finite_verb(content))

    def _is_opinion(self, lead: str, index: int) -> bool:
        """`Pour le ministre, « la visite est un succès »`: a source without a verb of saying."""
        quotation = self.marks.marked[index].quotation
        content = self.text[quotation.start : quotation.end]
        words = [token for token in tokens_from(lead, 0, len(lead)) if token.word[0].isalnum()][1:]
        names = any(token.lower in reporting_lexicon().speakers or token.word[:1].isupper() for token in words[:6])
        return names and lead.count(" ") < 12 and not has_finite_verb(lead) and has_finite_verb(content)

    def _lead(self, parts: list[Part], start: int, opening: int) -> None:
        """What introduces a quotation: dropped where it only links, else a reporting clause of its own."""
        start, end = self._strip(start, opening)
        if start >= end or self._is_connective(self.text[start:end]) or self._is_link(start, opening):
            return
        colon = self.text.rfind(":", end, opening)
        cue = last_saying(self.text, start, end) or ((colon, colon + 1) if colon >= 0 else (start, end))
        stop = max(end, cue[1])
        self.unit.clauses.append(Clause(start, stop, cue, "colon", True))
        number = len(self.unit.clauses) - 1
        parts.append(Part(self.marks.pieces(start, end), None, "reporting", number))

    def _quotation_parts(self, index: int) -> list[Part]:
        """A quotation sentence by sentence, with the reporting clauses that a page sets inside the marks."""
        quotation = self.marks.marked[index].quotation
        children = self.marks.outer(self.marks.children.get(index, []))
        parts: list[Part] = []
        for start, end in find_sentences(self.text, quotation.start, quotation.end, children):
            within = [outer for outer in children if start <= outer[0] and outer[1] <= end]
            clauses = find_clauses(self.text, start, end, within, in_quotation=True)
            at, sentence = start, Part([], self.marks.chain(index))
            for clause in clauses:
                sentence.pieces.extend(self._pieces(at, clause.start))
                at = clause.end
                self.unit.clauses.append(clause)
                self.inner.append(len(self.unit.clauses) - 1)
                parts.append(Part(self.marks.pieces(clause.start, clause.end), None, "reporting", len(self.unit.clauses) - 1))
            sentence.pieces.extend(self._pieces(at, end))
            if sentence.pieces:
                parts.append(sentence)
        return parts

    def _pieces(self, start: int, end: int) -> list[Range]:
        start, end = self._strip(start, end)
        return self.marks.pieces(start, end) if start < end else []

    # -- prose, with quoted fragments in it

    def _prose_parts(self, start: int, end: int) -> list[Part]:
        parts = []
        cuts = [*self._cuts(start, end), end]
        at = start
        for cut in cuts:
            pieces = self._pieces(at, cut)
            if pieces:
                parts.append(Part(pieces, self._whole(pieces)))
            at = cut
        return parts

    def _whole(self, pieces: list[Range]) -> int | None:
        """The quotation that holds all pieces of a part."""
        first, last = pieces[0][0], pieces[-1][1]
        index = self._around(first, last)
        return None if index is None or self.marks.marked[index].quotation.start == first else self.marks.chain(index)

    def _inside_of(self, start: int, end: int) -> list[int]:
        """The quotations of the sentence that lie in a stretch of it."""
        found = self.inside[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [i for i in found if self.marks.marked[i].outer[1] <= end]

    def _around(self, start: int, end: int) -> int | None:
        """The quotation of the sentence that holds a stretch of it."""
        number = bisect_right(self.starts, start) - 1
        if number < 0:
            return None
        quotation = self.marks.marked[self.inside[number]].quotation
        return self.inside[number] if quotation.start <= start and end <= quotation.end else None

    def _cuts(self, start: int, end: int) -> list[int]:
        """Where prose is cut: at semicolons between clauses, and between the sentences of a quotation that runs on."""
        cuts = [m.end() for m in re.finditer(r";", self.text[start:end]) if self._parts_clauses(start, start + m.start(), end)]
        cuts = [start + cut for cut in cuts]
        for index in self._inside_of(start, end):
            quotation = self.marks.marked[index].quotation
            children = self.marks.outer(self.marks.children.get(index, []))
            cuts.extend(last for _, last in find_sentences(self.text, quotation.start, quotation.end, children)[:-1])
        return sorted(set(cuts))

    def _parts_clauses(self, start: int, at: int, end: int) -> bool:
        """Whether a semicolon stands between two clauses, each with its verb."""
        if self._around(at, at) is not None:
            return False
        behind = self.text.find(";", at + 1, end)
        left, right = self.text[start:at], self.text[at + 1 : behind if behind > 0 else end].strip()
        lexicon = reporting_lexicon()
        first = right.split(" ", 1)[0].lower() if right else ""
        if first in lexicon.links - lexicon.clause_openings or first.startswith(_PARTITIVE):
            return False
        return right.count(" ") >= 3 and has_finite_verb(left.rpartition(";")[2]) and has_finite_verb(right)

    # -- who reports what

    def _clause_part(self, number: int, clause: Clause) -> None:
        pieces = self.marks.pieces(clause.start, clause.end)
        if pieces:
            self.unit.parts.append(Part(pieces, None, "reporting", number))

    def _attribute(self, outer: list[int]) -> None:
        """Outermost first: leading clauses, then those behind from the last to the first, then the colons, then those inside the marks."""
        clauses = self.unit.clauses
        leading = [n for n in outer if clauses[n].kind == "leading"]
        behind = [n for n in reversed(outer) if clauses[n].kind != "leading"]
        colons = [n for n in range(len(clauses)) if clauses[n].kind == "colon"]
        order = [*leading, *behind]
        for part in self.unit.parts:
            if part.clause is not None:
                part.said = order[: order.index(part.clause)] if part.clause in order else list(order)
                continue
            part.said = list(order)
            if part.quotation is not None:
                part.said += [n for n in colons if clauses[n].end <= part.pieces[0][0]][-1:] + self._inside(part)
        self.unit.quoting = [self._quotations_of(number) for number in range(len(clauses))]

    def _inside(self, part: Part) -> list[int]:
        """The clauses within the part's quotation."""
        return [n for n in self.inner if self._holder(n) is not None and self._same_chain(self._holder(n), part.quotation)]

    def _same_chain(self, index: int | None, chain: int | None) -> bool:
        return index is not None and self.marks.chain(index) == chain

    def _holder(self, number: int) -> int | None:
        clause = self.unit.clauses[number]
        return self._around(clause.start, clause.end)

    def _quotations_of(self, number: int) -> list[int]:
        clause = self.unit.clauses[number]
        if number in self.inner:
            holder = self._holder(number)
            return [] if holder is None else [holder]
        if clause.kind == "colon":
            following = min((c.start for c in self.unit.clauses if c.kind == "colon" and c.start > clause.start), default=self.end)
            return [i for i in self.inside if clause.end <= self.marks.marked[i].outer[0] < following]
        return list(self.inside)


def last_saying(text: str, start: int, end: int) -> Range | None:
    """The last verb of saying in a stretch."""
    found = None
    for token in tokens_from(text, max(start, end - 240), end):
        if _says(token.lower):
            found = token.start, token.end
    return found


def _says(word: str) -> bool:
    """Whether a word is a form of a verb of saying: finite, participle, gerund or infinitive."""
    lexicon = reporting_lexicon()
    word = word.rpartition("'")[2] or word
    inverted = word.split("-")[0]
    if any(form in lexicon.finite or form in lexicon.participles or form in lexicon.object_finite for form in (word, inverted)):
        return True
    if word in lexicon.object_participles:
        return True
    if word.endswith("ant"):
        return word[:-3] + "e" in lexicon.finite or word[:-3].rstrip("e") + "e" in lexicon.finite
    return word.endswith("er") and word[:-1] in lexicon.finite
