"""Finding the dates in a text.

The lexicon's rules are tried where a run of its words holds one that could be part of a date; the longest rule wins. The work is linear in
the text's length: every rule's pattern is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.annotations.dates import calendar_dates, periods, relative
from dragoman.annotations.dates.building import BUILDERS, Context, Found
from dragoman.annotations.dates.lexicon import UNKNOWN, Lexicon, Rule, lexicon
from dragoman.annotations.dates.modifying import MODIFIERS
from dragoman.annotations.dates.publication import VAGUE, Publication, When, publication
from dragoman.annotations.dates.tokens import Tokens, tokenize
from dragoman.annotations.mentions import DateMention

_BUILDER_MODULES = (calendar_dates, periods, relative)
"""Imported so that their builders are on the list."""
_RUN = re.compile(f"[^{UNKNOWN}]+")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\b|\[")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-Þ«“\"]|\n")
_SENTENCE_LIMIT = 300
NO_DATE = "no_date"
"""The builder of rules for names that hold a date and are none: what they match is passed over."""


def annotate_dates(
    text: str, published: str | None, ranges: Sequence[tuple[int, int]] | None = None, language: str = "fr"
) -> tuple[DateMention, ...]:
    """Every date in a text, in order, as EDTF by the vocabulary's rules for dates.

    `published` is the publication of the document, EDTF; what the text tells only in part is completed from it, as far as it is known.
    Dates are looked for inside `ranges` only (all of the text by default); no date runs over a range's end.
    """
    reader = _Reader(text, publication(published), lexicon(language))
    found: list[DateMention] = []
    for start, end in ranges if ranges is not None else [(0, len(text))]:
        found.extend(reader.read(start, end))
    return tuple(found)


class _Match(NamedTuple):
    """A rule's match, by token: what is said, where to go on, what it means (None for a name that is no date)."""

    first: int
    last: int
    end: int
    when: When | None


@dataclass(slots=True)
class _Reader:
    """Reads a text's dates from left to right, remembering what later ones lean on."""

    text: str
    published: Publication | None
    lexicon: Lexicon
    previous: When | None = None
    years: list[tuple[int, int]] = field(default_factory=list)
    """Ends of mentions that told a year, with the year."""

    def read(self, start: int, end: int) -> Iterator[DateMention]:
        """The dates in a range of the text."""
        tokens = tokenize(self.text, start, end, self.lexicon)
        for run in _RUN.finditer(tokens.letters):
            if self.lexicon.anchors.search(tokens.letters, run.start(), run.end()):
                yield from self._read_run(tokens, run.start(), run.end())

    def _read_run(self, tokens: Tokens, position: int, end: int) -> Iterator[DateMention]:
        while position < end:
            match = self._match(tokens, position)
            if match is None:
                position += 1
                continue
            position = match.end
            if match.when is not None:
                mention = DateMention(tokens.starts[match.first], tokens.ends[match.last], match.when.past, match.when.future)
                self._remember(match.when, mention.end)
                yield mention

    def _remember(self, when: When, end: int) -> None:
        if when.past is not None and _FULL_DATE.match(when.past):
            self.previous = when
        if when.year is not None:
            self.years.append((end, when.year))

    def _match(self, tokens: Tokens, position: int) -> _Match | None:
        """The longest date at a token, with the modifier before it where there is one."""
        for rule in self.lexicon.modifiers:
            found = rule.pattern.match(tokens.letters, position)
            if found is not None:
                match = self._modified(tokens, rule, position, found)
                if match is not None:
                    return match
        return self._longest(tokens, position, modified=False)

    def _modified(self, tokens: Tokens, rule: Rule, position: int, found: re.Match[str]) -> _Match | None:
        """The modifier and the date behind it, which may begin with the articles at the modifier's end."""
        best: _Match | None = None
        for start in range(found.start("articles"), found.end() + 1):
            match = self._longest(tokens, start, modified=True)
            if match is not None and match.when is not None and (best is None or match.end > best.end):
                best = match
        if best is None or best.when is None:
            return None
        when = best.when if best.when == VAGUE else MODIFIERS[rule.build](best.when)
        return best._replace(first=position, when=when)

    def _longest(self, tokens: Tokens, position: int, *, modified: bool) -> _Match | None:
        if position >= len(tokens.letters):
            return None
        matches = []
        for rule in self.lexicon.rules.get(tokens.letters[position], ()):
            if modified or not rule.after_modifier:
                found = rule.pattern.match(tokens.letters, position)
                if found is not None and found.end() > position:
                    matches.append((found.end(), rule, found))
        matches.sort(key=lambda match: -match[0])
        for end, rule, found in matches:
            first, last = found.span("said") if "said" in rule.pattern.groupindex and found["said"] else found.span()
            if rule.build == NO_DATE:
                if self._is_name(tokens, rule, position, end):
                    return _Match(first, last - 1, end, None)
                continue
            when = self._build(tokens, rule, position, end)
            if when is not None:
                longer = self._longest(tokens, first, modified=modified) if first > position else None
                return longer if longer is not None and longer.end > end else _Match(first, last - 1, end, when)
        return None

    def _is_name(self, tokens: Tokens, rule: Rule, position: int, end: int) -> bool:
        """Whether a rule for names holds: with the argument `capital`, only where its first word has one; with `month`, `day`, only then."""
        if rule.arguments.get("capital"):
            return self.text[tokens.starts[position]].isupper()
        told = [word.value for word in tokens.words[position:end] if word is not None and word.name in ("number", "month", "month_short")]
        return "month" not in rule.arguments or told == [rule.arguments["day"], rule.arguments["month"]]

    def _build(self, tokens: Tokens, rule: Rule, start: int, end: int) -> When | None:
        words = tuple(word for word in tokens.words[start:end] if word is not None)
        text = self.text[tokens.starts[start] : tokens.ends[end - 1]]
        context = Context(self.published, self.previous, self._sentence_year(tokens.starts[start]))
        return BUILDERS[rule.build](Found(words, text, rule.arguments, context))

    def _sentence_year(self, start: int) -> int | None:
        if not self.years:
            return None
        end, year = self.years[-1]
        if start - end > _SENTENCE_LIMIT or _SENTENCE_END.search(self.text, end, start):
            return None
        return year
