"""Finding the dates in a text.

The lexicon's rules are tried where a run of its words holds one that could be part of a date; the longest rule wins. The work is linear in
the text's length: every rule's pattern is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.annotations.dates import calendar_dates, day_intervals, periods, relative, weekdays, weeks
from dragoman.annotations.dates.building import BUILDERS, Found
from dragoman.annotations.dates.context import Context, Memory
from dragoman.annotations.dates.lexicon import UNKNOWN, Lexicon, Rule, lexicon
from dragoman.annotations.dates.modifying import MODIFIERS
from dragoman.annotations.dates.publication import VAGUE, When, publication
from dragoman.annotations.dates.tokens import Tokens, tokenize
from dragoman.annotations.mentions import DateMention

_BUILDER_MODULES = (calendar_dates, day_intervals, periods, relative, weekdays, weeks)
"""Imported so that their builders are on the list."""
_RUN = re.compile(f"[^{UNKNOWN}]+")
NO_DATE = "no_date"
"""The builder of rules for names that hold a date and are none: what they match is passed over."""


def annotate_dates(
    text: str, published: str | None, ranges: Sequence[tuple[int, int]] | None = None, language: str = "fr"
) -> tuple[DateMention, ...]:
    """Every date in a text, in order, as EDTF by the vocabulary's rules for dates.

    `published` is the publication of the document, EDTF; what the text tells only in part is completed from it, as far as it is known.
    Dates are looked for inside `ranges` only (all of the text by default); no date runs over a range's end.
    """
    stretches = ranges if ranges is not None else [(0, len(text))]
    grammar, memory = lexicon(language), Memory(text, publication(published))
    found = _Reader(text, memory, grammar).read(stretches)
    if memory.asked_ahead:
        found = _Reader(text, Memory(text, memory.published, found), grammar).read(stretches)
    return tuple(found)


class _Match(NamedTuple):
    """A rule's match, by token: what is said, where to go on, what it means (None for a name that is no date)."""

    first: int
    last: int
    end: int
    when: When | None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a text's dates from left to right, remembering what later ones lean on."""

    text: str
    memory: Memory
    lexicon: Lexicon

    def read(self, ranges: Iterable[tuple[int, int]]) -> list[DateMention]:
        """The dates in the ranges of the text."""
        return [mention for start, end in ranges for mention in self._read_range(start, end)]

    def _read_range(self, start: int, end: int) -> Iterator[DateMention]:
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
                self.memory.remember(match.when, mention.end)
                yield mention

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
        """Whether a rule for names holds: with the argument `capital`, only where its first word has one; with `month`, only then."""
        if rule.arguments.get("capital"):
            return self.text[tokens.starts[position]].isupper()
        told = [word.value for word in tokens.words[position:end] if word is not None and word.name in ("number", "month", "month_short")]
        return "month" not in rule.arguments or told == [rule.arguments["day"], rule.arguments["month"]]

    def _build(self, tokens: Tokens, rule: Rule, start: int, end: int) -> When | None:
        words = tuple(word for word in tokens.words[start:end] if word is not None)
        text = self.text[tokens.starts[start] : tokens.ends[end - 1]]
        context = Context(self.memory, tokens.starts[start], tokens.ends[end - 1])
        return BUILDERS[rule.build](Found(words, text, rule.arguments, context))
