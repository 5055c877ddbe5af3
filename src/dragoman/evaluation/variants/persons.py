"""Giving the persons of a text other names: surname and given name, everywhere alike, as the state they represent would have them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.annotations.table import rows
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants.edits import Edit
from dragoman.evaluation.variants.elision import fitted, same_case
from dragoman.evaluation.variants.folded import FoldedText, fold
from dragoman.evaluation.variants.gold_keys import is_person, keys_of, side_code, with_keys
from dragoman.evaluation.variants.rules import people


@dataclass(frozen=True, slots=True)
class Renaming:
    """A gold person's key, and the names that it gets."""

    key: str
    given: str
    surname: str

    @property
    def new_key(self) -> str:
        """The key of the renamed person."""
        return re.sub(r"[\W_]+", "-", fold(self.surname)).strip("-") + "@" + self.key.rpartition("@")[2]


def choose_names(texts: Sequence[str], before: GoldDocument, after: GoldDocument, chance: random.Random) -> dict[str, Renaming]:
    """Names for the gold persons whom the texts name, by key. `after` is the gold once moved: its states say which tradition names them."""
    old, new = keys_of(before), keys_of(after)
    surnames = [key.rpartition("@")[0] for key in old if is_person(key)]
    folded = [FoldedText.of(text) for text in texts]
    taken = {fold(text) for text in texts}
    chosen: dict[str, Renaming] = {}
    for was, now in zip(old, new, strict=True):
        home = people().home(side_code(now) or "")
        surname = was.rpartition("@")[0]
        if not is_person(was) or home is None or surnames.count(surname) > 1 or not _can_be_renamed(folded, surname):
            continue
        tradition = people().names[home.names]
        free = [s for s in tradition.surnames if fold(s) != surname and not any(fold(s) in text for text in taken)]
        if free:
            given_names = tradition.women if any(_is_woman(f, surname) for f in folded) else tradition.men
            used = {renaming.given for renaming in chosen.values()}
            given = chance.choice([g for g in given_names if g not in used] or given_names)
            renaming = Renaming(now, given, chance.choice(sorted(free)))
            chosen[was] = renaming
            taken.add(fold(renaming.surname))
    return chosen


def name_edits(text: str, names: dict[str, Renaming]) -> list[Edit]:
    """The edits that rename the persons; `names` is by the key that the text's own gold has."""
    folded = FoldedText.of(text)
    return [edit for key, new in names.items() for edit in _renamed(folded, key.rpartition("@")[0], new)]


def rename_gold(gold: GoldDocument, names: dict[str, Renaming]) -> GoldDocument:
    """The gold (moved already) with the persons' new keys."""
    by_moved = {renaming.key: renaming.new_key for renaming in names.values()}
    return with_keys(gold, lambda key: by_moved.get(key, key), lambda place: place)


def _can_be_renamed(texts: Sequence[FoldedText], surname: str) -> bool:
    """Whether the texts name a person, and never by a given name alone, which would be left behind."""
    spans = [(_given_start(f.text, start), start, f) for f in texts for start, _ in _hits(f, surname)]
    given = {fold(token) for first, start, f in spans for token in f.text[first:start].split() if token[0].isupper() and len(token) > 2}
    renamed = Counter(fold(token) for first, start, f in spans for token in f.text[first:start].split())
    everywhere = Counter(hit for f in texts for start, _, hit in f.find(given) if f.text[start].isupper())
    return bool(spans) and all(everywhere[token] <= renamed[token] for token in given)


def _renamed(folded: FoldedText, surname: str, new: Renaming) -> Iterator[Edit]:
    for start, end in _hits(folded, surname):
        written = folded.text[start:end]
        whole = same_case(written, new.surname)
        first = _given_start(folded.text, start)
        if first < start:
            before = folded.text[first:start]
            initial = re.fullmatch(r"[^\W\d_]\.[ \u00a0]?", before)
            whole = (f"{new.given[0]}. " if initial else same_case(before.strip(), new.given) + " ") + whole
        yield fitted(folded.text, first, end, whole)


def _hits(folded: FoldedText, surname: str) -> Iterator[tuple[int, int]]:
    """Where a surname stands, capitalised."""
    for start, end, _ in folded.find([surname]):
        if folded.text[start].isupper():
            yield start, end


_TOKEN_BEFORE = re.compile(r"(?<![\w'’-])([\w'’-]+\.?)[ \u00a0\u202f]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"«»“”(–—-])[ \u00a0]*$")


def _given_start(text: str, start: int) -> int:
    """Where the given names before a surname begin; `start` itself where there are none."""
    at, first = start, start
    for _ in range(4):
        hit = _TOKEN_BEFORE.search(text, max(0, at - 40), at)
        if hit is None:
            break
        token = hit.group(1)
        if not (_is_given(text, hit.start(), token) or fold(token) in _particles()):
            break
        at = hit.start()
        if token[0].isupper():
            first = at
    return first


def _is_given(text: str, at: int, token: str) -> bool:
    if not token[0].isupper() or fold(token) in _no_names():
        return False
    if token.endswith("."):
        return len(token) == 2 and token[0] != "M"
    if fold(token) in _given_names():
        return True
    return not _SENTENCE_START.search(text, max(0, at - 5), at)


def _is_woman(folded: FoldedText, surname: str) -> bool:
    """Whether a person is spoken of as a woman: by her title of courtesy, else by her given name."""
    genders: list[str] = []
    for start, _ in _hits(folded, surname):
        first = _given_start(folded.text, start)
        hit = _TOKEN_BEFORE.search(folded.text, max(0, first - 40), first)
        if hit and _courtesy().get(fold(hit.group(1))) == "f":
            return True
        genders += [_given_names().get(fold(token), "") for token in folded.text[first:start].split()]
    return "f" in genders and "m" not in genders


@cache
def _given_names() -> dict[str, str]:
    return {fold(r["name"]): r["gender"] for r in rows("given_names")}


@cache
def _courtesy() -> dict[str, str]:
    return {fold(r["form"]): r["gender"] for r in rows("courtesy")}


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(r["particle"]) for r in rows("particles"))


@cache
def _no_names() -> frozenset[str]:
    """Capitalised words that stand before a surname and are no given name: titles, offices, institutions, nationalities, states."""
    tables = (
        ("courtesy", "form"),
        ("offices", "masculine"),
        ("offices", "feminine"),
        ("institutions", "noun"),
        ("portfolios", "word"),
        ("portfolio_words", "word"),
        ("states", "name"),
        ("states", "variants"),
        ("organisations", "name"),
        ("nationalities", "masculine"),
        ("nationalities", "feminine"),
        ("honorifics", "word"),
    )
    cells = [r.get(column, "") for name, column in tables for r in rows(name)]
    return frozenset(fold(word) for cell in cells for word in re.findall(r"[\w'’.-]+", cell)) - frozenset(_given_names())
