"""The text of a clause as the parser sees it: short names in the place of long ones, and the way back.

A parser trained on plain prose cuts `le ministre des Affaires étrangères et de la Communauté nationale à l'étranger, X` into pieces.
It never sees it: every mention of a person is one short name while the clause is parsed, and every token knows which mention it stands for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.annotations.mentions import DateMention, Mention, PlaceMention
from dragoman.grammar.syntax import Syntax

Range = tuple[int, int]

DATE, TOWN = -1, -2
"""What stands in the text where no mention does."""

LONGEST_PARENTHESIS = 60
"""Parentheses up to this many code points (an acronym, a country, a date) are not shown to the parser."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the clause's text: `start` in the clause's text, `origin` its range in the repaired text, `mention` what it stands for."""

    start: int
    origin: Range
    mention: int | None
    literal: bool


@dataclass(frozen=True, slots=True)
class ClauseText:
    """What is handed to the parser, with the way back to the repaired text."""

    text: str
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]

    def origin(self, start: int, end: int) -> Range:
        """The range in the repaired text of a range of the clause's text."""
        first = self.stretches[bisect_right(self.starts, start) - 1]
        last = self.stretches[bisect_right(self.starts, max(start, end - 1)) - 1]
        begin = first.origin[0] + (start - first.start) if first.literal else first.origin[0]
        finish = last.origin[0] + (end - last.start) if last.literal else last.origin[1]
        return min(begin, first.origin[1]), max(min(finish, last.origin[1]), begin)

    def mention(self, start: int) -> int | None:
        """The index of the mention that a placeholder at this offset stands for."""
        return self.stretches[bisect_right(self.starts, start) - 1].mention


class _Writer:
    """Collects the clause's text stretch by stretch."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.stretches: list[Stretch] = []
        self.length = 0

    def literal(self, text: str, start: int) -> None:
        if text:
            self._add(text, (start, start + len(text)), None, True)

    def stand_in(self, text: str, origin: Range, mention: int | None) -> None:
        self._add(text, origin, mention, False)

    def _add(self, text: str, origin: Range, mention: int | None, literal: bool) -> None:
        self.stretches.append(Stretch(self.length, origin, mention, literal))
        self.parts.append(text)
        self.length += len(text)

    def last_word(self) -> str:
        """The last word written, an elided article with its apostrophe."""
        tail = "".join(self.parts[-2:])[-12:]
        words = tail.rstrip().replace("'", "' ").split()
        return words[-1].lower() if words else ""

    def replace_last_word(self, word: str, by: str) -> None:
        """Undo a contraction (`du` -> `de`) at the end of what is written, offsets kept by dropping to a stand-in."""
        stretch = self.stretches[-1]
        if not stretch.literal:
            if self.parts[-1].strip().lower() == word:
                part = self.parts.pop()
                self.stretches.pop()
                self.length -= len(part)
                self.stand_in(f"{by} " if by else "", stretch.origin, None)
            return
        part = self.parts[-1]
        kept = part.rstrip()
        cut = len(kept) - len(word)
        if cut < 0:
            return
        origin = (stretch.origin[0] + cut, stretch.origin[0] + len(part))
        self.parts.pop()
        self.stretches.pop()
        self.length -= len(part)
        self.literal(part[:cut], stretch.origin[0])
        if by:
            self.stand_in(f"{by} ", origin, None)

    def drop_comma(self) -> None:
        """Take back the comma at the end of what is written."""
        part, stretch = self.parts[-1], self.stretches[-1]
        kept = part.rstrip()
        if not stretch.literal or not kept.endswith(","):
            return
        self.parts.pop()
        self.stretches.pop()
        self.length -= len(part)
        self.literal(kept[:-1], stretch.origin[0])

    def done(self) -> ClauseText:
        stretches = tuple(s for s, p in zip(self.stretches, self.parts) if p)
        return ClauseText("".join(self.parts), stretches, tuple(s.start for s in stretches))


def clause_text(
    text: str,
    pieces: Sequence[Range],
    mentions: Sequence[Mention],
    indexes: Sequence[int],
    dates: Sequence[DateMention],
    syntax: Syntax,
    towns: Sequence[PlaceMention] = (),
) -> ClauseText:
    """The text of the pieces with long names, dates and towns replaced; `indexes`, in order, are the mentions within the pieces."""
    writer = _Writer()
    names = [(mentions[i].start, mentions[i].end, i) for i in indexes if _placeholder(text, mentions[i], syntax)]
    low_end, high_end = pieces[0][0], pieces[-1][1]
    queue = sorted(
        [
            *names,
            *((d.start, d.end, DATE) for d in dates if low_end <= d.start < high_end),
            *((t.start, t.end, TOWN) for t in towns if low_end <= t.start < high_end and _is_hard(text, t.start, t.end, syntax)),
        ]
    )
    starts = {start for start, _, _ in names}
    for start, end in pieces:
        _space(writer)
        at = start
        while queue and queue[0][0] < end:
            low, high, index = queue.pop(0)
            if low < at or high > end:
                continue
            if index == DATE and high + 1 in starts:
                low = _with_article(text, low, at, syntax)
            _prose(writer, text, at, low, syntax)
            if index >= 0 and mentions[index].kind == "adjective":
                writer.stand_in(syntax.adjective_stand_in(text[low:high]), (low, high), index)
            elif index >= 0:
                first = not writer.length
                _name(writer, text, mentions[index], index, syntax)
                if mentions[index].kind == "person" and text[high : high + 1] == "," and _reads_on(text, low, high, first, syntax):
                    high += 1
            elif index == TOWN:
                writer.stand_in(syntax.town_stand_in, (low, high), None)
            elif _between_commas(writer, text, high):
                writer.drop_comma()
                high += 1
            elif writer.length and writer.last_word() not in syntax.before_dates:
                writer.stand_in(syntax.date_stand_in, (low, high), None)
            else:
                writer.literal(_flat(text[low:high]), low)
            at = high
        _prose(writer, text, at, end, syntax)
    return writer.done()


def _is_hard(text: str, start: int, end: int, syntax: Syntax) -> bool:
    """Whether the parser cuts a town's name into pieces (`réuni à Addis-Abeba`) and it stands behind a plain preposition."""
    before = text[max(0, start - 40) : start].lower().split()
    where_a_diplomat_lives = " ".join(before).endswith(syntax.residence)
    return (
        not text[start:end].isalpha()
        and text[start].isupper()
        and bool(before)
        and before[-1] in syntax.before_towns
        and not where_a_diplomat_lives
    )


