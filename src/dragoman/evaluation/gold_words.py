"""Where in a document the facts of its gold stand: a name written out, the sentence that tells of an act."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.annotations.table import rows
from dragoman.evaluation.gold import GoldAct
from dragoman.evaluation.names import fold
from dragoman.grammar.frames import load_frames
from dragoman.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*[.!?]*")
_MOST_BESIDE = 4
_STEM = 5

Tokens = list[re.Match[str]]


def written_names(keys: Iterable[str], text: str) -> dict[str, str]:
    """By gold key, the fullest form in which the text writes the name (`zeghdoudi@DZA`: `Abdelhak Zeghdoudi`), '' where it writes none.

    Longer keys come first, so that of two persons with one family name each has a form of its own.
    """
    text = unicodedata.normalize("NFC", text)
    tokens = list(_TOKEN.finditer(text))
    taken: set[str] = set()
    found = {}
    for key in sorted(keys, key=lambda k: (-len(plain_key(k)), len(k), k)):
        forms = [form for form in _forms(key, tokens, text) if form not in taken]
        found[key] = max(forms, key=lambda name: (len(name.split()), len(name)), default="")
        taken.add(found[key])
    return found


def plain_key(key: str) -> str:
    """A key without the number of a namesake: `vlachos-2@GRC` is `vlachos@GRC`."""
    return re.sub(r"-\d+(?=@|\Z)", "", key)


def _forms(key: str, tokens: Tokens, text: str) -> list[str]:
    wanted = fold(plain_key(key).rpartition("@")[0]).replace(" ", "")
    places = [(k, k + n) for k in range(len(tokens)) for n in (1, 2, 3, 4) if _spells(tokens[k : k + n], wanted)]
    return [_widened(tokens, text, *place) for place in places]


def _spells(tokens: Tokens, wanted: str) -> bool:
    return bool(tokens) and tokens[-1][0][-1:].isalpha() and not tokens[-1][0].islower() and _joined(tokens) == wanted


def _joined(tokens: Tokens) -> str:
    return fold(" ".join(t[0] for t in tokens)).replace(" ", "")


def _widened(tokens: Tokens, text: str, first: int, last: int) -> str:
    last, core = min(last, len(tokens)), last - first

    def gap(k: int) -> str:
        return text[tokens[k - 1].end() : tokens[k].start()]

    while first > 0 and last - first < core + _MOST_BESIDE and _belongs(tokens[first - 1][0], gap(first)):
        first -= 1
    while last < len(tokens) and last - first < core + _MOST_BESIDE and gap(last) in " \xa0" and not tokens[last][0].islower():
        last += 1
    return text[tokens[first].start() : tokens[last - 1].end()]


def _belongs(word: str, between: str) -> bool:
    """Whether a word before a name is part of it: capitalised and no title, an initial, a particle."""
    if len(word) == 1 and between == ". ":
        return word not in ("M",)
    particle = fold(word) in {row["particle"] for row in rows("particles")} if word.islower() else True
    return between in (" ", "\xa0") and particle and fold(word) not in _titles()


@cache
def _titles() -> frozenset[str]:
    """Words that stand before a name and are none: offices, courtesies."""
    told = [(row, column) for name, columns in _TITLES.items() for row in rows(name) for column in columns]
    return frozenset(word for row, column in told for word in fold(row.get(column, "")).split() if len(word) > 1) - {"cheikh"}


_TITLES = {"offices": ("masculine", "feminine", "plural"), "courtesy": ("form",), "nationalities": ("masculine", "feminine")}


def telling_span(act: GoldAct, text: str) -> Span | None:
    """The sentence that names most of an act's participants and has a word that tells of such acts; None where no sentence has."""
    names = [fold(w.key.rpartition("@")[0]) for w in act.who if "@" in w.key and not w.key.startswith("inst:")]
    scored = [(_score(fold(s.text), names, act.type), -s.start, s) for s in _sentences(text)]
    best = max(scored, default=None, key=lambda found: found[:2])
    return best[2] if best is not None and best[0] > 0 else None


def _sentences(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end(), m[0]) for m in _SENTENCE.finditer(text) if m[0].strip())


def _score(sentence: str, names: list[str], kind: str) -> int:
    tells = any(word.startswith(_cues(kind)) for word in sentence.split())
    named = sum(f" {name} " in f" {sentence} " for name in names)
    return 2 * tells + named if tells else 0


@cache
def _cues(kind: str) -> tuple[str, ...]:
    """The first letters of the predicates of frames that tell of a type."""
    frames = [f for f in load_frames("fr").acts if f.act == kind]
    return tuple(sorted({fold(word)[:_STEM] for f in frames for word in (f.object or (*f.verb, *f.noun)) if len(word) >= _STEM}))
