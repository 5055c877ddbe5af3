"""Pairing the quotation marks of one paragraph, whatever their style, in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.text.lexicons import repair_lexicon

Range = tuple[int, int]

_MARK = re.compile(r"[\"«»“”„‘’‹›]|(?<![\w'])'(?=\w)|(?<=[\w.!?…])'(?!\w)")
_BEFORE_OPENING = " \n\t([{-–—'/:;,.«“‘\"„"
_AFTER_CLOSING = " \n\t)]},.;:!?…»”’-–—/'\""
_STYLE = {"«": "«", "»": "«", "“": "“", "”": "“", "„": "“", "‘": "‘", "’": "‘", "‹": "‹", "›": "‹", '"': '"', "'": "'"}
_ONLY_OPENS = "«“„‘‹"
_ONLY_CLOSES = "»”’›"


class Mark(NamedTuple):
    """One quotation mark: where it stands, and whether its neighbours make it look like an opening or a closing one."""

    at: int
    sign: str
    opens: bool
    closes: bool


class Paired(NamedTuple):
    """What stands between two marks; `start` and `end` are the offsets of the marks."""

    start: int
    end: int
    closed: bool


@dataclass(slots=True)
class Pairing:
    """The marks of a paragraph, paired. `dangling` are opening marks never closed, `stray` closing ones never opened."""

    pairs: list[Paired] = field(default_factory=list)
    cut_short: list[Range] = field(default_factory=list)
    dangling: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)


def pair_marks(text: str, start: int, end: int) -> Pairing:
    """The pairs within one paragraph."""
    return _Pairer(text, start, end).run()


class _Pairer:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = [self._mark(m.start()) for m in _MARK.finditer(text, start, end) if not self._is_elision(m.start())]
        self.open: list[Mark] = []
        self.level: dict[str, int] = {}
        self.balance = self._balances()
        self.found = Pairing()

    def _is_elision(self, at: int) -> bool:
        return self.text[at] in "'’" and bool(repair_lexicon().elided.search(self.text, max(0, at - 8), at))

    def _mark(self, at: int) -> Mark:
        sign = self.text[at]
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        opens = before in _BEFORE_OPENING and not after.isspace() and after not in ".,;:)!?"
        closes = not before.isspace() and after in _AFTER_CLOSING and before not in "(["
        if opens and closes:
            opens, closes = before.isspace() or before in "('", after.isspace() or after in ".,;:)"
        return Mark(at, sign, opens, closes)

    def _balances(self) -> list[int]:
        """For each mark, how many more of its style close than open behind it."""
        balance, after = [0] * len(self.marks), dict.fromkeys(set(_STYLE.values()), 0)
        for i in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[i]
            style = _STYLE[mark.sign]
            balance[i] = after[style]
            if mark.sign in _ONLY_OPENS:
                after[style] -= 1
            elif mark.sign in _ONLY_CLOSES:
                after[style] += 1
            else:
                after[style] += mark.closes - mark.opens
        return balance

    def run(self) -> Pairing:
        for i, mark in enumerate(self.marks):
            if self._closes(i, mark):
                self._close(mark)
            elif self._opens(mark):
                self._open(i, mark)
            else:
                self.found.stray.append(mark.at)
        self.found.dangling.extend(mark.at for mark in self.open)
        return self.found

    def _closes(self, i: int, mark: Mark) -> bool:
        if not self.open:
            return False
        style, top = _STYLE[mark.sign], self.open[-1]
        if mark.sign in _ONLY_OPENS:
            return self._closes_reversed(mark, top)
        if self.level.get(style, 0):
            return mark.sign in _ONLY_CLOSES or mark.closes or not mark.opens
        # nothing of this style is open: a mixed pair, unless the open one finds its own mark further on
        return bool((mark.closes or not mark.opens) and _STYLE[top.sign] != "'" and style != "'" and not self._has_own_closing(i, top))

    def _closes_reversed(self, mark: Mark, top: Mark) -> bool:
        """`„x“`, `“x“` and `»x«` close with a mark that elsewhere opens."""
        if top.sign == "„" and mark.sign == "“":
            return True
        if top.sign == "“" and mark.sign == "“":
            return mark.closes and not mark.opens
        return top.sign in "»›" and _STYLE[top.sign] == _STYLE[mark.sign]

    def _has_own_closing(self, i: int, top: Mark) -> bool:
        """Whether a mark of the open one's style closes behind mark `i`, before another of that style opens."""
        style = _STYLE[top.sign]
        for mark in self.marks[i + 1 : i + 12]:
            if _STYLE[mark.sign] == style:
                return mark.closes if mark.sign in "\"'" else mark.sign in _ONLY_CLOSES
        return False

    def _opens(self, mark: Mark) -> bool:
        if mark.sign in _ONLY_OPENS:
            return True
        if mark.sign == "'":
            return mark.opens and any(m.sign == "'" and m.at > mark.at and m.closes for m in self.marks[:200])
        if mark.sign in _ONLY_CLOSES:
            return mark.opens and not mark.closes and self._reversed_follows(mark)
        return mark.opens or not mark.closes

    def _reversed_follows(self, mark: Mark) -> bool:
        wanted = {"»": "«", "›": "‹", "”": "”“", "’": "’"}[mark.sign]
        following = self.text.find(wanted[0], mark.at + 1, self.end)
        return following > 0 and not self.text[following - 1].isspace()

    def _open(self, i: int, mark: Mark) -> None:
        style = _STYLE[mark.sign]
        level = self.level.get(style, 0)
        if level and self.open and _STYLE[self.open[-1].sign] == style and self.balance[i] <= level:
            # there are not marks enough to close both: the one before was never closed
            left = self.open.pop()
            self.level[style] = level - 1
            self.found.cut_short.append((left.at, mark.at))
        self.open.append(mark)
        self.level[style] = self.level.get(style, 0) + 1

    def _close(self, mark: Mark) -> None:
        style = _STYLE[mark.sign]
        if not self.level.get(style, 0):
            style = _STYLE[self.open[-1].sign]
        while self.open:
            left = self.open.pop()
            self.level[_STYLE[left.sign]] -= 1
            if _STYLE[left.sign] == style:
                self.found.pairs.append(Paired(left.at, mark.at, True))
                return
            self.found.cut_short.append((left.at, mark.at))