def _with_article(text: str, start: int, at: int, syntax: Syntax) -> int:
    """Where a date before a name begins, its article included where no preposition opens it: `a reçu le 3 mai l'ambassadeur`."""
    before = text[max(at, start - 24) : start]
    words = before.lower().split()
    if len(words) < 2 or words[-1] not in syntax.date_articles or words[-2] in syntax.before_dates:
        return start
    return start - len(before) + len(before.rstrip()) - len(words[-1])


def _reads_on(text: str, start: int, end: int, first: bool, syntax: Syntax) -> bool:
    """Whether the comma after a name only closes its apposition: the name opens the sentence, or its verb follows."""
    if first and "," in text[start:end]:
        return True
    before = text[max(0, start - 24) : start].rstrip().replace("’", "'").replace("'", "' ").split()[-1:] if start else []
    if "," not in text[start:end] or (before and before[0].lower() in syntax.single_prepositions):
        return False
    word = text[end + 1 : end + 24].split()[:1]
    return bool(word) and (word[0].lower() in syntax.after_subject)


def _between_commas(writer: _Writer, text: str, end: int) -> bool:
    """Whether an adjunct that ends here is set off by commas on both sides: the parser reads on better without it."""
    return text[end : end + 1] == "," and bool(writer.parts) and "".join(writer.parts[-2:]).rstrip().endswith(",")


def _space(writer: _Writer) -> None:
    if writer.parts and not writer.parts[-1].endswith((" ", "'")):
        origin = writer.stretches[-1].origin[1]
        writer.stand_in(" ", (origin, origin), None)


def _prose(writer: _Writer, text: str, start: int, end: int, syntax: Syntax) -> None:
    """Plain text, without its short parentheses and its asides, and with line breaks as spaces."""
    at = start
    while at < end:
        opening = text.find("(", at, end)
        closing = text.find(")", opening, min(end, opening + LONGEST_PARENTHESIS)) if opening >= 0 else -1
        if opening < 0 or closing < 0:
            _plain(writer, text, at, end, syntax)
            return
        _plain(writer, text, at, opening, syntax)
        at = closing + 1
        if at < end and text[at] in " ,.;" and writer.parts and writer.parts[-1].endswith(" "):
            at += text[at] == " "


def _plain(writer: _Writer, text: str, start: int, end: int, syntax: Syntax) -> None:
    """Text without the asides between commas or behind an auxiliary (`a, pour sa part, adressé`), over which the parser stumbles."""
    flat, at = _flat(text[start:end]).replace("’", "'"), 0
    for found in syntax.aside_pattern.finditer(flat):
        low, high = found.span(found.lastgroup or 0)
        writer.literal(_flat(text[start + at : start + low]), start + at)
        at = high
    writer.literal(_flat(text[start + at : end]), start + at)


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _name(writer: _Writer, text: str, mention: Mention, index: int, syntax: Syntax) -> None:
    """Write what stands in for a name: its article fused with the preposition before it, dropped after a determiner."""
    word = writer.last_word()
    article, noun = syntax.placeholders[_placeholder(text, mention, syntax)]
    if word in syntax.elisions:
        writer.replace_last_word(word, syntax.elisions[word])
        word = syntax.elisions[word]
    fused = syntax.fusions.get(f"{word} {article}")
    if fused is not None:
        writer.replace_last_word(word, fused)
    bare = fused is not None or word in syntax.articled or (word in syntax.bare_country and mention.kind == "country")
    name = noun if bare else f"{article} {noun}"
    writer.stand_in(name if writer.length else name[0].upper() + name[1:], (mention.start, mention.end), index)


def _placeholder(text: str, mention: Mention, syntax: Syntax) -> str:
    """The key of what is written in the mention's place; empty where its own words are kept."""
    if mention.kind == "person":
        if mention.plural:
            return "persons"
        return "person_feminine" if mention.feminine else "person_masculine"
    if mention.kind == "adjective" and "-" in text[mention.start : mention.end]:
        return "adjective"
    if mention.kind == "group" and "," in text[mention.start : mention.end]:
        return "persons"
    if mention.kind == "country" and mention.offices:
        return ""  # `des diplomates russes`: a plural of officials reads best as it stands
    if mention.kind in syntax.placeholders and (mention.kind == "country" or " " in text[mention.start : mention.end]):
        return str(mention.kind)
    return ""


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that the annotators found in a document's repaired text, each in text order."""

    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
